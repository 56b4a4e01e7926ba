"""Keep words of unnamed speakers outside history, and seal their documents."""

from pamong.apps.core.migration_operations import AddTriggers
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("forums", "0005_lists_asked_of_opds"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConfidentialStatement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("words", models.TextField(verbose_name="pernyataan")),
            ],
            options={
                "verbose_name": "pernyataan rahasia",
                "verbose_name_plural": "pernyataan rahasia",
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="readingdraft",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="readingdraft",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="readingdraft",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="readingdraft",
            name="is_sealed",
            field=models.BooleanField(default=False, verbose_name="memuat pembicara rahasia"),
        ),
        migrations.AddField(
            model_name="readingdraftevent",
            name="is_sealed",
            field=models.BooleanField(default=False, verbose_name="memuat pembicara rahasia"),
        ),
        migrations.AddField(
            model_name="confidentialstatement",
            name="forum",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="confidential",
                to="forums.forum",
            ),
        ),
        migrations.AddConstraint(
            model_name="confidentialstatement",
            constraint=models.UniqueConstraint(
                fields=("forum", "words"),
                name="confidential_words_are_kept_once",
                violation_error_message="Pernyataan ini sudah tersimpan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="confidentialstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True),
                name="confidential_statement_has_words",
                violation_error_message="Pernyataan masih kosong.",
            ),
        ),
        AddTriggers(
            triggers=[
                (
                    "readingdraft",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_readingdraftevent" ("as_read", "content", "decided_by", "decided_on", "document_id", "id", "is_sealed", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "status") VALUES (NEW."as_read", NEW."content", NEW."decided_by", NEW."decided_on", NEW."document_id", NEW."id", NEW."is_sealed", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."status"); RETURN NULL;',
                            hash="f2c32b4d3d54f0217428b8d1b59101e6699454a4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7ff84",
                            table="forums_readingdraft",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "readingdraft",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_readingdraftevent" ("as_read", "content", "decided_by", "decided_on", "document_id", "id", "is_sealed", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "status") VALUES (NEW."as_read", NEW."content", NEW."decided_by", NEW."decided_on", NEW."document_id", NEW."id", NEW."is_sealed", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."status"); RETURN NULL;',
                            hash="e770175c18765b0f38e8f02b18819ccdfc5e9de7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e5e3c",
                            table="forums_readingdraft",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "readingdraft",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_readingdraftevent" ("as_read", "content", "decided_by", "decided_on", "document_id", "id", "is_sealed", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "status") VALUES (OLD."as_read", OLD."content", OLD."decided_by", OLD."decided_on", OLD."document_id", OLD."id", OLD."is_sealed", OLD."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."status"); RETURN NULL;',
                            hash="994dc3fff8671e50d980976a97dad247baeab105",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b0da2",
                            table="forums_readingdraft",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
