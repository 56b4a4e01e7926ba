"""New tables in one step: made whole, dropped again, and nothing else is let in."""

import runpy

import pytest
from django.contrib.postgres.fields import DateRangeField
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState
from tests.support.people import ROOT

from pamong.apps.core.migration_operations import CreateTogether

tidied = runpy.run_path(str(ROOT / "tools" / "migration.py"))["tidied"]

KEY = ("id", models.BigAutoField(primary_key=True))
CIRCLE = [
    migrations.CreateModel("Opd", [KEY, ("nama", models.CharField(max_length=5))]),
    migrations.CreateModel(
        "Head", [KEY, ("opd", models.ForeignKey("rekaan.opd", models.CASCADE))]
    ),
    migrations.AddField(
        "opd", "head", models.ForeignKey("rekaan.head", models.CASCADE, null=True)
    ),
    migrations.AddConstraint(
        "opd", models.CheckConstraint(condition=~models.Q(nama=""), name="opd_has_a_name")
    ),
]


def tables():
    with connection.cursor() as cursor:
        return {name for name in connection.introspection.table_names(cursor) if "rekaan" in name}


def constraints(table):
    with connection.cursor() as cursor:
        return connection.introspection.get_constraints(cursor, table)


@pytest.mark.django_db(transaction=True)
def test_tables_that_refer_to_each_other_are_made_whole_and_dropped_again():
    step, before, after = CreateTogether(CIRCLE), ProjectState(), ProjectState()
    step.state_forwards("rekaan", after)

    with connection.schema_editor() as editor:
        step.database_forwards("rekaan", editor, before, after)
    made, of_opd = tables(), constraints("rekaan_opd")
    with connection.schema_editor() as editor:
        step.database_backwards("rekaan", editor, after, before)

    assert made == {"rekaan_opd", "rekaan_head"}
    assert "opd_has_a_name" in of_opd
    assert ("rekaan_head", "id") in {each["foreign_key"] for each in of_opd.values()}
    assert tables() == set()


def test_the_state_is_the_one_that_djangos_own_steps_leave():
    together, apart = ProjectState(), ProjectState()
    CreateTogether(CIRCLE).state_forwards("rekaan", together)
    for one in CIRCLE:
        one.state_forwards("rekaan", apart)

    assert together == apart


@pytest.mark.parametrize(
    "stranger",
    [
        migrations.AddField("pemda", "masa", DateRangeField(null=True)),
        migrations.RunSQL("SELECT 1"),
        migrations.DeleteModel("Opd"),
    ],
    ids=["a field of a table that is there", "SQL", "a model that goes"],
)
def test_what_is_not_about_a_model_created_here_is_refused(stranger):
    with pytest.raises(ValueError, match="not about a model created here"):
        CreateTogether([*CIRCLE, stranger])


def test_what_makemigrations_wrote_is_gathered_and_the_rest_stays_in_its_order():
    written = """
from django.db import migrations, models

class Migration(migrations.Migration):
    operations = [
        migrations.RemoveField(model_name="opd", name="lama"),
        migrations.CreateModel(name="Post", fields=[]),
        migrations.AddField(model_name="opd", name="post", field=models.IntegerField()),
        migrations.AddIndex(model_name="post", index=models.Index(fields=["id"], name="p")),
    ]
"""
    operations = tidied(written).partition("operations = [")[2]

    order = [
        operations.index(word) for word in ("CreateTogether", "RemoveField", '"opd", name="post"')
    ]
    assert order == sorted(order)
    assert "AddIndex" in operations[: operations.index("RemoveField")]
    assert tidied(written.replace("AddIndex", "AlterField")).count("CreateTogether") == 0
