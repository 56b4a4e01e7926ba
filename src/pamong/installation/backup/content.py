"""What is in a database, so that two of them can be compared: rows, checksums, guards."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from psycopg import sql

from pamong.installation.backup.manifest import Migration, Structure, TableContent
from pamong.installation.database import Connection

SESSIONS = "django_session"
"""Who is signed in is not a record: no backup holds it, and everybody signs in anew."""

# Rows that `pamong migrate` itself writes into an empty database.
BOOKKEEPING = {"django_migrations", "django_content_type", "auth_permission", SESSIONS}

NOT_OF_AN_EXTENSION = """not exists (
    select from pg_depend d where d.objid = o.oid and d.deptype = 'e')"""
TABLES = f"""select relname from pg_class o
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and {NOT_OF_AN_EXTENSION} order by relname"""  # noqa: S608  constants of this module
# Not-null constraints have names from 18 on and none before, so they are left out.
GUARDS = f"""
    select 'triggers', c.relname || ' ' || o.tgname || ' ' || o.tgenabled::text
           || ' ' || coalesce(obj_description(o.oid, 'pg_trigger'), '')
      from pg_trigger o join pg_class c on c.oid = o.tgrelid
     where not o.tgisinternal and c.relnamespace = 'public'::regnamespace
    union all
    select 'constraints', coalesce(c.relname, '') || ' ' || o.conname || ' ' || o.contype::text
      from pg_constraint o left join pg_class c on c.oid = o.conrelid
     where o.contype <> 'n' and o.connamespace = 'public'::regnamespace
    union all
    select 'indexes', o.relname::text from pg_class o
     where o.relkind = 'i' and o.relnamespace = 'public'::regnamespace
       and {NOT_OF_AN_EXTENSION}
    union all
    select 'functions', o.proname || '(' || pg_get_function_identity_arguments(o.oid) || ')'
      from pg_proc o
     where o.pronamespace = 'public'::regnamespace and {NOT_OF_AN_EXTENSION}"""  # noqa: S608


def tables(connection: Connection) -> list[str]:
    """Return the tables of the database, in order."""
    return [str(name) for (name,) in connection.execute(TABLES.encode()).fetchall()]


def migrations(connection: Connection) -> frozenset[Migration]:
    """Return what has been applied; nothing where the database was never prepared."""
    if "django_migrations" not in tables(connection):
        return frozenset()
    rows = connection.execute("select app, name from django_migrations").fetchall()
    return frozenset((str(app), str(name)) for app, name in rows)


def is_pamong(connection: Connection) -> bool:
    """Tell whether the tables are ours."""
    return {"core", "organisasi"} <= {app for app, _ in migrations(connection)}


def holds_records(connection: Connection) -> bool:
    """Tell whether a table has a row that somebody entered."""
    return any(
        _first(connection, sql.SQL("select exists (select from public.{})"), name)[0]
        for name in tables(connection)
        if name not in BOOKKEEPING
    )


def contents(connection: Connection) -> dict[str, TableContent]:
    """Count and sum up every table but the sessions, as the open transaction sees them."""
    return dict(_contents(connection))


def _contents(connection: Connection) -> Iterator[tuple[str, TableContent]]:
    # The sum does not depend on the order of the rows. Sixty bits of each are enough to see a
    # change; who wants to forge one must also change the dump, whose SHA-256 is kept.
    query = sql.SQL(
        """select count(*),
                  coalesce(sum(('x' || left(md5(pamong_row::text), 15))::bit(60)::bigint), 0)::text
             from public.{} as pamong_row"""
    )
    for name in tables(connection):
        if name != SESSIONS:
            rows, checksum = _first(connection, query, name)
            yield name, TableContent(rows, checksum)


def structure(connection: Connection) -> Structure:
    """Count the guards of the tables, and digest their names."""
    rows = sorted((str(kind), str(name)) for kind, name in connection.execute(GUARDS.encode()))
    kinds = [kind for kind, _ in rows]
    text = "\n".join(f"{kind} {name}" for kind, name in rows)
    return Structure(
        triggers=kinds.count("triggers"),
        constraints=kinds.count("constraints"),
        indexes=kinds.count("indexes"),
        functions=kinds.count("functions"),
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


def differences(
    expected: Mapping[str, TableContent], found: Mapping[str, TableContent]
) -> list[str]:
    """Say in words which tables are not the same; empty when all are."""
    return [
        f"tabel {name}: seharusnya {_told(expected.get(name))}, ternyata {_told(found.get(name))}"
        for name in sorted(expected.keys() | found.keys())
        if expected.get(name) != found.get(name)
    ]


def _told(content: TableContent | None) -> str:
    return f"{content.rows} baris ({content.checksum})" if content else "tidak ada"


def _first(connection: Connection, query: sql.SQL, table: str) -> tuple[Any, ...]:
    row = connection.execute(query.format(sql.Identifier(table))).fetchone()
    return row or ()
