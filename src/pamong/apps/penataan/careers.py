"""What the law asks of the career behind a line: years in a post, diploma, posts held before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from pamong import law
from pamong.apps.kepegawaian.models import JabatanAsn, JenjangPendidikan, RiwayatJabatan
from pamong.apps.penataan.advice import Advice, Bench
from pamong.apps.penataan.chain import Link
from pamong.apps.penataan.levels import HIGH, comes_from_below, jpt_level, level_of
from pamong.apps.penataan.models import Pelantikan, WhoDecides
from pamong.law.rule import Verdict

DIPLOMAS = {
    JenjangPendidikan.DIPLOMA_IV: "diploma_4",
    JenjangPendidikan.SARJANA: "sarjana",
    JenjangPendidikan.PROFESI: "sarjana",
    JenjangPendidikan.MAGISTER: "magister",
    JenjangPendidikan.DOKTOR: "doktor",
}
LEVELS = JenjangPendidikan.values
SIDEWAYS = {JabatanAsn.ADMINISTRATOR, JabatanAsn.PENGAWAS}
"""A move between posts of one of these levels is no promotion: the level alone says so."""


def five_years(bench: Bench, plan: Pelantikan, link: Link) -> Iterator[Advice]:
    """Say of a high office that is left, and of the new one, when its five years end."""
    if link.is_acting:
        return
    for held in link.leaves:
        if level_of(held.jabatan) in HIGH:
            since = held.starts_on if held.starts_is_exact else None
            told = bench.judge("jpt-masa-5-tahun", {"dilantik_on": since}, plan.day)
            yield replace(told, meaning=_about(str(held.jabatan), told.meaning))
    if level_of(link.line.jabatan) in HIGH:
        sworn = plan.oath_on or plan.day
        told = bench.judge("jpt-masa-5-tahun", {"dilantik_on": sworn}, max(sworn, plan.day))
        yield replace(told, meaning=_about(link.post.nama, told.meaning))


def experience(bench: Bench, plan: Pelantikan, link: Link) -> Iterator[Advice]:
    """Weigh diploma and posts of somebody who comes into a high office from below."""
    level = level_of(link.line.jabatan)
    if link.is_acting or not comes_from_below(level, link.offices_left):
        return
    post, months = _best_post(link, plan.day, jpt_level(level) or "")
    yield bench.judge(
        "jpt-syarat-pengalaman",
        {
            "diangkat_on": plan.day,
            "jenjang": jpt_level(level),
            "pendidikan": _diploma(link),
            "jabatan": post,
            "jabatan_bulan": months,
        },
        plan.day,
    )


def sideways(bench: Bench, plan: Pelantikan, link: Link) -> Iterator[Advice]:
    """Weigh a move between posts of one level: two years at least, unless it was asked for.

    Whether somebody asked for it is not on record, so that a breach that hangs on it is no breach
    yet: it is told as what to look at.
    """
    level = level_of(link.line.jabatan)
    own = [held for held in link.leaves if level_of(held.jabatan) == level]
    if link.is_acting or level not in SIDEWAYS or not own:
        return
    since = min(held.starts_on for held in own) if all(h.starts_is_exact for h in own) else None
    facts = {
        "dimutasi_on": plan.day,
        "sejak_on": since,
        "atas_permintaan_sendiri": False,
        "jenis_mutasi": "dalam_satu_instansi",
        "ditetapkan_oleh": "ppk" if plan.decided_by == WhoDecides.KEPALA_DAERAH else None,
    }
    told = bench.judge("pegawai-mutasi-pns", facts, plan.day)
    if told.breach:
        asked = _("kecuali atas permintaan sendiri, yang tidak tercatat di sini")
        told = replace(
            told,
            breach=None,
            verdict=Verdict.PERLU_DIPERIKSA.value,
            meaning=f"{told.meaning.rstrip('.')}, {asked}.",
            missing=(),
        )
    yield told


def _diploma(link: Link) -> str | None:
    """Return the highest diploma on record, as the rule names it."""
    known = [jenjang for jenjang in link.education if jenjang in LEVELS]
    if not known:
        return None
    highest = max(known, key=LEVELS.index)
    return DIPLOMAS.get(JenjangPendidikan(highest), "di_bawah_diploma_4")


def _best_post(link: Link, day: date, level: str) -> tuple[str | None, int | None]:
    """Return the post that the rule asks for and the months in it, or else what was held last."""
    try:
        version = law.rule("jpt-syarat-pengalaman").version_on(day)
    except law.BeforeFirstVersionError:
        return None, None
    wanted = version.values["syarat"][level]["jabatan"]
    months: dict[str, int] = {}
    for row in link.career:
        months[_named(row)] = months.get(_named(row), 0) + _months(row, day)
    fitting = {name: months[name] for name in wanted if name in months}
    told = fitting or months
    if not told:
        return None, None
    best = max(told, key=lambda name: told[name])
    return best, told[best]


def _named(row: RiwayatJabatan) -> str:
    """Return a post in the words of the rule."""
    if row.kind == JabatanAsn.FUNGSIONAL:
        return {
            "ahli_utama": "jf_ahli_utama",
            "ahli_madya": "jf_ahli_madya",
            "ahli_muda": "jf_ahli_muda",
        }.get(row.jenjang, "jabatan_lain")
    known = {"jpt_madya", "jpt_pratama", "administrator", "pengawas"}
    return row.kind if row.kind in known else "jabatan_lain"


def _months(row: RiwayatJabatan, day: date) -> int:
    """Return the full months that a post was held by a day."""
    until = min(row.ends_before or day, day)
    if until <= row.starts_on:
        return 0
    begun, ended = row.starts_on, until
    whole = 12 * (ended.year - begun.year) + ended.month - begun.month
    return whole - (ended.day < begun.day)


def _about(post: str, meaning: str) -> str:
    return _("%(post)s: %(meaning)s") % {"post": post, "meaning": meaning}
