"""The clock of a Plt: counted by hand, in order, and not to be reset by a break."""

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.facts import judged, loaded_since

from pamong import law

RULE = law.rule("plt-jabatan-batas")
AS_OF = date(2026, 11, 25)
OFFICE = {"jabatan_id": 20, "pemda_id": 1, "jenis": "lain", "nama": "Kepala Dinas Contoh"}
STARTS = st.dates(date(2025, 1, 1), AS_OF)
ORDER = ["dalam_masa_pertama", "dalam_perpanjangan", "jabatan_melewati_batas", "melewati_batas"]


def term(number, starts_on, ends_before=None, person_id=5):
    return {
        "pemangku_id": number,
        "jabatan_id": 20,
        "pemda_id": 1,
        "person_id": person_id,
        "capacity": "plt",
        "starts_on": starts_on,
        "ends_before": ends_before,
        "starts_is_exact": True,
    }


def judgement(*terms, as_of=AS_OF):
    facts = {"pemangku": terms, "pemangku_cakupan": [loaded_since()], "jabatan": [OFFICE]}
    return judged(RULE.id, as_of, **facts).of(20)


def steps(judgement):
    return {each.step.name: each.value for each in judgement.steps}


def last_day(start, months):
    """Return the last day of a term of so many months, as one counts it on a calendar."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    same = min(start.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, same) - timedelta(same == start.day)


@settings(max_examples=40, deadline=None)
@given(STARTS)
def test_the_limits_are_those_that_one_counts_on_a_calendar(start):
    told = steps(judgement(term(1, start)))

    assert told["hari_terakhir_pertama"] == last_day(start, 3)
    assert told["hari_terakhir"] == last_day(start, 6)


@settings(max_examples=30, deadline=None)
@given(STARTS, st.integers(0, 200))
def test_who_began_earlier_is_never_judged_more_lightly(start, days):
    later, earlier = judgement(term(1, start)), judgement(term(1, start - timedelta(days)))

    assert ORDER.index(later.outcome.id) <= ORDER.index(earlier.outcome.id)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 120), st.integers(0, 60), st.integers(0, 120))
def test_a_break_moves_the_limit_by_its_days_and_starts_nothing_anew(first, gap, second):
    again = AS_OF - timedelta(second)
    ended = again - timedelta(gap)
    start = ended - timedelta(first)
    told = steps(judgement(term(1, start, ended), term(2, again)))

    assert told["orang_mulai"] == start
    assert told["hari_terakhir"] == last_day(start, 6) + timedelta(gap)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(20, 90), min_size=1, max_size=6))
def test_splitting_a_term_into_many_changes_nothing(lengths):
    start = AS_OF - timedelta(sum(lengths))
    terms, begun = [], start
    for number, length in enumerate(lengths, 1):
        terms.append(term(number, begun, begun + timedelta(length)))
        begun += timedelta(length)
    terms[-1]["ends_before"] = None
    whole, split = judgement(term(1, start)), judgement(*terms)

    assert (split.outcome, split.since) == (whole.outcome, whole.since)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(5, 90), min_size=2, max_size=5))
def test_the_office_is_never_judged_by_less_time_than_the_person(lengths):
    start = AS_OF - timedelta(sum(lengths))
    terms, begun = [], start
    for number, length in enumerate(lengths, 1):
        terms.append(term(number, begun, begun + timedelta(length), person_id=5 + number % 2))
        begun += timedelta(length)
    terms[-1]["ends_before"] = None
    told = steps(judgement(*terms))

    assert told["kantor_mulai"] == start
    assert told["kantor_hari_terakhir"] <= told["hari_terakhir"]


def test_two_offices_have_each_their_own_clock():
    offices = [OFFICE, OFFICE | {"jabatan_id": 21}]
    terms = [term(1, "2026-01-01"), term(2, "2026-10-01") | {"jabatan_id": 21}]
    found = judged(
        RULE.id, AS_OF, jabatan=offices, pemangku=terms, pemangku_cakupan=[loaded_since()]
    )

    assert [each.breach for each in found] == [True, False]


def test_the_sentences_tell_both_clocks():
    found = judgement(term(1, "2026-01-01", "2026-03-01"), term(2, "2026-03-11"))

    assert (
        "Plt yang sekarang sudah 2 kali ditunjuk pada kekosongan ini, pertama kali "
        "1 Januari 2026; di antaranya terputus 10 hari."
    ) in found.sentences
    assert (
        "Jabatan ini diisi Plt sejak 1 Januari 2026; dihitung atas jabatannya, batasnya "
        "10 Juli 2026."
    ) in found.sentences
