import pamong.apps.core.migration_operations
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0004_standings_from_runs"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="finding",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="finding",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="finding",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="finding",
            name="finding_is_recorded_once",
        ),
        migrations.RemoveField(
            model_name="finding",
            name="judgement",
        ),
        migrations.RenameField(
            model_name="finding",
            old_name="judgement_hash",
            new_name="identity",
        ),
        migrations.RemoveField(
            model_name="finding",
            name="runs",
        ),
        migrations.RemoveField(
            model_name="findingevent",
            name="judgement",
        ),
        migrations.RenameField(
            model_name="findingevent",
            old_name="judgement_hash",
            new_name="identity",
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(
                fields=("pemda", "rule_id", "subject_kind", "subject_id", "identity"),
                name="finding_is_recorded_once",
                violation_error_message="Temuan ini sudah tercatat.",
            ),
        ),
        pamong.apps.core.migration_operations.AddTriggers(
            triggers=[
                (
                    "finding",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "findings_findingevent" ("family", "id", "identity", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rule_id", "run_id", "since", "subject_id", "subject_kind", "subject_label") VALUES (NEW."family", NEW."id", NEW."identity", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."rule_id", NEW."run_id", NEW."since", NEW."subject_id", NEW."subject_kind", NEW."subject_label"); RETURN NULL;',
                            hash="8c5150bf6e49851cc2256f47d05942761ffbcbb7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9fe30",
                            table="findings_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "finding",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "findings_findingevent" ("family", "id", "identity", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rule_id", "run_id", "since", "subject_id", "subject_kind", "subject_label") VALUES (NEW."family", NEW."id", NEW."identity", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."rule_id", NEW."run_id", NEW."since", NEW."subject_id", NEW."subject_kind", NEW."subject_label"); RETURN NULL;',
                            hash="25902d2646747e95b957b8572111833b34745552",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aaaf9",
                            table="findings_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "finding",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "findings_findingevent" ("family", "id", "identity", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "rule_id", "run_id", "since", "subject_id", "subject_kind", "subject_label") VALUES (OLD."family", OLD."id", OLD."identity", OLD."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."rule_id", OLD."run_id", OLD."since", OLD."subject_id", OLD."subject_kind", OLD."subject_label"); RETURN NULL;',
                            hash="4b63ce1fa8dc88f69a98a84551dbca3398c3a498",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bc1a0",
                            table="findings_finding",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
