"""What is set of a directive after it was confirmed, and what its history then shows."""

from datetime import date

import pytest
from tests.support import registry
from tests.support.drafts import APEL, AgendaItem, confirm, put_down, replace

from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.core.files import FileRefusedError, NewFile
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.selectors import history_of
from pamong.apps.forums import settling
from pamong.apps.forums.by_hand import Somebody
from pamong.apps.forums.directive_scope import directive_scope, scopes_in
from pamong.apps.forums.models import AgendaItem as Matter
from pamong.apps.forums.models import Directive, DirectiveAnswer
from pamong.apps.forums.repeats import alike, chain_of
from pamong.apps.forums.selectors import get_directive
from pamong.apps.organisasi.models import Opd

HOW = {"actor": registry.WARNI, "reason": "rapat lanjutan"}
LATER = date(2025, 6, 2)
LETTER = NewFile("jawaban.pdf", b"%PDF-1.4 rekaan")


def unit(pemda, nama, jenis="dinas") -> Opd:
    return Opd.objects.create(pemda=pemda, nama=nama, jenis=jenis, sort_key=nama.casefold())


def asked(pemda, kode, *, day=APEL.date, gist="melapor tiap bulan", to="kepala OPD", **more):
    row = replace(APEL.directives[0], gist=gist, to=to)
    draft = replace(APEL, date=day, directives=(row,), quotes=(), **more)
    confirm(put_down(pemda, draft, kode=kode))
    return Directive.objects.get(forum__document__kode=kode, is_upward=False)


@pytest.fixture
def directive(contoh, bupati):
    return asked(contoh, "uji-1")


@pytest.fixture
def upward(contoh):
    agenda = (AgendaItem("formasi P3K", "Menpan"),)
    confirm(put_down(contoh, replace(APEL, directives=(), agenda=agenda)))
    return Directive.objects.get(is_upward=True)


def test_a_term_is_set_with_a_reason_and_the_words_of_the_text_stay(directive):
    settling.set_term(directive=directive, due_on=date(2025, 2, 1), **HOW)

    directive.refresh_from_db()
    assert (directive.due_on, directive.term) == (date(2025, 2, 1), "tiap bulan")
    assert history_of([directive])[0].reason == "rapat lanjutan"


def test_a_term_before_the_forum_and_one_without_a_reason_are_refused(directive):
    with pytest.raises(settling.TermBeforeForumError, match="14 Januari 2025"):
        settling.set_term(directive=directive, due_on=date(2025, 1, 1), **HOW)
    with pytest.raises(ReasonMissingError):
        settling.set_term(directive=directive, due_on=None, actor=registry.WARNI, reason=" ")


def test_one_opd_leads_others_support_and_the_scope_says_so(directive, contoh):
    health, school, works = (unit(contoh, n) for n in ("Dinkes", "Disdik", "PUPR"))

    settling.set_units(directive=directive, lead=health, supporting=[school], **HOW)
    settling.set_units(directive=directive, lead=school, supporting=[works], **HOW)

    scope = directive_scope(directive.public_id, day=LATER)
    assert (scope.lead, scope.supporting) == (school, (works,))
    assert scope.opds[:2] == (school, works)
    assert scope.is_for_all
    assert set(scope.opds) == {health, school, works}
    assert [office.nama for office in scope.giver_offices] == ["Bupati"]


def test_an_opd_that_leads_does_not_support_too(directive, contoh):
    health = unit(contoh, "Dinkes")

    with pytest.raises(settling.BothPartsError, match="Dinkes"):
        settling.set_units(directive=directive, lead=health, supporting=[health], **HOW)


def test_addressees_are_set_anew_and_the_old_ones_stay_in_history(directive, contoh):
    health = unit(contoh, "Dinas Kesehatan")
    before = directive.addressees.get()

    settling.set_addressees(directive=directive, texts=["Dinas Kesehatan", " "], **HOW)

    assert directive.addressees.get().opd == health
    assert [change.what for change in history_of([before])] == ["dihapus", "dicatat"]
    assert directive_scope(directive.public_id, day=LATER).opds == (health,)
    with pytest.raises(settling.NoAddresseeError):
        settling.set_addressees(directive=directive, texts=[" "], **HOW)


def test_officials_of_a_kind_bind_the_opds_in_which_they_sit(contoh):
    kecamatan, dinas = unit(contoh, "Kecamatan Satu", "kecamatan"), unit(contoh, "Dinas Satu")
    registry.office(contoh, "Camat", opd=kecamatan)
    echelon = registry.office(contoh, "Sekretaris pada Dinas Satu", opd=dinas)
    type(echelon).objects.filter(pk=echelon.pk).update(eselon="III.a")

    camat = asked(contoh, "uji-2", to="camat")
    third = asked(contoh, "uji-3", to="pejabat eselon III")

    assert directive_scope(camat.public_id, day=LATER).opds == (kecamatan,)
    assert directive_scope(third.public_id, day=LATER).opds == (dinas,)


def test_what_goes_to_the_kabupaten_of_a_province_names_each_of_them(misal):
    below = registry.government("Kabupaten Bawah", level="kabupaten", kode="00.02")
    type(below).objects.filter(pk=below.pk).update(provinsi=misal)

    directive = asked(misal, "uji-4", to="seluruh kabupaten/kota")

    assert directive_scope(directive.public_id, day=LATER).daerah == (below,)


def test_every_scope_of_a_government_is_asked_in_a_few_queries(
    directive, contoh, django_assert_max_num_queries
):
    asked(contoh, "uji-5")

    with django_assert_max_num_queries(6):
        assert len(scopes_in(contoh, day=LATER)) == 2


def test_a_second_giver_stands_beside_the_first_once(directive):
    both = Somebody("Budi Contohadi", "Wakil Bupati", "definitif")
    settling.add_giver(directive=directive, who=both, **HOW)

    assert directive.givers.count() == 2
    with pytest.raises(RefusedError, match="sudah tercatat"):
        settling.add_giver(directive=directive, who=both, **HOW)


def test_what_is_asked_again_is_proposed_by_topic_and_words_from_earlier_days_only(contoh):
    first = asked(contoh, "uji-6", day=date(2024, 3, 1), gist="melaporkan presensi tiap bulan")
    asked(contoh, "uji-7", day=date(2024, 4, 1), gist="menanam pohon di halaman")
    again = asked(contoh, "uji-8", day=date(2025, 1, 1), gist="melaporkan presensi setiap bulan")

    assert [row.asked.public_id for row in alike(again)] == [first.public_id]
    assert alike(first) == []


def test_a_chain_tells_how_often_and_since_when_and_never_more_than_its_day_knows(contoh):
    days = [date(2024, 1, 8), date(2024, 6, 3), date(2025, 1, 6)]
    first, second, third = (
        asked(contoh, f"uji-{n}", day=day) for n, day in enumerate(days, start=10)
    )
    settling.link_repeat(directive=second, earlier=first, **HOW)
    settling.link_repeat(directive=third, earlier=second, **HOW)

    whole = chain_of(get_directive(first.public_id), day=LATER)
    then = chain_of(get_directive(second.public_id), day=date(2024, 7, 1))

    assert (whole.times, whole.since) == (3, days[0])
    assert [row.public_id for row in whole.rows] == [
        row.public_id for row in (first, second, third)
    ]
    assert (then.times, then.since) == (2, days[0])


def test_only_what_was_asked_earlier_in_this_government_is_repeated(directive, contoh, misal):
    later = asked(contoh, "uji-20", day=date(2025, 3, 1))
    elsewhere = asked(misal, "uji-21", day=date(2024, 1, 1))

    for other in (later, elsewhere, directive):
        with pytest.raises(settling.RepeatsLaterError):
            settling.link_repeat(directive=directive, earlier=other, **HOW)


def test_an_answer_comes_back_with_its_letter(upward):
    new = settling.NewAnswer("Menpan", date(2025, 2, 3), "Disetujui.", "B/1/2025", LETTER)

    answer = settling.record_answer(directive=upward, new=new, day=LATER, **HOW)

    assert answer.instansi == upward.addressees.get().instansi
    assert bytes(answer.file.content) == LETTER.content
    assert answer.file.owner == upward.pemda.instansi


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2025, 6, 3)])
def test_an_answer_before_the_question_or_after_today_is_refused(upward, day):
    new = settling.NewAnswer("Menpan", day, "Disetujui.")

    with pytest.raises(settling.AnsweredBeforeError):
        settling.record_answer(directive=upward, new=new, day=LATER, **HOW)


def test_a_letter_that_cannot_be_kept_takes_its_answer_along(upward):
    broken = NewFile("jawaban.pdf", b"bukan pdf\x00")
    new = settling.NewAnswer("Menpan", date(2025, 2, 3), "Disetujui.", file=broken)

    with pytest.raises(FileRefusedError):
        settling.record_answer(directive=upward, new=new, day=LATER, **HOW)
    assert not DirectiveAnswer.objects.exists()


def test_what_goes_to_no_body_is_not_answered_so(directive):
    new = settling.NewAnswer("Menpan", date(2025, 2, 3), "Disetujui.")

    with pytest.raises(settling.NotUpwardError):
        settling.record_answer(directive=directive, new=new, day=LATER, **HOW)


def test_a_matter_without_a_body_is_raised_once_by_a_person(contoh):
    confirm(put_down(contoh, replace(APEL, agenda=(AgendaItem("sisa honorer", None),))))
    matter = Matter.objects.get()

    raised = settling.raise_matter(matter=matter, body="BKN", **HOW)

    assert raised.addressees.get().instansi.nama == "Badan Kepegawaian Negara"
    with pytest.raises(settling.AlreadyRaisedError):
        settling.raise_matter(matter=matter, body="BKN", **HOW)
