"""Roles are found by user and government, so that a page of accounts reads a page of roles."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_delegations_looks_requests"),
        ("core", "0002_more_identifiers"),
        ("organisasi", "0003_structure_in_time"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="rolegrant",
            index=models.Index(fields=["user", "pemda", "role"], name="grant_by_user_and_role"),
        ),
    ]
