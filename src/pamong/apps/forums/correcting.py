"""Correcting the particulars of a forum; history keeps what was written before, and why."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.forums.by_hand import Cast, OfficeElsewhereError
from pamong.apps.forums.day_claims import expect_possible, rules_of_document, what_follows
from pamong.apps.forums.matching import Matcher
from pamong.apps.forums.models import Forum
from pamong.apps.forums.particulars import Particulars, particulars_of, what_changes
from pamong.apps.forums.told import Following


class NothingCorrectedError(ValueError):
    """What was sent says the same as the record."""

    def __init__(self) -> None:
        super().__init__(_("Tidak ada yang berubah. Ubah isian yang keliru, lalu ulangi."))


class BehalfOfNobodyError(ValueError):
    """A forum is led on behalf of an office, and it is not said by whom."""

    def __init__(self) -> None:
        super().__init__(
            _("Isi dulu siapa yang memimpin atas nama jabatan itu, atau kosongkan jabatannya.")
        )


def plan_correction(
    *, forum: Forum, new: Particulars, follows: Sequence[Following], day: date
) -> list[str]:
    """Return what a correction would change and take along, a sentence each; nothing is written.

    ``day`` is today; ``follows`` is what other apps know to rest on the forum.

    Raises:
        NothingCorrectedError: it changes nothing.
        BehalfOfNobodyError: nobody leads on behalf of the office that is named.
        DayContradictedError: the day contradicts what is on record.
    """
    changed = what_changes(particulars_of(forum), new)
    if not changed:
        raise NothingCorrectedError
    if new.behalf and new.chair is None:
        raise BehalfOfNobodyError
    if new.day == forum.day:
        return changed
    expect_possible(forum, new.day, follows=follows, today=day)
    return [*changed, *what_follows(forum, new.day, follows=follows)]


def correct_forum(
    *,
    forum: Forum,
    new: Particulars,
    follows: Sequence[Following],
    day: date,
    actor: Actor,
    reason: str,
) -> Forum:
    """Correct when, where and of what kind a forum is, who leads it, and on whose behalf.

    Its directives follow its day by themselves, and so does the rule of a series that is known
    from its document.

    Raises:
        NothingCorrectedError, BehalfOfNobodyError, DayContradictedError: see
            :func:`plan_correction`.
        PersonNameError, NamesakesError, OfficeElsewhereError: see :meth:`Cast.meet`.
        RefusedError: it would end before it begins, or a text has no room.
    """
    with act("forums.correct_forum", actor=actor, reason=reason), refusals():
        locked = _locked(forum)
        plan_correction(forum=locked, new=new, follows=follows, day=day)
        _lead(locked, new, actor=actor, reason=reason)
        for rule in rules_of_document(locked) if new.day != locked.day else ():
            rule.starts_on = new.day
            rule.save(update_fields=["starts_on"])
        locked.kind, locked.title, locked.day = new.kind, new.title.strip(), new.day
        locked.hour, locked.end_hour, locked.place = new.hour, new.end_hour, new.place.strip()
        locked.save()
        return locked


def _lead(forum: Forum, new: Particulars, *, actor: Actor, reason: str) -> None:
    """Say who leads and on whose behalf; who is told as before stays the very same person."""
    known = particulars_of(forum)
    if (new.chair, new.behalf) == (known.chair, known.behalf):
        return
    cast = Cast(Matcher(forum.pemda))
    chair = cast.meet(new.chair) if new.chair and new.chair != known.chair else None
    behalf = cast.matcher.office(new.behalf) if new.behalf != known.behalf else None
    if new.behalf and new.behalf != known.behalf and behalf is None:
        raise OfficeElsewhereError(new.behalf, forum.pemda)
    cast.matcher.record_new(actor=actor, reason=reason)
    if new.chair is None:
        forum.chair = forum.chair_office = None
        forum.chair_capacity = ""
    elif chair is not None:
        person, office, forum.chair_capacity = chair
        forum.chair = person.person
        forum.chair_office = office.jabatan if office else None
    if new.behalf != known.behalf:
        forum.principal = behalf.jabatan if behalf else None
    # Whoever leads on behalf of another reads that one's words.
    forum.reader = forum.chair if forum.principal else None


def _locked(forum: Forum) -> Forum:
    return (
        Forum.objects.select_for_update(of=("self",))
        .select_related("pemda__instansi", "document", "series")
        .select_related("chair", "chair_office", "principal", "reader")
        .get(pk=forum.pk)
    )
