"""When the pension of somebody appointed would begin, by the post that is left and the new one.

The ages and their articles are those of the rule ``bup-pns``, the time before a pension that of
``bup-masa-persiapan-pensiun``. For a functional post, whose age may depend on more than its level,
only what holds for every functional post is told; the rule itself judges it once it is on record.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pamong import law
from pamong.apps.kepegawaian.models import EmploymentKind, JabatanAsn
from pamong.apps.penataan.advice import Advice
from pamong.apps.penataan.chain import Link
from pamong.apps.penataan.levels import level_of
from pamong.kernel.day import format_day
from pamong.law.rule import Verdict, Version
from pamong.regulations.months import birthday, months_after

RULE, BEFORE = "bup-pns", "bup-masa-persiapan-pensiun"
OF_THE_RULE = {EmploymentKind.PNS, EmploymentKind.CPNS}


@dataclass(frozen=True, slots=True)
class Pension:
    """At which age, by which article, and from which day."""

    age: int
    basis: str
    starts_on: date


def pension_advice(link: Link, day: date) -> Iterator[Advice]:
    """Say when the pension begins, and whether that is past or near on the day of the decree.

    A PPPK works until the end of a contract; acting in an office changes no retirement age.
    """
    pegawai = link.line.pegawai
    if link.is_acting or pegawai.kind not in OF_THE_RULE:
        return
    try:
        version = law.rule(RULE).version_on(day)
    except law.BeforeFirstVersionError:
        return
    lacking = _lacking(link)
    if lacking:
        yield _open(version, lacking)
        return
    born = pegawai.born_on or day
    former = [_pension(born, each, version) for each in _levels_left(link)]
    passed = next((each for each in former if each and each.starts_on <= day), None)
    if passed is not None:
        meaning = _(
            "Menurut jabatan yang ditinggalkannya BUP %(age)d tahun sudah tercapai; pensiun TMT "
            "%(day)s. BUP itu tidak hidup lagi oleh pengangkatan kemudian."
        )
        yield _told(version, passed, meaning, Verdict.PERLU_DIPERIKSA)
        return
    level = level_of(link.line.jabatan)
    if level == JabatanAsn.FUNGSIONAL:
        yield _functional(version, born, day)
        return
    new = _pension(born, level, version)
    if new is not None:
        yield _weighed(version, new, day)


def _weighed(version: Version, new: Pension, day: date) -> Advice:
    months = _months_before(day)
    if new.starts_on <= day:
        meaning = _("BUP jabatan ini %(age)d tahun sudah terlampaui; pensiun TMT %(day)s.")
        return _told(version, new, meaning, Verdict.PERLU_DIPERIKSA)
    if months and months_after(new.starts_on, -months) <= day:
        meaning = _(
            "BUP jabatan ini %(age)d tahun; pensiun TMT %(day)s, sudah dalam waktu masa persiapan "
            "pensiun (%(months)d bulan)."
        )
        return _told(version, new, meaning, Verdict.PERLU_DIPERIKSA, months=months)
    meaning = _("BUP jabatan ini %(age)d tahun; pensiun TMT %(day)s.")
    return _told(version, new, meaning, Verdict.SESUAI)


def _functional(version: Version, born: date, day: date) -> Advice:
    """Tell only whether the lowest age of any functional post is still far."""
    ages = [
        age for code, age in version.values["usia"].items() if code not in version.values["pasal"]
    ]
    ages += [row["usia"] for row in version.values["khusus"] if "usia" in row]
    if not ages:
        return _open(version, (_("jenjang jabatan fungsional"),))
    lowest = Pension(min(ages), version.basis, _starts(born, min(ages)))
    weighed = _weighed(version, lowest, day)
    if weighed.is_quiet:
        meaning = _(
            "BUP jabatan fungsional paling rendah %(age)d tahun; pensiun paling awal %(day)s."
        )
        return _told(version, lowest, meaning, Verdict.SESUAI)
    return _open(version, (_("jenjang jabatan fungsional"),))


def _lacking(link: Link) -> tuple[str, ...]:
    told = []
    if link.line.pegawai.born_on is None:
        told.append(_("tanggal lahir"))
    if level_of(link.line.jabatan) is None:
        told.append(_("eselon jabatan"))
    return tuple(told)


def _levels_left(link: Link) -> list[JabatanAsn]:
    levels = [level_of(held.jabatan) for held in link.leaves]
    return [level for level in levels if level not in (None, JabatanAsn.FUNGSIONAL)]


def _pension(born: date, level: JabatanAsn | None, version: Version) -> Pension | None:
    code = level.value if level else ""
    age = version.values["usia"].get(code)
    if age is None:
        return None
    return Pension(age, version.values["pasal"].get(code, version.basis), _starts(born, age))


def _starts(born: date, age: int) -> date:
    """Return the first day of the month after the age is reached."""
    return months_after(birthday(born, age).replace(day=1), 1)


def _months_before(day: date) -> int:
    try:
        return int(law.rule(BEFORE).version_on(day).values["lama_bulan"])
    except law.BeforeFirstVersionError:
        return 0


def _told(
    version: Version, pension: Pension, meaning: str, verdict: Verdict, *, months: int = 0
) -> Advice:
    day = format_day(pension.starts_on)
    return Advice(
        rule=RULE,
        title=law.rule(RULE).title,
        breach=False if verdict is Verdict.SESUAI else None,
        verdict=verdict.value,
        meaning=meaning % {"age": pension.age, "day": day, "months": months},
        basis=pension.basis or version.basis,
        confidence=version.confidence,
    )


def _open(version: Version, missing: tuple[str, ...]) -> Advice:
    return Advice(
        rule=RULE,
        title=law.rule(RULE).title,
        breach=None,
        verdict=Verdict.TIDAK_DAPAT_DINILAI.value,
        meaning="",
        basis=version.basis,
        missing=missing,
    )
