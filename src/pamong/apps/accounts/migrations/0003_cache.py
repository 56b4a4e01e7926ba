"""A table for Django's cache, as ``createcachetable`` makes it: there attempts are counted.

Its rows live for minutes, so it is no model and has no history.
"""

from django.db import migrations

TABLE = """
CREATE TABLE accounts_cache (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX accounts_cache_expires ON accounts_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_sign_in")]

    operations = [migrations.RunSQL(TABLE, "DROP TABLE accounts_cache")]
