"""Who did what, and why: acts name themselves in a history that nothing can rewrite."""

import pytest
from django.db import DatabaseError, connection, transaction
from tests.support.registry import WARNI

from pamong.apps.core.audit import Actor, ReasonMissingError, act
from pamong.apps.core.models import Person
from pamong.apps.core.selectors import history_of, people_named

events = Person.pgh_event_model.objects


def fail_within(name, *, reason="mencoba"):
    """Begin an act, write, and fail."""
    with act(name, actor=WARNI, reason=reason):
        create("a")
        raise ValueError("gagal")


def create(nama="Ani Rekawati"):
    return Person.objects.create(nama=nama, sort_key=nama.casefold())


@pytest.mark.parametrize("reason", ["", "  ", "\n\t"])
@pytest.mark.django_db
def test_an_act_without_a_reason_does_not_begin(reason):
    with (
        pytest.raises(ReasonMissingError, match="Alasan belum diisi"),
        act("uji", actor=WARNI, reason=reason),
    ):
        create()

    assert not Person.objects.exists()


@pytest.mark.django_db
def test_insertion_change_and_deletion_are_told_newest_first():
    with act("uji.tulis", actor=WARNI, reason="mencoba"):
        person = create()
        person.nama = "Ani Rekawati Lain"
        person.save()
        kept = Person(pk=person.pk)
        person.delete()

    changes = history_of([kept])

    assert [change.what for change in changes] == ["dihapus", "diubah", "dicatat"]
    assert {(change.actor, change.reason) for change in changes} == {(WARNI.label, "mencoba")}


@pytest.mark.django_db
def test_bulk_changes_and_plain_sql_are_told_too():
    with act("uji.banyak", actor=WARNI, reason="mencoba"):
        people = Person.objects.bulk_create(
            [Person(nama=nama, sort_key=nama) for nama in ("a", "b")]
        )
        Person.objects.filter(pk=people[0].pk).update(nama="c")
        with connection.cursor() as cursor:
            cursor.execute("UPDATE core_person SET nama = 'd' WHERE id = %s", [people[1].pk])

    assert [change.what for change in history_of(people)] == [
        "diubah",
        "diubah",
        "dicatat",
        "dicatat",
    ]
    assert {change.actor for change in history_of(people)} == {WARNI.label}


@pytest.mark.django_db
def test_an_update_that_changes_nothing_is_no_event():
    person = create()

    person.save()

    assert len(history_of([person])) == 1


@pytest.mark.django_db(transaction=True)
def test_a_change_outside_every_act_is_told_as_one_without_an_actor():
    person = create()

    (change,) = history_of([person])

    assert (change.actor, change.reason) == ("tidak tercatat", "")


@pytest.mark.parametrize(
    "statement", ["UPDATE core_personevent SET nama = 'x'", "DELETE FROM core_personevent"]
)
@pytest.mark.django_db
def test_nothing_rewrites_the_history(statement):
    person = create()

    with (
        pytest.raises(DatabaseError, match=r"Cannot (update|delete)"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert history_of([person])[0].what == "dicatat"


@pytest.mark.django_db
def test_an_act_within_an_act_is_told_by_its_own_name_and_only_while_it_runs():
    inner = Actor("Tugas latar")
    with act("luar", actor=WARNI, reason="sebab luar"):
        first = create("a")
        with act("dalam", actor=inner, reason="sebab dalam"):
            second = create("b")
        third = create("c")

    contexts = {
        person.nama: events.get(pgh_obj_id=person.pk).pgh_context
        for person in (first, second, third)
    }
    assert contexts["b"]["act"] == "dalam"
    assert (contexts["b"]["actor"], contexts["b"]["reason"]) == ("Tugas latar", "sebab dalam")
    assert contexts["a"] == contexts["c"]
    assert contexts["c"] == {
        "act": "luar",
        "actor": WARNI.label,
        "user_id": 7,
        "reason": "sebab luar",
    }


@pytest.mark.django_db
def test_an_act_within_an_act_that_fails_leaves_the_outer_name():
    with act("luar", actor=WARNI, reason="sebab luar"):
        with pytest.raises(ValueError, match="gagal"):
            fail_within("dalam", reason="sebab dalam")
        after = create("b")

    assert not Person.objects.filter(nama="a").exists()
    assert events.get(pgh_obj_id=after.pk).pgh_context["act"] == "luar"


@pytest.mark.django_db
def test_an_act_that_fails_leaves_nothing_and_no_event():
    with pytest.raises(ValueError, match="gagal"):
        fail_within("uji")

    assert not Person.objects.exists()
    assert not events.exists()


@pytest.mark.django_db
def test_the_history_of_nothing_is_empty():
    assert history_of([]) == []


@pytest.mark.parametrize(
    "asked", ["Ani Rekawati", "ani rekawati", "Dra. Hj. Ani Rekawati, M.Si.", "Ani R."]
)
@pytest.mark.django_db
def test_people_are_found_by_name_without_titles_and_by_their_other_names(asked):
    person = create()
    person.other_names.create(nama="Ani R.", sort_key="ani r", kind="variant")
    person.other_names.create(nama="Ani R", sort_key="ani r", kind="nickname")
    create("Ani Lainnya")

    assert people_named(asked) == [person]
