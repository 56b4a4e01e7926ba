"""What a signed-in user may reach: his roles of one day, as plain values for policies to ask."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pamong.apps.accounts.models import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pamong.apps.organisasi.models import Opd, Pemda


@dataclass(frozen=True, slots=True)
class Grant:
    """One role; without a government it holds for all of them, without an OPD for all its OPDs."""

    role: Role
    pemda_id: int | None = None
    opd_id: int | None = None
    person_id: int | None = None

    def reaches(self, pemda: "Pemda") -> bool:
        """Tell whether the role holds in ``pemda``."""
        return self.pemda_id is None or self.pemda_id == pemda.pk


@dataclass(frozen=True, slots=True)
class Access:
    """The roles of one user on one day. Whoever has none may do nothing."""

    user_id: int | None
    label: str
    grants: tuple[Grant, ...] = ()

    def is_any(self, roles: "Iterable[Role]", pemda: "Pemda") -> bool:
        """Tell whether the user has one of ``roles`` in ``pemda``."""
        wanted = set(roles)
        return any(grant.role in wanted and grant.reaches(pemda) for grant in self.grants)

    def reaches(self, pemda: "Pemda") -> bool:
        """Tell whether the user has any role in ``pemda``."""
        return any(grant.reaches(pemda) for grant in self.grants)

    def leads(self, opd: "Opd") -> bool:
        """Tell whether the user answers for ``opd``."""
        return any(
            grant.role is Role.KEPALA_OPD and grant.opd_id == opd.pk for grant in self.grants
        )

    def works_in(self, opd: "Opd") -> bool:
        """Tell whether the user leads ``opd`` or works there."""
        return any(grant.opd_id == opd.pk for grant in self.grants)

    def opd_ids(self, pemda: "Pemda") -> frozenset[int]:
        """Return the OPDs of ``pemda`` that the user leads or works in."""
        return frozenset(
            grant.opd_id
            for grant in self.grants
            if grant.opd_id is not None and grant.pemda_id == pemda.pk
        )

    @property
    def person_ids(self) -> frozenset[int]:
        """Whom the user is in the records."""
        return frozenset(grant.person_id for grant in self.grants if grant.person_id is not None)


NOBODY = Access(user_id=None, label="")
"""Whoever is not signed in."""
