"""An installation of its own in a folder of its own, called as people call it: by the command."""

import contextlib
import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pamong.installation.backup import content
from pamong.installation.backup.manifest import TableContent
from pamong.installation.database import Connection, Database
from pamong.installation.folder import DataFolder
from pamong.installation.server import EmbeddedServer

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "upgrade" / "data"
# The records of a small made-up government, as a backup: 0.4 s to put in, no services needed.
CONTOH = FIXTURES / "0.1.0.pamong"
PLACE = "PAMONG_TEST_PLACE"
PAMONG = [sys.executable, "-I", "-m", "pamong.cli.main"]


@dataclass(frozen=True)
class Installed:
    """A data folder and the environment that its commands run in."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __call__(self, *arguments, **environment) -> subprocess.CompletedProcess[str]:
        """Run ``pamong`` with ``arguments`` to its end."""
        return subprocess.run(
            [*PAMONG, *map(str, arguments)],
            env=self.variables() | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )

    def does(self, *arguments, **environment) -> str:
        """Run ``pamong``, which must succeed; give what it printed."""
        ended = self(*arguments, **environment)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def variables(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "PAMONG_DATA_DIR": str(self.folder),
            **self.environment,
        }

    def who(self, day: str) -> list[dict[str, object]]:
        """Ask who held which office of Kabupaten Contoh."""
        return json.loads(self.does("who", "-g", "Kabupaten Contoh", "--as-of", day, "--json"))

    @contextlib.contextmanager
    def connected(self) -> Iterator[Connection]:
        """Reach the database beside the command, whichever it is."""
        if "DATABASE_URL" in self.environment:
            with contextlib.closing(at(self.environment["DATABASE_URL"]).connect()) as connection:
                yield connection
            return
        with (
            EmbeddedServer(DataFolder(self.folder)) as server,
            contextlib.closing(at(server.url()).connect()) as connection,
        ):
            yield connection

    def contents(self) -> dict[str, TableContent]:
        """Count and sum up every table."""
        with self.connected() as connection:
            return content.contents(connection)

    def copied_to(self, folder: Path) -> "Installed":
        """Give a copy at rest, owners and all: quicker than making another."""
        subprocess.run(["cp", "--archive", self.folder, folder], check=True)
        return Installed(folder, self.environment)

    def wipe(self) -> None:
        """Lose the folder, as a broken disk would."""
        shutil.rmtree(self.folder)


def at(address: str) -> Database:
    return Database.at(address)


@contextlib.contextmanager
def open_place() -> Iterator[Path]:
    """Give a folder that the database server's user can reach when we are root."""
    with tempfile.TemporaryDirectory(prefix="pamong-uji-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextlib.contextmanager
def with_contoh() -> Iterator[Installed]:
    """Give an installation that keeps the records of Kabupaten Contoh."""
    with open_place() as place:
        yield of_release(CONTOH.stem).copied_to(place / "data")


def of_release(name: str) -> Installed:
    """Return an installation with a release's records in today's form, to be copied."""

    def restore(folder: Path) -> None:
        Installed(folder).does("restore", FIXTURES / f"{name}.pamong")

    return Installed(once(f"release-{name}", restore))


def once(name: str, make: Callable[[Path], None]) -> Path:
    """Let the first that needs it ``make`` a folder, for all processes of the run of tests."""
    made = Path(os.environ[PLACE]) / name
    with made.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            part = made.with_suffix(".part")
            shutil.rmtree(part, ignore_errors=True)
            make(part)
            part.rename(made)
    return made
