"""A forum that was announced is called off and taken back: it stays, and nothing is told of it."""

from datetime import UTC, date, datetime

import pytest
from tests.support import duties, registry

from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.selectors import history_of
from pamong.apps.duties import services
from pamong.apps.duties.resting import what_rests_on
from pamong.apps.duties.selectors import forums_that_evaluate
from pamong.apps.forums import by_hand
from pamong.apps.forums.by_hand import Called, NewDirective, NewForum, Somebody
from pamong.apps.forums.calling_off import (
    ForumCalledOffError,
    ForumNeverPlannedError,
    ForumNotCalledOffError,
    ForumNotHeldError,
    ForumToldError,
    call_off_forum,
    reinstate_forum,
)
from pamong.apps.forums.confidential import keep_confidential
from pamong.apps.forums.forum_changes import forum_changes
from pamong.apps.forums.forum_list import ForumQuery, find_forums
from pamong.apps.forums.forum_story import series_story
from pamong.apps.forums.models import (
    AgendaItem,
    CallingOff,
    ConfidentialStatement,
    Directive,
    Every,
    Forum,
    ForumKind,
    Presence,
    RollCallEntry,
    Statement,
)
from pamong.apps.forums.recurrence import Rule
from pamong.apps.forums.series_acts import link_series, open_series
from pamong.apps.forums.settling import raise_matter
from pamong.apps.forums.told import Following

HOW = {"actor": registry.WARNI, "reason": "bupati dipanggil ke provinsi"}
ANNOUNCED, OFF, BACK, HELD = (date(2025, 6, day) for day in (2, 4, 6, 9))
WHO = Somebody("Siti Rekayasari", "Bupati", "definitif")


def announce(pemda, *, on=HELD, announced=ANNOUNCED, **more) -> Forum:
    new = NewForum("rakor", "Rakor Program", on, agenda=["Kendala"], invited=["camat"], **more)
    return by_hand.announce_forum(pemda=pemda, new=new, day=announced, **HOW)


def call_off(forum, *, day=OFF, follows=(), **how) -> CallingOff:
    return call_off_forum(forum=forum, follows=follows, day=day, **{**HOW, **how})


def states(pemda, day) -> dict[str, int]:
    """How many forums each value of the filter finds, and how many are marked."""
    names = ("", "direncanakan", "berlangsung", "dibatalkan")
    found = {
        name: find_forums(pemda, day=day, query=ForumQuery(state=name)).rows for name in names
    }
    marked = sum(row.is_called_off for row in found[""])
    return {**{name: len(rows) for name, rows in found.items()}, "marked": marked}


@pytest.fixture
def rakor(contoh, bupati):
    return announce(contoh)


def test_it_stays_in_the_list_marked_from_that_day_on_and_taken_back_it_is_planned_again(
    rakor, contoh
):
    call_off(rakor)
    reinstate_forum(forum=rakor, day=BACK, **HOW)

    planned = {"": 1, "direncanakan": 1, "berlangsung": 0, "dibatalkan": 0, "marked": 0}
    off = {"": 1, "direncanakan": 0, "berlangsung": 0, "dibatalkan": 1, "marked": 1}
    assert states(contoh, ANNOUNCED) == planned
    assert states(contoh, OFF) == off
    assert states(contoh, date(2025, 6, 5)) == off
    assert states(contoh, BACK) == planned
    assert states(contoh, HELD)["berlangsung"] == 1


def test_nothing_is_deleted_and_history_says_who_and_why(rakor):
    row = call_off(rakor)
    reinstate_forum(forum=rakor, day=BACK, actor=registry.WARNI, reason="jadi diadakan")

    row.refresh_from_db()
    assert (row.why, row.taken_back_why) == (HOW["reason"], "jadi diadakan")
    assert [change.what for change in history_of([row])] == ["diubah", "dicatat"]
    assert rakor.invitations.count() == 1
    told = [(each.about, each.change.reason) for each in forum_changes(rakor, day=BACK)]
    assert told[:2] == [("diadakan kembali", "jadi diadakan"), ("dibatalkan", HOW["reason"])]


def test_no_day_is_told_of_what_came_later(rakor):
    call_off(rakor)
    reinstate_forum(forum=rakor, day=BACK, **HOW)

    assert [each.about for each in forum_changes(rakor, day=ANNOUNCED)] == ["forum"]
    assert [each.about for each in forum_changes(rakor, day=OFF)] == ["dibatalkan", "forum"]


def test_it_may_be_called_off_and_taken_back_on_one_day_and_called_off_again(rakor, contoh):
    for _ in range(2):
        call_off(rakor)
        reinstate_forum(forum=rakor, day=OFF, **HOW)
    assert states(contoh, OFF)["direncanakan"] == 1

    call_off(rakor)
    assert states(contoh, OFF)["dibatalkan"] == 1


def test_one_that_was_not_held_is_called_off_even_after_its_day(rakor, contoh):
    call_off(rakor, day=date(2025, 6, 10))

    assert states(contoh, HELD)["berlangsung"] == 1
    assert states(contoh, date(2025, 6, 10))["dibatalkan"] == 1


ADDS = {
    "daftar hadir": lambda forum: by_hand.take_roll_call(
        forum=forum,
        called={forum.invitations.get(): Called(Presence.HADIR)},
        at=datetime(2025, 6, 9, 2, tzinfo=UTC),
        day=HELD,
        **HOW,
    ),
    "pernyataan": lambda forum: by_hand.minute_statement(
        forum=forum, who=WHO, words="Mari.", setting="", day=HELD, **HOW
    ),
    "arahan": lambda forum: by_hand.minute_directive(
        forum=forum, new=NewDirective("melapor", [WHO], "semua OPD"), day=HELD, **HOW
    ),
    "komitmen": lambda forum: by_hand.minute_commitment(
        forum=forum, who=WHO, gist="hadir", due="", day=HELD, **HOW
    ),
    "tanpa nama": lambda forum: keep_confidential(forum=forum, words="Kami siap berubah."),
    "undangan": lambda forum: by_hand.invite(forum=forum, opds=[], others=["lurah"], **HOW),
    "teruskan": lambda forum: raise_matter(matter=forum.agenda_items.get(), body="BKN", **HOW),
}


@pytest.mark.parametrize("what", ADDS)
def test_nothing_is_added_to_one_that_is_called_off_until_it_is_taken_back(rakor, what):
    call_off(rakor)
    with pytest.raises(ForumCalledOffError, match="dibatalkan pada 4 Juni 2025"):
        ADDS[what](rakor)
    for model in (RollCallEntry, Statement, Directive, ConfidentialStatement):
        assert not model.objects.exists()
    assert AgendaItem.objects.get().directive is None

    reinstate_forum(forum=rakor, day=BACK, **HOW)
    assert ADDS[what](rakor)


def test_no_duty_is_evaluated_at_one_that_is_called_off_or_not_held_yet(rakor, contoh):
    duty = duties.duty(contoh)
    titles = [row.title for row in forums_that_evaluate(contoh, day=HELD)]
    assert rakor.title in titles

    actor = duties.actor("warni")
    with pytest.raises(ForumNotHeldError):
        services.evaluate_duty(
            seen=duties.seen(duty), forum=rakor, day=OFF, actor=actor, note="belum"
        )
    call_off(rakor)
    with pytest.raises(ForumCalledOffError):
        services.evaluate_duty(
            seen=duties.seen(duty), forum=rakor, day=HELD, actor=actor, note="belum"
        )
    assert rakor.title not in [row.title for row in forums_that_evaluate(contoh, day=HELD)]


@pytest.mark.parametrize(
    "what", ["daftar hadir", "pernyataan", "arahan", "komitmen", "tanpa nama"]
)
def test_one_of_which_something_is_told_was_held(rakor, what):
    ADDS[what](rakor)

    with pytest.raises(ForumToldError, match="tidak dapat dibatalkan"):
        call_off(rakor, day=HELD)
    assert not CallingOff.objects.exists()


def test_one_that_evaluated_a_duty_was_held(rakor, contoh):
    duty, actor = duties.duty(contoh), duties.actor("warni")
    services.evaluate_duty(
        seen=duties.seen(duty), forum=rakor, day=HELD, actor=actor, note="belum"
    )

    follows = what_rests_on(rakor)

    assert [each.day for each in follows] == [HELD]
    with pytest.raises(ForumToldError, match="dievaluasi di sini pada 9 Juni 2025"):
        call_off(rakor, day=HELD, follows=follows)


def test_only_a_plan_is_called_off(contoh, bupati):
    afterwards = announce(contoh, announced=date(2025, 6, 10))
    of_a_document = duties.directive(contoh, everybody=True).forum

    for forum, words in ((afterwards, "sesudah harinya"), (of_a_document, "uji-arahan")):
        with pytest.raises(ForumNeverPlannedError, match=words):
            call_off(forum, day=date(2025, 6, 10))


def test_what_cannot_be_is_refused_in_words(rakor):
    with pytest.raises(ForumNotCalledOffError):
        reinstate_forum(forum=rakor, day=OFF, **HOW)
    with pytest.raises(ReasonMissingError):
        call_off(rakor, reason=" ")
    with pytest.raises(RefusedError, match="terlalu panjang"):
        call_off(rakor, reason="n" * 301)

    call_off(rakor)
    with pytest.raises(ForumCalledOffError):
        call_off(rakor)
    with pytest.raises(RefusedError, match="terlalu panjang"):
        reinstate_forum(forum=rakor, day=OFF, actor=registry.WARNI, reason="n" * 301)
    assert CallingOff.objects.get().taken_back_on is None


def test_what_other_apps_know_of_it_refuses_too(rakor):
    with pytest.raises(ForumToldError, match="sesuatu bersandar padanya"):
        call_off(rakor, follows=[Following(HELD, "sesuatu bersandar padanya")])


def test_a_series_shows_it_and_looks_to_the_next_day_of_its_rule(rakor, contoh):
    series = open_series(
        pemda=contoh,
        nama="Rakor Senin",
        kind=ForumKind.RAKOR,
        rule=Rule(Every.MINGGU, 0),
        since=ANNOUNCED,
        **HOW,
    )
    link_series(forum=rakor, series=series, **HOW)
    assert series_story(series, day=OFF).following == HELD

    call_off(rakor)

    story = series_story(series, day=OFF)
    assert (story.total, story.called_off) == (1, 1)
    assert story.forums[0].forum.is_called_off
    assert story.following == date(2025, 6, 16)
    before = series_story(series, day=date(2025, 6, 3))
    assert (before.called_off, before.following) == (0, HELD)

    announce(contoh, series=series)
    assert series_story(series, day=OFF).following == HELD
