"""The bans around regional elections: windows have no holes, and more is never judged lighter."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pamong import law
from pamong.law.rule import Verdict
from pamong.regulations.kdh.months import months_after

WEIGHT = {
    Verdict.SESUAI: 0,
    Verdict.PERLU_DIPERIKSA: 1,
    Verdict.MELANGGAR: 2,
}
ONE_DAY = timedelta(days=1)
CANDIDATES = date(2024, 9, 22)


def outcome(rule_id, as_of, **facts):
    return law.judge_case(rule_id, facts, as_of=as_of).outcome


def replaced(decided, **changes):
    facts = {
        "diputuskan_on": decided,
        "perbuatan": "mutasi",
        "jenis_jabatan": "administrator",
        "pembuat_keputusan": "kepala_daerah",
        "pilkada": "2024",
        "akhir_masa_jabatan": date(2025, 2, 19),
        "ada_persetujuan": False,
    }
    return outcome("kdh-larangan-mutasi", decided, **facts | changes)


@given(st.dates(date(2024, 1, 1), date(2025, 12, 31)))
@settings(max_examples=60)
def test_the_ban_on_replacements_is_one_run_of_days(day):
    is_banned = date(2024, 3, 22) <= day <= date(2025, 2, 19)

    assert (replaced(day).id == "melanggar_larangan") is is_banned


@given(st.dates(date(2024, 3, 22), date(2025, 2, 19)), st.integers(-40, 40), st.integers(0, 20))
@settings(max_examples=80)
def test_a_consent_counts_only_where_it_came_before_the_inauguration(day, offset, later):
    inaugurated = day + timedelta(later)
    given_on = inaugurated + timedelta(offset)
    found = replaced(
        day,
        dilantik_on=inaugurated,
        ada_persetujuan=True,
        persetujuan_dari="menteri_dalam_negeri",
        persetujuan_on=given_on,
        persetujuan_meliputi=True,
    ).id

    assert (found == "disetujui") is (offset < 0)
    assert (found == "persetujuan_hari_sama") is (offset == 0)


@given(st.dates(date(2020, 1, 1), date(2020, 12, 9)))
@settings(max_examples=60)
def test_the_two_schedules_of_2020_meet_without_a_hole(day):
    found = replaced(day, pilkada="2020", akhir_masa_jabatan=date(2021, 2, 17)).id

    if day < date(2020, 1, 8):
        assert found == "di_luar_larangan"
    elif day < date(2020, 3, 23):
        assert found == "jadwal_ganda"
    else:
        assert found == "melanggar_larangan"


@given(st.dates(date(2018, 1, 1), date(2026, 6, 30)), st.integers(1, 24))
def test_months_never_run_past_the_month_and_keep_the_order(day, count):
    later = months_after(day, count)

    assert later.day <= day.day
    assert months_after(day + ONE_DAY, count) >= later
    assert (later.year - day.year) * 12 + later.month - day.month == count


@given(st.integers(0, 25), st.integers(0, 12))
@settings(max_examples=60)
def test_more_days_away_are_never_judged_lighter(days, others):
    start = date(2024, 7, 1)

    def weight(length, rest):
        facts = {
            "jabatan": "bupati",
            "luar_negeri": False,
            "mulai_on": start,
            "sampai_on": start + timedelta(length),
            "hari_lain": rest,
            "pengobatan_mendesak": False,
            "ada_izin": False,
        }
        return WEIGHT[outcome("kdh-izin-keluar-daerah", date(2024, 8, 30), **facts).verdict]

    assert weight(days, others) <= weight(days + 1, others)
    assert weight(days, others) <= weight(days, others + 1)


@given(st.dates(date(2022, 9, 22), date(2025, 6, 30)))
@settings(max_examples=40)
def test_a_banner_is_a_matter_of_ethics_until_the_candidates_are_set(day):
    found = outcome(
        "netralitas-skb-2022",
        day,
        kejadian_on=day,
        perbuatan="spanduk_baliho_alat_peraga",
        ditetapkan_on=CANDIDATES,
    ).id

    assert found == ("disiplin" if day >= CANDIDATES else "kode_etik")


@given(st.integers(0, 15))
def test_an_ethics_council_has_five_members_or_a_larger_odd_number(members):
    found = outcome(
        "netralitas-majelis-kode-etik",
        CANDIDATES,
        putusan_on=CANDIDATES,
        ditetapkan_ppk=True,
        ada_ketua_dan_sekretaris=True,
        jumlah_anggota=members,
        ada_anggota_lebih_rendah=False,
        sudah_diperiksa=True,
        diberi_kesempatan_membela=True,
    ).id

    assert (found == "sah") is (members == 5 or (members > 5 and members % 2 == 1))


@given(st.dates(date(2014, 1, 15), date(2030, 12, 31)))
@settings(max_examples=60)
def test_every_day_has_one_supervisor(day):
    facts = {"dilaporkan_ke": "inspektorat_atau_ppk", "lembaga_independen_bekerja": False}
    judgement = law.judge_case("netralitas-pengawas", facts, as_of=day)
    (supervisor,) = [each.value for each in judgement.steps if each.step.name == "pengawas"]

    assert supervisor == ("kasn" if day < date(2024, 9, 4) else "bkn")
