"""Many rows at once: with history, constraints and a context, or not at all."""

import pytest
from django.db import IntegrityError, transaction
from tests.support.registry import REASON, WARNI

from pamong.apps.core.audit import act
from pamong.apps.core.copying import ContextMissingError, copy_rows, next_ids
from pamong.apps.core.models import Instansi
from pamong.apps.core.selectors import history_of

COLUMNS = ("id", "nama", "singkatan", "kind", "sort_key")


def bodies(*names):
    ids = next_ids(Instansi, len(names))
    return [(number, name, "", "pemda", name) for number, name in zip(ids, names, strict=True)]


@pytest.mark.django_db
def test_every_copied_row_is_in_the_history_with_actor_and_reason():
    with act("uji.copy", actor=WARNI, reason=REASON):
        copy_rows(Instansi, COLUMNS, bodies("Satu", "Dua"))

    rows = list(Instansi.objects.filter(nama__in=["Satu", "Dua"]))
    told = history_of(rows)
    assert {(change.actor, change.reason, change.what) for change in told} == {
        (WARNI.label, REASON, "dicatat")
    }
    assert len(told) == 2


@pytest.mark.django_db(transaction=True)
def test_rows_without_an_actor_are_refused():
    with pytest.raises(ContextMissingError, match="pelaku dan alasan"), transaction.atomic():
        copy_rows(Instansi, COLUMNS, bodies("Satu"))

    assert not Instansi.objects.filter(nama="Satu").exists()


@pytest.mark.django_db
def test_each_act_is_told_of_its_own_rows():
    with act("uji.outer", actor=WARNI, reason="yang pertama"):
        copy_rows(Instansi, COLUMNS, bodies("Satu"))
    with act("uji.outer", actor=WARNI, reason="yang kedua"):
        copy_rows(Instansi, COLUMNS, bodies("Dua"))

    (told,) = history_of(list(Instansi.objects.filter(nama="Dua")))
    assert told.reason == "yang kedua"


@pytest.mark.django_db
def test_what_a_constraint_forbids_is_refused_as_by_any_insertion():
    twice = bodies("Satu") * 2

    with pytest.raises(IntegrityError), act("uji.copy", actor=WARNI, reason=REASON):
        copy_rows(Instansi, COLUMNS, twice)
