"""What the law says of each line of an appointment, by the rules that judge one case."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from pamong import law
from pamong.apps.kepegawaian.models import JabatanAsn
from pamong.apps.organisasi.models import JabatanHolding, JabatanKind, PilkadaParticipation
from pamong.apps.penataan.advice import Advice, Bench
from pamong.apps.penataan.careers import experience, five_years, sideways
from pamong.apps.penataan.chain import Link
from pamong.apps.penataan.levels import HIGH, jpt_level, level_of
from pamong.apps.penataan.models import Pelantikan
from pamong.apps.penataan.pension import pension_advice
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day
from pamong.kernel.golongan import GolonganError, parse_golongan
from pamong.regulations.months import term_before

STRUCTURAL = {*HIGH, JabatanAsn.ADMINISTRATOR, JabatanAsn.PENGAWAS}
ACTING = {Capacity.PLT: "plt", Capacity.PLH: "plh"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is the same for every line: the election, the head, and who judges."""

    pilkada: str | None
    head_since: date | None
    head_until: date | None
    bench: Bench = field(default_factory=Bench)


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
    bench = around.bench
    told = [*_reshuffle(plan, link, around), *_high_office(bench, plan, link)]
    told += [*_acting(bench, plan, link), *_term(plan, link), *_rank(link)]
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
    own = [held for held in link.leaves if level_of(held.jabatan) in HIGH]
    if level in HIGH and not own:
        born = link.line.pegawai.born_on
        facts = {"jenjang": jpt_level(level), "lahir_on": born, "diangkat_on": day}
        yield bench.judge("jpt-syarat-usia", facts, day)
        yield bench.judge("jpt-seleksi-terbuka", {"jabatan": _selected(plan, link)}, day)
    for held in own:
        since = held.starts_on if held.starts_is_exact else None
        yield bench.judge(
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


def _acting(bench: Bench, plan: Pelantikan, link: Link) -> Iterator[Advice]:
    capacity = Capacity(link.line.capacity)
    if capacity not in ACTING:
        return
    own = next((level_of(held.jabatan) for held in link.leaves), None)
    level = level_of(link.line.jabatan)
    same = link.placement and link.post.opd and link.placement.opd_id == link.post.opd
    yield bench.judge(
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
    meaning = {
        True: _("Golongan %(own)s memenuhi golongan terendah jabatan ini, %(wanted)s."),
        False: _("Golongan %(own)s di bawah golongan terendah jabatan ini, %(wanted)s."),
        None: _("Golongan %(own)s bukan golongan PNS; yang terendah %(wanted)s."),
    }[enough]
    yield Advice(
        rule="",
        title=title,
        breach=None if enough is None else not enough,
        verdict="sesuai" if enough else "perlu_diperiksa",
        meaning=meaning % {"own": link.golongan, "wanted": wanted},
        basis=basis,
    )
