"""A document of Kabupaten Contoh (rekaan) with a draft that waits: one conflict, several rows."""

from datetime import date

from tests.support import registry

from pamong.apps.forums.models import ReadingDraft
from pamong.apps.organisasi.models import Pemda
from pamong.reader.draft import (
    Candidate,
    Draft,
    DraftAttestation,
    DraftCommitment,
    DraftDirective,
    DraftPeriod,
    Evidence,
    ReadingWarning,
    Speaker,
)

NAME = "Siti Rekayasari (rekaan)"
TEXT = """Apel Pagi Kabupaten Contoh (rekaan)

CONTOH – Bupati Contoh (rekaan), Siti Rekayasari (rekaan), memimpin apel pada Senin (9/9/2024).
Ia berada di Alun-Alun Contoh sampai selesai 🙂.

Sehari kemudian, 10 September 2024, halaman ini diperbarui.

Siti Rekayasari (rekaan) menjabat sejak 1 Maret 2021. Ia meminta semua OPD datang tepat waktu.

Seorang kepala dinas berjanji mengisi laporan bulanan.
"""
FORUM_DAY = date(2024, 9, 9)


def waiting_draft(pemda: Pemda, *, kode: str = "uji-tinjau", text: str = TEXT) -> ReadingDraft:
    """Put the document on record with the draft that the reader might make of it."""
    content = draft_of(pemda, text).to_json()
    return ReadingDraft.objects.create(
        document=registry.document(kode, day=date(2024, 9, 11), text=text),
        pemda=pemda,
        as_read=content,
        content=content,
    )


def draft_of(pemda: Pemda, text: str = TEXT) -> Draft:
    """The draft itself, before anybody has touched it."""
    office = "Bupati Contoh (rekaan)"
    return Draft(
        is_forum=True,
        forum_kind="apel",
        date=FORUM_DAY,
        region=pemda.nama,
        region_kind="kabupaten",
        place="Alun-Alun Contoh",
        speakers=(Speaker(NAME, office, "definitif"), Speaker(None, "kepala dinas", None)),
        attestations=(DraftAttestation(NAME, office, "definitif", "2024-09-09"),),
        periods=(
            DraftPeriod("menjabat", "2021-03-01", None, office, NAME, "tenure", "definitif"),
        ),
        directives=(
            DraftDirective(NAME, "semua OPD", "datang tepat waktu", "disiplin", "pidato"),
        ),
        commitments=(DraftCommitment(None, None, "mengisi laporan bulanan", "kinerja"),),
        organisations=("OPD Kabupaten Contoh (rekaan)",),
        topics=("disiplin",),
        boilerplate_lines=("halaman ini diperbarui",),
        evidence={
            "/date": Evidence(
                (span("Senin (9/9/2024)", text),),
                "Hari dan tanggal tertulis di awal.",
                (
                    Candidate("2024-09-09", "Tertulis di awal.", (span("9/9/2024", text),)),
                    Candidate("2024-09-10", "Tertulis.", (span("10 September 2024", text),)),
                ),
                conflict=True,
            ),
            "/place": Evidence((span("Alun-Alun Contoh", text),), "Sesudah kata “di”."),
            "/speakers/0/name": Evidence((span(NAME, text),), "Nama sesudah jabatan."),
            "/speakers/0/office": Evidence((span(office, text),), "Jabatan sebelum nama."),
            "/attestations/0": Evidence((span(f"{office}, {NAME}", text),), "Sebutan jabatan."),
            "/periods/0": Evidence((span("menjabat sejak 1 Maret 2021", text),), "Masa jabatan."),
            "/directives/0": Evidence(
                (span("meminta semua OPD datang tepat waktu", text),), "Kata “meminta”."
            ),
        },
        warnings=(ReadingWarning("unnamed", "Satu pembicara tidak disebut namanya."),),
    )


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where ``words`` first stand in ``text``."""
    start = text.index(words)
    return start, start + len(words)
