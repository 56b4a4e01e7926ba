"""Loading the demonstration: each step looks first whether it was done, so a restart is quick.

Whatever becomes a record here does so through the same services that a click calls, as the actor
"Demonstrasi".
"""

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event

from django.conf import settings
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from pamong import law
from pamong.apps.core.audit import Actor
from pamong.apps.core.jobs import law_runs_left_out
from pamong.apps.core.models import Document
from pamong.apps.demonstration.appointing import appoint, is_appointed
from pamong.apps.demonstration.attending import attend, is_attended
from pamong.apps.demonstration.duties import load_duties
from pamong.apps.demonstration.facilities import load_facilities, load_statements
from pamong.apps.demonstration.planting import plant
from pamong.apps.demonstration.scenario import samples, scenario
from pamong.apps.demonstration.settling import is_settled, settle
from pamong.apps.findings.selectors import days_judged
from pamong.apps.findings.services import rules_for, run_law
from pamong.apps.forums.confirming import confirm_draft
from pamong.apps.forums.editing import choose, open_conflicts
from pamong.apps.forums.models import DraftStatus, ReadingDraft
from pamong.apps.forums.services import Arrival, change_draft, receive_document
from pamong.apps.kualitas.listing import counted_on
from pamong.apps.kualitas.tasks import count_every_night
from pamong.apps.organisasi.governments import (
    create_made_up_government,
    establish_typical_structure,
    load_governments,
    make_resident,
)
from pamong.apps.organisasi.models import Pemda
from pamong.apps.organisasi.selectors import resident_pemda
from pamong.apps.organisasi.services import record_pilkada_participation
from pamong.apps.penggabungan.tasks import look_every_night
from pamong.kernel.number import format_number

DEMONSTRASI = Actor("Demonstrasi")
REASON = "menyiapkan data peraga"
USUAL_ASN = 20_000
"""How many made-up ASN the made-up government has, unless another number is asked for."""

Report = Callable[[str], None]


@law_runs_left_out()
def load(*, day: date, report: Report, asn: int = USUAL_ASN) -> None:
    """Load whatever of the demonstration is not here yet; tell each step to ``report``.

    Kabupaten Contoh gets ``asn`` made-up ASN, once: a later load leaves its population as it is.

    A step is done whole or not at all, so an interrupted load goes on where it stopped.
    """
    report("Memuat 546 pemerintah daerah")
    load_governments(actor=DEMONSTRASI, reason=REASON)
    report("Menyiapkan empat pemerintah daerah peraga")
    with transaction.atomic():
        _open_governments()
        _record_elections()
    for path in samples(Path(settings.PAMONG_SAMPLES)):
        if not Document.objects.filter(kode=path.stem).exists():
            report(f"Membaca dokumen {path.stem}")
            _read(path, day)
        # One by one: what a document tells of tenures settles the years of those after it.
        _confirm(path.stem, day)
    with _law_prepared(_made_up(), _days_to_judge(_made_up(), day)):
        _populate(_made_up(), asn=asn, day=day, report=report)
        report("Mencatat fasilitas jabatan")
        with transaction.atomic():
            load_facilities(pemda=_made_up(), day=day, actor=DEMONSTRASI, reason=REASON)
            load_statements(actor=DEMONSTRASI, reason=REASON)
        with transaction.atomic():
            load_duties(pemda=_made_up(), actor=DEMONSTRASI)
    for pemda in resident_pemda():
        if days := _days_to_judge(pemda, day):
            report(f"Menjalankan aturan: {pemda.nama}, {format_number(len(days))} hari")
            run_law(pemda=pemda, days=days, actor=DEMONSTRASI, reason=REASON)
    if counted_on(_made_up(), day=day) is None:
        _ask_for_what_is_counted_at_night()


def _ask_for_what_is_counted_at_night() -> None:
    """Let the worker count as soon as there is one: whoever looks first does not wait a night."""
    for task in (count_every_night, look_every_night):
        with suppress(AlreadyEnqueued), transaction.atomic():
            app.configure_task(task.name, queueing_lock=task.name).defer(timestamp=0)


def _days_to_judge(pemda: Pemda, today: date) -> set[date]:
    return {*scenario().judged_on, today} - set(days_judged(pemda))


@contextmanager
def _law_prepared(pemda: Pemda, days: Collection[date]) -> Iterator[None]:
    """Write the plans of the rules while the database is busy with something else."""

    def write() -> None:
        for rule in rules_for(pemda) if days else ():
            if leaving.is_set():
                return
            law.prepare(rule, days)

    leaving = Event()
    with ThreadPoolExecutor(1) as aside:
        written = aside.submit(write)
        try:
            yield
        except BaseException:
            leaving.set()
            raise
        written.result()


def _populate(pemda: Pemda, *, asn: int, day: date, report: Report) -> None:
    """Give the made-up government its people, officials and attendance, step by step."""
    if not is_settled(pemda):
        report(f"Mengisi {pemda.nama}: {format_number(asn)} ASN rekaan beserta riwayatnya")
        with transaction.atomic():
            plant(pemda=pemda, actor=DEMONSTRASI, reason=REASON)
            settle(pemda=pemda, asn=asn, actor=DEMONSTRASI, reason=REASON)
    if not is_appointed(pemda):
        report(f"Mengisi {pemda.nama}: pejabat")
        appoint(pemda=pemda, day=day, actor=DEMONSTRASI, reason=REASON)
    if not is_attended(pemda):
        report(f"Mengisi {pemda.nama}: presensi setahun")
        attend(pemda=pemda, actor=DEMONSTRASI, reason=REASON)


def _open_governments() -> None:
    for pemda in _governments():
        if not pemda.is_resident:
            make_resident(pemda=pemda, actor=DEMONSTRASI, reason=REASON)
            establish_typical_structure(pemda=pemda, actor=DEMONSTRASI, reason=REASON)


def _governments() -> list[Pemda]:
    made_up = scenario().made_up
    if not Pemda.objects.filter(nama=made_up.nama).exists():
        create_made_up_government(new=made_up, actor=DEMONSTRASI, reason=REASON)
    return [Pemda.objects.get(nama=nama) for nama in (*scenario().resident, made_up.nama)]


def _made_up() -> Pemda:
    return Pemda.objects.get(nama=scenario().made_up.nama)


def _record_elections() -> None:
    for row in scenario().pilkada:
        pemda = Pemda.objects.get(nama=row.pemda)
        if not pemda.pilkada.filter(pilkada=row.pilkada).exists():
            record_pilkada_participation(
                pemda=pemda,
                pilkada=row.pilkada,
                participates=row.ikut,
                source=row.sumber,
                actor=DEMONSTRASI,
                reason=REASON,
            )


def _read(path: Path, day: date) -> None:
    arrival = Arrival(content=path.read_bytes(), file_name=path.name, kode=path.stem)
    receive_document(arrival=arrival, day=day, actor=DEMONSTRASI, reason=REASON)


def _confirm(kode: str, day: date) -> None:
    """Confirm a sample that still waits, but for the one that the visitor confirms."""
    draft = ReadingDraft.objects.filter(status=DraftStatus.OPEN, document__kode=kode).first()
    if draft is not None and kode not in scenario().left_for_the_visitor:
        _settle_conflicts(draft)
        confirm_draft(public_id=draft.public_id, day=day, actor=DEMONSTRASI, reason=REASON)


def _settle_conflicts(draft: ReadingDraft) -> None:
    """Choose the first candidate of each conflict, as a change that the history shows."""
    while conflicts := open_conflicts(draft.content):
        draft = change_draft(
            public_id=draft.public_id,
            pointer=conflicts[0],
            edit=partial(choose, pointer=conflicts[0], index=0),
            actor=DEMONSTRASI,
            reason="data peraga memilih usulan pertama",
        )
