import django.contrib.postgres.constraints
import django.db.models.deletion
import pamong.apps.core.migration_operations
import pamong.apps.core.ranges
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0002_runs_with_their_scope"),
        ("organisasi", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Acknowledgement",
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
                ("by", models.CharField(max_length=200, verbose_name="oleh")),
                ("reason", models.CharField(max_length=1000, verbose_name="alasan")),
                ("closed_on", models.DateField(null=True, verbose_name="selesai lebih awal")),
                (
                    "closed_by",
                    models.CharField(blank=True, max_length=200, verbose_name="diselesaikan oleh"),
                ),
                (
                    "closed_because",
                    models.CharField(blank=True, max_length=1000, verbose_name="alasan selesai"),
                ),
            ],
            options={
                "verbose_name": "tanda diketahui",
                "verbose_name_plural": "tanda diketahui",
            },
        ),
        migrations.CreateModel(
            name="AcknowledgementEvent",
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
                ("by", models.CharField(max_length=200, verbose_name="oleh")),
                ("reason", models.CharField(max_length=1000, verbose_name="alasan")),
                ("closed_on", models.DateField(null=True, verbose_name="selesai lebih awal")),
                (
                    "closed_by",
                    models.CharField(blank=True, max_length=200, verbose_name="diselesaikan oleh"),
                ),
                (
                    "closed_because",
                    models.CharField(blank=True, max_length=1000, verbose_name="alasan selesai"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Standing",
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
                ("judgement", models.JSONField(verbose_name="penilaian")),
                ("judgement_hash", models.CharField(max_length=64)),
                (
                    "lost_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("fakta", "catatan yang dinilai berubah"),
                            ("hari", "hari menurut aturannya telah lewat"),
                            ("aturan", "aturannya diperbaiki"),
                        ],
                        max_length=10,
                        verbose_name="sebab",
                    ),
                ),
            ],
            options={
                "verbose_name": "masa berlaku temuan",
                "verbose_name_plural": "masa berlaku temuan",
            },
        ),
        migrations.CreateModel(
            name="StandingEvent",
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
                ("judgement", models.JSONField(verbose_name="penilaian")),
                ("judgement_hash", models.CharField(max_length=64)),
                (
                    "lost_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("fakta", "catatan yang dinilai berubah"),
                            ("hari", "hari menurut aturannya telah lewat"),
                            ("aturan", "aturannya diperbaiki"),
                        ],
                        max_length=10,
                        verbose_name="sebab",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="acknowledgement",
            name="closed_by_run",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="findings.lawrun",
            ),
        ),
        migrations.AddField(
            model_name="acknowledgement",
            name="finding",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="acknowledgements",
                to="findings.finding",
            ),
        ),
        migrations.AddField(
            model_name="acknowledgementevent",
            name="closed_by_run",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="findings.lawrun",
            ),
        ),
        migrations.AddField(
            model_name="acknowledgementevent",
            name="finding",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="findings.finding",
            ),
        ),
        migrations.AddField(
            model_name="acknowledgementevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="findings.acknowledgement",
            ),
        ),
        migrations.AddField(
            model_name="standing",
            name="finding",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="standings",
                to="findings.finding",
            ),
        ),
        migrations.AddField(
            model_name="standing",
            name="found_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="found",
                to="findings.lawrun",
            ),
        ),
        migrations.AddField(
            model_name="standing",
            name="lost_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lost",
                to="findings.lawrun",
            ),
        ),
        migrations.AddField(
            model_name="standing",
            name="opd",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisasi.opd",
            ),
        ),
        migrations.AddField(
            model_name="standing",
            name="superseded_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded",
                to="findings.lawrun",
            ),
        ),
        migrations.AddField(
            model_name="acknowledgementevent",
            name="standing",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="findings.standing",
            ),
        ),
        migrations.AddField(
            model_name="acknowledgement",
            name="standing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="findings.standing",
            ),
        ),
        migrations.AddField(
            model_name="standingevent",
            name="finding",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="findings.finding",
            ),
        ),
        migrations.AddField(
            model_name="standingevent",
            name="found_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="findings.lawrun",
            ),
        ),
        migrations.AddField(
            model_name="standingevent",
            name="lost_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="findings.lawrun",
            ),
        ),
        migrations.AddField(
            model_name="standingevent",
            name="opd",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="organisasi.opd",
            ),
        ),
        migrations.AddField(
            model_name="standingevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="findings.standing",
            ),
        ),
        migrations.AddField(
            model_name="standingevent",
            name="superseded_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="findings.lawrun",
            ),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["finding", "starts_on"], name="standing_by_finding"),
        ),
        migrations.AddConstraint(
            model_name="standing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_before", None),
                    ("ends_before__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="standing_ends_after_start",
                violation_error_message="Hari terakhir mendahului hari pertama. Perbaiki tanggalnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="standing",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("superseded_by", None)),
                expressions=[
                    (pamong.apps.core.ranges.One("finding"), "&&"),
                    (pamong.apps.core.ranges.Days("starts_on", "ends_before"), "&&"),
                ],
                name="standing_once_a_day",
                violation_error_message="Temuan ini sudah tercatat berlaku pada hari itu.",
            ),
        ),
        migrations.AddIndex(
            model_name="acknowledgement",
            index=models.Index(fields=["finding", "starts_on"], name="acknowledged_by_finding"),
        ),
        migrations.AddConstraint(
            model_name="acknowledgement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_before", None),
                    ("ends_before__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="acknowledgement_ends_after_start",
                violation_error_message="Hari terakhir mendahului hari pertama. Perbaiki tanggalnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="acknowledgement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_on", None),
                    models.Q(
                        ("closed_on__gte", models.F("starts_on")),
                        ("closed_on__lt", models.F("ends_before")),
                    ),
                    _connector="OR",
                ),
                name="acknowledgement_closed_in_its_time",
                violation_error_message="Tanda diketahui hanya dapat diakhiri selama masanya. Muat ulang halamannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="acknowledgement",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_before__isnull", False)),
                name="acknowledgement_looked_at_again",
                violation_error_message="Tanggal dilihat lagi belum diisi.",
            ),
        ),
        pamong.apps.core.migration_operations.AddTriggers(
            triggers=[
                (
                    "standing",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "findings_standingevent" ("ends_before", "finding_id", "found_by_id", "id", "judgement", "judgement_hash", "lost_because", "lost_by_id", "opd_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "superseded_by_id") VALUES (NEW."ends_before", NEW."finding_id", NEW."found_by_id", NEW."id", NEW."judgement", NEW."judgement_hash", NEW."lost_because", NEW."lost_by_id", NEW."opd_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."superseded_by_id"); RETURN NULL;',
                            hash="00136008f3268cddc075b7dda970a13695dd8c27",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4948b",
                            table="findings_standing",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "standing",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "findings_standingevent" ("ends_before", "finding_id", "found_by_id", "id", "judgement", "judgement_hash", "lost_because", "lost_by_id", "opd_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "superseded_by_id") VALUES (NEW."ends_before", NEW."finding_id", NEW."found_by_id", NEW."id", NEW."judgement", NEW."judgement_hash", NEW."lost_because", NEW."lost_by_id", NEW."opd_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."starts_on", NEW."superseded_by_id"); RETURN NULL;',
                            hash="b937e096fca995cb6a277fdb33279bd49524271c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6fce2",
                            table="findings_standing",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "standing",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "findings_standingevent" ("ends_before", "finding_id", "found_by_id", "id", "judgement", "judgement_hash", "lost_because", "lost_by_id", "opd_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "superseded_by_id") VALUES (OLD."ends_before", OLD."finding_id", OLD."found_by_id", OLD."id", OLD."judgement", OLD."judgement_hash", OLD."lost_because", OLD."lost_by_id", OLD."opd_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."superseded_by_id"); RETURN NULL;',
                            hash="8e75e7f0b4e47b5fe22af01220f1a9d3dd83ad08",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d233d",
                            table="findings_standing",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "acknowledgementevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c3289dea499aa0a97a8e6b0b53b16f8f7c14dab7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f3c94",
                            table="findings_acknowledgementevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "acknowledgement",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "findings_acknowledgementevent" ("by", "closed_because", "closed_by", "closed_by_run_id", "closed_on", "ends_before", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "standing_id", "starts_on") VALUES (NEW."by", NEW."closed_because", NEW."closed_by", NEW."closed_by_run_id", NEW."closed_on", NEW."ends_before", NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."standing_id", NEW."starts_on"); RETURN NULL;',
                            hash="79da5edcd9a9fd848ed29f553fa067f6d6eebd24",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ccb06",
                            table="findings_acknowledgement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "acknowledgement",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "findings_acknowledgementevent" ("by", "closed_because", "closed_by", "closed_by_run_id", "closed_on", "ends_before", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "standing_id", "starts_on") VALUES (NEW."by", NEW."closed_because", NEW."closed_by", NEW."closed_by_run_id", NEW."closed_on", NEW."ends_before", NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."standing_id", NEW."starts_on"); RETURN NULL;',
                            hash="eafd07dc95e4e7b371c367989c40165c674aeadc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8a7a9",
                            table="findings_acknowledgement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "acknowledgement",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "findings_acknowledgementevent" ("by", "closed_because", "closed_by", "closed_by_run_id", "closed_on", "ends_before", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "standing_id", "starts_on") VALUES (OLD."by", OLD."closed_because", OLD."closed_by", OLD."closed_by_run_id", OLD."closed_on", OLD."ends_before", OLD."finding_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."standing_id", OLD."starts_on"); RETURN NULL;',
                            hash="b8787123d20fcf1f408d1e77fa4d1dffe9dae212",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7e343",
                            table="findings_acknowledgement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "standingevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2fdd1c9e1402d9b7f9f34852f57bcf0edcb51ba4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e612d",
                            table="findings_standingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
