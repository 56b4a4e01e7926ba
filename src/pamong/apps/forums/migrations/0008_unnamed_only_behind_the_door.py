"""Take out what was carried over, and let nobody without a name stand outside the door."""

from pamong.apps.core.migration_operations import AddTriggers
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_stored_files"),
        ("forums", "0007_carry_over_what_was_json"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="forum",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="forum",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="forum",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="statement",
            name="statement_without_speaker_names_no_office",
        ),
        migrations.RemoveField(
            model_name="forum",
            name="agenda",
        ),
        migrations.RemoveField(
            model_name="forum",
            name="recurrence",
        ),
        migrations.RemoveField(
            model_name="forumevent",
            name="agenda",
        ),
        migrations.RemoveField(
            model_name="forumevent",
            name="recurrence",
        ),
        migrations.AlterField(
            model_name="commitment",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="core.person", verbose_name="oleh"
            ),
        ),
        migrations.AlterField(
            model_name="commitmentevent",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.person",
                verbose_name="oleh",
            ),
        ),
        migrations.AlterField(
            model_name="directive",
            name="day",
            field=models.DateField(editable=False, verbose_name="hari"),
        ),
        migrations.AlterField(
            model_name="statement",
            name="speaker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                to="core.person",
                verbose_name="pembicara",
            ),
        ),
        migrations.AlterField(
            model_name="statementevent",
            name="speaker",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.person",
                verbose_name="pembicara",
            ),
        ),
        AddTriggers(
            triggers=[
                (
                    "forum",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_forumevent" ("announced_on", "chair_capacity", "chair_id", "chair_office_id", "day", "document_id", "host_id", "hour", "id", "kind", "numbers", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "principal_id", "protocol", "public_id", "reader_id", "series_id", "time_of_day", "title", "topics") VALUES (NEW."announced_on", NEW."chair_capacity", NEW."chair_id", NEW."chair_office_id", NEW."day", NEW."document_id", NEW."host_id", NEW."hour", NEW."id", NEW."kind", NEW."numbers", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."principal_id", NEW."protocol", NEW."public_id", NEW."reader_id", NEW."series_id", NEW."time_of_day", NEW."title", NEW."topics"); RETURN NULL;',
                            hash="79e4a3e2b2469f4e25d1172ab1eaee1359b18873",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0ba7f",
                            table="forums_forum",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "forum",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_forumevent" ("announced_on", "chair_capacity", "chair_id", "chair_office_id", "day", "document_id", "host_id", "hour", "id", "kind", "numbers", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "principal_id", "protocol", "public_id", "reader_id", "series_id", "time_of_day", "title", "topics") VALUES (NEW."announced_on", NEW."chair_capacity", NEW."chair_id", NEW."chair_office_id", NEW."day", NEW."document_id", NEW."host_id", NEW."hour", NEW."id", NEW."kind", NEW."numbers", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."principal_id", NEW."protocol", NEW."public_id", NEW."reader_id", NEW."series_id", NEW."time_of_day", NEW."title", NEW."topics"); RETURN NULL;',
                            hash="17685f4dae7e2ce3eee91e6ba9b971e10aad045c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cfb71",
                            table="forums_forum",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "forum",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_forumevent" ("announced_on", "chair_capacity", "chair_id", "chair_office_id", "day", "document_id", "host_id", "hour", "id", "kind", "numbers", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "principal_id", "protocol", "public_id", "reader_id", "series_id", "time_of_day", "title", "topics") VALUES (OLD."announced_on", OLD."chair_capacity", OLD."chair_id", OLD."chair_office_id", OLD."day", OLD."document_id", OLD."host_id", OLD."hour", OLD."id", OLD."kind", OLD."numbers", OLD."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."principal_id", OLD."protocol", OLD."public_id", OLD."reader_id", OLD."series_id", OLD."time_of_day", OLD."title", OLD."topics"); RETURN NULL;',
                            hash="eb845954f5df8d11a9a0b237809a9b69c1291e6c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_af6bb",
                            table="forums_forum",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
