"""A PostgreSQL database by its address: reaching it, and whether it is fit for Pamong."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic, sleep
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from pamong.installation.cluster import DATABASE, ROLE
from pamong.installation.errors import InstallationError
from pamong.installation.program import MAJOR

OLDEST = 15
PATIENCE = 15  # seconds to reach a server
LEAVING = 3.0  # seconds for whoever has closed a connection to be gone from the list
# Text of values must not depend on what a role or a server has set: checksums are made of it.
SESSION = {
    "search_path": "public",
    "timezone": "UTC",
    "datestyle": "ISO, YMD",
    "intervalstyle": "postgres",
    "extra_float_digits": "1",
    "bytea_output": "hex",
    "client_encoding": "UTF8",
    "statement_timeout": "0",
    "idle_in_transaction_session_timeout": "0",
}
LOCALES = {"C.UTF-8", "C.utf8"}

Connection = psycopg.Connection[tuple[Any, ...]]


class AddressError(InstallationError):
    """What was given is no address of PostgreSQL."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Alamat basis data tidak dapat dibaca: {reason}. "
            "Bentuknya: postgresql://PENGGUNA:KATASANDI@SERVER:5432/NAMA"
        )


class UnreachableError(InstallationError):
    """Nobody answers at the address, or we are not let in."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"Basis data {place} tidak dapat dihubungi: {reason}.")


class UnfitServerError(InstallationError):
    """The server or the database is not one that Pamong can live in."""

    def __init__(self, place: str, sentences: list[str]) -> None:
        self.sentences = sentences
        super().__init__(f"Basis data {place} belum dapat dipakai. {' '.join(sentences)}")


class DatabaseInUseError(InstallationError):
    """Others are connected to the database."""

    def __init__(self, place: str, who: list[str]) -> None:
        super().__init__(
            f"Basis data {place} sedang dipakai ({', '.join(who)}). Hentikan dahulu Pamong dan "
            "program lain yang memakainya, lalu jalankan lagi."
        )


@dataclass(frozen=True, slots=True)
class Database:
    """One database; nothing is connected before ``connect``."""

    conninfo: str

    @classmethod
    def at(cls, address: str) -> "Database":
        """Read an address as ``DATABASE_URL`` has it; user and name are ``pamong`` by default.

        Raises:
            AddressError: it is not an address of PostgreSQL.
        """
        if "://" in address and not address.startswith(("postgresql://", "postgres://")):
            raise AddressError(f"awalnya {address.partition('://')[0]}://")
        try:
            parts = conninfo_to_dict(address)
        except psycopg.Error as error:
            raise AddressError(str(error).strip().splitlines()[0]) from error
        return cls(make_conninfo("", **{"user": ROLE, "dbname": DATABASE, **parts}))

    @property
    def place(self) -> str:
        """Name it for people: server and database, never the password."""
        parts = conninfo_to_dict(self.conninfo)
        host = str(parts.get("host") or "localhost")
        return f"{parts.get('dbname')}" if host.startswith("/") else f"{parts['dbname']} di {host}"

    def connect(self) -> Connection:
        """Connect, with a session in which the text of every value is the same everywhere.

        Raises:
            UnreachableError: the server does not answer or does not let us in.
        """
        try:
            connection = psycopg.connect(
                self.conninfo,
                autocommit=True,
                connect_timeout=PATIENCE,
                application_name="pamong",
                # The text of values is compared; prepared statements gain nothing here.
                prepare_threshold=None,
            )
        except psycopg.Error as error:
            raise UnreachableError(self.place, first_line(error)) from error
        settle(connection)
        return connection


def settle(connection: Connection) -> None:
    """Set the session's settings, also after a script has changed them."""
    for name, value in SESSION.items():
        connection.execute(sql.SQL("set {} = {}").format(sql.Identifier(name), sql.Literal(value)))
    # A search path of several schemas would be one quoted word above; ours is a single one.


def first_line(error: BaseException) -> str:
    """Say an error of PostgreSQL in its first line, without a full stop."""
    if getattr(error, "sqlstate", None) == "53100":
        return "disk penuh"
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].rstrip(".")


def scalar(connection: Connection, query: str, *values: object) -> Any:
    """Return the one value of a query of ours."""
    row = connection.execute(query.encode(), values or None).fetchone()
    return None if row is None else row[0]


def major_version(connection: Connection) -> int:
    """Return the server's major version."""
    return connection.info.server_version // 10000


def demand_fit(database: Database, connection: Connection) -> None:
    """Refuse a server or database that Pamong cannot live in, with everything that is wrong.

    Raises:
        UnfitServerError: version, encoding, locale or rights.
    """
    sentences = [
        *_about_version(major_version(connection)),
        *_about_letters(_letters(connection), database),
        *_about_rights(connection),
    ]
    if sentences:
        raise UnfitServerError(database.place, sentences)


def demand_nobody_else(database: Database, connection: Connection) -> None:
    """Refuse a database that somebody else stays connected to.

    Who has closed a connection, we ourselves among them, is listed until his process has ended; he
    gets ``LEAVING`` for that.

    Raises:
        DatabaseInUseError: naming the roles and programs.
    """
    until = monotonic() + LEAVING
    while others := _others(connection):
        if monotonic() > until:
            raise DatabaseInUseError(database.place, others)
        sleep(0.05)


def _others(connection: Connection) -> list[str]:
    # What kind of process it is stays hidden from us for other roles; a null counts as a client.
    rows = connection.execute(
        """select distinct coalesce(nullif(application_name, ''), usename, 'tanpa nama')
             from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
              and coalesce(backend_type, 'client backend') = 'client backend' order by 1"""
    ).fetchall()
    return [str(name) for (name,) in rows]


def _letters(connection: Connection) -> Mapping[str, str]:
    # The column of a built-in locale is called daticulocale up to 16, and datlocale from 17.
    row = connection.execute(
        """select pg_encoding_to_char(encoding), datcollate, datctype,
                  coalesce(to_jsonb(d) ->> 'datlocale', '')
             from pg_database d where datname = current_database()"""
    ).fetchone()
    assert row is not None  # noqa: S101  the database that we are connected to
    return dict(zip(("encoding", "collate", "ctype", "locale"), row, strict=True))


def _about_version(major: int) -> list[str]:
    if major < OLDEST:
        return [f"PostgreSQL {major} terlalu lama; perlu versi {OLDEST} atau lebih baru."]
    if major > MAJOR:
        return [
            (
                f"PostgreSQL {major} lebih baru dari yang dikenal Pamong ini ({MAJOR}); "
                "mutakhirkan Pamong."
            )
        ]
    return []


def _about_letters(letters: Mapping[str, str], database: Database) -> list[str]:
    builtin = letters["locale"] in LOCALES
    sorts = letters["collate"] in LOCALES | {"C", "POSIX"}
    lowers = letters["ctype"] in LOCALES
    if letters["encoding"] == "UTF8" and (builtin or (sorts and lowers)):
        return []
    name = conninfo_to_dict(database.conninfo)["dbname"]
    return [
        (
            f"Penyandian atau urutan hurufnya {letters['encoding']}, {letters['collate']}, "
            f"{letters['ctype']}, sedangkan Pamong memerlukan UTF8 dan C.UTF-8 agar nama terurut "
            f"sama di semua pemasangan. Buat ulang: create database {name} owner {ROLE} "
            "encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8' template template0;"
        )
    ]


def _about_rights(connection: Connection) -> list[str]:
    if scalar(connection, "select has_schema_privilege('public', 'CREATE')"):
        return []
    role = scalar(connection, "select current_user")
    name = scalar(connection, "select current_database()")
    return [
        (
            f"Peran {role} tidak boleh membuat tabel di sana. Jalankan sebagai superuser: "
            f"alter database {name} owner to {role};"
        )
    ]
