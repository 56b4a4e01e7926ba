import django.contrib.postgres.fields
import django.utils.timezone
import pamong.apps.core.migration_operations
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0001_initial"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="lawrun",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="lawrun",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="lawrun",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="lawrun",
            name="recorded_at",
            field=models.DateTimeField(
                auto_now_add=True, default=django.utils.timezone.now, verbose_name="dijalankan"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="lawrun",
            name="subjects",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), blank=True, null=True, size=None
            ),
        ),
        migrations.AddField(
            model_name="lawrunevent",
            name="recorded_at",
            field=models.DateTimeField(
                auto_now_add=True, default=django.utils.timezone.now, verbose_name="dijalankan"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="lawrunevent",
            name="subjects",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), blank=True, null=True, size=None
            ),
        ),
        pamong.apps.core.migration_operations.AddTriggers(
            triggers=[
                (
                    "lawrun",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "findings_lawrunevent" ("as_of", "id", "judged", "not_judged", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "rule_id", "subjects") VALUES (NEW."as_of", NEW."id", NEW."judged", NEW."not_judged", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."rule_id", NEW."subjects"); RETURN NULL;',
                            hash="5bca09869e53ff0a60b106169a415fd330fb95a7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ca1c3",
                            table="findings_lawrun",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lawrun",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "findings_lawrunevent" ("as_of", "id", "judged", "not_judged", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "rule_id", "subjects") VALUES (NEW."as_of", NEW."id", NEW."judged", NEW."not_judged", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."rule_id", NEW."subjects"); RETURN NULL;',
                            hash="44e7193e5a42e24c59d88c36b1f13397d5966b07",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_625a5",
                            table="findings_lawrun",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lawrun",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "findings_lawrunevent" ("as_of", "id", "judged", "not_judged", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "rule_id", "subjects") VALUES (OLD."as_of", OLD."id", OLD."judged", OLD."not_judged", OLD."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."rule_id", OLD."subjects"); RETURN NULL;',
                            hash="b13b8a5585c86e7772762ca06300e86d4ae9ead7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_db3f9",
                            table="findings_lawrun",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
