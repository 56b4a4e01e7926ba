"""Offices, who may hold one and who may act in it: order, and the tables as a whole."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pamong import law
from pamong.regulations.months import term_before

AS_OF = date(2026, 11, 25)
ESELON = law.rule("opd-eselon")
LADDER = ["Ib", "IIa", "IIb", "IIIa", "IIIb", "IVa", "IVb"]
LEVELS = st.sampled_from(["utama", "madya", "pratama"])
STARTS = st.dates(date(2014, 1, 15), date(2022, 12, 31))
HEAVIER = {"sesuai": 0, "perlu_diperiksa": 1, "melanggar": 2}


def judged(rule_id, as_of=AS_OF, **facts):
    return law.judge_case(rule_id, facts, as_of=as_of)


def steps(judgement):
    return {each.step.name: each.value for each in judgement.steps}


def weight(judgement):
    return HEAVIER[judgement.verdict.value]


def listed(version):
    names = ESELON.version(version).values["daftar"]
    return [row for name in names for row in ESELON.lists[name].rows]


@pytest.mark.parametrize("version", ["pp-18-2016", "pp-72-2019"])
def test_every_office_of_the_list_is_found_with_what_its_row_names(version):
    as_of = ESELON.version(version).period.start
    for row in listed(version):
        facts = {name: row[name] for name in ("daerah", "jabatan", "tempat", "kelas")}
        facts["tempat"] = facts["tempat"] or "dinas"
        facts["kelas"] = facts["kelas"] or "a"
        told = steps(judged(ESELON.id, as_of, **facts))

        assert (told["eselon"], told["jenjang"], told["pasal"]) == (
            row["eselon"],
            row["jenjang"],
            row["sumber"],
        )


@pytest.mark.parametrize("version", ["pp-18-2016", "pp-72-2019"])
def test_an_office_of_a_province_is_never_below_the_same_one_of_a_kabupaten(version):
    offices = {
        (row["daerah"], row["jabatan"], row["tempat"], row["kelas"]): row["eselon"]
        for row in listed(version)
        if row["eselon"]
    }
    both = {key[1:] for key in offices if key[0] == "provinsi"} & {
        key[1:] for key in offices if key[0] == "kabupaten_kota"
    }

    assert both
    for key in both:
        above, below = offices["provinsi", *key], offices["kabupaten_kota", *key]
        assert LADDER.index(above) <= LADDER.index(below)


def test_every_echelon_belongs_to_one_level():
    levels = {(row["eselon"], row["jenjang"]) for row in listed("pp-72-2019") if row["eselon"]}

    assert sorted(levels) == [
        ("IIIa", "administrator"),
        ("IIIb", "administrator"),
        ("IIa", "jpt_pratama"),
        ("IIb", "jpt_pratama"),
        ("IVa", "pengawas"),
        ("IVb", "pengawas"),
        ("Ib", "jpt_madya"),
    ]


@settings(max_examples=80, deadline=None)
@given(LEVELS, st.dates(date(1955, 1, 1), date(1985, 12, 31)), st.integers(0, 4000))
def test_whoever_is_older_is_never_judged_more_lightly(level, born, days):
    facts = {"jenjang": level, "diangkat_on": date(2024, 6, 1)}
    younger = judged("jpt-syarat-usia", lahir_on=born, **facts)
    older = judged("jpt-syarat-usia", lahir_on=born - timedelta(days), **facts)

    assert weight(younger) <= weight(older)


@settings(max_examples=80, deadline=None)
@given(LEVELS, st.integers(0, 200), st.integers(0, 60), st.integers(0, 60))
def test_more_experience_never_harms(level, months, post_months, more):
    post = {"utama": "jpt_madya", "madya": "jpt_pratama", "pratama": "administrator"}[level]
    facts = {
        "jenjang": level,
        "diangkat_on": date(2018, 6, 1),
        "pendidikan": "sarjana",
        "jabatan": post,
        "kompetensi_sesuai": True,
        "rekam_jejak_baik": True,
        "sehat": True,
    }
    less = judged(
        "jpt-syarat-pengalaman", pengalaman_bulan=months, jabatan_bulan=post_months, **facts
    )
    enough = judged(
        "jpt-syarat-pengalaman",
        pengalaman_bulan=months + more,
        jabatan_bulan=post_months + more,
        **facts,
    )

    assert weight(enough) <= weight(less)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 40), st.integers(0, 20))
def test_a_longer_announcement_never_harms(days, more):
    facts = {
        "jabatan": "jpt_pratama_lain",
        "dimulai_on": date(2022, 3, 1),
        "diumumkan_on": date(2022, 3, 1),
        "terbuka": True,
        "lingkup": "nasional",
        "anggota_panitia": 7,
        "rekomendasi_ppk": True,
        "jumlah_calon": 3,
        "dari_seleksi_lain": False,
        "dipilih_oleh": "ppk",
    }
    closes = date(2022, 3, 1) + timedelta(days)
    short = judged("jpt-seleksi-terbuka", batas_lamaran_on=closes, **facts)
    longer = judged("jpt-seleksi-terbuka", batas_lamaran_on=closes + timedelta(more), **facts)

    assert weight(longer) <= weight(short)


@settings(max_examples=80, deadline=None)
@given(STARTS, st.integers(0, 800), st.integers(0, 800))
def test_whoever_is_replaced_later_is_never_judged_more_heavily(start, days, more):
    facts = {
        "dilantik_on": start,
        "cara": "penggantian",
        "jenjang": "pratama",
        "melanggar_ketentuan": False,
        "tidak_memenuhi_syarat": False,
    }
    if start + timedelta(days + more) >= date(2023, 10, 31):
        return
    early = judged("jpt-mutasi-2-tahun", diganti_on=start + timedelta(days), **facts)
    late = judged("jpt-mutasi-2-tahun", diganti_on=start + timedelta(days + more), **facts)

    assert weight(late) <= weight(early)


@settings(max_examples=60, deadline=None)
@given(STARTS, st.integers(0, 3000))
def test_once_beyond_five_years_it_stays_so_with_the_same_first_day(start, days):
    limit = steps(judged("jpt-masa-5-tahun", start, dilantik_on=start))["hari_terakhir"]
    told = judged(
        "jpt-masa-5-tahun",
        limit + timedelta(1 + days),
        dilantik_on=start,
        persetujuan_ppk=False,
    )

    assert (told.breach, told.since) == (True, limit + timedelta(1))


@pytest.mark.parametrize("version", law.rule("plt-jabatan-wewenang").versions, ids=lambda v: v.id)
def test_what_the_act_bars_is_barred_by_every_version_and_allowed_by_none(version):
    first = law.rule("plt-jabatan-wewenang").versions[0]
    barred, allowed = version.values["tidak_boleh"], version.values["boleh"]

    assert barred == first.values["tidak_boleh"]
    named = [*barred, *allowed, *version.values["tidak_menurut_edaran"]]
    named += version.values["perlu_ditimbang"]
    assert len(named) == len(set(named))


@pytest.mark.parametrize(
    ("start", "months", "over"),
    [
        (date(2024, 1, 31), 1, date(2024, 3, 1)),
        (date(2024, 1, 31), 3, date(2024, 5, 1)),
        (date(2024, 2, 29), 12, date(2025, 3, 1)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 12, 15), 2, date(2025, 2, 15)),
        (date(2024, 8, 31), 6, date(2025, 3, 1)),
    ],
)
def test_a_term_of_months_ends_before_the_same_day_or_with_a_shorter_month(start, months, over):
    assert term_before(start, months) == over
