"""What must hold of contracts, of work outside the civil service and of requests to leave."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.facts import judged, loaded_since

from pamong import law

DAY = date(2024, 6, 1)
STARTS = st.dates(date(2019, 1, 1), DAY)
ANYTHING = st.sampled_from([True, False, None])


def contract(starts_on, days, **changes):
    """Return a contract of the employee 1 that lasts so many days."""
    ends = starts_on + timedelta(days)
    return {
        "kontrak_id": 1,
        "pegawai_id": 1,
        "starts_on": starts_on,
        "ends_before": ends,
        "paruh_waktu": False,
    } | changes


def outcome_of(rule_id, as_of, **facts):
    """Return the outcome and the breach of the one subject."""
    (row,) = judged(rule_id, as_of, **facts).table.to_pylist()
    return row["outcome"], row["breach"]


def judged_contracts(as_of, *contracts):
    return judged(
        "pppk-kontrak",
        as_of,
        kontrak_pppk=list(contracts),
        pegawai=[{"pegawai_id": 1, "pemda_id": 1, "status": "pppk"}],
        kontrak_pppk_cakupan=[loaded_since()],
    )


@settings(max_examples=40, deadline=None)
@given(start=STARTS, days=st.integers(1, 360))
def test_a_first_contract_of_less_than_a_year_is_never_in_order(start, days):
    (row,) = judged_contracts(DAY, contract(start, days)).table.to_pylist()

    assert row["breach"] is True


POSTS = {
    "keterampilan": {"jenis": "fungsional", "jenjang": "penyelia", "nama": "Perawat"},
    "ahli_muda": {"jenis": "fungsional", "jenjang": "ahli_muda", "nama": "Perawat"},
    "ahli_madya": {"jenis": "fungsional", "jenjang": "ahli_madya", "nama": "Perawat"},
    "ahli_utama": {"jenis": "fungsional", "jenjang": "ahli_utama", "nama": "Perawat"},
    "guru": {"jenis": "fungsional", "jenjang": "ahli_pertama", "nama": "Guru"},
    "dosen": {"jenis": "fungsional", "jenjang": "ahli_pertama", "nama": "Lektor"},
    "jpt": {"jenis": "jpt_utama", "nama": "Jabatan contoh"},
    "pelaksana": {"jenis": "pelaksana", "nama": "Operator Layanan Operasional"},
}


@settings(max_examples=60, deadline=None)
@given(post=st.sampled_from(list(POSTS)), days=st.integers(-800, 800), runs=st.integers(1, 1800))
def test_contracts_end_at_the_age_that_the_step_rule_tells(post, days, runs):
    ages = law.rule("pppk-batas-usia").version_on(DAY).values["usia"]
    born = DAY.replace(year=DAY.year - ages[post]) + timedelta(days)
    until = DAY + timedelta(runs)
    told = {"jabatan": post, "lahir_on": born, "kontrak_sampai_on": until}
    one = law.judge_case("pppk-batas-usia", told, as_of=DAY)
    reached = {each.step.name: each.value for each in one.steps}["mencapai_on"]
    start = date(2022, 1, 1)
    many = judged(
        "pppk-kontrak-usia",
        DAY,
        kontrak_pppk=[contract(start, (until - start).days + 1)],
        pegawai=[{"pegawai_id": 1, "pemda_id": 1, "status": "pppk", "lahir_on": born}],
        riwayat_jabatan=[{"riwayat_id": 1, "pegawai_id": 1, "starts_on": start} | POSTS[post]],
    )
    (row,) = many.table.to_pylist()

    assert row["breach"] is one.breach
    assert row["mencapai_on"] == reached


@settings(max_examples=40, deadline=None)
@given(start=STARTS, days=st.integers(367, 2000))
def test_a_contract_of_more_than_a_year_is_in_order_until_it_is_over(start, days):
    given_contract = contract(start, days)
    (row,) = judged_contracts(DAY, given_contract).table.to_pylist()

    assert row["breach"] is (given_contract["ends_before"] <= DAY)


@settings(max_examples=40, deadline=None)
@given(start=STARTS, days=st.integers(367, 1200), more=st.integers(367, 1200))
def test_an_extension_puts_the_contract_before_it_in_order(start, days, more):
    first = contract(start, days)
    second = contract(first["ends_before"], more, kontrak_id=2)
    rows = judged_contracts(DAY, first, second).table.to_pylist()

    assert next(row for row in rows if row["subject_id"] == 1)["breach"] is False


@settings(max_examples=60, deadline=None)
@given(hired=st.dates(date(2023, 10, 31), DAY), post=ANYTHING, blud=ANYTHING)
def test_whoever_is_hired_since_the_act_of_2023_is_found(hired, post, blud):
    row = {"tenaga_id": 1, "pemda_id": 1, "mulai_on": hired, "jabatan_asn": post, "blud": blud}

    assert outcome_of("nonasn-larangan-angkat", DAY, tenaga_non_asn=[row])[1] is True


@settings(max_examples=60, deadline=None)
@given(hired=st.dates(date(2005, 11, 11), DAY), post=ANYTHING, blud=ANYTHING)
def test_a_fact_more_about_a_hiring_never_turns_what_was_decided(hired, post, blud):
    def breach(**facts):
        row = {"tenaga_id": 1, "pemda_id": 1, "mulai_on": hired} | facts
        return outcome_of("nonasn-larangan-angkat", DAY, tenaga_non_asn=[row])[1]

    before = breach()
    assert before is None or breach(jabatan_asn=post, blud=blud) is before


@settings(max_examples=40, deadline=None)
@given(day=st.dates(date(2018, 11, 28), date(2026, 12, 31)), known=ANYTHING, blud=ANYTHING)
def test_who_was_there_before_is_in_order_exactly_until_the_last_day_of_2024(day, known, blud):
    row = {
        "tenaga_id": 1,
        "pemda_id": 1,
        "mulai_on": date(2015, 1, 1),
        "terdata_bkn": known,
        "blud": blud,
    }
    found = outcome_of(
        "nonasn-batas-akhir", day, tenaga_non_asn=[row], tenaga_non_asn_cakupan=[loaded_since()]
    )

    assert found[1] is (day > date(2024, 12, 31))


@settings(max_examples=60, deadline=None)
@given(asked=st.integers(0, 364), target=st.integers(0, 100), more=st.integers(0, 30))
def test_a_request_that_is_granted_is_granted_later_and_with_more_as_well(asked, target, more):
    begins = date(2023, 1, 1)

    def is_granted(days, percent):
        facts = {
            "alasan": "permintaan_sendiri",
            "alasan_on": begins + timedelta(days),
            "kontrak_mulai_on": begins,
            "kontrak_sampai_on": date(2023, 12, 31),
            "target_persen": percent,
            "tetap_berhenti": False,
        }
        judgement = law.judge_case("pppk-putus-kontrak", facts, as_of=DAY)
        return judgement.outcome.id == "permintaan_disetujui"

    assert is_granted(asked + more, target + more) >= is_granted(asked, target)
