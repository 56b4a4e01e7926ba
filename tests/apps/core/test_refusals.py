"""Every constraint of ours speaks Indonesian, and a refusal undoes its own part alone."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from pamong.apps.core.models import Person
from pamong.apps.core.refusals import RefusedError, refusals, sentences

OURS = [model for model in apps.get_models() if model.__module__.startswith("pamong.apps")]
CONSTRAINTS = [
    pytest.param(model, constraint, id=f"{model.__name__}.{constraint.name}")
    for model in OURS
    for constraint in model._meta.constraints
]
ENGLISH = {"the", "is", "already", "must", "cannot", "constraint", "violated", "exists"}


def create(*names):
    with refusals():
        for nama in names:
            Person.objects.create(nama=nama, sort_key=nama)


@pytest.mark.parametrize(("model", "constraint"), CONSTRAINTS)
def test_a_constraint_has_a_sentence_of_its_own_in_indonesian(model, constraint):
    sentence = str(constraint.violation_error_message)

    assert sentence != str(models.BaseConstraint.default_violation_error_message)
    assert sentence.endswith(".")
    assert "%" not in sentence
    assert not ENGLISH & set(sentence.casefold().rstrip(".").split())


def test_constraint_names_are_unique_so_that_sentences_are():
    names = [constraint.values[1].name for constraint in CONSTRAINTS]

    assert len(names) == len(set(names)) == len(sentences().keys() & set(names))


@pytest.mark.parametrize(("model", "constraint"), CONSTRAINTS)
@pytest.mark.django_db
def test_the_database_knows_the_constraint_by_the_name_that_has_the_sentence(model, constraint):
    with connection.cursor() as cursor:
        known = connection.introspection.get_constraints(cursor, model._meta.db_table)

    assert constraint.name in known


@pytest.mark.django_db
def test_a_refusal_is_told_in_the_sentence_of_its_constraint():
    with pytest.raises(RefusedError, match="Nama orang kosong") as refused:
        create("")

    assert refused.value.constraint == "person_has_a_name"


@pytest.mark.django_db
def test_a_refusal_undoes_its_own_part_and_leaves_the_rest_of_the_act():
    with transaction.atomic():
        create("Ani Rekawati")
        with pytest.raises(RefusedError):
            create("Budi Rekawan", "")
        create("Citra Rekawati")

    assert set(Person.objects.values_list("nama", flat=True)) == {"Ani Rekawati", "Citra Rekawati"}


@pytest.mark.django_db
def test_a_refusal_inside_another_comes_out_as_it_is():
    with pytest.raises(RefusedError, match="Nama orang kosong"), refusals():
        create("")


@pytest.mark.django_db
def test_a_text_that_has_no_room_is_told_too():
    with pytest.raises(RefusedError, match="terlalu panjang"):
        create("a" * 201)


@pytest.mark.django_db
def test_what_no_constraint_of_ours_refuses_is_a_mistake_of_the_program():
    create("Ani Rekawati")
    again = Person(pk=Person.objects.get().pk, nama="b", sort_key="b")

    with pytest.raises(IntegrityError), refusals():
        Person.objects.bulk_create([again])
