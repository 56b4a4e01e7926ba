"""Short ways to put people, papers and tenures on record, straight into the tables.

Raw rows on purpose: what the database refuses must be seen without the services in front of it.
"""

import hashlib
from datetime import date

import pghistory

from pamong.apps.core.audit import Actor
from pamong.apps.core.models import Decree, Document, DocumentKind, Person
from pamong.apps.organisasi.governments import (
    MadeUpGovernment,
    create_made_up_government,
    make_resident,
)
from pamong.apps.organisasi.models import (
    Attestation,
    Jabatan,
    JabatanHolding,
    JabatanKind,
    LeaveKind,
    OfficeLeave,
    Opd,
    Pemda,
)
from pamong.apps.organisasi.office_names import office_key
from pamong.kernel.capacity import Capacity
from pamong.kernel.person_name import sort_key

WARNI = Actor("Warni (rekaan)", user_id=7)
REASON = "mencatat untuk pengujian"
RECEIVED = date(2025, 6, 2)


def government(nama: str, *, level: str, kode: str, zone: str = "Asia/Jakarta") -> Pemda:
    """Open a made-up government that keeps its records here, with its three leading offices."""
    pemda = create_made_up_government(
        new=MadeUpGovernment(
            nama=f"{nama} (rekaan)",
            short_name=f"{nama.partition(' ')[2]} (rekaan)",
            level=level,
            kode=kode,
            time_zone=zone,
        ),
        actor=WARNI,
        reason=REASON,
    )
    make_resident(pemda=pemda, actor=WARNI, reason=REASON)
    return pemda


def person(nama: str) -> Person:
    return Person.objects.create(nama=nama, sort_key=sort_key(nama), is_made_up=True)


def document(kode: str, *, day: date | None = None, text: str = "") -> Document:
    """Keep a text, published on ``day`` where one is given."""
    text = text or f"Teks rekaan {kode}."
    return Document.objects.create(
        kode=kode,
        kind=DocumentKind.BERITA,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        published_on=day,
        received_on=RECEIVED,
    )


def decree(pemda: Pemda, number: str, *, decided_on: date) -> Decree:
    return Decree.objects.create(
        owner=pemda.instansi,
        number=number,
        title="pengangkatan (rekaan)",
        issued_by="Pejabat rekaan",
        decided_on=decided_on,
        effective_on=decided_on,
        recorded_on=RECEIVED,
    )


def office(pemda: Pemda, nama: str, *, opd: Opd | None = None, seats: int = 1) -> Jabatan:
    return Jabatan.objects.create(
        pemda=pemda,
        opd=opd,
        nama=nama,
        sort_key=office_key(nama, pemda),
        kind=JabatanKind.KEPALA_OPD,
        is_single_seat=seats == 1,
    )


def leading(pemda: Pemda, kind: JabatanKind) -> Jabatan:
    return Jabatan.objects.get(pemda=pemda, kind=kind)


def hold(
    who: Person,
    jabatan: Jabatan,
    capacity: Capacity = Capacity.DEFINITIF,
    *,
    since: date,
    until: date | None = None,
    by: Decree | Document | None,
    stated_on: date | None = None,
) -> JabatanHolding:
    """Record a tenure; ``until`` is the first day after it."""
    return JabatanHolding.objects.create(
        person=who,
        jabatan=jabatan,
        capacity=capacity,
        starts_on=since,
        ends_before=until,
        stated_on=stated_on,
        **rests_on(by),
    )


def leave(
    who: Person,
    jabatan: Jabatan,
    *,
    since: date,
    until: date | None = None,
    by: Decree | Document | None,
    kind: LeaveKind = LeaveKind.KAMPANYE,
) -> OfficeLeave:
    return OfficeLeave.objects.create(
        person=who,
        jabatan=jabatan,
        pemda_id=jabatan.pemda_id,
        kind=kind,
        starts_on=since,
        ends_before=until,
        **rests_on(by),
    )


def attest(
    who: Person,
    jabatan: Jabatan,
    capacity: Capacity = Capacity.DEFINITIF,
    *,
    on: date,
    by: Document,
) -> Attestation:
    return Attestation.objects.create(
        person=who,
        jabatan=jabatan,
        pemda_id=jabatan.pemda_id,
        capacity=capacity,
        day=on,
        document=by,
        words="menurut kata-kata rekaan",
    )


def rests_on(paper: Decree | Document | None) -> dict[str, object]:
    return {
        "decree": paper if isinstance(paper, Decree) else None,
        "document": paper if isinstance(paper, Document) else None,
    }


def without_context() -> bool:
    """Tell whether no act is open: history then says "tidak tercatat"."""
    return not hasattr(pghistory.runtime._tracker, "value")
