"""Forums without a document: invitations first, the roll call on the day, minutes after."""

from datetime import UTC, date, datetime, time

import pytest
from tests.support import registry

from pamong.apps.core.models import Person
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.selectors import history_of
from pamong.apps.forums import by_hand
from pamong.apps.forums.by_hand import Called, NewDirective, NewForum, Somebody
from pamong.apps.forums.calling_off import ForumNotHeldError
from pamong.apps.forums.forum_list import ForumQuery, find_forums
from pamong.apps.forums.models import (
    Directive,
    Every,
    ForumKind,
    InviteeKind,
    Presence,
    RollCallEntry,
    Statement,
)
from pamong.apps.forums.recurrence import Rule
from pamong.apps.forums.series_acts import (
    OtherGovernmentError,
    link_series,
    open_series,
    series_that_fit,
)
from pamong.apps.organisasi.models import Opd

HOW = {"actor": registry.WARNI, "reason": "mencatat rakor"}
TODAY, HELD = date(2025, 6, 2), date(2025, 6, 9)
AT = datetime(2025, 6, 9, 2, tzinfo=UTC)
CHAIR = Somebody("Siti Rekayasari", "Bupati", "definitif")


@pytest.fixture
def opds(contoh):
    return [
        Opd.objects.create(pemda=contoh, nama=nama, jenis="dinas", sort_key=nama.casefold())
        for nama in ("Dinas Satu", "Dinas Dua")
    ]


@pytest.fixture
def rakor(contoh, bupati, opds):
    new = NewForum(
        kind="rakor",
        title="Rakor Program",
        day=HELD,
        hour=time(8, 30),
        place="Aula",
        chair=CHAIR,
        agenda=["Realisasi", "Kendala"],
        opds=opds,
        invited=["camat", "BKN", "camat"],
    )
    return by_hand.announce_forum(pemda=contoh, new=new, day=TODAY, **HOW)


def call(forum, presence=Presence.HADIR, *, day=HELD, **more):
    row = forum.invitations.order_by("id").first()
    told = {row: Called(presence, **more)}
    return by_hand.take_roll_call(forum=forum, called=told, at=AT, day=day, **HOW)


def test_a_planned_rakor_has_invitations_before_its_day(rakor, bupati):
    kinds = list(rakor.invitations.order_by("id").values_list("text", "kind"))

    assert kinds == [
        ("Dinas Satu", InviteeKind.OPD),
        ("Dinas Dua", InviteeKind.OPD),
        ("camat", InviteeKind.KATEGORI),
        ("BKN", InviteeKind.INSTANSI),
    ]
    assert (rakor.chair.nama, rakor.chair_office) == ("Siti Rekayasari", bupati)
    assert [row.item for row in rakor.agenda_items.order_by("position")] == [
        "Realisasi",
        "Kendala",
    ]


def test_a_planned_rakor_is_known_from_the_day_it_was_announced(rakor, contoh):
    def titles(day):
        return [row.title for row in find_forums(contoh, day=day, query=ForumQuery()).rows]

    assert titles(date(2025, 6, 1)) == []
    assert titles(TODAY) == titles(HELD) == ["Rakor Program"]


def test_an_invitation_is_sent_once(rakor, opds):
    assert by_hand.invite(forum=rakor, opds=opds, others=["camat", "lurah"], **HOW) == 1


def test_nothing_is_told_of_a_forum_before_its_day(rakor):
    with pytest.raises(ForumNotHeldError):
        call(rakor, day=TODAY)
    with pytest.raises(ForumNotHeldError):
        by_hand.minute_directive(
            forum=rakor, new=NewDirective("melapor", [CHAIR], "semua OPD"), day=TODAY, **HOW
        )
    assert not RollCallEntry.objects.exists()


def test_a_correction_keeps_what_was_called_before(rakor):
    assert call(rakor) == 1
    assert call(rakor) == 0
    assert call(rakor, Presence.DIWAKILI, represented_by="Sekretaris Dinas") == 1

    entry = RollCallEntry.objects.get()
    assert (entry.presence, entry.represented_by) == ("diwakili", "Sekretaris Dinas")
    assert [change.what for change in history_of([entry])] == ["diubah", "dicatat"]


def test_who_was_represented_is_said_by_function(rakor):
    with pytest.raises(RefusedError, match="jabatan wakilnya"):
        call(rakor, Presence.DIWAKILI)


def test_minutes_name_givers_with_office_and_capacity_and_read_the_term(rakor, opds):
    second = Somebody("Budi Contohadi", "Wakil Bupati", "definitif")
    new = NewDirective("melapor paling lambat 1 Juli 2025", [CHAIR, second], "Dinas Satu")

    directive = by_hand.minute_directive(forum=rakor, new=new, day=HELD, **HOW)

    assert [giver.jabatan.nama for giver in directive.givers.order_by("id")] == [
        "Bupati",
        "Wakil Bupati",
    ]
    assert directive.addressees.get().opd == opds[0]
    assert directive.due_on == date(2025, 7, 1)
    assert Directive.objects.get().day == HELD


def test_a_name_on_record_is_the_same_person(rakor):
    by_hand.minute_statement(
        forum=rakor, who=CHAIR, words="Mari bekerja.", setting="pidato", day=HELD, **HOW
    )
    by_hand.minute_commitment(forum=rakor, who=CHAIR, gist="hadir", due="", day=HELD, **HOW)

    assert Person.objects.filter(nama="Siti Rekayasari").count() == 1
    assert Statement.objects.get().office == "Bupati"


def test_an_office_of_another_government_speaks_not_here(rakor):
    stranger = Somebody("Budi Contohadi", "Gubernur Jambi", "definitif")

    with pytest.raises(by_hand.OfficeElsewhereError, match="Gubernur Jambi"):
        by_hand.minute_statement(
            forum=rakor, who=stranger, words="Baik.", setting="", day=HELD, **HOW
        )
    assert not Person.objects.filter(nama="Budi Contohadi").exists()


def test_a_series_is_proposed_by_kind_and_weekday_and_linked_by_a_person(rakor, contoh, misal):
    monday = Rule(Every.MINGGU, 0)
    series = open_series(
        pemda=contoh, nama="Rakor Senin", kind=ForumKind.RAKOR, rule=monday, since=TODAY, **HOW
    )
    open_series(
        pemda=contoh,
        nama="Rakor Jumat",
        kind=ForumKind.RAKOR,
        rule=Rule(Every.MINGGU, 4),
        since=TODAY,
        **HOW,
    )
    assert series_that_fit(rakor) == [series]

    link_series(forum=rakor, series=series, **HOW)

    assert series_that_fit(rakor) == []
    elsewhere = open_series(
        pemda=misal, nama="Lain", kind=ForumKind.RAKOR, rule=monday, since=TODAY, **HOW
    )
    with pytest.raises(OtherGovernmentError):
        link_series(forum=rakor, series=elsewhere, **HOW)
    with pytest.raises(RefusedError, match="sudah ada"):
        open_series(
            pemda=contoh, nama="Rakor Senin", kind=ForumKind.RAKOR, rule=monday, since=TODAY, **HOW
        )
