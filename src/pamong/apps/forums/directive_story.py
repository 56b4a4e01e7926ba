"""One directive as its page tells it: its parts, answers, chain, list and changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models

from pamong.apps.core.selectors import Change, history_of
from pamong.apps.forums.asked import Asked, as_asked
from pamong.apps.forums.compiled import Compiled, compiled_list
from pamong.apps.forums.models import (
    Directive,
    DirectiveAnswer,
    DirectiveUnit,
    ListSheet,
    UnitPart,
)
from pamong.apps.forums.repeats import Chain, chain_of
from pamong.apps.organisasi.models import Opd


@dataclass(frozen=True, slots=True)
class Told:
    """One change of a directive, and of which of its parts."""

    about: str
    change: Change


@dataclass(frozen=True, slots=True)
class DirectiveStory:
    """Everything that is told of a directive."""

    directive: Directive
    asked: Asked
    lead: Opd | None
    supporting: tuple[Opd, ...]
    answers: tuple[DirectiveAnswer, ...]
    chain: Chain
    compiled: Compiled | None
    changes: tuple[Told, ...]

    @property
    def asks_again(self) -> bool:
        """Whether something is known that asks the same."""
        return self.chain.times > 1


def directive_story(
    directive: Directive, *, day: date, tells_changes: bool = False
) -> DirectiveStory:
    """Tell a directive as ``day`` knows it; who changed it only where that is asked for."""
    units = units_of(directive)
    answers = _answers(directive, day) if directive.is_upward else []
    return DirectiveStory(
        directive=directive,
        asked=as_asked([directive], directive.pemda)[0],
        lead=next((unit.opd for unit in units if unit.part == UnitPart.LEAD), None),
        supporting=tuple(unit.opd for unit in units if unit.part == UnitPart.SUPPORTING),
        answers=tuple(answers),
        chain=chain_of(directive, day=day),
        compiled=None if directive.is_upward else compiled_list(directive, day=day),
        changes=tuple(_changes(directive, units)) if tells_changes else (),
    )


def units_of(directive: Directive) -> list[DirectiveUnit]:
    """Return the OPDs that work on a directive, by name."""
    return list(directive.units.select_related("opd").order_by("opd__sort_key"))


def sheet_of(directive: Directive, opd_ids: Iterable[int]) -> ListSheet | None:
    """Return the table that one of some OPDs has to fill for a directive."""
    return (
        ListSheet.objects.filter(request__directive=directive, opd__in=list(opd_ids))
        .order_by("id")
        .first()
    )


def _answers(directive: Directive, day: date) -> list[DirectiveAnswer]:
    return list(
        directive.answers.filter(answered_on__lte=day)
        .select_related("instansi", "file")
        .defer("file__content")
        .order_by("answered_on", "id")
    )


def _changes(directive: Directive, units: list[DirectiveUnit]) -> list[Told]:
    """Return what happened to the directive and to who works on it, newest first."""
    groups: list[list[models.Model]] = [[directive], [*units]]
    found = [
        Told(str(rows[0]._meta.verbose_name), change)  # noqa: SLF001  Django's documented Options
        for rows in groups
        if rows
        for change in history_of(rows)
    ]
    return sorted(found, key=lambda told: told.change.at, reverse=True)
