"""Calling off a forum that was announced, and taking that back; nothing of it is deleted.

Whoever writes down what happened at a forum asks :func:`expect_held` first, which locks the forum:
it is either called off or told of, never both.
"""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.forums.models import CallingOff, Forum
from pamong.apps.forums.told import Following, what_is_told
from pamong.kernel.day import format_day


class ForumNotHeldError(Exception):
    """The forum has not been held yet, so nothing can be told of it."""

    def __init__(self) -> None:
        super().__init__(
            _("Forum ini belum berlangsung. Daftar hadir dan catatannya diisi pada harinya.")
        )


class ForumCalledOffError(Exception):
    """The forum was called off, so nobody is invited to it and nothing can be told of it."""

    def __init__(self, calling_off: CallingOff) -> None:
        self.calling_off = calling_off
        super().__init__(
            _(
                "Forum ini dibatalkan pada %(day)s. Tidak ada yang dicatat darinya, kecuali ia "
                "diadakan kembali dari halamannya."
            )
            % {"day": format_day(calling_off.called_off_on)}
        )


class ForumNeverPlannedError(Exception):
    """The forum was not announced before it was held, so there is nothing to call off."""

    def __init__(self, forum: Forum) -> None:
        if forum.document is not None:
            source = _("tercatat dari %s") % forum.document
        else:
            source = _("baru dicatat sesudah harinya")
        super().__init__(
            _("Forum ini %s, jadi sudah berlangsung. Hanya rencana yang dapat dibatalkan.")
            % source
        )


class ForumToldError(Exception):
    """Something is on record of what happened at the forum, so it was held."""

    def __init__(self, told: Sequence[str]) -> None:
        super().__init__(
            _(
                "Forum ini sudah mempunyai catatan (%s), jadi ia berlangsung dan tidak dapat "
                "dibatalkan."
            )
            % ", ".join(told)
        )


class ForumNotCalledOffError(Exception):
    """The forum is not called off, so there is nothing to take back."""

    def __init__(self) -> None:
        super().__init__(_("Forum ini tidak sedang dibatalkan. Muat ulang halamannya."))


def call_off_forum(
    *, forum: Forum, follows: Sequence[Following], day: date, actor: Actor, reason: str
) -> CallingOff:
    """Call off a forum from ``day`` on, which is today; the reason stands on its page.

    Raises:
        ForumCalledOffError: it is called off already.
        ForumNeverPlannedError: it was not announced before it was held.
        ForumToldError: something is on record of what happened there, or follows from it.
        RefusedError: the reason is too long, or somebody else was quicker.
    """
    with act("forums.call_off_forum", actor=actor, reason=reason), refusals():
        locked = _locked(forum)
        _expect_not_called_off(locked)
        if not was_planned(locked):
            raise ForumNeverPlannedError(locked)
        if told := [*what_is_told(locked), *(each.words for each in follows)]:
            raise ForumToldError(told)
        return CallingOff.objects.create(forum=locked, called_off_on=day, why=reason.strip())


def reinstate_forum(*, forum: Forum, day: date, actor: Actor, reason: str) -> CallingOff:
    """Take back that a forum is called off; the days on which it was stay on record.

    Raises:
        ForumNotCalledOffError: it is not called off.
        RefusedError: the reason is too long.
    """
    with act("forums.reinstate_forum", actor=actor, reason=reason), refusals():
        standing = _standing(_locked(forum))
        if standing is None:
            raise ForumNotCalledOffError
        standing.taken_back_on = max(day, standing.called_off_on)
        standing.taken_back_why = reason.strip()
        standing.save(update_fields=["taken_back_on", "taken_back_why"])
        return standing


def expect_held(forum: Forum, day: date) -> None:
    """Lock a forum of which something is written down on ``day``; an act is open already.

    Raises:
        ForumNotHeldError: ``day`` is before the forum's.
        ForumCalledOffError: it is called off.
    """
    locked = _locked(forum)
    if day < locked.day:
        raise ForumNotHeldError
    _expect_not_called_off(locked)


def expect_not_called_off(forum: Forum) -> None:
    """Lock a forum to which something is added before or after its day; an act is open already.

    Raises:
        ForumCalledOffError: it is called off.
    """
    _expect_not_called_off(_locked(forum))


def standing_calling_off(forum: Forum) -> CallingOff | None:
    """Return the calling off that stands now, without a lock that would leave a trace."""
    return _standing(forum)


def was_planned(forum: Forum) -> bool:
    """Tell whether a forum was announced, at the latest on its day, and rests on no document."""
    return (
        forum.document_id is None
        and forum.announced_on is not None
        and forum.announced_on <= forum.day
    )


def _expect_not_called_off(forum: Forum) -> None:
    if (standing := _standing(forum)) is not None:
        raise ForumCalledOffError(standing)


def _standing(forum: Forum) -> CallingOff | None:
    return CallingOff.objects.filter(forum=forum, taken_back_on=None).first()


def _locked(forum: Forum) -> Forum:
    return (
        Forum.objects.select_for_update(of=("self",))
        .select_related("document", "pemda__instansi")
        .get(pk=forum.pk)
    )
