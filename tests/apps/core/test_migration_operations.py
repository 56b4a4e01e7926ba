"""New tables in one step: made whole, dropped again, and nothing else is let in."""

import runpy
import uuid

import pytest
from django.contrib.postgres.fields import DateRangeField
from django.db import connection, migrations, models
from django.db.migrations.state import ModelState, ProjectState
from pgtrigger.compiler import Trigger, UpsertTriggerSql
from tests.support.people import ROOT

from pamong.apps.core.migration_operations import AddTriggers, CreateTogether
from pamong.apps.core.models import Instansi

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


def test_a_trigger_that_is_there_already_is_not_removed_before_another_takes_its_place():
    written = """
from django.db import migrations
import pgtrigger.compiler
import pgtrigger.migrations

class Migration(migrations.Migration):
    operations = [
        pgtrigger.migrations.RemoveTrigger(model_name="opd", name="insert_insert"),
        pgtrigger.migrations.RemoveTrigger(model_name="opd", name="gone"),
        pgtrigger.migrations.AddTrigger(
            model_name="opd", trigger=pgtrigger.compiler.Trigger(name="insert_insert", sql="")
        ),
    ]
"""
    operations = tidied(written).partition("operations = [")[2]

    assert operations.count("RemoveTrigger") == 1
    assert "gone" in operations
    assert "AddTriggers" in operations


@pytest.mark.django_db(transaction=True)
def test_a_trigger_in_the_place_of_another_gives_it_back_when_taken_back():
    before, after = (ProjectState() for _ in range(2))
    for state in (before, after):
        state.add_model(ModelState.from_model(Instansi))
        state.models["core", "instansi"].options["triggers"] = [marking("lama")]
    step = AddTriggers([("instansi", marking("baru"))])
    step.state_forwards("core", after)

    marks = []
    with connection.schema_editor() as editor:
        for trigger in before.models["core", "instansi"].options["triggers"]:
            editor.execute(trigger.install_sql, params=None)
    marks.append(mark())
    with connection.schema_editor() as editor:
        step.database_forwards("core", editor, before, after)
    marks.append(mark())
    with connection.schema_editor() as editor:
        step.database_backwards("core", editor, after, before)
    marks.append(mark())
    with connection.schema_editor() as editor:
        editor.execute(marking("lama").uninstall_sql, params=None)

    assert [one.name for one in after.models["core", "instansi"].options["triggers"]] == ["uji"]
    assert marks == ["lama", "baru", "lama"]


def marking(word):
    return Trigger(
        name="uji",
        sql=UpsertTriggerSql(
            func=f"NEW.singkatan = '{word}'; RETURN NEW;",
            hash=word,
            operation="INSERT",
            pgid="pgtrigger_uji",
            table="core_instansi",
            when="BEFORE",
        ),
    )


def mark():
    body = Instansi.objects.create(nama=f"Badan {uuid.uuid4()}", kind="pemda")
    body.refresh_from_db()
    return body.singkatan
