"""Keep who was invited, and the roll call beside what a document claims."""

from pamong.apps.core.migration_operations import AddTriggers
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("forums", "0002_forums_by_hand_and_series"),
    ]

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opd", "OPD"),
                            ("kategori", "kategori undangan"),
                            ("instansi", "instansi lain"),
                            ("daerah", "pemerintah daerah lain"),
                        ],
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="yang diundang")),
            ],
            options={
                "verbose_name": "undangan",
                "verbose_name_plural": "undangan",
            },
        ),
        migrations.CreateModel(
            name="InvitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opd", "OPD"),
                            ("kategori", "kategori undangan"),
                            ("instansi", "instansi lain"),
                            ("daerah", "pemerintah daerah lain"),
                        ],
                        max_length=10,
                        verbose_name="jenis",
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="yang diundang")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RollCallEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "presence",
                    models.CharField(
                        choices=[
                            ("hadir", "hadir"),
                            ("diwakili", "diwakili"),
                            ("izin", "izin"),
                            ("tidak_hadir", "tidak hadir"),
                        ],
                        max_length=12,
                        verbose_name="kehadiran",
                    ),
                ),
                (
                    "represented_by",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="diwakili oleh (jabatan)"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="keterangan")),
                ("taken_by", models.CharField(max_length=200, verbose_name="dicatat oleh")),
                ("taken_at", models.DateTimeField(verbose_name="dicatat pada")),
            ],
            options={
                "verbose_name": "daftar hadir",
                "verbose_name_plural": "daftar hadir",
            },
        ),
        migrations.CreateModel(
            name="RollCallEntryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "presence",
                    models.CharField(
                        choices=[
                            ("hadir", "hadir"),
                            ("diwakili", "diwakili"),
                            ("izin", "izin"),
                            ("tidak_hadir", "tidak hadir"),
                        ],
                        max_length=12,
                        verbose_name="kehadiran",
                    ),
                ),
                (
                    "represented_by",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="diwakili oleh (jabatan)"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="keterangan")),
                ("taken_by", models.CharField(max_length=200, verbose_name="dicatat oleh")),
                ("taken_at", models.DateTimeField(verbose_name="dicatat pada")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="invitation",
            name="daerah",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="organisasi.pemda",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="forum",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="invitations",
                to="forums.forum",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="instansi",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="core.instansi",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="opd",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="organisasi.opd",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="daerah",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="organisasi.pemda",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="forum",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="forums.forum",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="instansi",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.instansi",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="opd",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="organisasi.opd",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="forums.invitation",
            ),
        ),
        migrations.AddField(
            model_name="rollcallentry",
            name="invitation",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="roll_call",
                to="forums.invitation",
            ),
        ),
        migrations.AddField(
            model_name="rollcallentryevent",
            name="invitation",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="forums.invitation",
            ),
        ),
        migrations.AddField(
            model_name="rollcallentryevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="forums.rollcallentry",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                fields=("forum", "text"),
                name="invitation_is_sent_once",
                violation_error_message="Undangan ini sudah tercatat pada forum itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("daerah", None), ("instansi", None), ("kind", "kategori"), ("opd", None)
                    ),
                    models.Q(("kind", "opd"), ("opd__isnull", False)),
                    models.Q(("instansi__isnull", False), ("kind", "instansi")),
                    models.Q(("daerah__isnull", False), ("kind", "daerah")),
                    _connector="OR",
                ),
                name="invitation_names_whom_it_means",
                violation_error_message="Undangan untuk OPD, instansi, atau daerah harus menyebut yang mana.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rollcallentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("presence", "diwakili"), models.Q(("represented_by", ""), _negated=True)
                    ),
                    models.Q(
                        models.Q(("presence", "diwakili"), _negated=True), ("represented_by", "")
                    ),
                    _connector="OR",
                ),
                name="roll_call_says_who_stood_in",
                violation_error_message="Yang diwakili harus menyebut jabatan wakilnya, misalnya Sekretaris Dinas.",
            ),
        ),
        AddTriggers(
            triggers=[
                (
                    "invitation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_invitationevent" ("daerah_id", "forum_id", "id", "instansi_id", "kind", "opd_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text") VALUES (NEW."daerah_id", NEW."forum_id", NEW."id", NEW."instansi_id", NEW."kind", NEW."opd_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."text"); RETURN NULL;',
                            hash="84a6e91944c3210bcf5499811f521b1395288d01",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ed82e",
                            table="forums_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "invitation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_invitationevent" ("daerah_id", "forum_id", "id", "instansi_id", "kind", "opd_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text") VALUES (NEW."daerah_id", NEW."forum_id", NEW."id", NEW."instansi_id", NEW."kind", NEW."opd_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."text"); RETURN NULL;',
                            hash="5df8cfa59855238332382ff4dbd47e2a3e531be2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d392e",
                            table="forums_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "invitation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_invitationevent" ("daerah_id", "forum_id", "id", "instansi_id", "kind", "opd_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "text") VALUES (OLD."daerah_id", OLD."forum_id", OLD."id", OLD."instansi_id", OLD."kind", OLD."opd_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."text"); RETURN NULL;',
                            hash="523cd0945a3e0f4587ed1bce3b008ef6fbc5ee9f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a6c36",
                            table="forums_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "invitationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6d27f01f3693f4da69aa4130289642cef038e452",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b9a06",
                            table="forums_invitationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "rollcallentry",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_rollcallentryevent" ("id", "invitation_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "represented_by", "taken_at", "taken_by") VALUES (NEW."id", NEW."invitation_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."presence", NEW."represented_by", NEW."taken_at", NEW."taken_by"); RETURN NULL;',
                            hash="b929e30b7e319dc0cf767698328ed5005657b36d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_452e1",
                            table="forums_rollcallentry",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "rollcallentry",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_rollcallentryevent" ("id", "invitation_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "represented_by", "taken_at", "taken_by") VALUES (NEW."id", NEW."invitation_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."presence", NEW."represented_by", NEW."taken_at", NEW."taken_by"); RETURN NULL;',
                            hash="39c1bdb02e47e84c754b30be4b52a19b012e6180",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_979d1",
                            table="forums_rollcallentry",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "rollcallentry",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_rollcallentryevent" ("id", "invitation_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "represented_by", "taken_at", "taken_by") VALUES (OLD."id", OLD."invitation_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."presence", OLD."represented_by", OLD."taken_at", OLD."taken_by"); RETURN NULL;',
                            hash="b9578903d30565e878c1fe6de93d87c4e5e20230",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9666b",
                            table="forums_rollcallentry",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "rollcallentryevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d8c63b6512257ddedafe9cb5e3d79940a75f12a5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_df762",
                            table="forums_rollcallentryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
