"""The database: its form, its guards, its jobs, its size, and whether the clock can be right."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import psycopg
from psycopg import sql

from pamong.installation.backup import content
from pamong.installation.backup.manifest import Migration
from pamong.installation.database import Connection, major_version, scalar
from pamong.installation.health.check import Check, Subject

# Beyond these the embedded server still works, but its one machine becomes the office's risk: a
# backup takes minutes, and whoever restarts the desk computer stops everybody.
MANY_PEGAWAI = 10_000
LARGE = 5_000_000_000  # bytes
ONE_OFFICE = 1  # governments that keep their records here

BEAT = timedelta(seconds=60)  # a worker tells every ten seconds that it lives
PATIENCE = timedelta(minutes=10)  # for a job that nobody takes
SKEW = timedelta(minutes=2)

HISTORIES = """
    select table_name from information_schema.columns
     where table_schema = 'public' and column_name = 'pgh_id' order by table_name"""


def server(connection: Connection) -> Check:
    """Say which server answers, and by which rights we work there."""
    subject = Subject("database", "Basis data")
    words = f"PostgreSQL {major_version(connection)} menjawab."
    if scalar(connection, "select current_setting('is_superuser')") == "on":
        return subject.look(
            f"{words} Pamong masuk sebagai superuser, yang dapat mematikan pemicu riwayat.",
            "Pakai peran tanpa hak superuser (docs/how-to/use-your-own-postgresql.md).",
        )
    return subject.good(words)


def migrations(
    connection: Connection, *, known: AbstractSet[Migration], wanted: AbstractSet[Migration]
) -> Check:
    """Compare what has been applied with what this version knows, and with what it needs."""
    subject = Subject("migrations", "Bentuk tabel")
    applied = content.migrations(connection)
    newer, missing = applied - known, wanted - applied
    if newer:
        return subject.bad(
            f"Dimutakhirkan oleh Pamong yang lebih baru ({'.'.join(min(newer))}).",
            "Mutakhirkan Pamong.",
        )
    if missing:
        return subject.bad(
            f"{len(missing)} pemutakhiran belum dijalankan.", "Jalankan: pamong migrate"
        )
    return subject.good("Sesuai dengan versi ini.")


def triggers(connection: Connection, wanted: AbstractSet[tuple[str, str]]) -> Check:
    """Look for every trigger that the models declare, by table and name, switched on."""
    subject = Subject("triggers", "Pemicu riwayat")
    rows = connection.execute(
        """select c.relname::text, t.tgname::text from pg_trigger t
             join pg_class c on c.oid = t.tgrelid
            where t.tgenabled in ('O', 'A') and c.relnamespace = 'public'::regnamespace"""
    ).fetchall()
    missing = sorted(wanted - set(rows))
    if missing:
        table, name = missing[0]
        return subject.bad(
            f"{len(missing)} dari {len(wanted)} pemicu hilang atau dimatikan, antara lain {name} "
            f"pada {table}; perubahan dapat terjadi tanpa riwayat.",
            "Jalankan: pamong migrate. Bila tetap hilang, pulihkan cadangan.",
        )
    return subject.good(f"{len(wanted)} pemicu terpasang.")


def append_only(connection: Connection) -> Check:
    """Try to change and to delete a row of every history, and take it back: all must refuse."""
    subject = Subject("append_only", "Riwayat tidak dapat diubah")
    histories = [str(name) for (name,) in connection.execute(HISTORIES).fetchall()]
    weak = [name for name in histories if _gives_way(connection, name)]
    if weak:
        return subject.bad(
            f"Riwayat {', '.join(weak[:3])} dapat diubah.",
            "Cari tahu siapa yang mematikan pemicunya, lalu pulihkan cadangan.",
        )
    return subject.good(f"{len(histories)} riwayat menolak perubahan dan penghapusan.")


def _gives_way(connection: Connection, history: str) -> bool:
    for statement in (
        "update public.{0} set pgh_id = pgh_id where ctid = (select ctid from public.{0} limit 1)",
        "delete from public.{0} where ctid = (select ctid from public.{0} limit 1)",
    ):
        query = sql.SQL(statement).format(sql.Identifier(history))
        try:
            with connection.transaction(force_rollback=True):
                if connection.execute(query).rowcount:
                    return True
        except psycopg.errors.RaiseException:
            continue
    return False


def jobs(connection: Connection, *, embedded: bool) -> Iterator[Check]:
    """Look whether a worker lives, and at the jobs that failed or wait."""
    now = scalar(connection, "select now()")
    beat = scalar(connection, "select max(last_heartbeat) from procrastinate_workers")
    waiting = scalar(
        connection,
        """select min(e.at) from procrastinate_jobs j
             join procrastinate_events e on e.job_id = j.id and e.type = 'deferred'
            where j.status = 'todo' and coalesce(j.scheduled_at, now()) <= now()""",
    )
    yield _worker(now, beat, waiting, embedded=embedded)
    yield _failed(connection)


def _worker(
    now: datetime, beat: datetime | None, waiting: datetime | None, *, embedded: bool
) -> Check:
    subject = Subject("worker", "Pekerja latar")
    if beat is not None and now - beat < BEAT:
        return subject.good("Hidup.")
    if waiting is None or now - waiting < PATIENCE:
        return subject.look("Tidak berjalan.", "Bila situs seharusnya menyala: pamong serve")
    minutes = int((now - waiting).total_seconds() // 60)
    words = f"Tidak berjalan, dan ada pekerjaan yang menunggu {minutes} menit."
    # A desk is switched off at night; a server is not.
    outcome = subject.look if embedded else subject.bad
    return outcome(words, "Jalankan: pamong serve")


def _failed(connection: Connection) -> Check:
    subject = Subject("jobs", "Pekerjaan latar")
    failed = scalar(connection, "select count(*) from procrastinate_jobs where status = 'failed'")
    if failed:
        return subject.look(
            f"{failed} pekerjaan gagal.",
            "Sebabnya ada di catatan pekerja. Sesudah diperbaiki: pamong doctor --retry-jobs",
        )
    return subject.good("Tidak ada yang gagal.")


def retry_jobs(connection: Connection) -> int:
    """Let the worker do the failed jobs again; return how many. The one act of this module."""
    rows = connection.execute(
        """select procrastinate_retry_job_v2(id, now(), null, null, null)
             from procrastinate_jobs where status = 'failed'"""
    ).fetchall()
    return len(rows)


def clock(connection: Connection, now: datetime) -> Check:
    """Compare our clock with the server's and with the last thing that was recorded."""
    subject = Subject("clock", "Jam dan zona waktu")
    there = scalar(connection, "select clock_timestamp()")
    if abs(there - now) > SKEW:
        return subject.bad(
            f"Jam komputer ini dan jam server basis data berselisih {abs(there - now)}.",
            "Selaraskan keduanya dengan NTP.",
        )
    last = _last_event(connection)
    if last is not None and last - now > SKEW:
        return subject.bad(
            f"Catatan terakhir bertanda {last:%Y-%m-%d %H.%M} UTC, sesudah jam komputer ini.",
            "Betulkan jam komputer sebelum mencatat apa pun.",
        )
    unknown = [zone for zone in _zones(connection) if not _is_zone(zone)]
    if unknown:
        return subject.bad(
            f"Zona waktu {', '.join(unknown)} tidak dikenal.", "Jalankan: script/setup"
        )
    return subject.good(f"{now:%Y-%m-%d %H.%M} UTC; {', '.join(_zones(connection)) or '–'}.")


def _last_event(connection: Connection) -> datetime | None:
    histories = [str(name) for (name,) in connection.execute(HISTORIES).fetchall()]
    # The last row of each, by the key: a history of millions is not read through.
    query = sql.SQL("select pgh_created_at from public.{} order by pgh_id desc limit 1")
    found = [
        row[0]
        for name in histories
        if (row := connection.execute(query.format(sql.Identifier(name))).fetchone())
    ]
    return max(found, default=None)


def _zones(connection: Connection) -> list[str]:
    rows = connection.execute(
        "select distinct time_zone from organisasi_pemda where is_resident order by 1"
    ).fetchall()
    return [str(zone) for (zone,) in rows]


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True


def mixture(connection: Connection, *, is_demonstration: bool) -> Check:
    """Look for made-up governments among real records."""
    subject = Subject("mixture", "Data peraga")
    if is_demonstration:
        return subject.good("Folder ini ditandai sebagai peraga; setelan produksi menolaknya.")
    made_up = scalar(
        connection, "select count(*) from organisasi_pemda where is_resident and is_made_up"
    )
    if made_up:
        return subject.look(
            f"{made_up} pemerintah daerah rekaan mencatat di sini tanpa tanda peraga.",
            "Pakai folder data lain untuk peraga dan pelatihan.",
        )
    return subject.good("Tidak ada data peraga.")


def size(connection: Connection, *, outgrows: bool) -> Check:
    """Say how large it is, and where it ``outgrows`` the embedded server, by how much."""
    subject = Subject("size", "Besar data")
    stored = scalar(connection, "select pg_database_size(current_database())")
    pegawai = scalar(connection, "select count(*) from kepegawaian_pegawai")
    governments = scalar(connection, "select count(*) from organisasi_pemda where is_resident")
    words = f"{stored // 1_000_000} MB, {pegawai} pegawai, {governments} pemerintah daerah."
    reasons = [
        reason
        for holds, reason in (
            (pegawai > MANY_PEGAWAI, f"lebih dari {MANY_PEGAWAI} pegawai"),
            (stored > LARGE, f"lebih dari {LARGE // 1_000_000_000} GB"),
            (governments > ONE_OFFICE, "lebih dari satu kantor yang mencatat"),
        )
        if holds
    ]
    if outgrows and reasons:
        return subject.look(
            f"{words} Basis data tertanam cocok untuk satu kantor; di sini {', '.join(reasons)}.",
            "Pindahkan ke server PostgreSQL: pamong move-to ALAMAT",
        )
    return subject.good(words)
