"""Whoever could sign in before there were roles could do everything, and still can."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def make_operators(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give every user of the time before roles the role of an operator, from the first day on."""
    grant = apps.get_model("accounts", "RoleGrant")
    for user in apps.get_model("accounts", "User").objects.filter(grants=None).order_by("id"):
        grant.objects.create(user=user, role="operator", starts_on="2000-01-01")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_role_grants")]

    operations = [migrations.RunPython(make_operators, migrations.RunPython.noop)]
