"""Let a directive ask each OPD for a table."""

from pamong.apps.core.migration_operations import AddTriggers
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("forums", "0004_directives_with_term_units_and_answers"),
    ]

    operations = [
        migrations.CreateModel(
            name="ListColumn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                ("name", models.CharField(max_length=80, verbose_name="nama kolom")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("teks", "teks"),
                            ("angka", "angka"),
                            ("tanggal", "tanggal"),
                            ("pilihan", "pilihan"),
                        ],
                        max_length=8,
                        verbose_name="jenis isi",
                    ),
                ),
                ("is_required", models.BooleanField(default=False, verbose_name="wajib")),
                ("choices", models.TextField(blank=True, verbose_name="pilihan")),
            ],
            options={
                "verbose_name": "kolom daftar",
                "verbose_name_plural": "kolom daftar",
            },
        ),
        migrations.CreateModel(
            name="ListColumnEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                ("name", models.CharField(max_length=80, verbose_name="nama kolom")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("teks", "teks"),
                            ("angka", "angka"),
                            ("tanggal", "tanggal"),
                            ("pilihan", "pilihan"),
                        ],
                        max_length=8,
                        verbose_name="jenis isi",
                    ),
                ),
                ("is_required", models.BooleanField(default=False, verbose_name="wajib")),
                ("choices", models.TextField(blank=True, verbose_name="pilihan")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ListRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="judul tabel")),
                ("note", models.TextField(blank=True, verbose_name="petunjuk pengisian")),
                ("opened_on", models.DateField(verbose_name="dibuka pada")),
            ],
            options={
                "verbose_name": "permintaan daftar",
                "verbose_name_plural": "permintaan daftar",
            },
        ),
        migrations.CreateModel(
            name="ListRequestEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=200, verbose_name="judul tabel")),
                ("note", models.TextField(blank=True, verbose_name="petunjuk pengisian")),
                ("opened_on", models.DateField(verbose_name="dibuka pada")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ListRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("cells", models.JSONField(verbose_name="isi")),
            ],
            options={
                "verbose_name": "baris daftar",
                "verbose_name_plural": "baris daftar",
            },
        ),
        migrations.CreateModel(
            name="ListRowEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveIntegerField(verbose_name="urutan")),
                ("cells", models.JSONField(verbose_name="isi")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ListSheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "completed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="dinyatakan lengkap pada"
                    ),
                ),
                (
                    "completed_by",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="dinyatakan lengkap oleh"
                    ),
                ),
            ],
            options={
                "verbose_name": "isian daftar",
                "verbose_name_plural": "isian daftar",
            },
        ),
        migrations.CreateModel(
            name="ListSheetEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "completed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="dinyatakan lengkap pada"
                    ),
                ),
                (
                    "completed_by",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="dinyatakan lengkap oleh"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="listcolumnevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="forums.listcolumn",
            ),
        ),
        migrations.AddField(
            model_name="listrequest",
            name="directive",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="list_request",
                to="forums.directive",
            ),
        ),
        migrations.AddField(
            model_name="listcolumnevent",
            name="request",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="forums.listrequest",
            ),
        ),
        migrations.AddField(
            model_name="listcolumn",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="columns",
                to="forums.listrequest",
            ),
        ),
        migrations.AddField(
            model_name="listrequestevent",
            name="directive",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="forums.directive",
            ),
        ),
        migrations.AddField(
            model_name="listrequestevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="forums.listrequest",
            ),
        ),
        migrations.AddField(
            model_name="listrowevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="forums.listrow",
            ),
        ),
        migrations.AddField(
            model_name="listsheet",
            name="opd",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="list_sheets",
                to="organisasi.opd",
            ),
        ),
        migrations.AddField(
            model_name="listsheet",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sheets",
                to="forums.listrequest",
            ),
        ),
        migrations.AddField(
            model_name="listrowevent",
            name="sheet",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="forums.listsheet",
            ),
        ),
        migrations.AddField(
            model_name="listrow",
            name="sheet",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rows",
                to="forums.listsheet",
            ),
        ),
        migrations.AddField(
            model_name="listsheetevent",
            name="opd",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="organisasi.opd",
            ),
        ),
        migrations.AddField(
            model_name="listsheetevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="forums.listsheet",
            ),
        ),
        migrations.AddField(
            model_name="listsheetevent",
            name="request",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="forums.listrequest",
            ),
        ),
        migrations.AddConstraint(
            model_name="listcolumn",
            constraint=models.UniqueConstraint(
                fields=("request", "name"),
                name="list_column_is_named_once",
                violation_error_message="Dua kolom bernama sama. Beri tiap kolom nama yang berbeda.",
            ),
        ),
        migrations.AddConstraint(
            model_name="listcolumn",
            constraint=models.UniqueConstraint(
                fields=("request", "position"),
                name="list_column_stands_alone",
                violation_error_message="Dua kolom berada di urutan yang sama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="listcolumn",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "pilihan"), models.Q(("choices", ""), _negated=True)),
                    models.Q(models.Q(("kind", "pilihan"), _negated=True), ("choices", "")),
                    _connector="OR",
                ),
                name="list_column_of_choices_has_some",
                violation_error_message="Kolom pilihan harus mempunyai pilihan. Tulis satu pilihan tiap baris.",
            ),
        ),
        migrations.AddConstraint(
            model_name="listsheet",
            constraint=models.UniqueConstraint(
                fields=("request", "opd"),
                name="list_sheet_is_an_opds_only_one",
                violation_error_message="OPD ini sudah mendapat tabel itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="listsheet",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("completed_by", ""), ("completed_on", None)),
                    models.Q(
                        ("completed_on__isnull", False),
                        models.Q(("completed_by", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="list_sheet_completed_by_somebody",
                violation_error_message="Pernyataan lengkap harus mencatat hari dan pelakunya.",
            ),
        ),
        migrations.AddIndex(
            model_name="listrow",
            index=models.Index(fields=["sheet", "position"], name="list_row_by_sheet"),
        ),
        AddTriggers(
            triggers=[
                (
                    "listrequest",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_listrequestevent" ("directive_id", "id", "note", "opened_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."directive_id", NEW."id", NEW."note", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."title"); RETURN NULL;',
                            hash="73aeead2fd042fd36dcf7df0f90bbd751812dd46",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2b4f0",
                            table="forums_listrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "listrequest",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_listrequestevent" ("directive_id", "id", "note", "opened_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."directive_id", NEW."id", NEW."note", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."title"); RETURN NULL;',
                            hash="5b14457cf1c728908623e81925d88a1d1ec5626a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_12d37",
                            table="forums_listrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "listrequest",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_listrequestevent" ("directive_id", "id", "note", "opened_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (OLD."directive_id", OLD."id", OLD."note", OLD."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."title"); RETURN NULL;',
                            hash="53d0f763bb2f0ef0769b44fb445970683935c19b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a9024",
                            table="forums_listrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "listcolumnevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4eceb585c93617a67da5efcb7842ac6fafc447d5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1697d",
                            table="forums_listcolumnevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "listcolumn",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_listcolumnevent" ("choices", "id", "is_required", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "request_id") VALUES (NEW."choices", NEW."id", NEW."is_required", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."request_id"); RETURN NULL;',
                            hash="4ba8a42243850366b3f6b236142041d095e080b8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c2cd4",
                            table="forums_listcolumn",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "listcolumn",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_listcolumnevent" ("choices", "id", "is_required", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "request_id") VALUES (NEW."choices", NEW."id", NEW."is_required", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."request_id"); RETURN NULL;',
                            hash="4a26e8807a6f2a8eba3cd11aed1977e7601c44e1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4fef7",
                            table="forums_listcolumn",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "listcolumn",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_listcolumnevent" ("choices", "id", "is_required", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "request_id") VALUES (OLD."choices", OLD."id", OLD."is_required", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."request_id"); RETURN NULL;',
                            hash="7d93d7e2e4b05d6f3c1ac95352bccd78860eff2f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9e164",
                            table="forums_listcolumn",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "listrequestevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="acf90c007cfcf8e82b93744e197b194b060b8fdf",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_690b6",
                            table="forums_listrequestevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "listsheet",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_listsheetevent" ("completed_by", "completed_on", "id", "opd_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "request_id") VALUES (NEW."completed_by", NEW."completed_on", NEW."id", NEW."opd_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."request_id"); RETURN NULL;',
                            hash="a7febe5c71b57c599c6c64c0398e4e24f8545462",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e310b",
                            table="forums_listsheet",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "listsheet",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_listsheetevent" ("completed_by", "completed_on", "id", "opd_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "request_id") VALUES (NEW."completed_by", NEW."completed_on", NEW."id", NEW."opd_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."request_id"); RETURN NULL;',
                            hash="a6232d1a9428f715a7c1d8e623335a3df8498b18",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_150d7",
                            table="forums_listsheet",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "listsheet",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_listsheetevent" ("completed_by", "completed_on", "id", "opd_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "request_id") VALUES (OLD."completed_by", OLD."completed_on", OLD."id", OLD."opd_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."request_id"); RETURN NULL;',
                            hash="e133cb9ae46c65550063fe21eddae370f7fb4953",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b0e6c",
                            table="forums_listsheet",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "listrowevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e9a5318d3d3726406395ca2d3d57b99193c4a232",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_660df",
                            table="forums_listrowevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "listrow",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_listrowevent" ("cells", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "sheet_id") VALUES (NEW."cells", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."sheet_id"); RETURN NULL;',
                            hash="d6f298eb58c0239dfbb8813f0c25a9fbbee0198d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e9979",
                            table="forums_listrow",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "listrow",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_listrowevent" ("cells", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "sheet_id") VALUES (NEW."cells", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."sheet_id"); RETURN NULL;',
                            hash="3147fcb328e1cee7dc6fd4868871d4b1f0014590",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_81f95",
                            table="forums_listrow",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "listrow",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_listrowevent" ("cells", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "sheet_id") VALUES (OLD."cells", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."sheet_id"); RETURN NULL;',
                            hash="039650ec1754a5f73dbeec4a5d08a86472a6a1b2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_08c04",
                            table="forums_listrow",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "listsheetevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="548b9a590c9b1a7681ce19169ddc94d5127c9685",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_97ee9",
                            table="forums_listsheetevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
