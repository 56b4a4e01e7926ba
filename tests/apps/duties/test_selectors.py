"""What of the duties is seen, by whom, as of which day; and what crosses between governments."""

from datetime import date

import pytest
from tests.support import duties, registry

from pamong.apps.accounts.access import NOBODY, Access, Grant
from pamong.apps.accounts.models import Role
from pamong.apps.duties import policies, selectors, services
from pamong.apps.duties.counting import Counts
from pamong.apps.duties.life import StepKind
from pamong.apps.duties.making import make_duties
from pamong.apps.duties.planning import Term
from pamong.apps.duties.services import Report
from pamong.apps.duties.sources import directive_source, finding_source
from pamong.apps.organisasi.models import Pemda

DAY = date(2024, 10, 1)
AFTER_TERM = date(2024, 11, 5)


def access(role: Role, pemda=None, opd=None) -> Access:
    return Access(1, "Seseorang (rekaan)", (Grant(role, pemda and pemda.pk, opd and opd.pk),))


def warga() -> Access:
    return access(Role.WARGA)


def finish(row, *, on=DAY):
    services.report_duty(
        seen=duties.seen(row), report=Report("sudah"), day=on, actor=duties.actor("kepala")
    )
    services.close_duty(seen=duties.seen(row), note="cocok", day=on, actor=duties.actor("sekda"))


def ids(rows):
    return {row.duty_id for row in rows}


@pytest.fixture
def three(contoh):
    """One that is done, one that is reported, one that nobody answered."""
    rows = [
        duties.duty(contoh, kode=f"uji-{nama}", unit=duties.opd(contoh, f"Dinas {nama}"))
        for nama in ("Satu", "Dua", "Tiga")
    ]
    finish(rows[0])
    services.report_duty(
        seen=duties.seen(rows[1]), report=Report("sudah"), day=DAY, actor=duties.actor("kepala")
    )
    return rows


def test_the_summary_counts_what_became_of_them_by_the_day(contoh, three):
    def on(day):
        return selectors.summary(contoh, day=day, access=warga())

    assert on(date(2024, 9, 15)) == Counts()
    assert on(date(2024, 9, 20)) == Counts(owed=3)
    assert on(DAY) == Counts(owed=1, waiting=1, done=1)
    assert on(duties.DUE_ON) == Counts(owed=1, waiting=1, done=1)
    # What is reported waits for the giver: only the unanswered one is late.
    assert on(AFTER_TERM) == Counts(owed=1, overdue=1, waiting=1, done=1)
    assert on(AFTER_TERM).all == 3


def test_a_series_of_directives_tells_what_became_of_it_in_one_query(
    contoh, three, django_assert_num_queries
):
    series = {
        "rakor": [three[0].source_id, three[1].source_id],
        "apel": [three[2].source_id],
        "kosong": [],
    }
    with django_assert_num_queries(1):
        told = selectors.by_series(contoh, series, day=AFTER_TERM)

    assert told == {
        "rakor": Counts(waiting=1, done=1),
        "apel": Counts(owed=1, overdue=1),
        "kosong": Counts(),
    }


def test_the_duties_of_a_source_are_found_by_its_id_as_they_stood(contoh, three):
    sources = [three[0].source_id]

    assert selectors.duties_of(contoh, sources, day=date(2024, 9, 15)) == []
    (row,) = selectors.duties_of(contoh, sources, day=date(2024, 9, 20))
    assert row.state == "made"
    (row,) = selectors.duties_of(contoh, sources, day=DAY)
    assert row.state == "closed"


def test_the_inbox_of_an_opd_holds_its_own_duties_and_no_others(contoh, three):
    satu = access(Role.KEPALA_OPD, contoh, three[0].opd)
    tiga = access(Role.KEPALA_OPD, contoh, three[2].opd)

    def inbox(of):
        return ids(selectors.inbox(contoh, day=DAY, access=of))

    assert (inbox(satu), inbox(tiga)) == ({three[0].pk}, {three[2].pk})
    assert inbox(warga()) == inbox(NOBODY) == inbox(access(Role.SEKDA, contoh)) == set()


def test_an_asn_sees_what_was_delegated_to_the_staff_of_his_opd(contoh, three):
    staff = access(Role.ASN, contoh, three[2].opd)
    assert not selectors.inbox(contoh, day=DAY, access=staff).exists()

    services.delegate_duty(
        seen=duties.seen(three[2]), to="Subbagian Uji", day=DAY, actor=duties.actor("kepala")
    )

    assert ids(selectors.inbox(contoh, day=DAY, access=staff)) == {three[2].pk}
    assert selectors.inbox_count(contoh, day=DAY, access=staff) == 1


def test_what_waits_for_the_giver_is_in_the_inbox_of_his_office(contoh, three):
    for role in (Role.OPERATOR, Role.SEKDA, Role.AJUDAN):
        giver = access(role, contoh)
        assert ids(selectors.waiting_for_giver(contoh, day=DAY, access=giver)) == {three[1].pk}
        assert selectors.inbox_count(contoh, day=DAY, access=giver) == 1
    for role in (Role.BKD, Role.WARGA):
        other = access(role, contoh)
        assert not selectors.waiting_for_giver(contoh, day=DAY, access=other).exists()
        assert selectors.inbox_count(contoh, day=DAY, access=other) == 0


def test_the_count_of_an_inbox_is_one_query(contoh, three, django_assert_num_queries):
    with django_assert_num_queries(1):
        head = access(Role.KEPALA_OPD, contoh, three[2].opd)
        assert selectors.inbox_count(contoh, day=DAY, access=head) == 1


@pytest.fixture
def from_finding(contoh):
    unit = duties.opd(contoh, "Dinas Dua")
    jabatan = registry.office(contoh, "Kepala Dinas Dua", opd=unit)
    (row,) = make_duties(
        source=finding_source(duties.finding(contoh, "jabatan", jabatan.pk).public_id),
        opd_ids=[unit.pk],
        term=Term(duties.DUE_ON),
        day=duties.MADE_ON,
        actor=duties.actor("bkd"),
    )
    return row


def test_a_duty_from_a_finding_is_seen_by_whoever_reads_findings_and_by_its_opd(
    contoh, misal, from_finding
):
    def sees(who):
        listed = ids(selectors.standings_on(contoh, day=DAY, access=who)) == {from_finding.pk}
        assert listed == policies.can_see_duty(who, from_finding, contoh)
        return listed

    other = duties.opd(contoh, "Dinas Lain")
    assert sees(access(Role.BKD, contoh))
    assert sees(access(Role.SEKDA, contoh))
    assert sees(access(Role.KEPALA_OPD, contoh, from_finding.opd))
    assert not sees(access(Role.KEPALA_OPD, contoh, other))
    assert not sees(access(Role.AJUDAN, contoh))
    assert not sees(warga())
    assert not sees(access(Role.BKD, misal))


def steps_open(row, who):
    standing = duties.stands(row)
    return {kind.value for kind in StepKind if policies.can_take_step(who, row, standing, kind)}


WORK = {"delegated", "reported", "prolong_asked", "cannot_said"}


def test_each_role_may_take_the_steps_of_its_side_and_no_others(contoh, misal, three):
    row = three[2]
    assert steps_open(row, access(Role.KEPALA_OPD, contoh, row.opd)) == WORK | {"accepted"}
    assert steps_open(row, access(Role.KEPALA_OPD, contoh, three[0].opd)) == set()
    assert steps_open(row, access(Role.ASN, contoh, row.opd)) == set()
    assert steps_open(row, access(Role.SEKDA, contoh)) == {"evaluated"}
    assert steps_open(row, access(Role.BKD, contoh)) == set()
    assert steps_open(row, access(Role.SEKDA, misal)) == set()
    assert steps_open(row, warga()) == set()

    reported = three[1]
    assert steps_open(reported, access(Role.KEPALA_OPD, contoh, reported.opd)) == set()
    assert steps_open(reported, access(Role.AJUDAN, contoh)) == {
        "returned", "closed", "evaluated"
    }  # fmt: skip


def test_an_asn_reports_what_was_delegated_and_does_nothing_else(contoh, three):
    services.delegate_duty(
        seen=duties.seen(three[2]), to="Subbagian Uji", day=DAY, actor=duties.actor("kepala")
    )

    assert steps_open(three[2], access(Role.ASN, contoh, three[2].opd)) == {"reported"}
    assert steps_open(three[2], access(Role.ASN, contoh, three[0].opd)) == set()


def test_an_analyst_checks_what_came_from_a_finding(contoh, from_finding):
    assert policies.gives(access(Role.BKD, contoh), from_finding)
    assert not policies.gives(access(Role.AJUDAN, contoh), from_finding)


@pytest.fixture
def provinsi(contoh):
    place = registry.government("Provinsi Uji", level="provinsi", kode="00")
    Pemda.objects.filter(pk=contoh.pk).update(provinsi=place)
    return place


@pytest.fixture
def recommended(contoh, provinsi):
    unit = duties.opd(provinsi, "Dinas Provinsi")
    source = directive_source(duties.directive(provinsi, unit, kode="gubernur").public_id)
    own, sent = make_duties(
        source=source,
        opd_ids=[unit.pk],
        kabupaten_ids=[contoh.pk],
        term=Term(duties.DUE_ON),
        day=duties.MADE_ON,
        actor=duties.actor("ajudan"),
    )
    return own, sent


def test_only_the_recommendation_crosses_the_border(contoh, misal, provinsi, recommended):
    own, sent = recommended

    def sees(pemda):
        who = access(Role.SEKDA, pemda)
        return ids(selectors.standings_on(pemda, day=DAY, access=who))

    assert sees(contoh) == {sent.pk}
    assert sees(provinsi) == {own.pk, sent.pk}
    assert sees(misal) == set()
    kabupaten = access(Role.SEKDA, contoh)
    assert policies.can_see_duty(kabupaten, sent, contoh)
    assert not policies.can_see_duty(kabupaten, own, contoh)
    assert not policies.can_see_inside(kabupaten, own)
    assert selectors.duties_of(contoh, [own.source_id], day=DAY) == []
    assert ids(selectors.inbox(contoh, day=DAY, access=kabupaten)) == {sent.pk}
    assert not selectors.inbox(misal, day=DAY, access=access(Role.SEKDA, misal)).exists()


def test_the_kabupaten_may_answer_no_and_the_governors_office_may_not_for_it(
    contoh, provinsi, recommended
):
    own, sent = recommended
    kabupaten, governor = access(Role.SEKDA, contoh), access(Role.SEKDA, provinsi)

    assert "declined" in steps_open(sent, kabupaten)
    assert "declined" not in steps_open(sent, governor)
    assert "declined" not in steps_open(own, access(Role.KEPALA_OPD, provinsi, own.opd))
    services.decline_recommendation(
        seen=duties.seen(sent), note="kewenangan kabupaten", day=DAY, actor=duties.actor("sekda")
    )
    told = selectors.summary(provinsi, day=DAY, access=governor)
    assert told == Counts(owed=1, ended_otherwise=1)
