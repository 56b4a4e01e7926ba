"""Of which class of fields a finding is: that somebody broke a rule of discipline tells of him."""

from functools import cache
from typing import TYPE_CHECKING

from pamong import law
from pamong.apps.accounts.policies import classes_seen_everywhere
from pamong.apps.kepegawaian.field_classes import FieldClass

if TYPE_CHECKING:
    from pamong.apps.accounts.access import Access
    from pamong.apps.organisasi.models import Pemda

BY_ROOM = {
    "apel": FieldClass.DISCIPLINE,
    "disiplin": FieldClass.DISCIPLINE,
    "gratifikasi": FieldClass.DISCIPLINE,
    "jam_kerja": FieldClass.DISCIPLINE,
    "konflik": FieldClass.DISCIPLINE,
    "netralitas": FieldClass.DISCIPLINE,
    "lhkan": FieldClass.FINANCE,
    "lhkpn": FieldClass.FINANCE,
}
"""The class of what a rule finds, by the room of the regulations that the rule stands in."""

OF_HEALTH = ("cuti-sakit", "cuti-melahirkan")
"""How the ids of rules begin whose findings tell of illness or birth."""


def class_of_rule(rule_id: str) -> FieldClass:
    """Return the class of what a rule finds; a rule of no room tells nothing closed."""
    return _classes().get(rule_id, FieldClass.OPEN)


def rules_by_class() -> dict[FieldClass, frozenset[str]]:
    """Return the rules that tell something closed, by its class; of the open class none."""
    known = _classes()
    return {
        field_class: frozenset(rule_id for rule_id, one in known.items() if one is field_class)
        for field_class in FieldClass
    }


def closed_rules(access: "Access", pemda: "Pemda") -> frozenset[str]:
    """Return the rules whose findings somebody does not see of everybody in ``pemda``.

    Lists and counts of the whole government leave them out.
    """
    seen = classes_seen_everywhere(access, pemda)
    return frozenset(rule_id for rule_id, one in _classes().items() if one not in seen)


@cache
def _classes() -> dict[str, FieldClass]:
    """Return the classes of the rules that tell something closed."""
    found: dict[str, FieldClass] = {}
    for rule in law.rules().values():
        room = BY_ROOM.get(rule.path.parent.name, FieldClass.OPEN)
        told = FieldClass.HEALTH if rule.id.startswith(OF_HEALTH) else room
        if told is not FieldClass.OPEN:
            found[rule.id] = told
    return found
