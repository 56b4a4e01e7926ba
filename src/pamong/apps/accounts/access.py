"""What a signed-in user may reach: his roles of one day, as plain values for policies to ask."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from pamong.apps.accounts.models import Role

if TYPE_CHECKING:
    from pamong.apps.accounts.reach import Reach
    from pamong.apps.kepegawaian.field_classes import FieldClass
    from pamong.apps.organisasi.models import Opd, Pemda


@dataclass(frozen=True, slots=True)
class Grant:
    """One role; without a government it holds for all of them, without an OPD for all its OPDs.

    ``person_id`` is whom the role's owner is in the records. A delegated role names its owner in
    ``owner``; its user acts for him, and is not him.
    """

    role: Role
    pemda_id: int | None = None
    opd_id: int | None = None
    person_id: int | None = None
    unit_id: int | None = None
    owner: str = ""

    def reaches(self, pemda: "Pemda") -> bool:
        """Tell whether the role holds in ``pemda``."""
        return self.pemda_id is None or self.pemda_id == pemda.pk


@dataclass(slots=True)
class Notes:
    """What is worked out once for an access, which lives as long as a request."""

    reach: "dict[tuple[int, date], Reach]" = field(default_factory=dict)
    owners: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Access:
    """The roles of one user on ``today``. Whoever has none may do nothing.

    With ``only``, no other class of fields is shown: a token may see less than the role behind it.
    """

    user_id: int | None
    label: str
    grants: tuple[Grant, ...] = ()
    today: date = date.max
    notes: Notes = field(default_factory=Notes, compare=False, repr=False)
    only: "frozenset[FieldClass] | None" = None
    factor_wanted_on: date | None = None
    """From which day on a government demands a second factor of one of these roles."""

    def may_show(self, field_class: "FieldClass") -> bool:
        """Tell whether fields of a class may be shown at all, of whomever."""
        return self.only is None or field_class in self.only

    def is_any(self, roles: "Iterable[Role]", pemda: "Pemda") -> bool:
        """Tell whether the user has one of ``roles`` in ``pemda``."""
        wanted = set(roles)
        return self._told(
            grant for grant in self.grants if grant.role in wanted and grant.reaches(pemda)
        )

    def reaches(self, pemda: "Pemda") -> bool:
        """Tell whether the user has any role in ``pemda``."""
        return any(grant.reaches(pemda) for grant in self.grants)

    def leads(self, opd: "Opd") -> bool:
        """Tell whether the user answers for ``opd``."""
        return self._told(
            grant
            for grant in self.grants
            if grant.role is Role.KEPALA_OPD and grant.opd_id == opd.pk
        )

    def works_in(self, opd: "Opd") -> bool:
        """Tell whether the user leads ``opd`` or works there."""
        return self._told(grant for grant in self.grants if grant.opd_id == opd.pk)

    def opd_ids(self, pemda: "Pemda") -> frozenset[int]:
        """Return the OPDs of ``pemda`` that the user leads or works in."""
        return frozenset(
            grant.opd_id
            for grant in self.grants
            if grant.opd_id is not None and grant.pemda_id == pemda.pk
        )

    @property
    def person_ids(self) -> frozenset[int]:
        """Whom the user is in the records; whose role was delegated to him he is not."""
        return frozenset(
            grant.person_id
            for grant in self.grants
            if grant.person_id is not None and not grant.owner
        )

    @property
    def acts_for(self) -> tuple[str, ...]:
        """Whose delegated roles let the user through so far, where none of his own would have."""
        return tuple(self.notes.owners)

    def _told(self, fitting: "Iterable[Grant]") -> bool:
        """Tell whether a role fits, and note whose it is where only a delegated one does."""
        owners = [grant.owner for grant in fitting]
        if owners and all(owners):
            self.notes.owners[owners[0]] = None
        return bool(owners)


NOBODY = Access(user_id=None, label="")
"""Whoever is not signed in."""
