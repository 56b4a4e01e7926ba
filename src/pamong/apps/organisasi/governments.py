"""Acts on governments: bring in all 546, let one keep its records here, give it a structure."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import slugify

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.models import Instansi, InstansiKind
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.models import (
    Jabatan,
    JabatanKind,
    Opd,
    Pemda,
    PemdaCode,
    PemdaSpelling,
)
from pamong.apps.organisasi.office_names import (
    office_key,
    office_kind,
    spellings_of,
    squeezed,
)
from pamong.apps.organisasi.structure import TypicalOffice, TypicalOpd, typical_structure
from pamong.apps.organisasi.titles import leading_titles
from pamong.kernel import wilayah
from pamong.kernel.wilayah import Wilayah

ESELON_KINDS = {
    "III": JabatanKind.ADMINISTRATOR,
    "IV": JabatanKind.PENGAWAS,
}


@dataclass(frozen=True, slots=True)
class MadeUpGovernment:
    """A government that is nobody's, for teaching and for planted breaches."""

    nama: str
    short_name: str
    level: str
    kode: str
    time_zone: str


def load_governments(*, actor: Actor, reason: str) -> int:
    """Bring in the governments of the kernel that are not here yet; return how many came.

    Names, dated codes, clocks and spellings come with them; none of them is resident yet.
    """
    here = set(Pemda.objects.values_list("nama", flat=True))
    new = [place for place in wilayah.governments() if place.full_name not in here]
    with act("organisasi.load_governments", actor=actor, reason=reason), refusals():
        bodies = Instansi.objects.bulk_create(_instansi(place.full_name) for place in new)
        governments = Pemda.objects.bulk_create(
            Pemda(
                instansi=body,
                nama=place.full_name,
                short_name=place.nama,
                slug=slugify(place.full_name),
                level=place.level,
                time_zone=place.time_zone.iana,
            )
            for body, place in zip(bodies, new, strict=True)
        )
        by_kode = {place.kode: pemda for place, pemda in zip(new, governments, strict=True)}
        _join_provinces(by_kode)
        PemdaCode.objects.bulk_create(
            code for place in new for code in _codes(place, by_kode[place.kode])
        )
        _spell(
            (by_kode[place.kode], key)
            for key, place in wilayah.spellings()
            if place.kode in by_kode
        )
    return len(new)


def create_made_up_government(*, new: MadeUpGovernment, actor: Actor, reason: str) -> Pemda:
    """Open a made-up government, whose name and code nobody else has.

    Raises:
        RefusedError: there is one of that name.
    """
    with act("organisasi.create_made_up_government", actor=actor, reason=reason), refusals():
        body = _instansi(new.nama)
        body.save()
        pemda = Pemda.objects.create(
            instansi=body,
            nama=new.nama,
            short_name=new.short_name,
            slug=slugify(new.nama),
            level=new.level,
            time_zone=new.time_zone,
            is_made_up=True,
        )
        PemdaCode.objects.create(pemda=pemda, kode=new.kode, source="rekaan")
        names = {*spellings_of(new.short_name, new.level), new.nama, new.short_name}
        _spell((pemda, name) for name in names)
        return pemda


def make_resident(*, pemda: Pemda, actor: Actor, reason: str) -> None:
    """Let a government keep its records here: its leading offices are opened."""
    with act("organisasi.make_resident", actor=actor, reason=reason), refusals():
        pemda.is_resident = True
        pemda.save(update_fields=["is_resident"])
        Jabatan.objects.bulk_create(
            Jabatan(
                pemda=pemda,
                nama=nama,
                sort_key=office_key(nama, pemda),
                kind=kind,
                rank=rank,
            )
            for rank, (kind, nama) in enumerate(leading_titles(pemda.level), start=1)
        )


def establish_typical_structure(*, pemda: Pemda, actor: Actor, reason: str) -> None:
    """Give a government the typical OPDs and offices of its level, marked as typical."""
    with act("organisasi.establish_structure", actor=actor, reason=reason), refusals():
        for rank, typical in enumerate(typical_structure(pemda.level), start=1):
            opd = Opd.objects.create(
                pemda=pemda,
                nama=typical.nama,
                singkatan=typical.singkatan,
                jenis=typical.jenis,
                tipe=typical.tipe,
                sort_key=typical.nama.casefold(),
                is_typical=True,
            )
            Jabatan.objects.bulk_create(
                _typical_jabatan(opd, typical, office, rank)
                for office in typical.offices
                if office.nama != "Sekretaris Daerah"  # it leads, and is there already
            )


def _typical_jabatan(opd: Opd, typical: TypicalOpd, office: TypicalOffice, rank: int) -> Jabatan:
    nama = typical.office_name(office)
    key = office_key(nama, opd.pemda)
    return Jabatan(
        pemda=opd.pemda,
        opd=opd,
        nama=nama,
        sort_key=key,
        kind=_kind(typical, office, key),
        eselon=office.eselon,
        is_single_seat=office.seats == 1,
        rank=100 + rank,
        is_typical=True,
    )


def _kind(typical: TypicalOpd, office: TypicalOffice, key: str) -> JabatanKind:
    if office is typical.offices[0] and office.seats == 1:
        return JabatanKind.KEPALA_OPD
    return ESELON_KINDS.get(office.eselon.partition(".")[0], office_kind(key))


def _instansi(nama: str) -> Instansi:
    return Instansi(nama=nama, kind=InstansiKind.PEMDA, sort_key=nama.casefold())


def _codes(place: Wilayah, pemda: Pemda) -> list[PemdaCode]:
    return [
        PemdaCode(
            pemda=pemda,
            kode=dated.kode,
            starts_on=dated.starts_on,
            ends_before=dated.ends_before,
            source=dated.source,
        )
        for dated in place.codes
    ]


def _spell(names: Iterable[tuple[Pemda, str]]) -> None:
    """Keep each spelling of a government once, in the form by which it is looked up."""
    keys = dict.fromkeys((pemda, squeezed(name)) for pemda, name in names)
    PemdaSpelling.objects.bulk_create(PemdaSpelling(pemda=pemda, key=key) for pemda, key in keys)


def _join_provinces(by_kode: dict[str, Pemda]) -> None:
    inside = []
    for kode, pemda in by_kode.items():
        if "." in kode:
            pemda.provinsi = by_kode.get(kode[:2]) or Pemda.objects.get(
                codes__kode=kode[:2], codes__ends_before=None
            )
            inside.append(pemda)
    Pemda.objects.bulk_update(inside, ["provinsi"])
