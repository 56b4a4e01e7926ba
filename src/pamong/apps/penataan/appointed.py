"""Writing an appointment: what ends first, then what begins, each table in one statement."""

from typing import Any

from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models import Decree
from pamong.apps.kepegawaian.models import Placement, RiwayatJabatan
from pamong.apps.organisasi.journal import Journal
from pamong.apps.organisasi.models import JabatanHolding
from pamong.apps.penataan.chain import Chain, Link
from pamong.apps.penataan.levels import level_of
from pamong.apps.penataan.models import Pelantikan


def write_appointment(plan: Pelantikan, chain: Chain, decree: Decree, journal: Journal) -> None:
    """Write the tenures, the riwayat and the placements of a chain, inside an open act."""
    definitive = [link for link in chain.links if not link.is_acting]
    journal.end(_ended_tenures(definitive, chain), day=plan.day)
    made = journal.make(_tenure(plan, link, decree) for link in chain.links)
    journal.end([row for link in definitive for row in link.riwayat], day=plan.day)
    entries = journal.make(
        _entry(plan, link, decree) for link in definitive if level_of(link.line.jabatan)
    )
    moving = [link for link in definitive if _moves(link)]
    journal.end([link.placement for link in moving if link.placement], day=plan.day)
    placed = journal.make(_placement(plan, link, decree) for link in moving)
    _tell(plan, "pemangku", pemangku_id=[row.pk for row in made])
    ended = [row.pk for link in definitive for row in link.riwayat]
    _tell(plan, "riwayat_jabatan", riwayat_id=[*ended, *(row.pk for row in entries)])
    _tell(plan, "pegawai", pegawai_id=[row.pegawai_id for row in placed])


def _ended_tenures(definitive: list[Link], chain: Chain) -> list[JabatanHolding]:
    """Return the posts that people leave, and who acted in a post that now has a holder."""
    rows = {held.pk: held for link in definitive for held in link.leaves}
    rows |= {held.pk: held for link in definitive for held in link.acts}
    replaced = {held.pk: held for link in chain.links if link.is_acting for held in link.acts}
    return list((rows | replaced).values())


def _tenure(plan: Pelantikan, link: Link, decree: Decree) -> JabatanHolding:
    return JabatanHolding(
        person_id=link.line.pegawai.person_id,
        jabatan=link.line.jabatan,
        capacity=link.line.capacity,
        starts_on=plan.day,
        ends_before=link.line.ends_before,
        decree=decree,
    )


def _entry(plan: Pelantikan, link: Link, decree: Decree) -> RiwayatJabatan:
    level = level_of(link.line.jabatan)
    return RiwayatJabatan(
        pegawai=link.line.pegawai,
        kind=level or "",
        nama=link.post.nama,
        starts_on=plan.day,
        ends_before=link.line.ends_before,
        source=str(decree),
    )


def _moves(link: Link) -> bool:
    """Tell whether the post stands elsewhere than where the person works."""
    if link.post.opd is None:
        return False
    here = link.placement
    return here is None or (here.opd_id, here.unit_id) != (link.post.opd, link.post.unit)


def _placement(plan: Pelantikan, link: Link, decree: Decree) -> Placement:
    return Placement(
        pegawai=link.line.pegawai,
        opd_id=link.post.opd or 0,
        unit_id=link.post.unit,
        starts_on=plan.day,
        decree=decree,
        source=str(decree),
    )


def _tell(plan: Pelantikan, table: str, **keys: Any) -> None:
    ((_column, told),) = keys.items()
    if told:
        facts_changed(plan.pemda_id, table, **keys)
