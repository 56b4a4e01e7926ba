"""What holds of the rules on performance and training, whatever the figures."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.law.facts import employee, judged, loaded_since

from pamong import law

DAY = date(2026, 11, 25)
OLD = ["buruk", "kurang", "cukup", "baik", "sangat_baik"]
NEW = ["sangat_kurang", "kurang", "cukup", "baik", "sangat_baik"]
PREDICATES = ["sangat_kurang", "kurang", "butuh_perbaikan", "baik", "sangat_baik"]
EXPECTATIONS = ["di_bawah", "sesuai", "di_atas"]


def named(year_end, **told):
    told |= {"periode_akhir_on": year_end}
    return law.judge_case("kinerja-nilai", told, as_of=DAY).outcome.id


def final(year_end, score):
    return named(year_end, nilai_akhir_perseratus=score, ide_baru=True)


@given(st.integers(0, 12000), st.integers(0, 12000))
def test_a_higher_score_never_has_a_lower_name(first, second):
    low, high = sorted((first, second))
    for year_end, names in ((date(2018, 12, 31), OLD), (date(2021, 12, 31), NEW)):
        told = [final(year_end, score) for score in (low, high)]
        ranks = [names.index(name) for name in told if name in names]

        assert ranks == sorted(ranks)


@given(st.integers(0, 100))
def test_whole_scores_always_have_a_name_under_the_old_law(score):
    assert final(date(2018, 12, 31), score * 100) in OLD


@given(st.integers(0, 12000))
def test_every_score_up_to_120_has_a_name_under_pp_30(score):
    assert final(date(2021, 12, 31), score) in NEW


@given(st.integers(0, 12000), st.integers(0, 10000))
def test_two_equal_parts_weigh_to_the_same_score(plan, conduct):
    told = {"nilai_skp_perseratus": conduct, "nilai_perilaku_perseratus": conduct}
    assert named(date(2018, 12, 31), **told) == final(date(2018, 12, 31), conduct)
    assert named(
        date(2021, 12, 31),
        nilai_skp_perseratus=plan,
        nilai_perilaku_perseratus=plan,
        nilai_rekan_perseratus=plan,
        menilai_rekan=True,
        ide_baru=True,
    ) == final(date(2021, 12, 31), plan)


def predicate(output, conduct):
    told = {"periode_akhir_on": date(2025, 12, 31), "hasil_kerja": output, "perilaku": conduct}
    return PREDICATES.index(law.judge_case("kinerja-predikat", told, as_of=DAY).outcome.id)


def test_better_output_or_conduct_never_gives_a_lower_predicate():
    for fixed in EXPECTATIONS:
        by_output = [predicate(output, fixed) for output in EXPECTATIONS]
        by_conduct = [predicate(fixed, conduct) for conduct in EXPECTATIONS]

        assert by_output == sorted(by_output)
        assert by_conduct == sorted(by_conduct)


def test_the_quadrant_is_not_symmetric():
    assert predicate("di_atas", "di_bawah") < predicate("di_bawah", "di_atas")


def training(number, hours, day="2025-06-01", pegawai_id=1):
    return {
        "pengembangan_id": number,
        "pegawai_id": pegawai_id,
        "jenis": "diklat_teknis",
        "jp": hours,
        "selesai_on": day,
    }


def test_hours_are_added_up_for_each_employee_alone():
    hours = {1: [19], 2: [10, 10], 3: [], 4: [40]}
    rows = [
        training(10 * pegawai_id + number, each, pegawai_id=pegawai_id)
        for pegawai_id, told in hours.items()
        for number, each in enumerate(told)
    ]
    found = judged(
        "kompetensi-20jp-pns",
        DAY,
        pegawai=[employee(pegawai_id) for pegawai_id in hours],
        pengembangan_kompetensi=rows,
        pengembangan_kompetensi_cakupan=[loaded_since()],
    )

    told = {pegawai_id: found.of(pegawai_id).outcome.id for pegawai_id in hours}
    assert told == {1: "kurang", 2: "terpenuhi", 3: "kurang", 4: "terpenuhi"}


def test_coverage_that_overlaps_is_complete_and_counts_once():
    loads = [
        loaded_since("2025-01-01") | {"ends_before": "2025-09-01"},
        loaded_since("2025-03-01") | {"ends_before": "2025-04-01"},
        loaded_since("2025-08-01") | {"ends_before": "2026-01-01"},
    ]
    found = judged(
        "kompetensi-20jp-pns",
        DAY,
        pegawai=[employee(1)],
        pengembangan_kompetensi=[training(1, 15)],
        pengembangan_kompetensi_cakupan=loads,
    )

    assert found.of(1).outcome.id == "kurang"


def test_a_contract_year_runs_from_the_first_day_of_the_contract():
    days = {"2025-12-31": 0, "2026-01-14": 0, "2026-01-15": 30, "2026-11-25": 30}
    for day, counted in days.items():
        found = judged(
            "kompetensi-24jp-pppk",
            DAY,
            pegawai=[employee(1, status="pppk")],
            kontrak_pppk=[
                {
                    "kontrak_id": 1,
                    "pegawai_id": 1,
                    "starts_on": "2024-01-15",
                    "ends_before": "2029-01-15",
                }
            ],
            riwayat_jabatan=[
                {
                    "riwayat_id": 1,
                    "pegawai_id": 1,
                    "starts_on": "2024-01-15",
                    "jenis": "pelaksana",
                    "nama": "Contoh",
                }
            ],
            pengembangan_kompetensi=[training(1, 30, day)],
            pengembangan_kompetensi_cakupan=[loaded_since()],
        ).of(1)

        assert found.outcome.id == "melebihi"
        steps = {each.step.name: each.value for each in found.steps}
        assert steps["jp_tahun"] == counted
