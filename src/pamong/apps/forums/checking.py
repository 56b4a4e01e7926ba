"""What stands in the way of confirming a draft: every matter at once, and what to do about it."""

from collections.abc import Iterable
from datetime import date

from django.db import models

from pamong.apps.core.models import Document, Person
from pamong.apps.forums.editing import open_conflicts
from pamong.apps.forums.models import (
    AgendaItem,
    Commitment,
    Directive,
    DirectiveAddressee,
    Forum,
    ForumGuest,
    ForumKind,
    ReadingDraft,
    Setting,
    Topic,
)
from pamong.apps.organisasi.models import Jabatan
from pamong.kernel.day import format_day
from pamong.reader.draft import Draft

FIELD_NAMES = {
    "date": "tanggal",
    "region": "daerah",
    "forum_kind": "jenis forum",
    "speakers": "pembicara",
    "periods": "masa jabatan atau cuti",
    "attestations": "penyebutan jabatan",
    "on_behalf_of": "pembaca sambutan",
    "directives": "arahan",
    "quotes": "kutipan",
    "commitments": "komitmen",
}

Texts = Iterable[str | None]


def problems_of(draft: ReadingDraft, content: Draft) -> Iterable[str]:
    """Say what is missing, unsettled, unknown, too long or impossible in a draft."""
    yield from _missing(draft, content)
    for pointer in open_conflicts(draft.content):
        yield f"Pilih dulu salah satu: {_field_name(pointer)}."
    yield from _unknown(content)
    yield from _too_long(content)
    yield from _from_the_future(draft.document, content)


def full_day(text: str | None) -> date | None:
    """Return the day that an ISO text states; ``None`` where it states less than a day."""
    try:
        return date.fromisoformat(text) if text and len(text) == len("2020-01-01") else None
    except ValueError:
        return None


def _missing(draft: ReadingDraft, content: Draft) -> Iterable[str]:
    if draft.pemda is None:
        named = f'"{content.region}"' if content.region else "belum diisi"
        yield f"Daerah {named}; pilih pemerintah daerah yang dikelola di sini."
    if content.is_forum and content.date is None:
        yield "Tanggal forum belum diisi."
    if content.is_forum and content.forum_kind is None:
        yield "Jenis forum belum diisi."
    if not content.is_forum and not (content.periods or content.attestations):
        yield "Tidak ada yang dapat dicatat dari dokumen ini. Sisihkan dengan alasan."


def _unknown(content: Draft) -> Iterable[str]:
    topics: list[str | None] = [row.topic for row in content.directives]
    topics += [row.topic for row in content.commitments]
    settings = [row.setting for row in content.directives]
    settings += [row.setting for row in content.quotes]
    yield from _not_among(ForumKind, "Jenis forum", [content.forum_kind])
    yield from _not_among(Topic, "Topik", [*content.topics, *topics])
    yield from _not_among(Setting, "Cara penyampaian", settings)


def _not_among(choices: type[models.TextChoices], what: str, values: Texts) -> Iterable[str]:
    for value in dict.fromkeys(values):
        if value and value not in choices.values:
            yield f'{what} "{value}" tidak dikenal. Pilih salah satu dari daftar.'


def _too_long(content: Draft) -> Iterable[str]:
    directives, commitments = content.directives, content.commitments
    guests = [row.office for row in content.attendees]
    yield from _longer(AgendaItem, "item", "Pokok agenda", [row.item for row in content.agenda])
    yield from _longer(AgendaItem, "body", "Instansi", [row.body for row in content.agenda])
    yield from _longer(Forum, "place", "Tempat", [content.place])
    yield from _longer(Forum, "time_of_day", "Waktu", [content.time_of_day])
    yield from _longer(ForumGuest, "text", "Hadirin", [*guests, *content.organisations])
    yield from _longer(Directive, "gist", "Inti arahan", [row.gist for row in directives])
    yield from _longer(Directive, "repeats", "Penanda", [row.repeats for row in directives])
    yield from _longer(DirectiveAddressee, "text", "Penerima", [row.to for row in directives])
    yield from _longer(Commitment, "gist", "Inti komitmen", [row.gist for row in commitments])
    yield from _longer(Commitment, "to", "Penerima komitmen", [row.to for row in commitments])
    yield from _longer(Commitment, "due", "Tenggat", [row.due for row in commitments])
    yield from _longer(Person, "nama", "Nama", [row.name for row in content.attestations])
    yield from _longer(Jabatan, "nama", "Jabatan", [row.office for row in content.attestations])
    yield from _longer(Person, "nama", "Nama", [row.name for row in content.periods])
    yield from _longer(Jabatan, "nama", "Jabatan", [row.office for row in content.periods])


def _longer(model: type[models.Model], name: str, what: str, values: Texts) -> Iterable[str]:
    """Name the texts that have no room in a field; none is cut in silence."""
    field = model._meta.get_field(name)  # noqa: SLF001  Django's documented Options
    room = getattr(field, "max_length", None) or 0
    for value in filter(None, values):
        if len(value) > room:
            yield f'{what} lebih dari {room} huruf; persingkat: "{value[:40]}…".'


def _from_the_future(document: Document, content: Draft) -> Iterable[str]:
    """A text tells of no day after the one on which it came in, though it may announce terms."""
    told = [content.date, *(full_day(row.day) for row in content.attestations)]
    for day in dict.fromkeys(filter(None, told)):
        if day > document.received_on:
            yield (
                f"Tanggal {format_day(day)} sesudah dokumen ini diterima "
                f"({format_day(document.received_on)}). Periksa tanggalnya."
            )


def _field_name(pointer: str) -> str:
    """Name a part of the draft for people: "pembicara ke-1"."""
    part, _, rest = pointer.removeprefix("/").partition("/")
    number = rest.partition("/")[0]
    name = FIELD_NAMES.get(part, part)
    return f"{name} ke-{int(number) + 1}" if number.isdecimal() else name
