"""The life of a duty, as plain values: which step may follow which, and who has to act then.

Nothing here is stored. The services write what :func:`after` says; a test folds the steps of a
duty again and finds what is stored (docs/adr/0053).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """How far a duty has come."""

    MADE = "made", _("belum dijawab")
    ACCEPTED = "accepted", _("dikerjakan")
    DELEGATED = "delegated", _("didelegasikan")
    REPORTED = "reported", _("menunggu pemeriksaan")
    RETURNED = "returned", _("dikembalikan untuk dilengkapi")
    CANNOT = "cannot", _("dinyatakan tidak dapat dikerjakan")
    DROPPED = "dropped", _("diterima tidak dapat dikerjakan")
    DECLINED = "declined", _("dijawab tidak")
    CLOSED = "closed", _("selesai")


WORKING = frozenset({State.MADE, State.ACCEPTED, State.DELEGATED, State.RETURNED})
"""Something is still owed; only here can a term be missed."""
ENDED = frozenset({State.DROPPED, State.DECLINED, State.CLOSED})


class Holder(TextChoices):
    """Who has to act now."""

    OPD = "opd", _("OPD")
    DELEGATE = "delegate", _("yang didelegasi")
    GIVER = "giver", _("pemberi")
    KABUPATEN = "kabupaten", _("pemerintah daerah penerima rekomendasi")
    NOBODY = "nobody", _("tidak ada")


class StepKind(TextChoices):
    """What somebody did with a duty."""

    MADE = "made", _("dibuat")
    ACCEPTED = "accepted", _("diterima")
    DELEGATED = "delegated", _("didelegasikan")
    REPORTED = "reported", _("dilaporkan")
    RETURNED = "returned", _("dikembalikan")
    PROLONG_ASKED = "prolong_asked", _("perpanjangan diminta")
    PROLONG_GRANTED = "prolong_granted", _("perpanjangan diberikan")
    PROLONG_REFUSED = "prolong_refused", _("perpanjangan tidak diberikan")
    CANNOT_SAID = "cannot_said", _("dinyatakan tidak dapat dikerjakan")
    CANNOT_ACCEPTED = "cannot_accepted", _("diterima bahwa tidak dapat dikerjakan")
    CANNOT_REFUSED = "cannot_refused", _("tidak diterima; tetap diminta")
    DECLINED = "declined", _("rekomendasi dijawab tidak")
    CLOSED = "closed", _("diperiksa dan ditutup")
    EVALUATED = "evaluated", _("dievaluasi")


class Side(TextChoices):
    """For whom somebody acts."""

    OWING = "owing", _("yang berkewajiban")
    GIVING = "giving", _("pemberi")


@dataclass(frozen=True, slots=True)
class Rule:
    """When a step may be taken, by which side, and where it leads (nowhere else, if ``None``)."""

    side: Side
    begins_from: frozenset[State]
    leads_to: State | None = None
    needs_reason: bool = False
    needs_second_person: bool = False


_REPORTED, _CANNOT = frozenset({State.REPORTED}), frozenset({State.CANNOT})

RULES: dict[StepKind, Rule] = {
    StepKind.ACCEPTED: Rule(Side.OWING, frozenset({State.MADE}), State.ACCEPTED),
    StepKind.DELEGATED: Rule(Side.OWING, WORKING, State.DELEGATED),
    StepKind.REPORTED: Rule(Side.OWING, WORKING, State.REPORTED),
    StepKind.PROLONG_ASKED: Rule(Side.OWING, WORKING, needs_reason=True),
    StepKind.CANNOT_SAID: Rule(Side.OWING, WORKING, State.CANNOT, needs_reason=True),
    StepKind.DECLINED: Rule(Side.OWING, WORKING, State.DECLINED, needs_reason=True),
    StepKind.PROLONG_GRANTED: Rule(Side.GIVING, WORKING),
    StepKind.PROLONG_REFUSED: Rule(Side.GIVING, WORKING, needs_reason=True),
    StepKind.RETURNED: Rule(Side.GIVING, _REPORTED, State.RETURNED, needs_reason=True),
    StepKind.CLOSED: Rule(
        Side.GIVING, _REPORTED, State.CLOSED, needs_reason=True, needs_second_person=True
    ),
    StepKind.CANNOT_ACCEPTED: Rule(
        Side.GIVING, _CANNOT, State.DROPPED, needs_reason=True, needs_second_person=True
    ),
    StepKind.CANNOT_REFUSED: Rule(Side.GIVING, _CANNOT, State.RETURNED, needs_reason=True),
    StepKind.EVALUATED: Rule(Side.GIVING, frozenset(State), needs_reason=True),
}
NEEDS_REASON = tuple(kind.value for kind, rule in RULES.items() if rule.needs_reason)
OWING_STEPS = tuple(kind.value for kind, rule in RULES.items() if rule.side is Side.OWING)


@dataclass(frozen=True, slots=True)
class Move:
    """One step as the life of a duty sees it: what, when, and the day or delegate it names."""

    kind: StepKind
    day: date
    due_on: date | None = None
    delegate: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a duty stands after some steps. ``asked_due_on`` is a prolongation nobody decided."""

    state: State
    holder: Holder
    holder_since: date
    due_on: date
    asked_due_on: date | None = None
    delegate: str = ""


def begin(day: date, due_on: date, *, is_recommendation: bool) -> Standing:
    """Return how a duty stands when it is made."""
    holder = Holder.KABUPATEN if is_recommendation else Holder.OPD
    return Standing(State.MADE, holder, day, due_on)


def may_follow(standing: Standing, kind: StepKind, *, is_recommendation: bool) -> bool:
    """Tell whether a step of this kind may be taken now, whoever takes it."""
    rule = RULES.get(kind)
    if rule is None or standing.state not in rule.begins_from:
        return False
    is_asked = standing.asked_due_on is not None
    if kind in {StepKind.PROLONG_GRANTED, StepKind.PROLONG_REFUSED}:
        return is_asked
    if kind is StepKind.PROLONG_ASKED:
        return not is_asked
    return is_recommendation or kind is not StepKind.DECLINED


def after(standing: Standing, move: Move, *, is_recommendation: bool) -> Standing:
    """Return how a duty stands after one more step, which :func:`may_follow` has allowed."""
    state = RULES[move.kind].leads_to or standing.state
    reached = replace(
        standing,
        state=state,
        due_on=_due_after(standing, move),
        asked_due_on=_asked_after(standing, move, state),
        delegate=move.delegate if move.kind is StepKind.DELEGATED else standing.delegate,
    )
    holder = _holder(reached, is_recommendation=is_recommendation)
    changed = holder != standing.holder or reached.delegate != standing.delegate
    since = move.day if changed else standing.holder_since
    return replace(reached, holder=holder, holder_since=since)


def fold(
    made_on: date, due_on: date, moves: Iterable[Move], *, is_recommendation: bool
) -> Standing:
    """Return how a duty stands after all its steps but the first, which made it."""
    standing = begin(made_on, due_on, is_recommendation=is_recommendation)
    for move in moves:
        standing = after(standing, move, is_recommendation=is_recommendation)
    return standing


def _due_after(standing: Standing, move: Move) -> date:
    granted = move.kind is StepKind.PROLONG_GRANTED and standing.asked_due_on
    return granted or standing.due_on


def _asked_after(standing: Standing, move: Move, state: State) -> date | None:
    """Keep what was asked until it is decided, or until a report makes it idle."""
    if move.kind is StepKind.PROLONG_ASKED:
        return move.due_on
    decided = move.kind in {StepKind.PROLONG_GRANTED, StepKind.PROLONG_REFUSED}
    return None if decided or state not in WORKING else standing.asked_due_on


def _holder(standing: Standing, *, is_recommendation: bool) -> Holder:
    if standing.state in ENDED:
        return Holder.NOBODY
    if standing.state not in WORKING or standing.asked_due_on is not None:
        return Holder.GIVER
    if standing.state is State.DELEGATED:
        return Holder.DELEGATE
    return Holder.KABUPATEN if is_recommendation else Holder.OPD
