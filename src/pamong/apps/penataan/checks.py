"""What the law says of each line of an appointment, by the rules that judge one case."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from pamong.apps.kepegawaian.models import JabatanAsn
from pamong.apps.organisasi.models import JabatanKind
from pamong.apps.penataan.acting import acting_advice
from pamong.apps.penataan.advice import Advice, Bench
from pamong.apps.penataan.careers import experience, five_years, sideways
from pamong.apps.penataan.chain import Link
from pamong.apps.penataan.levels import HIGH, comes_from_below, jpt_level, level_of
from pamong.apps.penataan.models import Pelantikan
from pamong.apps.penataan.pension import pension_advice
from pamong.apps.penataan.surroundings import Surroundings
from pamong.kernel.golongan import GolonganError, parse_golongan

STRUCTURAL = {*HIGH, JabatanAsn.ADMINISTRATOR, JabatanAsn.PENGAWAS}


def advice_on(plan: Pelantikan, link: Link, around: Surroundings) -> list[Advice]:
    """Return what the law says of one line, what must be looked at first."""
    bench = around.bench
    told = [*_reshuffle(plan, link, around), *_high_office(bench, plan, link)]
    told += [*acting_advice(bench, plan, link), *_rank(link)]
    told += [*five_years(bench, plan, link), *experience(bench, plan, link)]
    told += [*sideways(bench, plan, link), *pension_advice(link, plan.day)]
    return sorted(told, key=_loudest_first)


def _loudest_first(advice: Advice) -> tuple[bool, bool, bool, str]:
    """Put breaches first, then what to look at, what cannot be judged, and what is fine."""
    return advice.is_quiet, advice.breach is not True, advice.is_open, advice.rule


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
    yield around.bench.judge(
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
    yield around.bench.judge(
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


def _high_office(bench: Bench, plan: Pelantikan, link: Link) -> Iterator[Advice]:
    if link.is_acting:
        return
    level, day = level_of(link.line.jabatan), plan.day
    is_new = comes_from_below(level, link.offices_left)
    if is_new:
        born = link.line.pegawai.born_on
        facts = {"jenjang": jpt_level(level), "lahir_on": born, "diangkat_on": day}
        yield bench.judge("jpt-syarat-usia", facts, day)
        yield bench.judge("jpt-seleksi-terbuka", {"jabatan": _selected(plan, link)}, day)
    for held in link.leaves:
        if level_of(held.jabatan) not in HIGH:
            continue
        since = held.starts_on if held.starts_is_exact else None
        yield bench.judge(
            "jpt-mutasi-2-tahun",
            {
                "diganti_on": day,
                "dilantik_on": since,
                "cara": "mutasi_antar_jpt" if level in HIGH and not is_new else "penggantian",
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


def _rank(link: Link) -> Iterator[Advice]:
    """Compare the golongan with the lowest that the peta jabatan of the government asks for."""
    wanted = link.post.lowest_golongan
    if link.is_acting or not (wanted or level_of(link.line.jabatan) in STRUCTURAL):
        return
    title, basis = (
        _("Golongan terendah menurut peta jabatan"),
        _("Peta jabatan pemerintah daerah ini."),
    )
    missing = [
        *([] if wanted else [_("golongan terendah jabatan ini")]),
        *([] if link.golongan else [_("golongannya pada hari itu")]),
    ]
    if missing:
        yield Advice("", title, None, "tidak_dapat_dinilai", "", basis, tuple(missing))
        return
    try:
        enough = parse_golongan(link.golongan) >= parse_golongan(wanted)
    except GolonganError:
        enough = None
    if enough is None:
        meaning = _("Golongan %(own)s bukan golongan PNS; yang terendah %(wanted)s.")
    elif enough:
        meaning = _("Golongan %(own)s memenuhi golongan terendah jabatan ini, %(wanted)s.")
    else:
        meaning = _("Golongan %(own)s di bawah golongan terendah jabatan ini, %(wanted)s.")
    yield Advice(
        rule="",
        title=title,
        breach=None if enough is None else not enough,
        verdict="sesuai" if enough else "perlu_diperiksa",
        meaning=meaning % {"own": link.golongan, "wanted": wanted},
        basis=basis,
    )
