"""The particulars of a forum are corrected; what rests on its day follows, or refuses."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from tests.support import duties, registry

from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.core.corrections import Difference
from pamong.apps.core.files import NewFile
from pamong.apps.core.refusals import RefusedError
from pamong.apps.duties.resting import what_rests_on
from pamong.apps.forums import by_hand
from pamong.apps.forums.asking_lists import NewColumn, NewList, ask_for_list
from pamong.apps.forums.by_hand import (
    Called,
    NewDirective,
    NewForum,
    OfficeElsewhereError,
    Somebody,
)
from pamong.apps.forums.correcting import (
    BehalfOfNobodyError,
    NothingCorrectedError,
    correct_forum,
    plan_correction,
)
from pamong.apps.forums.day_claims import DayContradictedError
from pamong.apps.forums.forum_changes import forum_changes
from pamong.apps.forums.forum_list import ForumQuery, find_forums
from pamong.apps.forums.models import Every, ForumKind, Presence, SeriesRule
from pamong.apps.forums.particulars import particulars_of
from pamong.apps.forums.recurrence import Rule
from pamong.apps.forums.series_acts import link_series, open_series
from pamong.apps.forums.settling import NewAnswer, link_repeat, record_answer
from pamong.apps.organisasi.models import Jabatan

HOW = {"actor": registry.WARNI, "reason": "salah ketik"}
ANNOUNCED, HELD, LATER, TODAY = (date(2025, 6, day) for day in (2, 9, 10, 20))
SITI = Somebody("Siti Rekayasari", "Bupati", "definitif")


@pytest.fixture
def rakor(contoh, bupati):
    new = NewForum("rakor", "Rakor Program", HELD, time(8, 30), place="Aula", chair=SITI)
    forum = by_hand.announce_forum(pemda=contoh, new=new, day=ANNOUNCED, **HOW)
    by_hand.invite(forum=forum, opds=[], others=["camat"], **HOW)
    return forum


def correct(forum, *, today=TODAY, **changed):
    new = replace(particulars_of(forum), **changed)
    return correct_forum(forum=forum, new=new, follows=what_rests_on(forum), day=today, **HOW)


def ask(forum, gist="melapor", to="semua OPD"):
    return by_hand.minute_directive(
        forum=forum, new=NewDirective(gist, [SITI], to), day=TODAY, **HOW
    )


def test_all_particulars_are_corrected_and_history_tells_before_and_after(rakor, budi, sekda):
    registry.hold(budi, sekda, since=date(2024, 1, 1), by=registry.document("sk", day=ANNOUNCED))
    correct(
        rakor,
        kind="upacara",
        title="Upacara Bulanan",
        day=LATER,
        hour=time(7),
        end_hour=time(9, 30),
        place="Halaman",
        chair=Somebody("Budi Contohadi", "Sekretaris Daerah", "definitif"),
        behalf="Bupati",
    )

    rakor.refresh_from_db()
    assert (rakor.kind, rakor.title, rakor.day) == ("upacara", "Upacara Bulanan", LATER)
    assert (rakor.hour, rakor.end_hour, rakor.place) == (time(7), time(9, 30), "Halaman")
    assert (rakor.chair, rakor.reader, rakor.principal.nama) == (budi, budi, "Bupati")
    newest = forum_changes(rakor, day=TODAY)[0]
    assert (newest.change.actor, newest.change.reason) == (registry.WARNI.label, "salah ketik")
    told = {each.what: (each.before, each.after) for each in newest.differences}
    assert told["Jenis"] == ("Rapat koordinasi", "Upacara")
    assert told["Hari"] == ("9 Juni 2025", "10 Juni 2025")
    assert told["Jam"] == ("pukul 08.30", "pukul 07.00")
    assert told["Jam selesai"] == ("", "pukul 09.30")
    assert told["Tempat"] == ("Aula", "Halaman")
    assert told["Pemimpin atau inspektur"][1] == "Budi Contohadi (rekaan)"
    assert told["Atas nama"] == ("", "Bupati")


def test_what_is_left_alone_is_not_told_as_changed(rakor):
    correct(rakor, place="Balai")

    newest = forum_changes(rakor, day=TODAY)[0]
    assert newest.differences == (Difference("Tempat", "Aula", "Balai"),)


def test_the_chair_is_taken_away_with_office_and_capacity(rakor):
    correct(rakor, chair=None)

    rakor.refresh_from_db()
    assert (rakor.chair, rakor.chair_office, rakor.chair_capacity) == (None, None, "")


def test_a_namesake_does_not_stand_in_the_way_of_a_chair_who_stays(rakor, contoh, budi):
    rakor.refresh_from_db()
    twin = registry.person("Siti Rekayasari")
    by_hand.minute_statement(
        forum=rakor, who=Somebody("Budi Contohadi"), words="Baik.", setting="", day=HELD, **HOW
    )
    rakor.statements.update(speaker=twin)

    correct(rakor, behalf="Bupati")

    chair = rakor.chair
    rakor.refresh_from_db()
    assert rakor.chair == rakor.reader == chair != twin


def test_a_plan_says_what_changes_and_writes_nothing(rakor, contoh):
    new = replace(particulars_of(rakor), place="Balai", day=LATER)
    ask(rakor)

    plan = plan_correction(forum=rakor, new=new, follows=(), day=TODAY)

    assert plan == [
        'Hari: dari "Senin, 9 Juni 2025" menjadi "Selasa, 10 Juni 2025".',
        'Tempat: dari "Aula" menjadi "Balai".',
        "Hari 1 arahan dari forum ini ikut berubah; tenggatnya tetap.",
    ]
    rakor.refresh_from_db()
    assert rakor.place == "Aula"


def test_directives_follow_the_day_and_a_forum_is_known_on_it(rakor, contoh):
    directive = ask(rakor)
    type(rakor).objects.filter(pk=rakor.pk).update(announced_on=TODAY)
    rakor.refresh_from_db()

    correct(rakor, day=LATER)

    directive.refresh_from_db()
    assert directive.day == LATER
    assert find_forums(contoh, day=HELD, query=ForumQuery()).rows == []
    assert len(find_forums(contoh, day=LATER, query=ForumQuery()).rows) == 1


def test_a_planned_forum_may_be_put_off(rakor):
    assert correct(rakor, day=date(2025, 8, 1), today=ANNOUNCED).day == date(2025, 8, 1)


def _told(forum):
    ask(forum)
    return date(2025, 7, 1), "sudah ada yang tercatat darinya (1 arahan)"


def _called(forum):
    called = {forum.invitations.get(): Called(Presence.HADIR)}
    at = datetime(2025, 6, 9, 17, 30, tzinfo=UTC)  # past midnight in Jakarta
    by_hand.take_roll_call(forum=forum, called=called, at=at, day=HELD, **HOW)
    return date(2025, 6, 11), "daftar hadirnya dicatat pada 10 Juni 2025"


def _due(forum):
    ask(forum, "melapor paling lambat 12 Juni 2025")
    return date(2025, 6, 13), "12 Juni 2025"


def _repeated_later(forum):
    again = by_hand.announce_forum(
        pemda=forum.pemda, new=NewForum("rakor", "Ulang", LATER), day=LATER, **HOW
    )
    link_repeat(directive=ask(again, "melapor lagi"), earlier=ask(forum), **HOW)
    return LATER, 'arahan "melapor lagi" mengulangnya pada 10 Juni 2025'


def _repeats(forum):
    before = by_hand.announce_forum(
        pemda=forum.pemda, new=NewForum("rakor", "Dulu", ANNOUNCED), day=ANNOUNCED, **HOW
    )
    link_repeat(directive=ask(forum), earlier=ask(before, "melapor dulu"), **HOW)
    return ANNOUNCED, "mengulang yang diberikan pada 2 Juni 2025"


def _answered(forum):
    new = NewAnswer("BKN", LATER, "Surat.", "B-1", NewFile("surat.pdf", b"%PDF-1.4 rekaan"))
    record_answer(directive=ask(forum, to="BKN"), new=new, day=TODAY, **HOW)
    return date(2025, 6, 11), "menjawab arahannya pada 10 Juni 2025"


def _listed(forum):
    duties.opd(forum.pemda)
    new = NewList("Tabel", [NewColumn("Program", "teks")], "")
    ask_for_list(directive=ask(forum), new=new, day=LATER, **HOW)
    return date(2025, 6, 11), "dibuka pada 10 Juni 2025"


@pytest.mark.parametrize(
    "because", [_told, _called, _due, _repeated_later, _repeats, _answered, _listed]
)
def test_a_day_that_contradicts_the_record_is_refused_and_says_by_what(rakor, because):
    day, words = because(rakor)
    rakor.refresh_from_db()

    with pytest.raises(DayContradictedError) as refused:
        correct(rakor, day=day)

    assert words in str(refused.value)
    assert str(refused.value).endswith("Pilih hari lain.")
    rakor.refresh_from_db()
    assert rakor.day == HELD


def test_a_day_after_a_duty_that_rests_on_it_is_refused(contoh, bupati):
    forum = duties.duty(contoh).pemda.forums.get()
    day = date(2024, 9, 17)
    type(forum.document).objects.filter(pk=forum.document_id).update(published_on=None)
    forum.refresh_from_db()

    with pytest.raises(DayContradictedError, match="dibuat pada 16 September 2024"):
        correct(forum, day=day)

    follows = what_rests_on(forum)
    new = replace(particulars_of(forum), day=duties.MADE_ON)
    plan = plan_correction(forum=forum, new=new, follows=follows, day=TODAY)
    assert "1 catatan tindak lanjut tetap menyebut hari yang lama" in plan[-1]
    assert correct(forum, day=duties.MADE_ON).day == duties.MADE_ON


def test_a_document_does_not_tell_of_a_later_day(contoh, bupati):
    forum = duties.directive(contoh, everybody=True).forum

    with pytest.raises(DayContradictedError, match="sudah ada pada 9 September 2024"):
        correct(forum, day=date(2024, 9, 10))
    assert correct(forum, day=date(2024, 9, 6)).day == date(2024, 9, 6)


def test_a_rule_that_is_known_from_the_document_follows_and_mentions_stay(contoh, bupati, siti):
    forum = duties.directive(contoh, everybody=True).forum
    monday = Rule(Every.MINGGU, 0)
    series = open_series(
        pemda=contoh, nama="Senin", kind=ForumKind.RAKOR, rule=monday, since=forum.day, **HOW
    )
    link_series(forum=forum, series=series, **HOW)
    SeriesRule.objects.update(document=forum.document)
    registry.attest(siti, bupati, on=forum.day, by=forum.document)
    new = replace(particulars_of(forum), day=date(2024, 9, 5))

    plan = plan_correction(forum=forum, new=new, follows=(), day=TODAY)
    correct(forum, day=new.day)

    assert "diketahui sejak hari yang baru" in plan[2]
    assert "Hari itu tidak menurut pengulangan seri Senin" in plan[3]
    assert "1 penyebutan pejabat" in plan[4]
    assert SeriesRule.objects.get().starts_on == new.day


@pytest.mark.parametrize(
    ("changed", "error", "words"),
    [
        ({}, NothingCorrectedError, "Tidak ada yang berubah"),
        ({"chair": None, "behalf": "Bupati"}, BehalfOfNobodyError, "Isi dulu siapa"),
        ({"behalf": "Gubernur Jambi"}, OfficeElsewhereError, "Gubernur Jambi"),
        (
            {"chair": Somebody("Budi", "Gubernur Jambi", "definitif")},
            OfficeElsewhereError,
            "Jambi",
        ),
        ({"end_hour": time(8)}, RefusedError, "Jam selesai mendahului"),
        ({"hour": None, "end_hour": time(9)}, RefusedError, "jam mulainya kosong"),
        ({"place": "n" * 301}, RefusedError, "terlalu panjang"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_written(rakor, changed, error, words):
    offices = Jabatan.objects.count()
    with pytest.raises(error, match=words):
        correct(rakor, **changed)

    before = particulars_of(rakor)
    rakor.refresh_from_db()
    assert particulars_of(rakor) == before
    assert Jabatan.objects.count() == offices


def test_a_correction_says_why(rakor):
    new = replace(particulars_of(rakor), place="Balai")
    with pytest.raises(ReasonMissingError):
        correct_forum(forum=rakor, new=new, follows=(), day=TODAY, actor=registry.WARNI, reason="")
