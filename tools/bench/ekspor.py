"""What it costs to write 60,000 people with ten rows of history each into files.

Run with ``PYTHONPATH=tools:src python -m bench.ekspor [PEOPLE]``; it prints a table. The registry
comes from a made-up import, in a server of its own; each export is a process of its own, so that
its memory is its own.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.impor import PEOPLE, REASON, timed

FORMS = ("xlsx", "csv")
HELD = (
    "siasn-pegawai", "siasn-rw-golongan", "siasn-rw-jabatan", "siasn-rw-pendidikan",
    "siasn-rw-diklat", "siasn-rw-kursus", "siasn-rw-skp22",
)  # fmt: skip
"""The layouts that the made-up export has rows of."""


def main(people: int) -> None:
    """Bring in a made-up export, and write it out again in each form."""
    from pamong.installation.folder import DataFolder
    from pamong.installation.server import EmbeddedServer

    folder = Path(tempfile.mkdtemp(prefix="pamong-ukur-"))
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
        bring_in(folder, people)
        print("| step | s by the clock | s here | s of the database | MiB | outcome |")
        print("| --- | ---: | ---: | ---: | ---: | --- |", flush=True)
        for form in FORMS:
            subprocess.run([sys.executable, "-m", "bench.ekspor", "--only", form], check=True)


def bring_in(folder: Path, people: int) -> None:
    """Put a made-up registry on record."""
    from pamong.apps.core.audit import Actor
    from pamong.apps.core.files import NewFile
    from pamong.apps.impor import carrying_out, services
    from pamong.apps.impor.choosing import Choice
    from pamong.apps.impor.models import Import
    from pamong.apps.organisasi.governments import (
        MadeUpGovernment,
        create_made_up_government,
        make_resident,
    )
    from pamong.exchange.sample import AS_OF, write_sample

    actor = Actor("Pengukur")
    new = MadeUpGovernment(
        nama="Kabupaten Ukur (rekaan)",
        short_name="Ukur (rekaan)",
        level="kabupaten",
        kode="00.09",
        time_zone="Asia/Jakarta",
    )
    pemda = create_made_up_government(new=new, actor=actor, reason=REASON)
    make_resident(pemda=pemda, actor=actor, reason=REASON)
    made = write_sample(folder, people, mistakes=0, form="csv")
    files = [NewFile(path.name, path.read_bytes()) for path in made.files]
    batch = services.begin_import(pemda=pemda, files=files, day=AS_OF, actor=actor, reason=REASON)
    carrying_out.preview(Import.objects.select_related("pemda").get(pk=batch.pk))
    batch = Import.objects.select_related("pemda").get(pk=batch.pk)
    services.accept(batch=batch, choice=Choice(), actor=actor, reason=REASON)
    carrying_out.commit(batch)


def write_out(form: str) -> None:
    """Write the whole registry in one form, and print a line."""
    import django

    django.setup()
    from pamong.apps.impor.exporting import Wanted, export
    from pamong.apps.impor.exporting_reading import Moment
    from pamong.apps.impor.exporting_scope import Scope, people_of
    from pamong.apps.organisasi.models import Pemda
    from pamong.exchange.sample import AS_OF

    pemda = Pemda.objects.get(is_resident=True)

    def run() -> Any:
        ids = people_of(pemda, Scope(), day=AS_OF)
        wanted = Wanted(pemda, ids, Moment(AS_OF), HELD, form, "semua pegawai")
        with tempfile.TemporaryDirectory() as folder:
            made = export(wanted, Path(folder), name="ekspor")
            size = made.path.stat().st_size / 1024**2
            return f"{len(ids):,} people, {made.rows:,} rows, {size:.0f} MiB"

    timed(f"export, {form}", run)


if __name__ == "__main__":
    if "--only" in sys.argv:
        write_out(sys.argv[-1])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
