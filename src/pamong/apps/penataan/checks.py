"""What the law says of each line of an appointment, by the rules that judge one case.

It is advice. A decree that was signed stands until it is withdrawn, so that what a rule calls a
breach is recorded all the same, with a reason by whoever carries it out; only the database
refuses. What is not known is told as missing, never assumed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from pamong import law
from pamong.apps.organisasi.models import JabatanHolding, JabatanKind, PilkadaParticipation
from pamong.apps.penataan.chain import Link
from pamong.apps.penataan.levels import HIGH, jpt_level, level_of
from pamong.apps.penataan.models import Pelantikan
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day
from pamong.kernel.golongan import GolonganError, parse_golongan
from pamong.law.rule import Verdict
from pamong.regulations.months import term_before

BREACH_OF = {
    Verdict.SESUAI: False,
    Verdict.MELANGGAR: True,
    Verdict.PERLU_DIPERIKSA: None,
    Verdict.TIDAK_DAPAT_DINILAI: None,
}
"""What asks a person to look is no breach yet: it needs no reason of its own."""

ACTING = {Capacity.PLT: "plt", Capacity.PLH: "plh"}


@dataclass(frozen=True, slots=True)
class Advice:
    """What one rule says of one line, with its basis; ``rule`` is empty for a record of our own.

    ``breach`` is ``None`` where it cannot be judged, or asks a person to look.
    """

    rule: str
    title: str
    breach: bool | None
    verdict: str
    meaning: str
    basis: str
    missing: tuple[str, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Whether nothing need be done about it."""
        return self.breach is False and self.verdict == "sesuai"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is the same for every line: the election and the head of the government."""

    pilkada: str | None
    head_since: date | None
    head_until: date | None


def surroundings(plan: Pelantikan, head: JabatanHolding | None) -> Surroundings:
    """Read the election that comes next; of the head in office, what is on record."""
    decided = plan.decided_on or plan.day
    told = PilkadaParticipation.objects.filter(pemda=plan.pemda, pilkada__gte=str(decided.year))
    rows = list(told.order_by("pilkada"))
    ahead = next((row.pilkada for row in rows if row.participates), None)
    return Surroundings(
        pilkada=ahead or ("tidak_ada" if rows else None),
        head_since=head.starts_on if head and head.starts_is_exact else None,
        head_until=head.period.last_day if head else None,
    )


def advice_on(plan: Pelantikan, link: Link, around: Surroundings) -> list[Advice]:
    """Return what the law says of one line, what must be looked at first."""
    told = [*_reshuffle(plan, link, around), *_high_office(plan, link), *_acting(plan, link)]
    told += [*_term(plan, link), *_rank(link)]
    return sorted(told, key=lambda each: (each.is_quiet, each.breach is not True, each.rule))


def _reshuffle(plan: Pelantikan, link: Link, around: Surroundings) -> Iterator[Advice]:
    level = level_of(link.line.jabatan)
    agreed = bool(plan.consent_number)
    consent = {
        "ada_persetujuan": agreed,
        "persetujuan_dari": "menteri_dalam_negeri" if agreed else None,
        "persetujuan_on": plan.consent_on,
        "persetujuan_meliputi": True if agreed else None,
    }
    decided, sworn = plan.decided_on or plan.day, plan.oath_on or plan.day
    yield _judge(
        "kdh-larangan-mutasi",
        {
            "diputuskan_on": decided,
            "dilantik_on": sworn,
            "perbuatan": _what_is_done(link, "mutasi"),
            "jenis_jabatan": _kind_of_post(level),
            "pembuat_keputusan": plan.decided_by,
            "pilkada": around.pilkada,
            "akhir_masa_jabatan": around.head_until,
            **consent,
        },
        decided,
    )
    yield _judge(
        "kdh-larangan-mutasi-pasca-pelantikan",
        {
            "diputuskan_on": decided,
            "dilantik_on": sworn,
            "kepala_dilantik_on": around.head_since,
            "perbuatan": _what_is_done(link, "penggantian"),
            **consent,
        },
        decided,
    )


def _what_is_done(link: Link, otherwise: str) -> str:
    if link.is_acting:
        return "penunjukan_plt"
    return "pengisian_kekosongan" if link.was_vacant else otherwise


def _kind_of_post(level: Any) -> str | None:
    if level is None:
        return None
    return "fungsional_lain" if level == "fungsional" else str(level.value)


def _high_office(plan: Pelantikan, link: Link) -> Iterator[Advice]:
    if link.is_acting:
        return
    level, day = level_of(link.line.jabatan), plan.day
    own = [held for held in link.leaves if level_of(held.jabatan) in HIGH]
    if level in HIGH and not own:
        born = link.line.pegawai.born_on
        facts = {"jenjang": jpt_level(level), "lahir_on": born, "diangkat_on": day}
        yield _judge("jpt-syarat-usia", facts, day)
        yield _judge("jpt-seleksi-terbuka", {"jabatan": _selected(plan, link)}, day)
    for held in own:
        since = held.starts_on if held.starts_is_exact else None
        yield _judge(
            "jpt-mutasi-2-tahun",
            {
                "diganti_on": day,
                "dilantik_on": since,
                "cara": "mutasi_antar_jpt" if level in HIGH else "penggantian",
                "jenjang": jpt_level(level_of(held.jabatan)),
                "dalam_satu_instansi": True,
            },
            day,
        )


def _selected(plan: Pelantikan, link: Link) -> str:
    if link.line.jabatan.kind == JabatanKind.SEKDA:
        is_province = plan.pemda.level == "provinsi"
        return f"sekretaris_daerah_{'provinsi' if is_province else 'kabupaten_kota'}"
    return {"inspektur": "inspektur", "sekretaris dprd": "sekretaris_dprd"}.get(
        link.post.nama.casefold(), "jpt_pratama_lain"
    )


def _acting(plan: Pelantikan, link: Link) -> Iterator[Advice]:
    capacity = Capacity(link.line.capacity)
    if capacity not in ACTING:
        return
    own = next((level_of(held.jabatan) for held in link.leaves), None)
    level = level_of(link.line.jabatan)
    same = link.placement and link.post.opd and link.placement.opd_id == link.post.opd
    yield _judge(
        "plt-penunjukan",
        {
            "ditunjuk_on": plan.day,
            "berhalangan": "tetap" if link.was_vacant else "sementara",
            "kedudukan": ACTING[capacity],
            "jenjang": level.value if level else None,
            "jenjang_sendiri": own.value if own else None,
            "satu_unit": None if same is None else bool(same),
            "dilantik": False,
            "dibebaskan_dari_jabatan": False,
        },
        plan.day,
    )


def _term(plan: Pelantikan, link: Link) -> Iterator[Advice]:
    """Compare the term of a Plt with the first one that the circulars allow."""
    if link.line.capacity != Capacity.PLT:
        return
    rule = law.rule("plt-jabatan-batas")
    try:
        version = rule.version_on(plan.day)
    except law.BeforeFirstVersionError:
        return
    months, end = version.values["bulan_pertama"], link.line.ends_before
    limit = term_before(plan.day, months)
    within = end is not None and end <= limit
    sentence = (
        _("Masa Plt ini paling lama %(months)d bulan, sampai sebelum %(limit)s.")
        if within
        else _(
            "Masa Plt paling lama %(months)d bulan, jadi berakhir sebelum %(limit)s; selebihnya "
            "memerlukan perpanjangan."
        )
    )
    yield Advice(
        rule=rule.id,
        title=rule.title,
        breach=False if within else None,
        verdict="sesuai" if within else "perlu_diperiksa",
        meaning=sentence % {"months": months, "limit": format_day(limit)},
        basis=version.basis,
    )


def _rank(link: Link) -> Iterator[Advice]:
    """Compare the golongan with the lowest that the peta jabatan of the government asks for."""
    wanted = link.post.lowest_golongan
    if not wanted or link.is_acting:
        return
    try:
        enough = parse_golongan(link.golongan) >= parse_golongan(wanted)
    except GolonganError:
        enough = None
    meaning = {
        True: _("Golongan %(own)s memenuhi golongan terendah jabatan ini, %(wanted)s."),
        False: _("Golongan %(own)s di bawah golongan terendah jabatan ini, %(wanted)s."),
        None: _("Golongannya pada hari itu belum tercatat; yang terendah %(wanted)s."),
    }[enough]
    yield Advice(
        rule="",
        title=_("Golongan terendah menurut peta jabatan"),
        breach=None if enough is None else not enough,
        verdict="sesuai" if enough else "perlu_diperiksa",
        meaning=meaning % {"own": link.golongan, "wanted": wanted},
        basis=_("Peta jabatan pemerintah daerah ini."),
    )


def _judge(rule: str, facts: dict[str, Any], day: date) -> Advice:
    told = {key: value for key, value in facts.items() if value is not None}
    title = law.rule(rule).title
    try:
        found = law.judge_case(rule, told, as_of=day)
    except law.BeforeFirstVersionError as error:
        return Advice(rule, title, breach=False, verdict="sesuai", meaning=str(error), basis="")
    return Advice(
        rule=rule,
        title=title,
        breach=BREACH_OF[found.verdict],
        verdict=found.verdict.value,
        meaning=found.meaning or found.outcome.label,
        basis=found.basis,
        missing=tuple(each.label for each in found.missing),
    )
