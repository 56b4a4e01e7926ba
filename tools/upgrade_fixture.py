"""Make the data of the upgrade test from a release: tests/upgrade/data/NAME.pamong and NAME.json.

    python tools/upgrade_fixture.py RELEASE NAME      RELEASE is a tag or a commit

The release's own code loads made-up records into a database of its own (``upgrade_records.py``)
and answers questions about them; both are kept, and ``tests/upgrade`` asks again after migrating.
Run it once for each release, when its tag is set, and commit the two files.
"""

import contextlib
import importlib.metadata
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pamong.installation.backup.making import SUFFIX, Stamp, make_backup
from pamong.installation.database import Database
from pamong.installation.folder import DataFolder
from pamong.installation.server import EmbeddedServer

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "upgrade" / "data"
RECORDS = Path(__file__).with_name("upgrade_records.py")
LARGEST = 300_000  # bytes: it stays in the repository for good


def make_fixture(source: Path, name: str, *, release: str, into: Path = DATA) -> Path:
    """Load and question the records with the code of ``source``; return the backup's path."""
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pamong-") as place:
        Path(place).chmod(0o711)  # as root, the database server's user must pass through
        folder = DataFolder(Path(place) / "data")
        (into / f"{name}.json").write_text(_load(source, folder), encoding="utf-8")
        version = f"{importlib.metadata.version('pamong')} ({release})"
        stamp = Stamp(pamong=version, made_at=datetime.now(UTC), is_demonstration=False)
        path = into / f"{name}{SUFFIX}"
        with EmbeddedServer(folder) as server:
            make_backup(Database.at(server.url()), path, stamp=stamp, force=True, report=print)
    path.chmod(0o644)
    return path


def _load(source: Path, folder: DataFolder) -> str:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(source / "src"),
        "DJANGO_SETTINGS_MODULE": "pamong.config.settings.local",
    }
    command = [sys.executable, RECORDS, folder.path, source / "samples"]
    loaded = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    return loaded.stdout.decode()


@contextlib.contextmanager
def checkout_of(release: str) -> Iterator[Path]:
    """Check a release out beside this one, for as long as it takes."""
    with tempfile.TemporaryDirectory(prefix="pamong-") as place:
        there = Path(place) / "release"
        git = ["git", "-C", ROOT, "worktree"]
        subprocess.run([*git, "add", "--detach", there, release], check=True, capture_output=True)
        try:
            yield there
        finally:
            subprocess.run([*git, "remove", "--force", there], check=True)


def main(release: str, name: str) -> int:
    """Make the fixture of one release; end with 1 where it is too large to be kept."""
    with checkout_of(release) as source:
        path = make_fixture(source, name, release=release)
    size = path.stat().st_size
    print(f"{path.relative_to(ROOT)}: {size // 1000} kB")
    return int(size > LARGEST)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
