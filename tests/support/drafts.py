"""Drafts made by hand, so that what becomes of them is tested apart from the reader."""

from dataclasses import replace
from datetime import date

from tests.support.registry import WARNI, document

from pamong.apps.forums.confirming import confirm_draft
from pamong.apps.forums.models import ReadingDraft
from pamong.apps.organisasi.models import Pemda
from pamong.reader.draft import (
    AgendaItem,
    Attendee,
    Candidate,
    Draft,
    DraftAttestation,
    DraftCommitment,
    DraftDirective,
    DraftPeriod,
    Evidence,
    Figure,
    OnBehalfOf,
    Quote,
    Recurrence,
    Speaker,
)

TODAY = date(2025, 6, 3)
FORUM_DAY = date(2025, 1, 14)
TEXT = (
    "Bupati Contoh (rekaan), Siti Rekayasari (rekaan), memimpin apel Selasa (14/1/2025). "
    '"Hadirlah tepat waktu setiap hari," kata Siti. Ia meminta kepala OPD melapor tiap bulan.'
)


def span(words: str) -> tuple[int, int]:
    """Return where ``words`` stand in :data:`TEXT`."""
    start = TEXT.index(words)
    return start, start + len(words)


def proof(words: str, **more) -> Evidence:
    return Evidence(spans=(span(words),), reason="Tertulis demikian.", **more)


APEL = Draft(
    is_forum=True,
    forum_kind="apel",
    date=FORUM_DAY,
    region="Kabupaten Contoh",
    region_kind="kabupaten",
    speakers=(Speaker("Siti Rekayasari (rekaan)", "Bupati Contoh", "definitif"),),
    attestations=(
        DraftAttestation("Siti Rekayasari (rekaan)", "Bupati Contoh", "definitif", None),
    ),
    directives=(
        DraftDirective(
            by="Siti Rekayasari (rekaan)",
            to="kepala OPD",
            gist="melapor tiap bulan",
            topic="disiplin",
            setting="pidato",
        ),
    ),
    quotes=(
        Quote(
            speaker="Siti Rekayasari (rekaan)",
            first_five_words="Hadirlah tepat waktu setiap hari",
            text="Hadirlah tepat waktu setiap hari,",
            setting="pidato",
        ),
    ),
    topics=("disiplin",),
    organisations=("OPD Kabupaten Contoh",),
    attendees=(Attendee(None, "kepala OPD"), Attendee(None, "OPD Kabupaten Contoh")),
    numbers=(Figure("420", "ASN", "peserta apel"),),
    recurrence=(Recurrence("apel", "tiap bulan"),),
    place="halaman kantor bupati",
    evidence={
        "/date": proof("Selasa (14/1/2025)"),
        "/attestations/0": proof("Bupati Contoh (rekaan), Siti Rekayasari (rekaan)"),
        "/directives/0": proof("meminta kepala OPD melapor tiap bulan"),
        "/quotes/0": proof("Hadirlah tepat waktu setiap hari,"),
    },
)
TENURE = DraftPeriod(
    what="menjabat bupati sejak 20 Februari 2021",
    start="2021-02-20",
    end=None,
    office="Bupati Contoh",
    name="Siti Rekayasari (rekaan)",
    kind="tenure",
    capacity="definitif",
)
LEAVE = DraftPeriod(
    what="cuti kampanye",
    start="2024-09-25",
    end="2024-11-23",
    office="Bupati Contoh",
    name="Siti Rekayasari (rekaan)",
    kind="leave",
)

__all__ = [
    "APEL",
    "FORUM_DAY",
    "LEAVE",
    "TENURE",
    "TEXT",
    "TODAY",
    "AgendaItem",
    "Candidate",
    "DraftAttestation",
    "DraftCommitment",
    "DraftDirective",
    "DraftPeriod",
    "Evidence",
    "OnBehalfOf",
    "Quote",
    "Recurrence",
    "confirm",
    "proof",
    "put_down",
    "replace",
    "span",
]


def put_down(
    pemda: Pemda | None, draft: Draft, kode: str = "uji-9", text: str = ""
) -> ReadingDraft:
    """Keep a document with ``draft`` as what was read of it."""
    content = draft.to_json()
    return ReadingDraft.objects.create(
        document=document(kode, text=text or f"{TEXT} {kode}"),
        pemda=pemda,
        as_read=content,
        content=content,
    )


def confirm(draft: ReadingDraft) -> ReadingDraft:
    return confirm_draft(public_id=draft.public_id, day=TODAY, actor=WARNI, reason="ditinjau")
