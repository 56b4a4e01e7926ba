"""What it costs to bring in an export of 60,000 people with ten rows of history each.

Run with ``PYTHONPATH=tools:src python -m bench.impor [PEOPLE [FORM]]``; it prints a table, and the
same as JSON in the last line. It has a server of its own in a temporary folder. Memory is the most
that the process that imports held, and the one that it lets read the files.
"""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PEOPLE = 60_000
MISTAKES = 200
MIB = 1024
REASON = "mengukur impor"


def main(people: int, form: str) -> None:
    """Make up an export, bring it in, bring it in again, and undo it."""
    with in_a_house("pamong-ukur-") as folder:
        measure(folder, people, form)


@contextmanager
def in_a_house(prefix: str) -> Iterator[Path]:
    """Have a server with an empty record in a temporary folder."""
    from pamong.installation.folder import DataFolder
    from pamong.installation.server import EmbeddedServer

    folder = Path(tempfile.mkdtemp(prefix=prefix))
    folder.chmod(0o711)
    with EmbeddedServer(DataFolder(folder / "data")) as server:
        os.environ |= {
            "DATABASE_URL": server.url(),
            "PAMONG_SECRET_KEY": "x" * 40,
            "DJANGO_SETTINGS_MODULE": "pamong.config.settings.local",
        }
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        yield folder


def measure(folder: Path, people: int, form: Any) -> None:
    """Print a line for each step."""
    from pamong.apps.core.audit import Actor
    from pamong.apps.core.files import NewFile
    from pamong.apps.impor import carrying_out, services
    from pamong.apps.impor.choosing import Choice
    from pamong.apps.impor.models import Import
    from pamong.exchange.sample import AS_OF, write_sample

    actor = Actor("Pengukur")
    pemda = ukur(actor)
    out = folder / "ekspor"
    out.mkdir()
    made = write_sample(out, people, mistakes=MISTAKES, form=form)
    files = [NewFile(path.name, path.read_bytes()) for path in made.files]
    size = sum(len(file.content) for file in files) / MIB**2
    print(f"{people:,} people, {made.rows:,} rows, {MISTAKES} mistakes, {form}, {size:.0f} MiB\n")
    print("| step | s by the clock | s here | s of the database | MiB | outcome |")
    print("| --- | ---: | ---: | ---: | ---: | --- |")

    def begin() -> Import:
        batch = services.begin_import(
            pemda=pemda, files=files, day=AS_OF, actor=actor, reason=REASON
        )
        return Import.objects.select_related("pemda").get(pk=batch.pk)

    timed = Timed()
    batch = timed("upload", begin)
    timed("preview", lambda: told(carrying_out.preview, batch))
    services.accept(batch=batch, choice=Choice(), actor=actor, reason=REASON)
    timed("commit", lambda: told(carrying_out.commit, batch))
    again = begin()
    timed("preview of the same again", lambda: told(carrying_out.preview, again))
    services.undo_import(batch=batch, actor=actor, reason=REASON)
    timed("undo", lambda: told(carrying_out.carry_out_undo, batch))
    print(json.dumps({"people": people, "rows": made.rows, "steps": timed.steps}))


def ukur(actor: Any) -> Any:
    """Return a made-up government that keeps its record here."""
    from pamong.apps.organisasi.governments import (
        MadeUpGovernment,
        create_made_up_government,
        make_resident,
    )

    new = MadeUpGovernment(
        nama="Kabupaten Ukur (rekaan)",
        short_name="Ukur (rekaan)",
        level="kabupaten",
        kode="00.09",
        time_zone="Asia/Jakarta",
    )
    pemda = create_made_up_government(new=new, actor=actor, reason=REASON)
    make_resident(pemda=pemda, actor=actor, reason=REASON)
    return pemda


def told(step: Callable[[Any], None], batch: Any) -> dict[str, int]:
    """Carry out a step; return how many rows there are of each outcome."""
    step(batch)
    found: dict[str, int] = {}
    for each in (batch.report or batch.counts).values():
        for what, rows in each.items():
            found[what] = found.get(what, 0) + rows
    return {"step": batch.step, "problem": batch.problem} | found


class Timed:
    """Carries out steps, and keeps and prints what each took."""

    def __init__(self) -> None:
        self.steps: dict[str, dict[str, float]] = {}

    def __call__(self, name: str, run: Callable[[], Any]) -> Any:
        """Carry out a step; return what it returns."""
        began, own, servers = time.perf_counter(), time.process_time(), of_the_server()
        result = run()
        took = self.steps[name] = {
            "clock": time.perf_counter() - began,
            "own": time.process_time() - own,
            "server": of_the_server() - servers,
            "mib": most_memory(),
        }
        told = " | ".join(f"{took[each]:.1f}" for each in ("clock", "own", "server"))
        print(f"| {name} | {told} | {took['mib']:.0f} | {result} |", flush=True)
        return result


def most_memory() -> float:
    """Return the most MiB that this process has held, and the largest that it has waited for."""
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(whose).ru_maxrss for whose in both) / MIB


def of_the_server() -> float:
    """Return the seconds of the processor that our connection's process of the server has used."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE,
        sys.argv[2] if len(sys.argv) > 2 else "xlsx",
    )
