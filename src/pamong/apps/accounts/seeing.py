"""Which role sees which class of fields, of the people in its scope: one table, and blanking.

``docs/reference/roles.md`` shows this table (``tools/reference.py`` writes it there). Of one's own
record everybody sees everything: UU 27/2022 Pasal 7.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.models import Role
from pamong.apps.kepegawaian.field_classes import FieldClass

OPEN, IDENTITY, CONTACT = FieldClass.OPEN, FieldClass.IDENTITY, FieldClass.CONTACT
FAMILY, HEALTH = FieldClass.FAMILY, FieldClass.HEALTH
DISCIPLINE, FINANCE = FieldClass.DISCIPLINE, FieldClass.FINANCE

EVERY_CLASS = frozenset(FieldClass)
CLOSED = _("tertutup")
"""What stands where a field is not shown; its value is not sent at all."""

SEES: Mapping[Role, frozenset[FieldClass]] = {
    # He looks after the installation, and reads what the law found, as since the first release.
    Role.OPERATOR: frozenset({OPEN, IDENTITY, CONTACT, DISCIPLINE}),
    Role.BKD_ADMIN: EVERY_CLASS,
    Role.BKD: EVERY_CLASS,
    # Both decide on appointments and punishments (UU 20/2023, PP 94/2021), not on sick notes.
    Role.SEKDA: frozenset({OPEN, IDENTITY, CONTACT, DISCIPLINE}),
    Role.KEPALA_DAERAH: frozenset({OPEN, IDENTITY, DISCIPLINE}),
    Role.AJUDAN: frozenset({OPEN}),
    Role.INSPEKTORAT: frozenset({OPEN, IDENTITY, DISCIPLINE, FINANCE}),
    Role.KEPALA_OPD: frozenset({OPEN, IDENTITY, CONTACT, DISCIPLINE}),
    Role.OPERATOR_OPD: frozenset({OPEN, IDENTITY, CONTACT, FAMILY}),
    Role.ATASAN: frozenset({OPEN, CONTACT, DISCIPLINE}),
    # He works in an OPD and answers for nobody there; colleagues are found by search.
    Role.ASN: frozenset(),
    Role.PEGAWAI: frozenset(),
    Role.AUDITOR: frozenset({OPEN, IDENTITY, FINANCE}),
    Role.INTEGRATOR: frozenset({OPEN, IDENTITY}),
    Role.WARGA: frozenset(),
}

OVER_A_PART = frozenset({Role.KEPALA_OPD, Role.OPERATOR_OPD, Role.ATASAN})
"""Roles that see an OPD, a unit with those below it, or whom one heads; others the government."""

Field = TypeVar("Field", bound=str)
Value = TypeVar("Value")


def roles_seeing(field_class: FieldClass) -> frozenset[Role]:
    """Return the roles that see ``field_class`` of the people in their scope."""
    return frozenset(role for role, classes in SEES.items() if field_class in classes)


def shown_fields(
    fields: Mapping[Field, Value],
    classes: Mapping[str, FieldClass],
    seen: Iterable[FieldClass],
) -> dict[Field, object]:
    """Return ``fields`` with "tertutup" for each whose class is not among those ``seen``.

    Pages, exports and the API send what this returns, and nothing else of a record. A field that
    ``classes`` does not name is open. An empty field is closed too: that somebody has no
    punishment is as much a thing to know.
    """
    may = frozenset(seen)
    return {
        name: value if classes.get(name, FieldClass.OPEN) in may else str(CLOSED)
        for name, value in fields.items()
    }
