"""Triggers that keep the day of a directive in step with the day of its forum, whoever writes.

Lists of directives are cut by government and day; an index needs both in one table.
"""

import pgtrigger


def follows_its_forum() -> pgtrigger.Trigger:
    """Fill ``day`` of a directive from its forum."""
    return pgtrigger.Trigger(
        name="follows_its_forum",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func="SELECT day INTO NEW.day FROM forums_forum WHERE id = NEW.forum_id; RETURN NEW;",
    )


def leads_its_directives() -> pgtrigger.Trigger:
    """Let the directives of a forum copy its day anew when it changes."""
    return pgtrigger.Trigger(
        name="leads_its_directives",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("day"),  # type: ignore[no-untyped-call]  # ships no types
        func=(
            "UPDATE forums_directive SET forum_id = NEW.id WHERE forum_id = NEW.id; RETURN NEW;"
        ),
    )
