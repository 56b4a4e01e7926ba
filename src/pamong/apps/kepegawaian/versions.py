"""Which version of an entry stands now: the number of its last event in the history.

It changes with every change of the entry, whoever made it, and never comes back.
"""

from collections.abc import Collection

from django.db.models import Max

from pamong.apps.kepegawaian.errors import EntryMovedError
from pamong.apps.kepegawaian.sections import Section


def versions_of(section: Section, entry_ids: Collection[int]) -> dict[int, int]:
    """Return the version of each entry of a section that the history knows."""
    events = section.model.pgh_event_model._default_manager  # type: ignore[attr-defined]  # noqa: SLF001  pghistory's
    rows = events.filter(pgh_obj_id__in=entry_ids).values_list("pgh_obj_id")
    return dict(rows.annotate(last=Max("pgh_id")))


def version_of(section: Section, entry_id: int) -> int:
    """Return the version of one entry."""
    return versions_of(section, [entry_id]).get(entry_id, 0)


def expect_version(section: Section, entry_id: int, seen: int | None) -> None:
    """Refuse an act on an entry that was changed after ``seen``; ``None`` asks nothing.

    Raises:
        EntryMovedError: it was.
    """
    if seen is not None and seen != version_of(section, entry_id):
        raise EntryMovedError
