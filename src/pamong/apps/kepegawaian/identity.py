"""Correcting who somebody is: the name, the day of birth, a number; what was before is found."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models import (
    IdentifierKind,
    NameKind,
    Person,
    PersonIdentifier,
    PersonName,
)
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.errors import ColumnValueError, NothingChangesError
from pamong.apps.kepegawaian.models import Pegawai
from pamong.kernel.day import format_day
from pamong.kernel.identity import IdentityNumberError
from pamong.kernel.nik import Nik, parse_nik
from pamong.kernel.nip import Nip, parse_nip
from pamong.kernel.person_name import PersonNameError, sort_key

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LABELS: "dict[str, StrOrPromise]" = {
    "nama": gettext_lazy("Nama tanpa gelar"),
    "gelar_depan": gettext_lazy("Gelar depan"),
    "gelar_belakang": gettext_lazy("Gelar belakang"),
    "born_on": gettext_lazy("Tanggal lahir"),
}
KINDS = tuple(IdentifierKind.choices)
NUMBERS: dict[str, Callable[[str], Nip | Nik]] = {
    IdentifierKind.NIP: parse_nip,
    IdentifierKind.NI_PPPK: parse_nip,
    IdentifierKind.NIK: parse_nik,
}
"""How a number is read where its digits mean something; others are kept as they are written."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is; ``number`` only where one of ``kind`` is corrected."""

    nama: str
    gelar_depan: str = ""
    gelar_belakang: str = ""
    born_on: date | None = None
    kind: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class IdentityChange:
    """One thing that a correction changes, as people read it."""

    label: str
    before: str
    after: str


def identity_of(pegawai: Pegawai) -> Identity:
    """Return who a pegawai is on record as."""
    person = pegawai.person
    return Identity(person.nama, person.gelar_depan, person.gelar_belakang, pegawai.born_on)


def plan_identity(*, pegawai: Pegawai, new: Identity, day: date) -> list[IdentityChange]:
    """Return what correcting somebody's identity would change; nothing is written.

    Raises: as :func:`correct_identity` does, but for what the database refuses.
    """
    now = identity_of(pegawai)
    try:
        sort_key(new.nama)
    except PersonNameError as error:
        raise ColumnValueError("nama", LABELS["nama"], str(error)) from error
    changes = [
        IdentityChange(str(label), _shown(getattr(now, name)), _shown(getattr(new, name)))
        for name, label in LABELS.items()
        if getattr(now, name) != getattr(new, name)
    ]
    if new.kind:
        kind = IdentifierKind(new.kind)
        number, held = _read(kind, new.number), _held(pegawai, kind, day)
        if held is None or held.value != number:
            before = held.value if held else ""
            changes.append(IdentityChange(str(kind.label), _shown(before), number))
    if not changes:
        raise NothingChangesError
    return changes


def correct_identity(
    *, pegawai: Pegawai, new: Identity, day: date, actor: Actor, reason: str
) -> None:
    """Correct who somebody is: what he was called before, and his old number, are still found.

    A former spelling is kept as another name. A number that was replaced ends on ``day``, and the
    new one begins on it.

    Raises:
        ColumnValueError: there is no name, or a number cannot be one of its kind.
        NothingChangesError: that is what is on record already.
        RefusedError: the number is somebody else's.
    """
    with act("kepegawaian.correct_identity", actor=actor, reason=reason), refusals():
        person = Person.objects.select_for_update().get(pk=pegawai.person_id)
        plan_identity(pegawai=pegawai, new=new, day=day)
        _rename(person, new)
        if pegawai.born_on != new.born_on:
            pegawai.born_on = new.born_on
            pegawai.save(update_fields=["born_on"])
        if new.kind:
            kind = IdentifierKind(new.kind)
            _renumber(pegawai, kind, _read(kind, new.number), day)
        facts_changed(pegawai.pemda_id, "pegawai", pegawai_id=pegawai.pk)


def _rename(person: Person, new: Identity) -> None:
    if person.nama != new.nama:
        PersonName.objects.get_or_create(
            person=person,
            nama=person.nama,
            defaults={"sort_key": person.sort_key, "kind": NameKind.VARIANT},
        )
    person.nama, person.sort_key = new.nama, sort_key(new.nama)
    person.gelar_depan, person.gelar_belakang = new.gelar_depan, new.gelar_belakang
    person.save(update_fields=["nama", "sort_key", "gelar_depan", "gelar_belakang"])


def _renumber(pegawai: Pegawai, kind: IdentifierKind, number: str, day: date) -> None:
    held = _held(pegawai, kind, day)
    if held is not None and held.value == number:
        return
    if held is not None and (held.starts_on is None or held.starts_on < day):
        held.ends_before = day
        held.save(update_fields=["ends_before"])
    elif held is not None:  # begun the same day: it never held
        held.delete()
    PersonIdentifier.objects.create(
        person_id=pegawai.person_id, kind=kind, value=number, starts_on=day
    )


def _held(pegawai: Pegawai, kind: IdentifierKind, day: date) -> PersonIdentifier | None:
    rows = PersonIdentifier.objects.filter(person=pegawai.person_id, kind=kind)
    held = [
        row
        for row in rows.order_by("-starts_on", "-pk")
        if (row.starts_on is None or row.starts_on <= day)
        and (row.ends_before is None or row.ends_before > day)
    ]
    return held[0] if held else None


def _read(kind: IdentifierKind, text: str) -> str:
    """Return a number as it is kept.

    Raises:
        ColumnValueError: it cannot be a number of its kind.
    """
    number = "".join(text.split())
    if not number:
        raise ColumnValueError("number", kind.label, _("Belum diisi."))
    if kind not in NUMBERS:
        return number
    try:
        return NUMBERS[kind](number).digits
    except IdentityNumberError as error:
        raise ColumnValueError("number", kind.label, str(error)) from error


def _shown(value: object) -> str:
    if isinstance(value, date):
        return format_day(value)
    return str(value) if value else _("kosong")
