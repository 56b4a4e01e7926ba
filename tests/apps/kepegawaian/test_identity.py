"""Correcting who somebody is: nothing is lost, and what cannot be a number is refused."""

from dataclasses import replace
from datetime import date

import pytest
from tests.support import registry, units

from pamong.apps.core.models import IdentifierKind, PersonIdentifier
from pamong.apps.core.refusals import RefusedError
from pamong.apps.kepegawaian.errors import ColumnValueError, NothingChangesError
from pamong.apps.kepegawaian.identity import (
    Identity,
    correct_identity,
    identity_of,
    plan_identity,
)

DAY = date(2024, 6, 3)
HOW = {"actor": registry.WARNI, "reason": registry.REASON}
OLD, NEW = "199001012020030001", "199001022020030001"


@pytest.fixture
def ani(contoh):
    pegawai = units.employ(units.opd(contoh, "Dinas Uji"), "Ani Rekawati")
    PersonIdentifier.objects.create(
        person=pegawai.person, kind="nip", value=OLD, starts_on=date(2020, 3, 1)
    )
    return pegawai


def correct(pegawai, new: Identity, day: date = DAY) -> None:
    correct_identity(pegawai=pegawai, new=new, day=day, **HOW)
    pegawai.refresh_from_db()


def test_a_former_spelling_is_kept_as_another_name_once(ani):
    now = identity_of(ani)

    correct(ani, replace(now, nama="Anni Rekawati"))
    correct(ani, replace(now, nama="Ani Rekawati"))
    correct(ani, replace(now, nama="Anni Rekawati"))

    assert ani.person.sort_key == "anni rekawati"
    assert sorted(ani.person.other_names.values_list("nama", flat=True)) == [
        "Ani Rekawati",
        "Anni Rekawati",
    ]


def test_titles_and_the_day_of_birth_are_corrected(ani):
    new = Identity("Ani Rekawati", "Dr.", "S.H.", date(1990, 1, 2))

    assert [each.after for each in plan_identity(pegawai=ani, new=new, day=DAY)] == [
        "Dr.",
        "S.H.",
        "2 Januari 1990",
    ]
    correct(ani, new)

    assert identity_of(ani) == new
    assert not ani.person.other_names.exists()


def test_a_number_that_is_replaced_ends_where_the_new_one_begins(ani):
    new = replace(identity_of(ani), kind=IdentifierKind.NIP, number="19900102 202003 0 001")

    correct(ani, new)

    rows = ani.person.identifiers.order_by("starts_on").values_list(
        "value", "starts_on", "ends_before"
    )
    assert list(rows) == [(OLD, date(2020, 3, 1), DAY), (NEW, DAY, None)]


def test_a_number_corrected_twice_in_a_day_leaves_no_row_that_never_held(ani):
    now = identity_of(ani)
    correct(ani, replace(now, kind=IdentifierKind.NIP, number=NEW))

    correct(ani, replace(now, kind=IdentifierKind.NIP, number="199001032020030001"))

    assert ani.person.identifiers.count() == 2


def test_a_number_without_layout_is_kept_as_written(ani):
    correct(ani, replace(identity_of(ani), kind=IdentifierKind.KARPEG, number="N 123 456"))

    assert ani.person.identifiers.get(kind="karpeg").value == "N123456"


@pytest.mark.parametrize(("kind", "number"), [("nip", "12"), ("nik", "12"), ("taspen", " ")])
def test_what_cannot_be_a_number_is_refused_at_its_field(ani, kind, number):
    with pytest.raises(ColumnValueError) as refused:
        correct(ani, replace(identity_of(ani), kind=kind, number=number))

    assert refused.value.column == "number"


def test_the_number_of_somebody_else_is_refused(ani):
    PersonIdentifier.objects.create(person=registry.person("Lain"), kind="nip", value=NEW)

    with pytest.raises(RefusedError, match="sudah tercatat"):
        correct(ani, replace(identity_of(ani), kind=IdentifierKind.NIP, number=NEW))

    assert ani.person.identifiers.get().ends_before is None


def test_without_a_name_or_a_change_nothing_is_done(ani):
    now = identity_of(ani)

    with pytest.raises(NothingChangesError):
        correct(ani, now)
    with pytest.raises(NothingChangesError):
        correct(ani, replace(now, kind=IdentifierKind.NIP, number=OLD))
    with pytest.raises(ColumnValueError, match="Nama tanpa gelar"):
        correct(ani, replace(now, nama=" "))
