"""Backups that Pamong makes of its own accord, before it changes what is there."""

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pamong.installation.backup.making import SUFFIX, Stamp, make_backup
from pamong.installation.backup.manifest import Manifest
from pamong.installation.backup.progress import Report
from pamong.installation.database import Database
from pamong.installation.folder import DataFolder

BEFORE_MIGRATING = "sebelum-migrasi"
BEFORE_RESTORING = "sebelum-pemulihan"
BEFORE_MOVING = "sebelum-pindah"
KEPT = 3
"""How many backups before migrations stay; the others are made rarely, and none is deleted."""


@dataclass(frozen=True, slots=True)
class LastBackup:
    """What is remembered of the last backup that somebody asked for."""

    path: Path
    made_at: datetime
    size: int


def keep_aside(
    database: Database, folder: DataFolder, *, why: str, stamp: Stamp, report: Report
) -> Path:
    """Back the database up into the data folder, under a name that says why and when.

    Raises:
        BackupError: it could not be written; whatever was planned must not go on.
    """
    with folder.saying_what_fails():
        folder.backups.mkdir(mode=0o700, exist_ok=True)
    path = folder.backups / dated(why, stamp.made_at)
    make_backup(database, path, stamp=stamp, report=report)
    return path


def keep_last(folder: Path, beginning: str, kept: int) -> list[Path]:
    """Delete all but the newest backups of one kind; return what went."""
    old = sorted(folder.glob(f"{beginning}-*{SUFFIX}"))[:-kept]
    for path in old:
        path.unlink()
    return old


def dated(beginning: str, at: datetime) -> str:
    """Name a backup by its moment, so that names sort as days do."""
    return f"{beginning}-{at:%Y%m%d-%H%M%S}{SUFFIX}"


def remember(folder: DataFolder, path: Path, manifest: Manifest) -> None:
    """Write down that a backup was made, for ``pamong doctor``."""
    told = {
        "path": str(path),
        "made_at": manifest.made_at.isoformat(),
        "size": path.stat().st_size,
    }
    part = folder.last_backup.with_suffix(f".{os.getpid()}")
    with folder.saying_what_fails():
        part.write_text(json.dumps(told, indent=1), encoding="utf-8")
        part.replace(folder.last_backup)


def recall(folder: DataFolder) -> LastBackup | None:
    """Return what was remembered; None where there is nothing, or nothing that can be read."""
    try:
        told = json.loads(folder.last_backup.read_text(encoding="utf-8"))
        made_at = datetime.fromisoformat(told["made_at"])
        return LastBackup(Path(told["path"]), made_at, int(told["size"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
