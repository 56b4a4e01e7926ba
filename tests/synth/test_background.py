"""The background keeps the law, and looks as the counted people do."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from pamong.synth.governments import plan_kelompok
from pamong.synth.marginals import marginals
from pamong.synth.offices import person_id
from pamong.synth.order import Order
from pamong.synth.people import FUNCTIONS, KINDS, STATUS, make_people


def years(earlier, later):
    had_birthday = (later.month, later.day) >= (earlier.month, earlier.day)
    return later.year - earlier.year - (not had_birthday)


def by_person(rows):
    found = defaultdict(list)
    for row in rows:
        found[row["pegawai_id"]].append(row)
    return found


@pytest.fixture(scope="module")
def people():
    order = Order(asn=50_000, seed=11, pemda=5)
    return make_people(order, plan_kelompok(order)[0])


@pytest.fixture(scope="module")
def staff(lake):
    return {row["pegawai_id"]: row for row in lake.background("pegawai")}


def shares_of(values, names):
    counted = Counter(values.tolist())
    return {name: counted[place] / len(values) for place, name in enumerate(names)}


def test_status_and_kind_of_post_are_as_counted(people):
    status = shares_of(people.status, STATUS)
    kind = shares_of(people.kind, KINDS)

    assert status["pppk"] == pytest.approx(marginals()["status"].shares["pppk"], abs=0.002)
    assert status["cpns"] < 0.02
    for name, share in marginals()["jabatan"].shares.items():
        assert kind[name] == pytest.approx(share, abs=0.01)


def test_education_is_as_counted(people):
    levels = [("sd_sma", (0, 1, 2)), ("diploma", (3,)), ("s1", (4,)), ("s2", (5,)), ("s3", (6,))]
    counted = Counter(people.tingkat.tolist())

    for name, places in levels:
        share = sum(counted[place] for place in places) / len(people)
        assert share == pytest.approx(marginals()["pendidikan"].shares[name], abs=0.01)


def test_the_ages_of_pns_are_as_counted(people):
    pns = people.status != STATUS.index("pppk")
    age = (people.as_of - people.lahir_on[pns]) / 365.2425
    bins = Counter(min(3, max(0, int((a - 21) // 10))) for a in age)

    for place, share in enumerate(marginals()["umur_pns"].shares.values()):
        assert bins[place] / pns.sum() == pytest.approx(share, abs=0.02)


def test_teachers_are_as_many_among_functional_posts_as_counted(people):
    functional = people.kind == KINDS.index("fungsional")
    of_functional = shares_of(people.function[functional], FUNCTIONS)

    for name, share in marginals()["fungsional"].shares.items():
        assert of_functional[name] == pytest.approx(share, abs=0.02)


def test_what_is_not_counted_says_so():
    for marginal in marginals().values():
        assert bool(marginal.source) != bool(marginal.assumed)


def test_nobody_serves_beyond_the_age_of_the_post(lake, staff):
    now = {
        row["pegawai_id"]: row
        for row in lake.background("riwayat_jabatan")
        if row["ends_before"] is None
    }
    assert now.keys() == staff.keys()
    for person, row in staff.items():
        limit = 60 if now[person]["nama"] == "Guru" else 58
        assert years(row["lahir_on"], lake.order.as_of) < limit


def test_everybody_entered_as_an_adult(lake, staff):
    for person, ranks in by_person(lake.background("riwayat_pangkat")).items():
        first = min(row["tmt_on"] for row in ranks)
        least = 20 if staff[person]["status"] == "pppk" else 18
        assert years(staff[person]["lahir_on"], first) >= least


def test_promotions_are_four_years_apart_on_lawful_days(lake):
    for ranks in by_person(lake.background("riwayat_pangkat")).values():
        days = sorted(row["tmt_on"] for row in ranks)
        for before, after in pairwise(days):
            assert years(before, after) >= 4
            assert after.day == 1
            if after < date(2024, 1, 1):
                assert after.month in {4, 10}
            elif after < date(2025, 10, 1):
                assert after.month % 2 == 0


def test_pay_is_never_two_years_old_but_at_the_end_of_the_table(lake, staff):
    for person, pay in by_person(lake.background("gaji_berkala")).items():
        last = max(pay, key=lambda row: row["tmt_on"])
        is_at_the_end = last["mkg_bulan"] >= 26 * 12
        assert years(last["tmt_on"], lake.order.as_of) < 2 or is_at_the_end
        assert person in staff


def test_every_pns_has_20_jp_a_year_and_no_pppk_more_than_24(lake, staff):
    hours: Counter = Counter()
    for row in lake.background("pengembangan_kompetensi"):
        hours[row["pegawai_id"], row["selesai_on"].year] += row["jp"]
    first = {
        person: min(row["starts_on"] for row in rows)
        for person, rows in by_person(lake.background("kontrak_pppk")).items()
    }
    contract: Counter = Counter()
    for row in lake.background("pengembangan_kompetensi"):
        if row["pegawai_id"] in first:
            year = years(first[row["pegawai_id"]], row["selesai_on"])
            contract[row["pegawai_id"], year] += row["jp"]

    assert all(
        hours[person, 2025] >= 20 for person, row in staff.items() if row["status"] == "pns"
    )
    assert max(contract.values()) <= 24


def test_every_pppk_has_a_contract_of_a_year_or_more_that_runs(lake, staff):
    contracts = by_person(lake.background("kontrak_pppk"))

    assert contracts.keys() == {p for p, row in staff.items() if row["status"] == "pppk"}
    for person, rows in contracts.items():
        assert all(years(row["starts_on"], row["ends_before"]) >= 1 for row in rows)
        assert any(row["starts_on"] <= lake.order.as_of < row["ends_before"] for row in rows)
        end = max(row["ends_before"] for row in rows)
        assert years(staff[person]["lahir_on"], end - timedelta(1)) < 60


def test_part_time_contracts_begin_since_there_are_such_and_last_a_year(lake):
    rows = [row for row in lake.background("kontrak_pppk") if row["paruh_waktu"]]

    assert rows
    for row in rows:
        assert row["starts_on"] >= date(2025, 1, 13)
        assert (row["ends_before"] - row["starts_on"]).days in {365, 366}


def test_nobody_is_absent_without_a_reason_for_three_days(lake):
    without = Counter(
        row["pegawai_id"] for row in lake.background("presensi") if not row["alasan_sah"]
    )

    assert 0 < max(without.values()) <= 2


def test_leave_does_not_overlap_and_annual_leave_is_twelve_days_at_most(lake):
    annual: Counter = Counter()
    for rows in by_person(lake.background("cuti_pegawai")).values():
        ordered = sorted(rows, key=lambda row: row["starts_on"])
        for before, after in pairwise(ordered):
            assert before["ends_before"] <= after["starts_on"]
        for row in rows:
            if row["jenis"] == "tahunan":
                annual[row["pegawai_id"]] += (row["ends_before"] - row["starts_on"]).days
    assert max(annual.values()) <= 12


def test_no_appraisal_is_below_good(lake):
    for row in lake.background("penilaian_kinerja"):
        assert (row["predikat"] is None) == (row["tahun"] < 2022)
        assert row["predikat"] in {None, "baik", "sangat_baik"}
        assert row["predikat"] or row["nilai_seperseratus"] >= 7600


def test_budgets_keep_to_the_shares(lake):
    planted = {t["subject_id"] for t in lake.expectations() if t["rule"].startswith("apbd-")}
    rows = [row for row in lake.rows("apbd") if row["pemda_id"] not in planted]

    assert {row["tahun"] for row in rows} == set(range(2022, 2028))
    for row in rows:
        own = row["belanja_pegawai"] - row["tunjangan_guru_tkd"]
        assert own * 100 < row["belanja"] * 30
        without_transfers = row["belanja"] - row["bagi_hasil_transfer"]
        assert row["belanja_infrastruktur"] * 100 > without_transfers * 40
        assert row["pendidikan"] * 100 > row["belanja"] * 20
        assert row["kesehatan"] * 100 > row["belanja"] * 10
        assert row["kesehatan_publik"] * 3 > row["kesehatan"] * 2


def test_nobody_acts_for_more_than_three_months_in_the_background(lake):
    planted = {t["subject_id"] for t in lake.expectations() if t["rule"] == "plt-jabatan-batas"}
    acting = [
        row
        for row in lake.rows("pemangku")
        if row["capacity"] == "plt"
        and row["jabatan_id"] not in planted
        and row["jabatan_id"] % 10_000 > 2
    ]

    assert acting
    for row in acting:
        assert ((row["ends_before"] or lake.order.as_of) - row["starts_on"]).days <= 62


def test_whoever_is_no_civil_servant_came_before_the_ban_and_left_in_time(lake):
    planted = {t["subject_id"] for t in lake.expectations() if t["rule"].startswith("nonasn-")}
    rows = [row for row in lake.rows("tenaga_non_asn") if row["tenaga_id"] not in planted]

    assert rows
    assert max(row["mulai_on"] for row in rows) < date(2005, 11, 11)
    assert max(row["ends_before"] for row in rows) <= date(2023, 11, 28)


def test_every_pj_comes_from_a_post_of_the_rank_that_the_law_asks_for(lake):
    levels = {row["pemda_id"]: row["level"] for row in lake.rows("pemda")}
    eselon = {row["jabatan_id"]: row["eselon"] for row in lake.rows("jabatan")}
    held = defaultdict(list)
    for row in lake.rows("pemangku"):
        held[row["person_id"]].append(row)
    pj = [person_id(pemda, number) for pemda in levels for number in (21, 22)]

    for person in pj:
        own = [row for row in held[person] if row["capacity"] == "definitif"]
        (rank,) = {eselon[row["jabatan_id"]].split(".")[0] for row in own}
        assert rank == ("I" if levels[own[0]["pemda_id"]] == "provinsi" else "II")
