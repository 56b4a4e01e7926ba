"""Recording what a decree says: each refusal in its sentence, and nothing half-saved."""

from datetime import date

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.support import registry
from tests.support.registry import REASON, WARNI, hold, leave

from pamong.apps.core.jobs import RUN_LAW
from pamong.apps.core.models import Decree, Person
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.selectors import history_of
from pamong.apps.organisasi.answers import Basis
from pamong.apps.organisasi.as_of import who
from pamong.apps.organisasi.by_decree import (
    DecreeDaysError,
    DecreeText,
    LeaveText,
    NotInOfficeError,
    OnlyFromSamplesError,
    TenureText,
    end_tenure_by_hand,
    record_leave_by_decree,
    record_tenure_by_decree,
)
from pamong.apps.organisasi.clashes import (
    AlreadyActingError,
    LeaveOverlapsError,
    PersonInOfficeError,
    SeatHeldError,
)
from pamong.apps.organisasi.models import JabatanHolding, OfficeLeave
from pamong.apps.organisasi.people import NamesakesError
from pamong.apps.organisasi.services import NotElectedError
from pamong.kernel.capacity import Capacity
from pamong.kernel.period import Period, PeriodError
from pamong.kernel.person_name import PersonNameError

TODAY = date(2025, 6, 3)
FIRST, LAST = date(2024, 9, 25), date(2024, 11, 23)
AFTER = date(2024, 11, 24)
SK = DecreeText(
    number="131/9/2024",
    title="penunjukan (rekaan)",
    issued_by="Pejabat rekaan",
    decided_on=date(2024, 9, 20),
    effective_on=FIRST,
)


def papers(**other) -> DecreeText:
    told = {name: getattr(SK, name) for name in SK.__slots__}
    return DecreeText(**{**told, **other})


def tenure(name="Budi Contohadi", capacity=Capacity.PJS, first=FIRST, last=LAST) -> TenureText:
    return TenureText(name, capacity, Period.inclusive(first, last))


def cuti(name="Siti Rekayasari", kind="cuti_kampanye", first=FIRST, last=LAST) -> LeaveText:
    return LeaveText(name, kind, Period.inclusive(first, last))


def take_office(jabatan, text=None, decree=SK, **how):
    how = {"day": TODAY, "actor": WARNI, "reason": REASON, **how}
    return record_tenure_by_decree(jabatan=jabatan, tenure=text or tenure(), decree=decree, **how)


def take_leave(jabatan, text=None, decree=SK, **how):
    how = {"day": TODAY, "actor": WARNI, "reason": REASON, **how}
    return record_leave_by_decree(jabatan=jabatan, leave=text or cuti(), decree=decree, **how)


def jobs() -> list[str]:
    return list(ProcrastinateJob.objects.values_list("task_name", flat=True))


def counts() -> list[int]:
    """Return how much there is of everything that a refused act could leave behind."""
    kept = (Person, Decree, JabatanHolding, OfficeLeave, ProcrastinateJob)
    return [model.objects.count() for model in kept]


@pytest.fixture
def refused(db):
    """Mark, when called, from where on nothing may be saved; at the end nothing was."""
    before = []
    yield lambda: before.append(counts())
    assert counts() == before[0]


def test_a_tenure_of_a_new_person_rests_on_its_decree(bupati, contoh):
    done = take_office(bupati, tenure("Drs. Budi Contohadi (rekaan), M.Si."))

    assert (done.row_is_new, done.person_is_new, done.paper.is_new) == (True, True, True)
    assert done.row.person.full_name == "Drs. Budi Contohadi, M.Si. (rekaan)"
    assert done.paper.decree.owner == contoh.instansi
    assert done.paper.decree.recorded_on == TODAY
    (seat,) = who(contoh, day=FIRST, jabatan=[bupati])
    assert seat.holder.person == "Budi Contohadi (rekaan)"
    assert seat.holder.last_day == LAST
    assert seat.holder.source.basis is Basis.DECREE
    assert seat.holder.source.sentence == "berdasarkan SK 131/9/2024 (20 September 2024)"
    assert not any("Nomor SK" in note for note in seat.notes)


def test_the_act_has_its_actor_and_reason_and_the_law_looks_again(bupati):
    done = take_office(bupati)

    (change,) = history_of([done.row])
    assert (change.actor, change.reason) == (WARNI.label, REASON)
    assert jobs() == [RUN_LAW]


def test_somebody_on_record_in_this_government_is_meant(bupati, sekda, budi, sk):
    hold(budi, sekda, since=date(2019, 2, 1), by=sk)

    done = take_office(bupati)

    assert done.row.person == budi
    assert not done.person_is_new


def test_a_namesake_of_another_government_is_somebody_else(bupati, misal, budi):
    elsewhere = registry.leading(misal, "sekda")
    hold(budi, elsewhere, since=FIRST, by=registry.decree(misal, "1", decided_on=FIRST))

    assert take_office(bupati).row.person != budi


def test_several_namesakes_are_asked_about(bupati, sekda, kepala_bkd, sk, refused):
    for office in (sekda, kepala_bkd):
        hold(registry.person("Budi Contohadi"), office, since=date(2019, 2, 1), by=sk)
    refused()

    with pytest.raises(NamesakesError, match="lebih dari satu orang"):
        take_office(bupati)


def test_signs_alone_are_no_name(bupati, refused):
    refused()

    with pytest.raises(PersonNameError, match="Nama orang kosong"):
        take_office(bupati, tenure(" , "))


def test_the_same_decree_is_recorded_once_and_serves_several(bupati, sekda, contoh):
    first = take_office(bupati)
    second = take_office(sekda, tenure("Tono Andaikata"), papers(title="ditulis lain"))

    assert second.paper.decree == first.paper.decree
    assert not second.paper.is_new
    assert Decree.objects.get().title == "penunjukan (rekaan)"


def test_the_same_number_in_another_government_is_another_decree(bupati, misal):
    theirs = registry.decree(misal, SK.number, decided_on=SK.decided_on)

    assert take_office(bupati).paper.decree != theirs


@pytest.mark.parametrize("last", [LAST, None])
def test_a_decree_is_put_under_the_same_tenure_from_a_document(bupati, budi, berita, last):
    told = hold(budi, bupati, Capacity.PJS, since=FIRST, until=AFTER, by=berita)

    done = take_office(bupati, tenure(last=last))

    assert (done.row, done.row_is_new, done.person_is_new) == (told, False, False)
    told.refresh_from_db()
    assert (told.decree, told.document) == (done.paper.decree, berita)
    assert told.ends_before == AFTER
    assert history_of([told])[0].what == "diubah"


def test_the_words_of_the_document_are_not_told_as_those_of_the_decree(
    bupati, budi, berita, contoh
):
    told = hold(budi, bupati, Capacity.PJS, since=FIRST, until=AFTER, by=berita)
    JabatanHolding.objects.filter(pk=told.pk).update(words="ditunjuk sampai 23 November")

    take_office(bupati)

    (seat,) = who(contoh, day=FIRST, jabatan=[bupati])
    assert (seat.holder.source.basis, seat.holder.source.words) == (Basis.DECREE, "")


def test_a_decree_is_put_under_the_same_leave_from_a_document(bupati, siti, berita):
    hold(siti, bupati, since=date(2021, 3, 1), by=berita)
    told = leave(siti, bupati, since=FIRST, until=AFTER, by=berita)

    done = take_leave(bupati)

    assert (done.row, done.row_is_new) == (told, False)
    told.refresh_from_db()
    assert told.decree == done.paper.decree


def test_a_leave_of_the_holder_rests_on_its_decree(bupati, siti, contoh, sk):
    hold(siti, bupati, since=date(2021, 3, 1), by=sk)

    done = take_leave(bupati)

    assert done.row_is_new
    (seat,) = who(contoh, day=FIRST, jabatan=[bupati])
    assert seat.leave.last_day == LAST
    assert seat.leave.source.basis is Basis.DECREE


def test_a_leave_of_somebody_who_is_only_called_by_the_office_is_taken(bupati, siti, berita):
    registry.attest(siti, bupati, on=date(2020, 9, 23), by=berita)

    assert take_leave(bupati).row.person == siti


@pytest.mark.parametrize("name", ["Siti Rekayasari", "Nama Yang Keliru"])
def test_a_leave_of_somebody_who_is_not_in_the_office_is_refused(bupati, siti, sk, refused, name):
    hold(siti, bupati, since=date(2019, 3, 1), until=date(2024, 3, 1), by=sk)
    refused()

    with pytest.raises(NotInOfficeError, match=f"{name} tidak tercatat memangku jabatan Bupati"):
        take_leave(bupati, cuti(name))


def test_a_decree_from_the_future_is_refused(bupati, refused):
    refused()

    with pytest.raises(DecreeDaysError) as error:
        take_office(bupati, decree=papers(decided_on=date(2025, 6, 4)))

    assert error.value.problems == {
        "decided_on": "Tanggal penetapan SK sesudah hari ini. Periksa kembali tanggalnya."
    }


def test_a_decree_that_takes_effect_after_the_first_day_is_refused(bupati, refused):
    refused()

    with pytest.raises(DecreeDaysError, match="SK baru berlaku pada 1 Oktober 2024") as error:
        take_office(bupati, decree=papers(effective_on=date(2024, 10, 1)))

    assert list(error.value.problems) == ["effective_on"]


def test_the_days_of_the_decree_on_record_count_not_those_typed(bupati, sekda, refused):
    take_office(bupati)
    refused()

    with pytest.raises(DecreeDaysError, match="SK baru berlaku pada 25 September 2024"):
        take_office(
            sekda,
            tenure("Tono Andaikata", first=date(2024, 9, 1)),
            papers(effective_on=date(2024, 9, 1)),
        )


def test_a_decree_may_reach_back_and_may_precede_the_first_day(bupati, sekda):
    back = papers(decided_on=date(2024, 10, 1))
    before = papers(number="2", effective_on=date(2024, 9, 1))

    assert take_office(bupati, decree=back).row_is_new
    assert take_office(sekda, tenure("Tono Andaikata"), before).row_is_new


def test_a_second_definitive_holder_is_refused_with_what_to_do(bupati, siti, sk, refused):
    held = hold(siti, bupati, since=date(2021, 3, 1), by=sk)
    refused()

    with pytest.raises(SeatHeldError) as error:
        take_office(bupati, tenure(capacity=Capacity.DEFINITIF, last=None))

    assert error.value.holding == held
    assert str(error.value) == (
        "Siti Rekayasari (rekaan) tercatat memangku jabatan ini secara definitif, sejak 1 Maret "
        "2021. Akhiri dulu masa jabatan itu, atau perbaiki tanggalnya."
    )


def test_a_second_one_acting_is_refused(bupati, tono, sk, refused):
    held = hold(tono, bupati, Capacity.PLH, since=date(2024, 11, 1), until=AFTER, by=sk)
    refused()

    with pytest.raises(AlreadyActingError, match="sebagai Plh, 1–23 November 2024") as error:
        take_office(bupati)

    assert error.value.holding == held


def test_the_same_person_twice_in_an_office_is_refused(bupati, budi, sk, refused):
    hold(budi, bupati, Capacity.PJS, since=FIRST, until=AFTER, by=sk)
    refused()

    with pytest.raises(PersonInOfficeError, match=r"sudah tercatat .* berdasarkan SK 821"):
        take_office(bupati)


def test_the_same_person_comes_before_the_seat_that_is_held(bupati, siti, sk, refused):
    hold(siti, bupati, since=date(2021, 3, 1), by=sk)
    refused()

    with pytest.raises(PersonInOfficeError, match="Siti Rekayasari"):
        take_office(bupati, tenure("Siti Rekayasari", Capacity.DEFINITIF, last=None))


def test_a_first_day_that_is_not_certain_is_told_as_such(bupati, siti, sk, refused):
    held = hold(siti, bupati, since=date(2021, 3, 1), by=sk)
    JabatanHolding.objects.filter(pk=held.pk).update(starts_is_exact=False)
    refused()

    with pytest.raises(SeatHeldError, match="definitif, sejak sebelum 1 Maret 2021"):
        take_office(bupati, tenure(capacity=Capacity.DEFINITIF))


def test_an_office_of_many_seats_takes_another(asisten, siti, sk):
    hold(siti, asisten, since=date(2021, 3, 1), by=sk)

    assert take_office(asisten, tenure(capacity=Capacity.DEFINITIF, last=None)).row_is_new


def test_a_leave_that_overlaps_another_is_refused(bupati, siti, sk, refused):
    hold(siti, bupati, since=date(2021, 3, 1), by=sk)
    leave(siti, bupati, since=date(2024, 11, 1), until=date(2024, 12, 1), by=sk)
    refused()

    with pytest.raises(LeaveOverlapsError, match="cuti kampanye dari jabatan ini, 1–30 November"):
        take_leave(bupati)


def test_days_that_end_before_they_begin_cannot_even_be_asked_for():
    with pytest.raises(PeriodError, match="berakhir sebelum sempat dimulai"):
        tenure(first=LAST, last=FIRST)


@pytest.mark.parametrize("text", [{"number": " "}, {"number": "9" * 121}, {"title": "t" * 301}])
def test_a_decree_without_a_number_or_with_too_long_a_text_is_refused(bupati, refused, text):
    refused()

    with pytest.raises(RefusedError, match=r"Nomor SK kosong|terlalu panjang"):
        take_office(bupati, decree=papers(**text))


def test_a_tenure_is_ended_by_hand_and_the_next_may_begin(bupati, siti, sk):
    held = hold(siti, bupati, since=date(2021, 3, 1), by=sk)

    end_tenure_by_hand(holding=held, last_day=date(2024, 9, 24), actor=WARNI, reason=REASON)

    held.refresh_from_db()
    assert held.period.last_day == date(2024, 9, 24)
    assert jobs() == [RUN_LAW]
    assert take_office(bupati, tenure(capacity=Capacity.DEFINITIF, last=None)).row_is_new


def test_a_tenure_does_not_end_before_it_starts(bupati, siti, sk, refused):
    held = hold(siti, bupati, since=date(2021, 3, 1), by=sk)
    refused()

    with pytest.raises(PeriodError, match="berakhir sebelum sempat dimulai"):
        end_tenure_by_hand(holding=held, last_day=date(2021, 2, 27), actor=WARNI, reason=REASON)


def test_a_tenure_is_not_made_longer_than_the_next_allows(bupati, siti, budi, sk, refused):
    held = hold(siti, bupati, since=date(2021, 3, 1), until=FIRST, by=sk)
    hold(budi, bupati, since=FIRST, by=sk)
    refused()

    with pytest.raises(SeatHeldError, match="Budi Contohadi"):
        end_tenure_by_hand(holding=held, last_day=FIRST, actor=WARNI, reason=REASON)

    held.refresh_from_db()
    assert held.ends_before == FIRST


def test_a_demonstration_adds_nothing_to_what_is_told_of_real_people(
    bupati, contoh, siti, sk, settings, refused
):
    contoh.is_made_up = False
    contoh.save(update_fields=["is_made_up"])
    held = hold(siti, bupati, since=date(2021, 3, 1), by=sk)
    refused()
    settings.PAMONG_DEMONSTRATION = True

    acts = (
        lambda: take_office(bupati),
        lambda: take_leave(bupati),
        lambda: end_tenure_by_hand(holding=held, last_day=LAST, actor=WARNI, reason=REASON),
    )
    for attempt in acts:
        with pytest.raises(OnlyFromSamplesError, match="hanya berasal dari dokumen contoh"):
            attempt()


def test_a_demonstration_may_try_it_on_a_made_up_government(bupati, settings):
    settings.PAMONG_DEMONSTRATION = True

    assert take_office(bupati).row_is_new


def test_the_election_of_an_elected_head_is_kept_with_the_tenure(bupati):
    elected = TenureText("Tono Andaikata", Capacity.DEFINITIF, Period(FIRST), pilkada="2024")

    recorded = take_office(bupati, elected)

    assert JabatanHolding.objects.get(pk=recorded.row.pk).pilkada == "2024"


def test_it_is_added_to_a_tenure_that_gets_its_decree_later(bupati, budi, berita):
    told = hold(budi, bupati, since=FIRST, by=berita)

    take_office(bupati, TenureText("Budi Contohadi", Capacity.DEFINITIF, Period(FIRST), "2024"))

    told.refresh_from_db()
    assert (told.pilkada, told.decree.number) == ("2024", SK.number)


def test_an_appointed_office_stems_from_no_election(sekda, refused):
    refused()
    with pytest.raises(NotElectedError, match="bukan jabatan yang diisi lewat pilkada"):
        take_office(sekda, TenureText("Tono Andaikata", Capacity.DEFINITIF, Period(FIRST), "2024"))


@pytest.mark.parametrize(
    ("capacity", "year"), [(Capacity.PJS, "2024"), (Capacity.DEFINITIF, "dua ribu")]
)
def test_whoever_acts_was_not_elected_and_an_election_is_a_year(bupati, refused, capacity, year):
    refused()
    with pytest.raises(RefusedError, match="Pilkada asal ditulis sebagai tahun"):
        take_office(bupati, TenureText("Tono Andaikata", capacity, Period(FIRST, AFTER), year))
