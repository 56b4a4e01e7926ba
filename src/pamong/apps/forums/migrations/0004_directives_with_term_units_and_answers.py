"""Give directives a term, units, an earlier one that they repeat, and answers."""

from pamong.apps.core.migration_operations import AddTriggers
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("forums", "0003_invitations_and_roll_call"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                ("item", models.CharField(max_length=500, verbose_name="pokok bahasan")),
                (
                    "body",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="instansi menurut dokumen"
                    ),
                ),
            ],
            options={
                "verbose_name": "pokok agenda",
                "verbose_name_plural": "pokok agenda",
            },
        ),
        migrations.CreateModel(
            name="AgendaItemEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                ("item", models.CharField(max_length=500, verbose_name="pokok bahasan")),
                (
                    "body",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="instansi menurut dokumen"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DirectiveAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("answered_on", models.DateField(verbose_name="dijawab pada")),
                ("words", models.TextField(verbose_name="isi jawaban")),
                (
                    "letter_number",
                    models.CharField(blank=True, max_length=120, verbose_name="nomor surat"),
                ),
            ],
            options={
                "verbose_name": "jawaban instansi",
                "verbose_name_plural": "jawaban instansi",
            },
        ),
        migrations.CreateModel(
            name="DirectiveAnswerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("answered_on", models.DateField(verbose_name="dijawab pada")),
                ("words", models.TextField(verbose_name="isi jawaban")),
                (
                    "letter_number",
                    models.CharField(blank=True, max_length=120, verbose_name="nomor surat"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DirectiveUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("lead", "OPD utama"), ("supporting", "OPD pendukung")],
                        max_length=10,
                        verbose_name="bagian",
                    ),
                ),
            ],
            options={
                "verbose_name": "OPD pelaksana",
                "verbose_name_plural": "OPD pelaksana",
            },
        ),
        migrations.CreateModel(
            name="DirectiveUnitEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "part",
                    models.CharField(
                        choices=[("lead", "OPD utama"), ("supporting", "OPD pendukung")],
                        max_length=10,
                        verbose_name="bagian",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="directive",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="directive",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="directive",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="directiveaddressee",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="directiveaddressee",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="directiveaddressee",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="directive",
            name="day",
            field=models.DateField(editable=False, null=True, verbose_name="hari"),
        ),
        migrations.AddField(
            model_name="directive",
            name="due_on",
            field=models.DateField(blank=True, null=True, verbose_name="tenggat"),
        ),
        migrations.AddField(
            model_name="directive",
            name="is_upward",
            field=models.BooleanField(default=False, verbose_name="ke instansi lain"),
        ),
        migrations.AddField(
            model_name="directive",
            name="repeats_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="repeated_by",
                to="forums.directive",
                verbose_name="mengulang arahan",
            ),
        ),
        migrations.AddField(
            model_name="directive",
            name="term",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="tenggat menurut kata-katanya"
            ),
        ),
        migrations.AddField(
            model_name="directiveaddressee",
            name="daerah",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="organisasi.pemda",
            ),
        ),
        migrations.AddField(
            model_name="directiveaddressee",
            name="instansi",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="core.instansi",
            ),
        ),
        migrations.AddField(
            model_name="directiveaddresseeevent",
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
            model_name="directiveaddresseeevent",
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
            model_name="directiveevent",
            name="due_on",
            field=models.DateField(blank=True, null=True, verbose_name="tenggat"),
        ),
        migrations.AddField(
            model_name="directiveevent",
            name="is_upward",
            field=models.BooleanField(default=False, verbose_name="ke instansi lain"),
        ),
        migrations.AddField(
            model_name="directiveevent",
            name="repeats_of",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="forums.directive",
                verbose_name="mengulang arahan",
            ),
        ),
        migrations.AddField(
            model_name="directiveevent",
            name="term",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="tenggat menurut kata-katanya"
            ),
        ),
        migrations.AlterField(
            model_name="directiveaddressee",
            name="kind",
            field=models.CharField(
                choices=[
                    ("opd", "satu OPD"),
                    ("semua_opd", "semua OPD"),
                    ("pejabat", "sejenis pejabat"),
                    ("asn", "ASN"),
                    ("instansi", "instansi lain"),
                    ("daerah", "kabupaten/kota"),
                    ("lain", "pihak lain"),
                ],
                max_length=10,
                verbose_name="jenis",
            ),
        ),
        migrations.AlterField(
            model_name="directiveaddresseeevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("opd", "satu OPD"),
                    ("semua_opd", "semua OPD"),
                    ("pejabat", "sejenis pejabat"),
                    ("asn", "ASN"),
                    ("instansi", "instansi lain"),
                    ("daerah", "kabupaten/kota"),
                    ("lain", "pihak lain"),
                ],
                max_length=10,
                verbose_name="jenis",
            ),
        ),
        migrations.AddIndex(
            model_name="directive",
            index=models.Index(fields=["pemda", "-day", "id"], name="directive_by_pemda_and_day"),
        ),
        migrations.AddConstraint(
            model_name="directive",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("repeats_of", None),
                    models.Q(("repeats_of", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="directive_repeats_another",
                violation_error_message="Arahan tidak dapat mengulang dirinya sendiri. Pilih arahan yang lebih dulu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="directiveaddressee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "instansi"), _negated=True),
                    ("instansi__isnull", False),
                    _connector="OR",
                ),
                name="addressee_instansi_is_named",
                violation_error_message="Pilih instansi yang dituju arahan ini.",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="directive",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agenda_item",
                to="forums.directive",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="forum",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agenda_items",
                to="forums.forum",
            ),
        ),
        migrations.AddField(
            model_name="agendaitemevent",
            name="directive",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="forums.directive",
            ),
        ),
        migrations.AddField(
            model_name="agendaitemevent",
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
            model_name="agendaitemevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="forums.agendaitem",
            ),
        ),
        migrations.AddField(
            model_name="directiveanswer",
            name="directive",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="forums.directive",
            ),
        ),
        migrations.AddField(
            model_name="directiveanswer",
            name="file",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="core.storedfile",
                verbose_name="berkas",
            ),
        ),
        migrations.AddField(
            model_name="directiveanswer",
            name="instansi",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                to="core.instansi",
                verbose_name="yang menjawab",
            ),
        ),
        migrations.AddField(
            model_name="directiveanswerevent",
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
            model_name="directiveanswerevent",
            name="file",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.storedfile",
                verbose_name="berkas",
            ),
        ),
        migrations.AddField(
            model_name="directiveanswerevent",
            name="instansi",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.instansi",
                verbose_name="yang menjawab",
            ),
        ),
        migrations.AddField(
            model_name="directiveanswerevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="forums.directiveanswer",
            ),
        ),
        migrations.AddField(
            model_name="directiveunit",
            name="directive",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="units",
                to="forums.directive",
            ),
        ),
        migrations.AddField(
            model_name="directiveunit",
            name="opd",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="directive_parts",
                to="organisasi.opd",
            ),
        ),
        migrations.AddField(
            model_name="directiveunitevent",
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
            model_name="directiveunitevent",
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
            model_name="directiveunitevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="forums.directiveunit",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                fields=("forum", "position"),
                name="agenda_item_stands_alone",
                violation_error_message="Dua pokok agenda berada di urutan yang sama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="directiveanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True),
                name="answer_says_something",
                violation_error_message="Isi jawaban masih kosong. Tulis jawabannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="directiveunit",
            constraint=models.UniqueConstraint(
                fields=("directive", "opd"),
                name="directive_unit_has_one_part",
                violation_error_message="Satu OPD hanya dapat menjadi utama atau pendukung, tidak keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="directiveunit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("part", "lead")),
                fields=("directive",),
                name="directive_is_led_by_one",
                violation_error_message="Arahan ini sudah mempunyai OPD utama.",
            ),
        ),
        AddTriggers(
            triggers=[
                (
                    "directive",
                    pgtrigger.compiler.Trigger(
                        name="follows_its_forum",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="SELECT day INTO NEW.day FROM forums_forum WHERE id = NEW.forum_id; RETURN NEW;",
                            hash="14893ed3fd4e71164c646407c1b4c1c174ba58a8",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_follows_its_forum_8edd7",
                            table="forums_directive",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "directive",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_directiveevent" ("due_on", "forum_id", "gist", "id", "is_upward", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "relayed_by_id", "repeats", "repeats_of_id", "setting", "term", "topic", "words") VALUES (NEW."due_on", NEW."forum_id", NEW."gist", NEW."id", NEW."is_upward", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."relayed_by_id", NEW."repeats", NEW."repeats_of_id", NEW."setting", NEW."term", NEW."topic", NEW."words"); RETURN NULL;',
                            hash="58c7fdb87317b51de4988286e0f9375982d4e6f1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bfe0b",
                            table="forums_directive",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directive",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."forum_id" IS DISTINCT FROM (NEW."forum_id") OR OLD."gist" IS DISTINCT FROM (NEW."gist") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_upward" IS DISTINCT FROM (NEW."is_upward") OR OLD."pemda_id" IS DISTINCT FROM (NEW."pemda_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."relayed_by_id" IS DISTINCT FROM (NEW."relayed_by_id") OR OLD."repeats" IS DISTINCT FROM (NEW."repeats") OR OLD."repeats_of_id" IS DISTINCT FROM (NEW."repeats_of_id") OR OLD."setting" IS DISTINCT FROM (NEW."setting") OR OLD."term" IS DISTINCT FROM (NEW."term") OR OLD."topic" IS DISTINCT FROM (NEW."topic") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                            func='INSERT INTO "forums_directiveevent" ("due_on", "forum_id", "gist", "id", "is_upward", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "relayed_by_id", "repeats", "repeats_of_id", "setting", "term", "topic", "words") VALUES (NEW."due_on", NEW."forum_id", NEW."gist", NEW."id", NEW."is_upward", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."relayed_by_id", NEW."repeats", NEW."repeats_of_id", NEW."setting", NEW."term", NEW."topic", NEW."words"); RETURN NULL;',
                            hash="cb9b98f8b1426238e510144073d558cbe10a903b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_94959",
                            table="forums_directive",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directive",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_directiveevent" ("due_on", "forum_id", "gist", "id", "is_upward", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "relayed_by_id", "repeats", "repeats_of_id", "setting", "term", "topic", "words") VALUES (OLD."due_on", OLD."forum_id", OLD."gist", OLD."id", OLD."is_upward", OLD."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."relayed_by_id", OLD."repeats", OLD."repeats_of_id", OLD."setting", OLD."term", OLD."topic", OLD."words"); RETURN NULL;',
                            hash="23ae3a6b78e204c975a58d38322e49145900516a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5ae8b",
                            table="forums_directive",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directiveaddressee",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_directiveaddresseeevent" ("daerah_id", "directive_id", "id", "instansi_id", "kind", "opd_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."daerah_id", NEW."directive_id", NEW."id", NEW."instansi_id", NEW."kind", NEW."opd_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                            hash="760ddaefa4feae1330bc0b7cac324d3662b05cb7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e3aba",
                            table="forums_directiveaddressee",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directiveaddressee",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_directiveaddresseeevent" ("daerah_id", "directive_id", "id", "instansi_id", "kind", "opd_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."daerah_id", NEW."directive_id", NEW."id", NEW."instansi_id", NEW."kind", NEW."opd_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                            hash="48ac2a35e259227cdfd5c877879d6481ff42a22e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_05074",
                            table="forums_directiveaddressee",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directiveaddressee",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_directiveaddresseeevent" ("daerah_id", "directive_id", "id", "instansi_id", "kind", "opd_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."daerah_id", OLD."directive_id", OLD."id", OLD."instansi_id", OLD."kind", OLD."opd_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                            hash="a7af25a38969e6fd7a271c4c63e21a3a2a72d385",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d7cd8",
                            table="forums_directiveaddressee",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "agendaitem",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_agendaitemevent" ("body", "directive_id", "forum_id", "id", "item", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id") VALUES (NEW."body", NEW."directive_id", NEW."forum_id", NEW."id", NEW."item", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."public_id"); RETURN NULL;',
                            hash="677653db67ad04284b14a5783ae7ea5ba06fa65e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_40946",
                            table="forums_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "agendaitem",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_agendaitemevent" ("body", "directive_id", "forum_id", "id", "item", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id") VALUES (NEW."body", NEW."directive_id", NEW."forum_id", NEW."id", NEW."item", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."public_id"); RETURN NULL;',
                            hash="1976718dcb0d87c93af8adf6f1368d21b4ded887",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2b97b",
                            table="forums_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "agendaitem",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_agendaitemevent" ("body", "directive_id", "forum_id", "id", "item", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "public_id") VALUES (OLD."body", OLD."directive_id", OLD."forum_id", OLD."id", OLD."item", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."public_id"); RETURN NULL;',
                            hash="4419acda8d3cedf1003a3586b5cd86fb71eab59e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_aaa2e",
                            table="forums_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "agendaitemevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c0c448b24db61adc2afc440c56330da00521fbb0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_01938",
                            table="forums_agendaitemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "directiveanswer",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_directiveanswerevent" ("answered_on", "directive_id", "file_id", "id", "instansi_id", "letter_number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "words") VALUES (NEW."answered_on", NEW."directive_id", NEW."file_id", NEW."id", NEW."instansi_id", NEW."letter_number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id", NEW."words"); RETURN NULL;',
                            hash="b8c0861177a4d14bdb0a45cefafc09e1cd8e2753",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_67e9f",
                            table="forums_directiveanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directiveanswer",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_directiveanswerevent" ("answered_on", "directive_id", "file_id", "id", "instansi_id", "letter_number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "words") VALUES (NEW."answered_on", NEW."directive_id", NEW."file_id", NEW."id", NEW."instansi_id", NEW."letter_number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id", NEW."words"); RETURN NULL;',
                            hash="1071a687551b687ffd95c7bfc8a6142726a41b6d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6bc46",
                            table="forums_directiveanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directiveanswer",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_directiveanswerevent" ("answered_on", "directive_id", "file_id", "id", "instansi_id", "letter_number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "words") VALUES (OLD."answered_on", OLD."directive_id", OLD."file_id", OLD."id", OLD."instansi_id", OLD."letter_number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id", OLD."words"); RETURN NULL;',
                            hash="0ebcdf214e41ad071b5717f647989367bbfa69ac",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2342f",
                            table="forums_directiveanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directiveanswerevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f65fccf59e867aff980b488bbe68e86c4d279429",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e36e5",
                            table="forums_directiveanswerevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "directiveunit",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_directiveunitevent" ("directive_id", "id", "opd_id", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."directive_id", NEW."id", NEW."opd_id", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="937b554297a1fba091094743d445656f55f1b754",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0d62c",
                            table="forums_directiveunit",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directiveunit",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_directiveunitevent" ("directive_id", "id", "opd_id", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."directive_id", NEW."id", NEW."opd_id", NEW."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="f3f20c290df517ca0d6e0db1065ce5178820ff00",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a70e4",
                            table="forums_directiveunit",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directiveunit",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_directiveunitevent" ("directive_id", "id", "opd_id", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."directive_id", OLD."id", OLD."opd_id", OLD."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="95dbd95668623a13643324e82a0bd2233adbfe14",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_109fb",
                            table="forums_directiveunit",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directiveunitevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e6c0747093a74d69b760eeae633739537723f6a6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_67801",
                            table="forums_directiveunitevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
