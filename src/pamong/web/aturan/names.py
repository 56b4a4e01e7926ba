"""Words for what rules are sorted by: their field, whom they are about, how sure they are."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from pamong.kernel.period import Period
from pamong.law import Rule, Version
from pamong.law.fact_table import FactTable, UnknownTableError, fact_table
from pamong.law.rule import BeforeFirstVersionError, Outcome

FIELDS = {
    "apbd": _("APBD"),
    "apel": _("Apel"),
    "bup": _("Batas usia pensiun"),
    "cpns": _("Calon PNS"),
    "cuti": _("Cuti"),
    "data": _("Tata kelola data"),
    "disiplin": _("Disiplin"),
    "gaji": _("Gaji pokok"),
    "gratifikasi": _("Gratifikasi"),
    "honorer": _("Tenaga honorer"),
    "ipasn": _("Indeks profesionalitas ASN"),
    "jam_kerja": _("Jam kerja"),
    "jpt": _("Jabatan pimpinan tinggi"),
    "kdh": _("Kepala daerah"),
    "kgb": _("Kenaikan gaji berkala"),
    "kinerja": _("Kinerja"),
    "kip": _("Informasi publik"),
    "kompetensi": _("Pengembangan kompetensi"),
    "konflik": _("Konflik kepentingan"),
    "layanan": _("Pelayanan publik"),
    "lhkan": _("Laporan harta kekayaan (LHKAN)"),
    "lhkpn": _("Laporan harta kekayaan (LHKPN)"),
    "merit": _("Sistem merit"),
    "netralitas": _("Netralitas"),
    "nik": _("NIK"),
    "nip": _("NIP dan NI PPPK"),
    "nonasn": _("Tenaga non-ASN"),
    "opd": _("Perangkat daerah"),
    "p3d": _("Pengalihan SMA/SMK (P3D)"),
    "pangkat": _("Pangkat"),
    "pdp": _("Pelindungan data pribadi"),
    "pegawai": _("Mutasi pegawai"),
    "pelapor": _("Perlindungan pelapor"),
    "pengaduan": _("Pengaduan masyarakat"),
    "penyetaraan": _("Penyetaraan jabatan"),
    "pilkada": _("Pilkada"),
    "plt": _("Pelaksana tugas"),
    "pppk": _("PPPK"),
    "sakip": _("Akuntabilitas kinerja (SAKIP)"),
    "skm": _("Survei kepuasan masyarakat"),
    "spm": _("Standar pelayanan minimal"),
    "tubel": _("Tugas belajar"),
    "wbs": _("Saluran pengaduan (WBS)"),
    "wewenang": _("Wewenang"),
}
SUBJECTS = {
    "cuti_pejabat": _("cuti pejabat"),
    "fasilitas_jabatan": _("fasilitas jabatan"),
    "jabatan": _("jabatan"),
    "kontrak_pppk": _("perjanjian kerja PPPK"),
    "cuti_pegawai": _("cuti pegawai"),
    "tenaga_non_asn": _("tenaga non-ASN"),
    "pegawai": _("pegawai"),
    "pemangku": _("pemangku jabatan"),
    "pemda": _("pemerintah daerah"),
    "perkara": _("satu perkara"),
    "": _("asas atau daftar"),
}
FIGURES = {
    "article": _("pasal"),
    "days": _("hari"),
    "ikm": "IKM",
    "kepmenpan_25_2004": "Kepmenpan 25/2004",
    "ni": "NI",
    "outcome": _("hasil"),
    "permenpanrb_14_2017": "PermenPANRB 14/2017",
    "permenpanrb_16_2014": "PermenPANRB 16/2014",
    "replaces": _("hukuman yang digantikan"),
    "rungs": _("jenjang"),
}
"""Names of figures that are not Indonesian words in the files; all others are."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words of the law, and the language that they are in: not everything is said in English."""

    words: str
    language: str = "id"


def field_of(rule: Rule) -> str:
    """Return the folder of a rule, by which rules are grouped."""
    return rule.path.parent.name


def field_label(field: str) -> str:
    """Name a field; one that has no words of its own here is written as it is."""
    return str(FIELDS.get(field, field.replace("_", " ").capitalize()))


def subject_label(subject: str) -> str:
    """Name whom or what a rule is about."""
    return str(SUBJECTS.get(subject, subject.replace("_", " ")))


def title_of(rule: Rule) -> str:
    """Return what a rule is called, in the language of the page."""
    return rule.title_en if is_english() else rule.title


def label_of(outcome: Outcome) -> Told:
    """Return the short name of an outcome, in English where the page is and it has one."""
    return _told(outcome.label, outcome.label_en)


def meaning_of(outcome: Outcome) -> Told:
    """Return what an outcome means, in English where the page is and it has that."""
    return _told(outcome.meaning[0], next(iter(outcome.meaning_en), None))


def summary_of(rule: Rule) -> str:
    """Return what a rule says in our own words, in the language of the page."""
    return rule.summary_en if is_english() else rule.summary


def table_meaning(name: str) -> str:
    """Return what a fact table holds, in the language of the page.

    A finding may be older than the tables of today; then the name is written as it is.
    """
    try:
        table: FactTable = fact_table(name)
    except UnknownTableError:
        return name.replace("_", " ")
    return table.meaning_en if is_english() else table.meaning


def version_on(rule: Rule, day: date) -> Version | None:
    """Return the version in force on ``day``; ``None`` before the first and after the last."""
    try:
        return rule.version_on(day)
    except BeforeFirstVersionError:
        return None


def known_on(period: Period, day: date, *, is_today: bool) -> Period:
    """Return a period as it was known on ``day``: an end that came later is not told."""
    ends_later = period.end is not None and period.end > day
    return Period(period.start) if ends_later and not is_today else period


def words_of(code: str) -> str:
    """Write a name of the files as people read it: "mulai_tahapan" is "mulai tahapan"."""
    return str(FIGURES.get(code, code.replace("_", " ")))


def yes_or_no(value: bool) -> str:  # noqa: FBT001  it is the value that is told
    """Write a truth value."""
    return gettext("ya") if value else gettext("tidak")


def in_page_language(words: str) -> Told:
    """Return a sentence of the page itself."""
    return Told(words, "en" if is_english() else "id")


def _told(words: str, english: str | None) -> Told:
    return Told(english, "en") if english and is_english() else Told(words)


def is_english() -> bool:
    """Tell whether the page is told in English."""
    return (get_language() or "").startswith("en")
