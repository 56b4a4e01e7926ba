"""What it costs to bring in the one list of a kabupaten, up to its findings and its lists.

Run with ``PYTHONPATH=tools:src python -m bench.nominatif [PEOPLE]``; it prints a table. It has a
server of its own in a temporary folder.
"""

import sys
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

PEOPLE = 8_000
PLANTED = 20
"""How many are past the age of pension, and as many in one golongan for ten years."""
TITLES = ("DAFTAR NOMINATIF PEGAWAI", "KABUPATEN UKUR (REKAAN)", "Keadaan 30 Oktober 2026")
HEADINGS = (
    "No", "Nama", "NIP", "Tempat Lahir", "Tgl Lahir", "L/P", "Status", "TMT CPNS", "Pangkat/Gol",
    "TMT Pangkat", "MK Thn", "MK Bln", "Jenis Jabatan", "Eselon", "Jabatan", "TMT Jabatan",
    "Unit Kerja", "Pendidikan Terakhir", "Jurusan", "Tahun Lulus", "Keterangan",
)  # fmt: skip
RANKS = {"II/a": "Pengatur Muda", "II/b": "Pengatur Muda Tingkat I", "III/a": "Penata Muda",
         "III/b": "Penata Muda Tingkat I"}  # fmt: skip


def write_list(path: Path, people: int) -> None:
    """Write the list as a BKD has it: a title, a running number, plain words, a row of totals."""
    import xlsxwriter

    from pamong.exchange.sample.people import Somebody

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Nominatif")
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    for row, title in enumerate(TITLES):
        sheet.write(row, 0, title)
    first = len(TITLES) + 1
    for column, heading in enumerate(HEADINGS):
        sheet.write(first, column, heading)
    for number in range(people):
        cells = row_of(Somebody(number), number)
        for column, cell in enumerate(cells):
            if isinstance(cell, date):
                sheet.write_datetime(first + 1 + number, column, cell, day)
            elif cell != "":
                sheet.write(first + 1 + number, column, cell)
    sheet.write(first + 1 + people, 1, f"JUMLAH {people} ORANG")
    book.close()


def row_of(who: Any, number: int) -> tuple[object, ...]:
    """Return the cells of somebody; the first are past the age, those after wait for a rank."""
    from pamong.exchange.sample.people import MARK

    born, began, promoted = who.born, who.appointed, who.promoted
    nip = who.nip
    if number < PLANTED and not who.is_pppk:
        born = date(1964, 1, 1) + timedelta(days=number)
        nip = f"{born:%Y%m%d}{nip[8:]}"
    elif number < 2 * PLANTED and not who.is_pppk:
        promoted = date(2016, 4, 1)
    elif not who.is_pppk:
        promoted = max(promoted, date(2023 + number % 4, 4, 1))
    name = who.name.replace(MARK, f", {who.title}{MARK}") if who.title else who.name
    golongan = who.ranks[1]
    is_general = who.kind_of_post == "4"
    return (
        number + 1, name, nip, "Contoh", born, "P" if who.is_woman else "L",
        "PPPK" if who.is_pppk else "PNS", began,
        golongan if who.is_pppk else f"{RANKS[golongan]} ({golongan})", promoted,
        promoted.year - began.year, 0, "Pelaksana" if is_general else "Fungsional", "-",
        "Pengadministrasi Perkantoran" if is_general else "Analis Kebijakan Ahli Pertama",
        who.post_since, f"Dinas Contoh {number % 30 + 1}",
        "S1" if who.has_degree else "SMA", "Manajemen" if who.has_degree else "IPS",
        born.year + (23 if who.has_degree else 18), "",
    )  # fmt: skip


def main(people: int) -> None:
    """Make up a list and bring it in, then judge."""
    from bench.impor import in_a_house

    with in_a_house("pamong-nominatif-") as folder:
        measure(folder, people)


def measure(folder: Path, people: int) -> None:
    """Print a line for each step, then what the record, the findings and the lists hold."""
    from django.db.models import Q

    from bench.impor import REASON, timed, told, ukur
    from pamong.apps.core.audit import Actor
    from pamong.apps.core.files import NewFile
    from pamong.apps.findings.models import DueDay, Finding
    from pamong.apps.findings.services import run_law
    from pamong.apps.impor import carrying_out, services
    from pamong.apps.impor.choosing import Choice
    from pamong.apps.impor.covering import complete, offered
    from pamong.apps.impor.models import Import
    from pamong.apps.kepegawaian.duk import Duk
    from pamong.apps.kepegawaian.models import RiwayatJabatan, RiwayatPangkat, RiwayatPendidikan
    from pamong.apps.kepegawaian.roster import Roster
    from pamong.apps.kepegawaian.roster_wanted import Wanted
    from pamong.exchange.sample import AS_OF

    actor = Actor("Pengukur")
    pemda = ukur(actor)
    path = folder / "nominatif.xlsx"
    write_list(path, people)
    files = [NewFile(path.name, path.read_bytes())]
    began = time.perf_counter()
    new = services.begin_import(pemda=pemda, files=files, day=AS_OF, actor=actor, reason=REASON)
    batch = Import.objects.select_related("pemda").get(pk=new.pk)
    timed("preview", lambda: told(carrying_out.preview, batch))
    print(batch.counts, batch.doubt_counts, batch.sheets[0]["disimpan"])
    services.accept(
        batch=batch,
        choice=Choice(),
        complete=[complete(each, AS_OF, batch) for each in offered(batch)],
        actor=actor,
        reason=REASON,
    )
    timed("commit", lambda: told(carrying_out.commit, batch))
    timed("judge", lambda: run_law(pemda=pemda, days=[AS_OF], actor=actor, reason=REASON))
    print(f"\n{time.perf_counter() - began:.1f} s from the upload to the findings\n")
    for model in (RiwayatPangkat, RiwayatJabatan, RiwayatPendidikan):
        print(model.__name__, model.objects.count())
    print("findings", Counter(Finding.objects.values_list("rule_id", flat=True)))
    print("due days", Counter(DueDay.objects.values_list("rule_id", flat=True)))
    print("DUK", Duk(Roster(pemda, Q(), Wanted(), AS_OF)).number)
    again = services.begin_import(pemda=pemda, files=files, day=AS_OF, actor=actor, reason=REASON)
    batch = Import.objects.select_related("pemda").get(pk=again.pk)
    timed("preview of the same again", lambda: told(carrying_out.preview, batch))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
