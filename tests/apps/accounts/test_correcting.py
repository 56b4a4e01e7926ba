"""Requests for correction: hours of the law by the clock, a second person, a reason."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from tests.support.registry import WARNI
from tests.support.units import employ, opd

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.correcting import (
    Answer,
    CorrectionRequestNotFoundError,
    NewRequest,
    NothingCorrectedError,
    OwnRequestError,
    RequestClosedError,
    RequestWaitingError,
    answer_request,
    get_request,
    request_correction,
    requests_by,
    requests_in,
    withdraw_request,
)
from pamong.apps.accounts.models import CorrectionRequest, RequestState, Role, User
from pamong.apps.accounts.policies import can_answer_requests, can_see_request
from pamong.apps.core.audit import Actor
from pamong.apps.core.files import FileRefusedError, NewFile
from pamong.apps.core.refusals import RefusedError

FRIDAY_NIGHT = datetime(2026, 3, 20, 14, 30, tzinfo=UTC)
LATER = FRIDAY_NIGHT + timedelta(hours=5)
NEW = NewRequest("keluarga", "Ani", "Anni", NewFile("akta.pdf", b"%PDF-1.4 rekaan"))


@pytest.fixture
def asker(contoh):
    return User.objects.create(pk=70_001, username="siti", nama="Siti (rekaan)")  # nobody's


@pytest.fixture
def pegawai(contoh):
    return employ(opd(contoh, "Dinas Uji"), "Siti Rekayasari")


def ask(pegawai, user, new=NEW, at=FRIDAY_NIGHT) -> CorrectionRequest:
    actor = Actor(user.nama, user.pk)
    return request_correction(pegawai=pegawai, new=new, at=at, actor=actor)


def test_the_hours_run_by_the_clock_through_nights_and_holidays(pegawai, asker):
    asked = ask(pegawai, asker)

    assert asked.due_at == datetime(2026, 3, 23, 14, 30, tzinfo=UTC)
    assert asked.evidence.owner == pegawai.pemda.instansi


def test_a_second_click_asks_for_nothing_more_until_the_first_is_answered(pegawai, asker):
    first = ask(pegawai, asker)

    with pytest.raises(RequestWaitingError, match="menunggu jawaban"):
        ask(pegawai, asker, at=LATER)

    assert list(requests_in(pegawai.pemda, is_open=True)) == [first]
    withdraw_request(request=first, at=LATER, actor=WARNI)
    assert ask(pegawai, asker, at=LATER).due_at == LATER + timedelta(hours=72)


def test_a_request_says_what_is_right(pegawai, asker):
    with pytest.raises(RefusedError, match="belum menyebut bagian"):
        ask(pegawai, asker, NewRequest("keluarga", "Ani", "  "))


def test_evidence_that_is_no_paper_is_refused_and_leaves_nothing(pegawai, asker):
    with pytest.raises(FileRefusedError):
        ask(pegawai, asker, NewRequest("keluarga", "", "Anni", NewFile("x.exe", b"MZ")))

    assert not CorrectionRequest.objects.exists()


def test_the_record_is_corrected_in_the_same_act(pegawai, asker):
    asked = ask(pegawai, asker)

    def correct():
        pegawai.person.nama = "Siti Rekayasarie"
        pegawai.person.save()

    done = answer_request(
        request=asked, answer=Answer(True, "Sesuai akta.", correct), at=LATER, actor=WARNI
    )

    pegawai.person.refresh_from_db()
    assert pegawai.person.nama == "Siti Rekayasarie"
    assert (done.state, done.answered_by) == (RequestState.CORRECTED, WARNI.label)


def test_there_is_no_answer_where_the_record_refuses_the_correction(pegawai, asker):
    asked = ask(pegawai, asker)

    def correct():
        pegawai.person.nama = ""
        pegawai.person.save()

    with pytest.raises(RefusedError, match="Nama orang kosong"):
        answer_request(request=asked, answer=Answer(True, "Ya.", correct), at=LATER, actor=WARNI)

    assert requests_in(pegawai.pemda, is_open=True).get() == asked


def test_what_is_called_corrected_corrects_something(pegawai, asker):
    asked = ask(pegawai, asker)

    with pytest.raises(NothingCorrectedError, match="tidak memperbaiki apa-apa"):
        answer_request(request=asked, answer=Answer(True, "Sudah."), at=LATER, actor=WARNI)

    assert requests_in(pegawai.pemda, is_open=True).get() == asked


def test_a_refusal_has_its_reason(pegawai, asker):
    asked = ask(pegawai, asker)

    with pytest.raises(RefusedError, match="Tulis jawabannya"):
        answer_request(request=asked, answer=Answer(False, " "), at=LATER, actor=WARNI)


def test_nobody_answers_himself(pegawai, asker):
    asked = ask(pegawai, asker)

    with pytest.raises(OwnRequestError, match="orang lain"):
        answer_request(
            request=asked, answer=Answer(True, "Ya."), at=LATER, actor=Actor("Siti", asker.pk)
        )


def test_what_is_closed_stays_closed(pegawai, asker):
    asked = ask(pegawai, asker)
    withdraw_request(request=asked, at=LATER, actor=WARNI)

    with pytest.raises(RequestClosedError, match="ditarik pemohon"):
        answer_request(request=asked, answer=Answer(True, "Ya."), at=LATER, actor=WARNI)
    with pytest.raises(RequestClosedError):
        withdraw_request(request=asked, at=LATER, actor=WARNI)


def test_the_most_urgent_comes_first_and_the_rest_apart(pegawai, asker, misal):
    late = ask(pegawai, asker, at=LATER)
    early = ask(pegawai, asker, NewRequest("keluarga", "", "Anni"))
    other = ask(pegawai, asker, NewRequest("kontak", "", "Jalan Rekaan 1"))
    closed = withdraw_request(request=other, at=LATER, actor=WARNI)

    assert list(requests_in(pegawai.pemda, is_open=True)) == [early, late]
    assert list(requests_in(pegawai.pemda, is_open=False)) == [closed]
    assert not requests_in(misal, is_open=True).exists()
    assert set(requests_by(asker.pk)) == {late, early, closed}


def test_whoever_asked_and_the_bkd_may_read_it(contoh, misal, pegawai, asker):
    asked = ask(pegawai, asker)
    own = Access(asker.pk, "", (Grant(Role.PEGAWAI, contoh.pk),))
    bkd, other = (Access(0, "", (Grant(Role.BKD, pemda.pk),)) for pemda in (contoh, misal))
    head = Access(0, "", (Grant(Role.KEPALA_OPD, contoh.pk, pegawai.opd_id),))

    assert [can_see_request(who, asked) for who in (own, bkd, other, head)] == [
        True,
        True,
        False,
        False,
    ]
    assert not can_answer_requests(own, contoh)


@pytest.mark.django_db
def test_there_is_no_such_request():
    with pytest.raises(CorrectionRequestNotFoundError):
        get_request(uuid4())
