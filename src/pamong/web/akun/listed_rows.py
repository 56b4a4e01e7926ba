"""Rows of a list of roles as an administrator pastes them: a role to give, or a doubt.

A row names an account by its user name, or the NIP or name of whose it is; then a role, an OPD or
unit where the role is over one, the first day and the last; a number may stand before it. What is
not found, or found twice, is a doubt of its row: nothing is guessed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import override

from pamong.apps.accounts.account_list import Account, as_accounts
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.models.role import OF_A_PERSON
from pamong.apps.accounts.policies import administered_accounts
from pamong.apps.accounts.role_acts import NewRole
from pamong.apps.accounts.roles_listed import MOST, ListedRole
from pamong.apps.accounts.services import Scope
from pamong.apps.organisasi.structure_reading import read_structure
from pamong.apps.penataan.naming import AmbiguousNameError, UnknownNameError, place_in
from pamong.apps.penataan.pasted import RowDoubt, counts_rows, rows_of_text
from pamong.apps.penataan.people_named import PeopleNamed, PersonNotNamedError, people_named
from pamong.kernel.day import DayTextError, parse_day
from pamong.kernel.period import Period, PeriodError

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Opd, Pemda, UnitKerja
    from pamong.apps.organisasi.structure_values import Structure

WHO, ROLE, PLACE, FIRST, LAST = range(5)
HEADS = {"nip", "nama", "akun", "nama pengguna", "nip/nama", "no", "no."}


@dataclass(frozen=True, slots=True)
class ListedRows:
    """Every row is a role or a doubt."""

    roles: list[ListedRole]
    doubts: list[RowDoubt]


def read_listed(pemda: "Pemda", text: str, *, day: date) -> ListedRows:
    """Turn pasted rows into roles; who is named is who is employed on ``day``, today's."""
    told = [
        (number, [*cells, *[""] * 5])
        for number, row in enumerate(rows_of_text(text), start=1)
        if any(row) and row[0].casefold() not in HEADS
        for cells in [row[1:] if counts_rows(row) else row]
    ]
    reading = _Reading.of(pemda, [cells[WHO] for _number, cells in told[:MOST]], day)
    roles, doubts = [], []
    for number, cells in told[:MOST]:
        try:
            roles.append(ListedRole(number, *reading.role(cells)))
        except (_DoubtError, DayTextError, PeriodError) as doubt:
            doubts.append(RowDoubt(number, "; ".join(filter(None, cells)), str(doubt)))
        except (PersonNotNamedError, UnknownNameError, AmbiguousNameError) as doubt:
            doubts.append(RowDoubt(number, "; ".join(filter(None, cells)), str(doubt)))
    if len(told) > MOST:
        sentence = _("Paling banyak %d baris sekali jalan. Bagi daftarnya.") % MOST
        doubts.append(RowDoubt(told[MOST][0], "", sentence))
    return ListedRows(roles, doubts)


class _DoubtError(Exception):
    """What is doubtful in a row."""


@dataclass(frozen=True, slots=True)
class _Reading:
    pemda: "Pemda"
    day: date
    people: PeopleNamed
    by_name: Mapping[str, Account]
    by_person: Mapping[int, Sequence[Account]]
    structure: "Structure"

    @classmethod
    def of(cls, pemda: "Pemda", names: Sequence[str], day: date) -> "_Reading":
        """Look up whom and what some rows may mean, in a few queries for all of them."""
        people = people_named(pemda, names, day=day)
        persons = {each.person_id for each in people.by_number.values()}
        persons |= {each.person_id for some in people.by_name.values() for each in some}
        users = administered_accounts(pemda)
        called = users.filter(username__in=[name.casefold() for name in names])
        found = as_accounts(called | users.filter(grants__person__in=persons), day=day)
        accounts = {each.user.pk: each for each in found}
        by_person: dict[int, list[Account]] = {}
        for each in accounts.values():
            for person in persons & {row.person_id for row in each.grants_left}:
                by_person.setdefault(person, []).append(each)
        by_name = {each.user.username: each for each in accounts.values()}
        return cls(pemda, day, people, by_name, by_person, read_structure(pemda, day=day))

    def role(self, cells: Sequence[str]) -> tuple[Account, NewRole]:
        if not cells[ROLE]:
            raise _DoubtError(_("Tulis akunnya dan perannya, dipisah tab atau titik koma."))
        account, role = self._account(cells[WHO]), _role(cells[ROLE])
        scope = self._scope(account, role, cells[PLACE])
        first = parse_day(cells[FIRST]) if cells[FIRST] else self.day
        days = Period.inclusive(first, parse_day(cells[LAST]) if cells[LAST] else None)
        return account, NewRole(role, scope, days.start, days.end)

    def _account(self, text: str) -> Account:
        known = self.by_name.get(text.casefold())
        if known is not None:
            return known
        person = self.people.one(text).person_id
        found = [each for each in self.by_person.get(person, []) if each.user.is_active]
        if len(found) == 1:
            return found[0]
        if found:
            raise _DoubtError(_("Ada %d akun miliknya. Tulis nama penggunanya.") % len(found))
        raise _DoubtError(_("Belum punya akun yang terbuka. Buka dulu akunnya."))

    def _scope(self, account: Account, role: Role, text: str) -> Scope:
        opd, unit = self._place(text) if text else (None, None)
        by_posts = role == Role.ATASAN and unit is None
        if role not in OF_A_PERSON and not by_posts:
            return Scope(self.pemda, opd, unit=unit)
        persons = {row.person for row in account.grants_left} - {None}
        if len(persons) != 1:
            raise _DoubtError(
                _(
                    "Akun ini belum dihubungkan dengan catatan pegawai. Beri perannya di halaman "
                    "akun itu."
                )
            )
        return Scope(self.pemda, opd, persons.pop(), unit)

    def _place(self, text: str) -> "tuple[Opd | None, UnitKerja | None]":
        opd, unit = place_in(self.structure, text)
        return (None, unit) if unit else (opd, None)


def _role(text: str) -> Role:
    words = text.casefold().replace("_", " ")
    for role in Role:
        with override("id"):  # lists are written in Indonesian, whatever the page is read in
            written = str(role.label)
        if words in {role.value.replace("_", " "), written.casefold(), str(role.label).casefold()}:
            return role
    known = ", ".join(str(role.label) for role in Role)
    raise _DoubtError(
        _('Peran "%(role)s" tidak dikenal. Yang ada: %(known)s.') % {"role": text, "known": known}
    )
