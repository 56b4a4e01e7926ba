"""Let a forum stand without a document, name its chair, and belong to a series."""

from pamong.apps.core.migration_operations import AddTriggers
import django.contrib.postgres.constraints
import django.db.models.deletion
import pamong.apps.core.ranges
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_stored_files"),
        ("forums", "0001_initial"),
        ("organisasi", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ForumSeries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("nama", models.CharField(max_length=120, verbose_name="nama seri")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("apel", "Apel"),
                            ("upacara", "Upacara"),
                            ("rakor", "Rapat koordinasi"),
                            ("audiensi", "Audiensi"),
                            ("pengarahan", "Pengarahan"),
                            ("silaturahmi", "Silaturahmi"),
                            ("pelantikan", "Pelantikan"),
                            ("serah_terima", "Serah terima"),
                            ("musrenbang", "Musrenbang"),
                        ],
                        max_length=16,
                        verbose_name="jenis",
                    ),
                ),
            ],
            options={
                "verbose_name": "seri forum",
                "verbose_name_plural": "seri forum",
            },
        ),
        migrations.CreateModel(
            name="ForumSeriesEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("nama", models.CharField(max_length=120, verbose_name="nama seri")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("apel", "Apel"),
                            ("upacara", "Upacara"),
                            ("rakor", "Rapat koordinasi"),
                            ("audiensi", "Audiensi"),
                            ("pengarahan", "Pengarahan"),
                            ("silaturahmi", "Silaturahmi"),
                            ("pelantikan", "Pelantikan"),
                            ("serah_terima", "Serah terima"),
                            ("musrenbang", "Musrenbang"),
                        ],
                        max_length=16,
                        verbose_name="jenis",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SeriesRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="TMT")),
                (
                    "ends_before",
                    models.DateField(blank=True, null=True, verbose_name="berakhir sebelum"),
                ),
                (
                    "every",
                    models.CharField(
                        choices=[
                            ("minggu", "setiap minggu"),
                            ("bulan", "setiap bulan"),
                            ("tahun", "setiap tahun"),
                        ],
                        max_length=8,
                        verbose_name="pengulangan",
                    ),
                ),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="hari"),
                ),
                (
                    "ordinal",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="yang ke berapa"
                    ),
                ),
                (
                    "rotates_host",
                    models.BooleanField(default=False, verbose_name="tuan rumah bergilir"),
                ),
                ("words", models.TextField(blank=True, verbose_name="kata-kata dokumen")),
            ],
            options={
                "verbose_name": "aturan seri",
                "verbose_name_plural": "aturan seri",
            },
        ),
        migrations.CreateModel(
            name="SeriesRuleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="TMT")),
                (
                    "ends_before",
                    models.DateField(blank=True, null=True, verbose_name="berakhir sebelum"),
                ),
                (
                    "every",
                    models.CharField(
                        choices=[
                            ("minggu", "setiap minggu"),
                            ("bulan", "setiap bulan"),
                            ("tahun", "setiap tahun"),
                        ],
                        max_length=8,
                        verbose_name="pengulangan",
                    ),
                ),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="hari"),
                ),
                (
                    "ordinal",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="yang ke berapa"
                    ),
                ),
                (
                    "rotates_host",
                    models.BooleanField(default=False, verbose_name="tuan rumah bergilir"),
                ),
                ("words", models.TextField(blank=True, verbose_name="kata-kata dokumen")),
            ],
            options={
                "abstract": False,
            },
        ),
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
        migrations.AddField(
            model_name="forum",
            name="announced_on",
            field=models.DateField(blank=True, null=True, verbose_name="dicatat pada"),
        ),
        migrations.AddField(
            model_name="forum",
            name="chair",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.person",
                verbose_name="pemimpin atau inspektur",
            ),
        ),
        migrations.AddField(
            model_name="forum",
            name="chair_capacity",
            field=models.CharField(
                blank=True,
                choices=[
                    ("definitif", "definitif"),
                    ("plt", "Plt"),
                    ("plh", "Plh"),
                    ("pj", "Pj"),
                    ("pjs", "Pjs"),
                ],
                max_length=10,
                verbose_name="kedudukannya",
            ),
        ),
        migrations.AddField(
            model_name="forum",
            name="chair_office",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisasi.jabatan",
                verbose_name="jabatannya pada hari itu",
            ),
        ),
        migrations.AddField(
            model_name="forum",
            name="host",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisasi.pemda",
                verbose_name="tuan rumah",
            ),
        ),
        migrations.AddField(
            model_name="forum",
            name="hour",
            field=models.TimeField(blank=True, null=True, verbose_name="jam"),
        ),
        migrations.AddField(
            model_name="forum",
            name="protocol",
            field=models.TextField(blank=True, verbose_name="catatan protokol"),
        ),
        migrations.AddField(
            model_name="forumevent",
            name="announced_on",
            field=models.DateField(blank=True, null=True, verbose_name="dicatat pada"),
        ),
        migrations.AddField(
            model_name="forumevent",
            name="chair",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.person",
                verbose_name="pemimpin atau inspektur",
            ),
        ),
        migrations.AddField(
            model_name="forumevent",
            name="chair_capacity",
            field=models.CharField(
                blank=True,
                choices=[
                    ("definitif", "definitif"),
                    ("plt", "Plt"),
                    ("plh", "Plh"),
                    ("pj", "Pj"),
                    ("pjs", "Pjs"),
                ],
                max_length=10,
                verbose_name="kedudukannya",
            ),
        ),
        migrations.AddField(
            model_name="forumevent",
            name="chair_office",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="organisasi.jabatan",
                verbose_name="jabatannya pada hari itu",
            ),
        ),
        migrations.AddField(
            model_name="forumevent",
            name="host",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="organisasi.pemda",
                verbose_name="tuan rumah",
            ),
        ),
        migrations.AddField(
            model_name="forumevent",
            name="hour",
            field=models.TimeField(blank=True, null=True, verbose_name="jam"),
        ),
        migrations.AddField(
            model_name="forumevent",
            name="protocol",
            field=models.TextField(blank=True, verbose_name="catatan protokol"),
        ),
        migrations.AlterField(
            model_name="forum",
            name="document",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="forum",
                to="core.document",
            ),
        ),
        migrations.AlterField(
            model_name="forum",
            name="time_of_day",
            field=models.CharField(
                blank=True, max_length=60, verbose_name="waktu menurut dokumen"
            ),
        ),
        migrations.AlterField(
            model_name="forumevent",
            name="document",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.document",
            ),
        ),
        migrations.AlterField(
            model_name="forumevent",
            name="time_of_day",
            field=models.CharField(
                blank=True, max_length=60, verbose_name="waktu menurut dokumen"
            ),
        ),
        migrations.AddField(
            model_name="forumseries",
            name="pemda",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="forum_series",
                to="organisasi.pemda",
            ),
        ),
        migrations.AddField(
            model_name="forum",
            name="series",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="forums",
                to="forums.forumseries",
                verbose_name="seri",
            ),
        ),
        migrations.AddField(
            model_name="forumevent",
            name="series",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="forums.forumseries",
                verbose_name="seri",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("document__isnull", False), ("announced_on__isnull", False), _connector="OR"
                ),
                name="forum_rests_on_something",
                violation_error_message="Forum tanpa dokumen harus menyebut hari ia dicatat. Isi harinya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("chair__isnull", False),
                    models.Q(("chair_capacity", ""), ("chair_office", None)),
                    _connector="OR",
                ),
                name="forum_chair_office_has_a_chair",
                violation_error_message="Jabatan pemimpin forum diisi tanpa orangnya. Isi namanya, atau kosongkan.",
            ),
        ),
        migrations.AddField(
            model_name="forumseriesevent",
            name="pemda",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="organisasi.pemda",
            ),
        ),
        migrations.AddField(
            model_name="forumseriesevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="forums.forumseries",
            ),
        ),
        migrations.AddField(
            model_name="seriesrule",
            name="document",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="series_rules",
                to="core.document",
            ),
        ),
        migrations.AddField(
            model_name="seriesrule",
            name="series",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rules",
                to="forums.forumseries",
            ),
        ),
        migrations.AddField(
            model_name="seriesruleevent",
            name="document",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="core.document",
            ),
        ),
        migrations.AddField(
            model_name="seriesruleevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="forums.seriesrule",
            ),
        ),
        migrations.AddField(
            model_name="seriesruleevent",
            name="series",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="forums.forumseries",
            ),
        ),
        migrations.AddConstraint(
            model_name="forumseries",
            constraint=models.UniqueConstraint(
                fields=("pemda", "nama"),
                name="series_is_named_once",
                violation_error_message="Seri forum dengan nama ini sudah ada. Pilih seri itu, atau beri nama lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seriesrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_before", None),
                    ("ends_before__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="series_rule_ends_after_start",
                violation_error_message="Hari terakhir mendahului hari pertama. Perbaiki tanggalnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seriesrule",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    (pamong.apps.core.ranges.One("series"), "&&"),
                    (pamong.apps.core.ranges.Days("starts_on", "ends_before"), "&&"),
                ],
                name="series_rule_one_at_a_time",
                violation_error_message="Seri ini sudah mempunyai aturan pengulangan pada sebagian hari itu. Akhiri dulu aturan yang tercatat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seriesrule",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekday", None), ("weekday__lte", 6), _connector="OR"),
                name="series_rule_day_is_a_weekday",
                violation_error_message="Hari pengulangan harus Senin sampai Minggu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seriesrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ordinal", None),
                    models.Q(
                        ("every", "bulan"), ("ordinal__range", (1, 5)), ("weekday__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="series_rule_ordinal_has_a_weekday",
                violation_error_message="Urutan dalam bulan hanya untuk pengulangan bulanan yang menyebut harinya.",
            ),
        ),
        AddTriggers(
            triggers=[
                (
                    "forum",
                    pgtrigger.compiler.Trigger(
                        name="leads_its_directives",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="UPDATE forums_directive SET forum_id = NEW.id WHERE forum_id = NEW.id; RETURN NEW;",
                            hash="f51f807ccb3d3d0192401b7c8d010fc9c1cda51e",
                            operation='UPDATE OF "day"',
                            pgid="pgtrigger_leads_its_directives_43e3a",
                            table="forums_forum",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "forum",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_forumevent" ("agenda", "announced_on", "chair_capacity", "chair_id", "chair_office_id", "day", "document_id", "host_id", "hour", "id", "kind", "numbers", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "principal_id", "protocol", "public_id", "reader_id", "recurrence", "series_id", "time_of_day", "title", "topics") VALUES (NEW."agenda", NEW."announced_on", NEW."chair_capacity", NEW."chair_id", NEW."chair_office_id", NEW."day", NEW."document_id", NEW."host_id", NEW."hour", NEW."id", NEW."kind", NEW."numbers", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."principal_id", NEW."protocol", NEW."public_id", NEW."reader_id", NEW."recurrence", NEW."series_id", NEW."time_of_day", NEW."title", NEW."topics"); RETURN NULL;',
                            hash="2931e22f0af0d50f476b3a5cf6a47af4e0898286",
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
                            func='INSERT INTO "forums_forumevent" ("agenda", "announced_on", "chair_capacity", "chair_id", "chair_office_id", "day", "document_id", "host_id", "hour", "id", "kind", "numbers", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "principal_id", "protocol", "public_id", "reader_id", "recurrence", "series_id", "time_of_day", "title", "topics") VALUES (NEW."agenda", NEW."announced_on", NEW."chair_capacity", NEW."chair_id", NEW."chair_office_id", NEW."day", NEW."document_id", NEW."host_id", NEW."hour", NEW."id", NEW."kind", NEW."numbers", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."principal_id", NEW."protocol", NEW."public_id", NEW."reader_id", NEW."recurrence", NEW."series_id", NEW."time_of_day", NEW."title", NEW."topics"); RETURN NULL;',
                            hash="7fc66e934f81c05eaa8e50222b52201fe30e91a6",
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
                            func='INSERT INTO "forums_forumevent" ("agenda", "announced_on", "chair_capacity", "chair_id", "chair_office_id", "day", "document_id", "host_id", "hour", "id", "kind", "numbers", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "principal_id", "protocol", "public_id", "reader_id", "recurrence", "series_id", "time_of_day", "title", "topics") VALUES (OLD."agenda", OLD."announced_on", OLD."chair_capacity", OLD."chair_id", OLD."chair_office_id", OLD."day", OLD."document_id", OLD."host_id", OLD."hour", OLD."id", OLD."kind", OLD."numbers", OLD."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."principal_id", OLD."protocol", OLD."public_id", OLD."reader_id", OLD."recurrence", OLD."series_id", OLD."time_of_day", OLD."title", OLD."topics"); RETURN NULL;',
                            hash="0a070cb741be8e2102f214b291bacf23af321cf7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_af6bb",
                            table="forums_forum",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "forumseries",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_forumseriesevent" ("id", "kind", "nama", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (NEW."id", NEW."kind", NEW."nama", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."public_id"); RETURN NULL;',
                            hash="d74e0c420fdfabe998bf402131fd7c5b16b5bdbc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_60233",
                            table="forums_forumseries",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "forumseries",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_forumseriesevent" ("id", "kind", "nama", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (NEW."id", NEW."kind", NEW."nama", NEW."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."public_id"); RETURN NULL;',
                            hash="dee976f77a4598e7648af6126e87d688f9422aa8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_28f6e",
                            table="forums_forumseries",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "forumseries",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_forumseriesevent" ("id", "kind", "nama", "pemda_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id") VALUES (OLD."id", OLD."kind", OLD."nama", OLD."pemda_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."public_id"); RETURN NULL;',
                            hash="c139a24a63b4f634e4c8be9e3fbd560b664f4e11",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f9371",
                            table="forums_forumseries",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "forumseriesevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="dc9eeeb439b75c26e809cc5039beeab7ca66abd1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4676f",
                            table="forums_forumseriesevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "seriesrule",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_seriesruleevent" ("document_id", "ends_before", "every", "id", "ordinal", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rotates_host", "series_id", "starts_on", "weekday", "words") VALUES (NEW."document_id", NEW."ends_before", NEW."every", NEW."id", NEW."ordinal", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."rotates_host", NEW."series_id", NEW."starts_on", NEW."weekday", NEW."words"); RETURN NULL;',
                            hash="30359ffa83ab130637286572879dc23478184a14",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cbbb9",
                            table="forums_seriesrule",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "seriesrule",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "forums_seriesruleevent" ("document_id", "ends_before", "every", "id", "ordinal", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rotates_host", "series_id", "starts_on", "weekday", "words") VALUES (NEW."document_id", NEW."ends_before", NEW."every", NEW."id", NEW."ordinal", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."rotates_host", NEW."series_id", NEW."starts_on", NEW."weekday", NEW."words"); RETURN NULL;',
                            hash="929b7afa338ab5c4431a2ea4132f54e75f557aad",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2b6b4",
                            table="forums_seriesrule",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "seriesrule",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "forums_seriesruleevent" ("document_id", "ends_before", "every", "id", "ordinal", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rotates_host", "series_id", "starts_on", "weekday", "words") VALUES (OLD."document_id", OLD."ends_before", OLD."every", OLD."id", OLD."ordinal", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."rotates_host", OLD."series_id", OLD."starts_on", OLD."weekday", OLD."words"); RETURN NULL;',
                            hash="7f04f7ed897eec857b3f80ca856851f832b9f8c6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2f41d",
                            table="forums_seriesrule",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "seriesruleevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3de59f474bab04b2c696d3f5cc632fe33e473da0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9c965",
                            table="forums_seriesruleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
