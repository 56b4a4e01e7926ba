"""Indicators counted over the registry: what is lacking, since when, and what cannot be told."""

from datetime import date

import pytest
from tests.apps.kepegawaian.conftest import employed, opd_of
from tests.apps.kepegawaian.test_recording import record
from tests.support import units

from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kepegawaian.sections import BY_KEY
from pamong.apps.kualitas.counting import CountedLaterError, count_quality
from pamong.apps.kualitas.gathering import UNTOLD, facts_of
from pamong.apps.kualitas.listing import MENDED_IN, counted_on, gaps_on, in_order, quality_on
from pamong.apps.kualitas.models import QualityGap
from pamong.exchange.ikd import INDICATORS, broken_by

DAY, NEXT = date(2025, 6, 2), date(2025, 6, 3)


@pytest.fixture
def pasar(contoh):
    return opd_of(contoh)


@pytest.fixture
def ani(pasar):
    return employed(pasar, "Ani Rekawati", "999901012015032001")


def paper(**more):
    return {"paper_number": "rekaan/1", **more}


def complete(pegawai):
    """Record all that the first dimension asks for."""
    record(pegawai, paper(kind="cpns", starts_on=date(2015, 3, 1), ends_before=date(2016, 4, 1)),
           "pengangkatan")  # fmt: skip
    record(pegawai, paper(kind="pns", starts_on=date(2016, 4, 1)), "pengangkatan")
    record(pegawai, paper(nama="Analis Umpama", kind="pelaksana", starts_on=date(2016, 4, 1)),
           "jabatan")  # fmt: skip
    record(pegawai, paper(jenjang="s1", graduated_on=date(2012, 8, 1), gelar_belakang="S.E."),
           "pendidikan")  # fmt: skip
    record(pegawai, paper(kind="surel", value="ani@contoh.example", starts_on=date(2015, 3, 1)),
           "kontak")  # fmt: skip
    record(pegawai, paper(kind="ponsel", value="0812", starts_on=date(2015, 3, 1)), "kontak")
    record(pegawai, paper(year=2024, of_period="tahunan", starts_on=date(2024, 1, 1),
                          ends_before=date(2025, 1, 1), predikat="baik"), "kinerja")  # fmt: skip


def codes(pegawai, day=DAY):
    rows = QualityGap.objects.on(day).filter(pegawai=pegawai)
    return set(rows.values_list("code", flat=True))


def facts(pegawai, day=DAY):
    return next(each for each in facts_of(pegawai.pemda, day=day) if each.person == pegawai.pk)


def test_a_bare_record_lacks_what_completeness_asks_for(ani):
    count_quality(pemda=ani.pemda, day=DAY)

    assert {code for code in codes(ani) if code.startswith("COM")} == {
        "COM-1", "COM-2", "COM-3", "COM-4", "COM-6", "COM-7",
    }  # fmt: skip


def test_a_complete_record_lacks_nothing_of_it(ani):
    complete(ani)
    count_quality(pemda=ani.pemda, day=DAY)

    assert {code for code in codes(ani) if code.startswith("COM")} == set()
    told = facts(ani)
    assert (told.status, told.post_kind, told.education, told.has_degree) == (
        "pns", "pelaksana", "s1", True,
    )  # fmt: skip


def test_what_is_mended_ends_with_the_count_that_no_longer_finds_it(ani):
    count_quality(pemda=ani.pemda, day=DAY)
    complete(ani)
    count_quality(pemda=ani.pemda, day=NEXT)

    assert "COM-2" in codes(ani, DAY)
    assert "COM-2" not in codes(ani, NEXT)


def test_what_is_mended_on_the_day_it_was_found_leaves_no_trace_of_the_day(ani):
    count_quality(pemda=ani.pemda, day=DAY)
    complete(ani)
    count_quality(pemda=ani.pemda, day=DAY)

    assert not QualityGap.objects.filter(pegawai=ani, code="COM-2").exists()


def test_a_day_before_the_last_count_is_not_counted_again(ani):
    count_quality(pemda=ani.pemda, day=NEXT)

    with pytest.raises(CountedLaterError, match="3 Juni 2025"):
        count_quality(pemda=ani.pemda, day=DAY)


def test_the_scores_of_a_day_are_those_of_the_last_count_by_then(ani):
    count_quality(pemda=ani.pemda, day=DAY)

    assert counted_on(ani.pemda, day=date(2025, 6, 1)) is None
    assert counted_on(ani.pemda, day=date(2025, 12, 1)) == DAY


def test_what_cannot_be_told_is_told_as_such_and_is_no_good_mark(ani):
    count_quality(pemda=ani.pemda, day=DAY)
    told = {each.indicator.code: each for each in quality_on(ani.pemda, as_of=DAY).indicators}

    for code in UNTOLD:
        assert (told[code].judged, told[code].share, told[code].not_judged) == (0, None, 1)
        assert str(told[code].why_untold)


def test_of_the_27_indicators_each_is_judged_or_told_why_it_cannot_be(ani):
    """Every one of a full record has a verdict, but for those that nobody can be judged by."""
    complete(ani)
    record(ani, paper(state="01", starts_on=date(2015, 3, 1)), "kedudukan")
    record(ani, paper(sex="F", starts_on=date(2015, 3, 1)), "data-pribadi")
    Pegawai.objects.filter(pk=ani.pk).update(born_on=date(1990, 1, 1))
    unit = units.unit(Pegawai.objects.get(pk=ani.pk).placements.get().opd, "Bidang Pasar")
    Pegawai.objects.get(pk=ani.pk).placements.update(unit=unit)

    told = facts(ani)
    unjudged = {code for code, each in INDICATORS.items() if each.is_broken(told, DAY) is None}

    # No pension day before the law has run; of a PNS it is plain that he is no PPPK.
    assert unjudged == {*UNTOLD, "TIM-5"} - {"ACC-4"}


@pytest.mark.parametrize(
    ("section_key", "values", "code"),
    [
        ("pengangkatan", {"kind": "cpns", "starts_on": date(2020, 3, 1)}, "TIM-3"),
        ("pengangkatan", {"kind": "cpns", "starts_on": date(2020, 3, 1)}, "CON-4"),
        ("kedudukan", {"state": "02", "starts_on": date(2020, 3, 1)}, None),
        (
            "jabatan",
            {"nama": "Kepala Seksi", "kind": "pengawas", "starts_on": date(2015, 9, 1)},
            None,
        ),
        ("kontak", {"kind": "surel", "value": "tanpa at", "starts_on": date(2015, 3, 1)}, "COM-6"),
    ],
)
def test_an_indicator_is_broken_by_what_is_recorded(ani, section_key, values, code):
    before = {each.indicator.code for each in broken_by(facts(ani), DAY)}
    record(ani, paper(**values), section_key)

    after = {each.indicator.code for each in broken_by(facts(ani), DAY)}
    assert code is None or code in after
    assert "COM-2" in before


def test_two_structural_posts_at_once_and_one_too_soon(ani):
    record(ani, paper(kind="cpns", starts_on=date(2015, 3, 1)), "pengangkatan")
    for nama, since in (("Kepala Seksi", date(2015, 9, 1)), ("Kepala Bidang", date(2015, 10, 1))):
        record(ani, paper(nama=nama, kind="pengawas", starts_on=since), "jabatan")
    count_quality(pemda=ani.pemda, day=DAY)

    assert {"TIM-4", "ACC-3"} <= codes(ani)


def test_acting_in_a_post_is_no_post_held(ani):
    record(ani, paper(nama="Kepala Seksi", kind="pengawas", capacity="plt",
                      starts_on=date(2020, 9, 1)), "jabatan")  # fmt: skip

    assert facts(ani).post == ""


def test_an_unpaid_leave_that_is_over_is_found(ani):
    record(ani, paper(state="02", starts_on=date(2022, 1, 1)), "kedudukan")
    record(ani, paper(kind="cltn", starts_on=date(2022, 1, 1), ends_before=date(2025, 1, 1)),
           "cuti")  # fmt: skip
    count_quality(pemda=ani.pemda, day=DAY)

    assert "TIM-6" in codes(ani)


def test_a_unit_that_is_no_more_is_found(ani):
    opd = ani.placements.get().opd
    unit = units.unit(opd, "Bidang Lama")
    unit.states.update(ends_before=date(2024, 1, 1))
    ani.placements.update(unit=unit)
    count_quality(pemda=ani.pemda, day=DAY)

    assert "TIM-1" in codes(ani)


def test_who_left_and_who_is_no_asn_is_not_counted(ani, pasar):
    employed(pasar, "Budi Contohadi", "999901012015032002")
    Pegawai.objects.filter(person__nama="Budi Contohadi").update(kind="non_asn")
    record(ani, paper(state="99", starts_on=date(2024, 1, 1)), "kedudukan")

    assert list(facts_of(ani.pemda, day=DAY)) == []


def test_who_was_merged_is_not_counted_and_not_listed(ani, pasar):
    again = employed(pasar, "Ani Rekawati", "999901012015032009")
    count_quality(pemda=ani.pemda, day=DAY)
    Pegawai.objects.filter(pk=again.pk).update(merged_into=ani)

    listed = in_order(gaps_on(ani.pemda, None, as_of=DAY), slice(0, 100))
    assert {row.pegawai_id for row in listed} == {ani.pk}
    assert count_quality(pemda=ani.pemda, day=DAY).all.people == 1


def test_the_gaps_of_the_list_add_up_to_those_of_the_scores(ani, pasar):
    employed(pasar, "Budi Contohadi", "999901012015032002")
    complete(ani)
    count_quality(pemda=ani.pemda, day=DAY)
    quality = quality_on(ani.pemda, as_of=DAY)

    listed = gaps_on(ani.pemda, None, as_of=DAY)
    assert listed.count() == sum(each.broken for each in quality.indicators)
    assert listed.count() == sum(each.broken for each in quality.opds)
    assert [each.people for each in quality.opds] == [2] == [quality.people]
    for each in quality.indicators:
        assert gaps_on(ani.pemda, None, as_of=DAY, code=each.indicator.code).count() == each.broken


def test_every_gap_is_mended_in_a_section_that_there_is():
    assert set(MENDED_IN.values()) <= BY_KEY.keys()
    assert MENDED_IN.keys() | UNTOLD.keys() | {"CON-1"} == INDICATORS.keys()
