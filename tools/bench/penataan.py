"""What the structure costs at 3,000 units, and an appointment of 180 officials as one act.

Run with ``PYTHONPATH=tools:src python -m bench.penataan [PEOPLE]``; it prints a table. It has a
server of its own in a temporary folder. The 180 change places in a ring, so that every line moves
somebody and every seat has a holder to be moved first.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.impor import of_the_server

PEOPLE = 20_000
OPDS, UNITS, APPOINTED = 40, 3_000, 180
BIDANG = 12
"""Units directly below an OPD; the others stand below these."""
FIRST, TODAY, DAY = date(2019, 1, 7), date(2026, 6, 1), date(2026, 7, 1)
REASON = "mengukur penataan"
KIB = 1024


def main(people: int) -> None:
    """Start a server of our own, fill it and measure."""
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
        measure(people)


def measure(people: int) -> None:
    """Print a line for each page and each act."""
    from django.db import connection

    from pamong.apps.core.audit import Actor, act

    actor = Actor("Pengukur")
    with act("bench.fill", actor=actor, reason=REASON):
        pemda, opds, units = government(actor)
        employed = employ(pemda, units, people)
        posts = seat(pemda, units, employed[:APPOINTED])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{people:,} people, {OPDS} OPD, {UNITS:,} units, {APPOINTED} appointed\n")
    print("| step | ms by the clock | ms here | ms of the database | queries | kB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    open_page = client(pemda)
    base = f"/{pemda.slug}"
    page("structure", open_page, f"{base}/susunan/")
    page("one OPD", open_page, f"{base}/susunan/opd/{opds[0].pk}/")
    page("one unit", open_page, f"{base}/susunan/unit/{units[0].unit.public_id}/")
    page("list of people of one unit", open_page, f"{base}/pegawai/?unit={units[0].unit_id}")
    appoint(pemda, employed, posts, open_page, actor)
    reorganise(pemda, open_page, actor)


def reorganise(pemda: Any, open_page: Callable[..., Any], actor: Any) -> None:
    """Draft a whole structure, as a file of it does, and look at it."""
    from uuid import uuid4

    from pamong.apps.organisasi.structure_steps import StepKind
    from pamong.apps.penataan.openings import Opening, draft_openings

    opds = [Opening(StepKind.OPEN_OPD, f"Dinas Baru {n:02}", jenis="dinas") for n in range(60)]
    units = [
        Opening(StepKind.OPEN_UNIT, f"Bidang Baru {n:03}", to=n % 60 + 1, unit_kind="bidang")
        for n in range(900)
    ]
    posts = [
        Opening(
            StepKind.OPEN_POST,
            f"Kepala Bidang Baru {n:04}",
            to=60 + n % 900 + 1,
            post_kind="administrator",
            eselon="III.b",
        )
        for n in range(3_000)
    ]
    plan = draft_openings(
        pemda=pemda,
        title="Susunan ukur",
        day=DAY,
        openings=[*opds, *units, *posts],
        from_import=uuid4(),
        actor=actor,
        reason=REASON,
    )
    address = f"/{pemda.slug}/susunan/penataan/{plan.public_id}/"
    after_a_change("draft of 3,960 steps after a change", open_page, plan, address)
    page("draft of 3,960 steps", open_page, address)


def appoint(
    pemda: Any, employed: list[Any], posts: list[Any], open_page: Callable[..., Any], actor: Any
) -> None:
    """Plan the ring, look at it, carry it out and take it back."""
    from pamong.apps.penataan.appointing import (
        NewLine,
        add_lines,
        carry_out_appointment,
        draft_appointment,
        give_reason,
        plan_appointment,
        take_back_appointment,
    )
    from pamong.apps.penataan.papers import Paper

    how = {"actor": actor, "reason": REASON}
    plan = draft_appointment(
        pemda=pemda, title="Pelantikan ukur", day=DAY, decided_by="kepala_daerah", **how
    )
    lines = [
        NewLine(pegawai, posts[(place + 1) % APPOINTED])
        for place, pegawai in enumerate(employed[:APPOINTED])
    ]
    timed("add 180 lines", lambda: add_lines(plan=plan, new=lines, **how))
    timed("plan 180", lambda: plan_appointment(plan))
    timed("plan 180, warm", lambda: plan_appointment(plan))
    address = f"/{pemda.slug}/pelantikan/{plan.public_id}/"
    after_a_change("page of the plan after a change", open_page, plan, address)
    page("page of the plan", open_page, address)
    page("its last lines", open_page, f"{address}?baris={APPOINTED}")
    page("its sheet", open_page, f"{address}lampiran/")
    for line in plan_appointment(plan).unreasoned:
        position = line.link.line.position
        give_reason(plan=plan, position=position, why="mengukur", **how)
    paper = Paper("821/1/2026", TODAY, "Bupati (rekaan)")
    timed(
        "carry out 180",
        lambda: carry_out_appointment(plan=plan, paper=paper, today=TODAY, **how),
    )
    page("page of what was done", open_page, address)
    page("its Excel", open_page, f"{address}lampiran.xlsx")
    timed("take back 180", lambda: take_back_appointment(plan=plan, today=TODAY, **how))


def government(actor: Any) -> tuple[Any, list[Any], list[Any]]:
    """Make a government with its OPDs and units."""
    from pamong.apps.organisasi.governments import (
        MadeUpGovernment,
        create_made_up_government,
        make_resident,
    )
    from pamong.apps.organisasi.models import Opd, UnitKerja, UnitState

    new = MadeUpGovernment(
        nama="Kabupaten Ukur (rekaan)",
        short_name="Ukur (rekaan)",
        level="kabupaten",
        kode="00.09",
        time_zone="Asia/Jakarta",
    )
    pemda = create_made_up_government(new=new, actor=actor, reason=REASON)
    make_resident(pemda=pemda, actor=actor, reason=REASON)
    opds = Opd.objects.bulk_create(
        Opd(pemda=pemda, nama=f"Dinas Ukur {n:02}", jenis="dinas", sort_key=f"ukur {n:02}")
        for n in range(OPDS)
    )
    made = UnitKerja.objects.bulk_create(UnitKerja(pemda=pemda) for _ in range(UNITS))
    states = [
        UnitState(
            unit=unit,
            opd=opds[n % OPDS],
            parent=None if n < OPDS * BIDANG else made[n % (OPDS * BIDANG)],
            nama=f"{'Bidang' if n < OPDS * BIDANG else 'Seksi'} Ukur {n:04}",
            sort_key=f"ukur {n:04}",
            kind="bidang" if n < OPDS * BIDANG else "seksi",
            source="Perbup rekaan",
            starts_on=FIRST,
        )
        for n, unit in enumerate(made)
    ]
    return pemda, opds, UnitState.objects.bulk_create(states)


def employ(pemda: Any, units: list[Any], people: int) -> list[Any]:
    """Employ people, each in a unit."""
    from pamong.apps.core.models import Person
    from pamong.apps.kepegawaian.models import Pegawai, Placement

    persons = Person.objects.bulk_create(
        Person(nama=f"Ukuran {n:05}", sort_key=f"ukuran {n:05}", is_made_up=True)
        for n in range(people)
    )
    born = date(1975, 1, 15)
    employed = Pegawai.objects.bulk_create(
        Pegawai(
            person=person,
            pemda=pemda,
            kind="pns",
            starts_on=FIRST,
            born_on=born + timedelta(days=n % 7_000),
        )
        for n, person in enumerate(persons)
    )
    Placement.objects.bulk_create(
        Placement(
            pegawai=pegawai,
            opd_id=units[n % UNITS].opd_id,
            unit_id=units[n % UNITS].unit_id,
            starts_on=FIRST,
            source="SK rekaan",
        )
        for n, pegawai in enumerate(employed)
    )
    return employed


def seat(pemda: Any, units: list[Any], people: list[Any]) -> list[Any]:
    """Make a post for each, held by him and told in his riwayat."""
    from pamong.apps.core.models import Decree
    from pamong.apps.kepegawaian.models import RiwayatJabatan, RiwayatPangkat
    from pamong.apps.organisasi.models import Jabatan, JabatanHolding

    decree = Decree.objects.create(
        owner=pemda.instansi,
        number="821/7/2019",
        title="pengangkatan (rekaan)",
        issued_by="Pejabat rekaan",
        decided_on=FIRST,
        effective_on=FIRST,
        recorded_on=FIRST,
    )
    posts = Jabatan.objects.bulk_create(
        Jabatan(
            pemda=pemda,
            opd_id=units[n].opd_id,
            nama=f"Kepala Bidang Ukur {n:03}",
            sort_key=f"ukur {n:03}",
            kind="kepala_opd" if n % 6 == 0 else "administrator",
            eselon="II.b" if n % 6 == 0 else "III.a",
        )
        for n in range(len(people))
    )
    held = list(zip(people, posts, strict=True))
    JabatanHolding.objects.bulk_create(
        JabatanHolding(
            person_id=pegawai.person_id,
            jabatan=jabatan,
            capacity="definitif",
            starts_on=date(2022, 3, 1),
            decree=decree,
            pemda=pemda,
        )
        for pegawai, jabatan in held
    )
    RiwayatJabatan.objects.bulk_create(
        RiwayatJabatan(
            pegawai=pegawai,
            kind="jpt_pratama" if jabatan.eselon == "II.b" else "administrator",
            nama=jabatan.nama,
            starts_on=date(2022, 3, 1),
            source="SK rekaan",
        )
        for pegawai, jabatan in held
    )
    RiwayatPangkat.objects.bulk_create(
        RiwayatPangkat(pegawai=pegawai, golongan="IV/a", starts_on=FIRST, source="SK rekaan")
        for pegawai in people
    )
    return posts


def client(pemda: Any) -> Callable[[str], Any]:
    """Return what opens a page as the analyst of the BKD."""
    from django.test import Client

    from pamong.apps.accounts.models import Role, RoleGrant, User

    now = datetime.now(UTC)
    user = User.objects.create(
        username="pengukur", nama="Pengukur (rekaan)", second_factor_since=now
    )
    RoleGrant.objects.create(user=user, role=Role.BKD, pemda=pemda, starts_on=FIRST)
    opened = Client(SERVER_NAME="127.0.0.1")
    opened.force_login(user)
    return opened.get


def page(name: str, open_page: Callable[[str], Any], address: str) -> None:
    """Open a page a few times and print what the median took."""
    for _ in range(2):
        answer = open_page(address)
        if answer.status_code != 200:
            sys.exit(f"bench: {address} answered {answer.status_code}")
    timed(name, lambda: open_page(address), rounds=7)


def after_a_change(name: str, open_page: Callable[[str], Any], plan: Any, address: str) -> None:
    """Open a page a few times, each after the plan was written anew, and print the median."""
    timed(
        name,
        lambda: open_page(address),
        rounds=7,
        before=lambda: plan.save(update_fields=["title"]),
    )


def timed(
    name: str,
    run: Callable[[], Any],
    rounds: int = 1,
    before: Callable[[], Any] = lambda: None,
) -> None:
    """Do something, each time after ``before``, and print what it took."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    told = []
    for _ in range(rounds):
        before()
        began, own, servers = time.perf_counter(), time.process_time(), of_the_server()
        with CaptureQueriesContext(connection) as queries:
            result = run()
        told.append(
            (
                time.perf_counter() - began,
                time.process_time() - own,
                of_the_server() - servers,
                len(queries),
            )
        )
    clock, own, servers, many = sorted(told)[len(told) // 2]
    size = len(getattr(result, "content", b"")) / KIB
    print(
        f"| {name} | {clock * 1000:.0f} | {own * 1000:.0f} | {servers * 1000:.0f} | {many} "
        f"| {size:.0f} |",
        flush=True,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
