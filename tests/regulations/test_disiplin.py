"""What holds of discipline and working hours beyond their cases: order in time, weight, tables."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.facts import absences, employee, judged, loaded_since

from pamong import law

MONDAY = date(2025, 7, 7)  # no day off falls in the four weeks that follow
KINDS = [
    "teguran_lisan",
    "teguran_tertulis",
    "pernyataan_tidak_puas",
    "penundaan_kgb",
    "penundaan_pangkat",
    "penurunan_pangkat_1_tahun",
    "penurunan_jabatan",
    "pembebasan_ke_pelaksana",
    "pdhtaps",
]
days_of_2024 = st.dates(date(2024, 1, 1), date(2024, 11, 30))


def outcome(rule, facts, as_of=date(2024, 12, 31)):
    return law.judge_case(rule, facts, as_of=as_of).outcome.id


def weekdays(count):
    days = (MONDAY + timedelta(offset) for offset in range(40))
    return [day for day in days if day.weekday() < 5][:count]


@pytest.mark.parametrize("count", range(8, 13))
@pytest.mark.parametrize("present", [None, 0, 4, 9])
def test_ten_days_in_a_row_count_and_a_day_of_presence_among_them_does_not(count, present):
    days = weekdays(count)
    absent = [day for number, day in enumerate(days) if number != present]
    judgement = judged(
        "disiplin-absen-10-hari-berturut",
        date(2025, 12, 31),
        pegawai=[employee(1)],
        presensi=absences(1, absent),
        presensi_cakupan=[loaded_since()],
    ).of(1)
    longest = (
        max(count - 1 - present, present) if present is not None and present < count else count
    )

    assert judgement.breach is (longest >= 10)


@given(minutes=st.integers(0, 50_000), more=st.integers(0, 5_000), days=st.integers(0, 60))
def test_more_minutes_late_never_come_to_fewer_days(minutes, more, days):
    def counted(total):
        facts = {"sampai_on": date(2024, 6, 3), "menit": total, "hari_absen": days}
        steps = law.judge_case("jam-kerja-konversi", facts, as_of=date(2024, 6, 3)).steps
        return {each.step.name: each.value for each in steps}

    first, second = counted(minutes), counted(minutes + more)

    assert first["jumlah_hari"] <= second["jumlah_hari"]
    assert first["hari_dihitung"] * 450 + first["sisa_menit"] == minutes


@pytest.mark.parametrize("last", KINDS[:-1])
def test_a_repeated_breach_is_punished_as_due_exactly_by_the_heavier_kinds(last):
    facts = {"dijatuhkan_on": date(2024, 7, 1), "sifat_sama": True, "hukuman_terakhir": last}
    given_as_due = [
        kind
        for kind in KINDS
        if outcome("disiplin-pengulangan", facts | {"hukuman_baru": kind}) == "lebih_berat"
    ]

    assert given_as_due == KINDS[KINDS.index(last) + 1 :]


@given(received=days_of_2024, asked=days_of_2024, later=st.integers(0, 30))
def test_a_penalty_that_took_effect_stays_in_effect(received, asked, later):
    facts = {
        "ditetapkan_on": received,
        "sudah_upaya": False,
        "hadir_penyampaian": True,
        "diterima_on": received,
    }
    first = outcome("disiplin-mulai-berlaku", facts, asked)
    second = outcome("disiplin-mulai-berlaku", facts, asked + timedelta(later))

    assert first != "sudah_berlaku" or second == "sudah_berlaku"


@given(received=days_of_2024, days=st.integers(0, 40))
def test_who_files_later_is_never_more_in_time(received, days):
    facts = {
        "diterima_on": received,
        "oleh": "pejabat_pembina_kepegawaian",
        "jenis": "pdhtaps",
        "tahap": "pengajuan",
    }
    told = [
        outcome(
            "disiplin-keberatan",
            facts | {"dilakukan_on": received + timedelta(each)},
            date(2025, 6, 30),
        )
        for each in (days, days + 1)
    ]

    assert told != ["diajukan_terlambat", "tepat_waktu"]


@pytest.mark.parametrize("agency", ["pusat", "provinsi", "kabupaten_kota"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "target", ["jpt_pratama", "administrator", "pengawas", "pelaksana", "jf_ahli_utama", "jf_lain"]
)
def test_somebody_may_impose_every_kind_on_every_official(agency, kind, target):
    officials = [
        "presiden",
        "pejabat_pembina_kepegawaian",
        "jpt_madya",
        "jpt_pratama",
        "administrator",
        "pengawas",
    ]
    facts = {
        "dijatuhkan_on": date(2024, 7, 1),
        "instansi": agency,
        "sasaran": target,
        "jenis": kind,
        "jabatan_lowong": False,
    }
    may = [
        each
        for each in officials
        if outcome("disiplin-pejabat-berwenang", facts | {"penghukum": each}) == "berwenang"
    ]

    assert may


@settings(max_examples=30)
@given(summoned=days_of_2024, gap=st.integers(0, 30))
def test_an_examination_is_too_far_off_where_more_than_seven_working_days_lie_between(
    summoned, gap
):
    facts = {"pemeriksaan_on": summoned + timedelta(gap), "tertulis": True, "hadir": True}
    new = law.judge_case(
        "disiplin-pemanggilan", facts | {"panggilan_on": summoned}, as_of=date(2024, 12, 31)
    )
    between = {each.step.name: each.value for each in new.steps}["hari_di_antara"]

    assert (new.outcome.id == "terlalu_jauh") is (between > 7)
