"""What stands in the way of confirming a draft: every matter at once, and what to do about it."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
    "date": gettext_lazy("tanggal"),
    "region": gettext_lazy("daerah"),
    "forum_kind": gettext_lazy("jenis forum"),
    "speakers": gettext_lazy("pembicara"),
    "periods": gettext_lazy("masa jabatan atau cuti"),
    "attestations": gettext_lazy("penyebutan jabatan"),
    "on_behalf_of": gettext_lazy("pembaca sambutan"),
    "directives": gettext_lazy("arahan"),
    "quotes": gettext_lazy("kutipan"),
    "commitments": gettext_lazy("komitmen"),
}

Texts = Iterable[str | None]


def problems_of(draft: ReadingDraft, content: Draft) -> Iterable[str]:
    """Say what is missing, unsettled, unknown, too long or impossible in a draft."""
    yield from _missing(draft, content)
    for pointer in open_conflicts(draft.content):
        yield _("Pilih dulu salah satu: %(part)s.") % {"part": _field_name(pointer)}
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
        named = f'"{content.region}"' if content.region else _("belum diisi")
        yield _("Daerah %(named)s; pilih pemerintah daerah yang dikelola di sini.") % {
            "named": named
        }
    if content.is_forum and content.date is None:
        yield _("Tanggal forum belum diisi.")
    if content.is_forum and content.forum_kind is None:
        yield _("Jenis forum belum diisi.")
    if not content.is_forum and not (content.periods or content.attestations):
        yield _("Tidak ada yang dapat dicatat dari dokumen ini. Sisihkan dengan alasan.")


def _unknown(content: Draft) -> Iterable[str]:
    topics: list[str | None] = [row.topic for row in content.directives]
    topics += [row.topic for row in content.commitments]
    settings = [row.setting for row in content.directives]
    settings += [row.setting for row in content.quotes]
    yield from _not_among(ForumKind, _("Jenis forum"), [content.forum_kind])
    yield from _not_among(Topic, _("Topik"), [*content.topics, *topics])
    yield from _not_among(Setting, _("Cara penyampaian"), settings)


def _not_among(choices: type[models.TextChoices], what: str, values: Texts) -> Iterable[str]:
    for value in dict.fromkeys(values):
        if value and value not in choices.values:
            yield _('%(what)s "%(value)s" tidak dikenal. Pilih salah satu dari daftar.') % {
                "what": what,
                "value": value,
            }


def _too_long(content: Draft) -> Iterable[str]:
    directives, commitments = content.directives, content.commitments
    guests = [row.office for row in content.attendees]
    yield from _longer(AgendaItem, "item", _("Pokok agenda"), [row.item for row in content.agenda])
    yield from _longer(AgendaItem, "body", _("Instansi"), [row.body for row in content.agenda])
    yield from _longer(Forum, "place", _("Tempat"), [content.place])
    yield from _longer(Forum, "time_of_day", _("Waktu"), [content.time_of_day])
    yield from _longer(ForumGuest, "text", _("Hadirin"), [*guests, *content.organisations])
    yield from _longer(Directive, "gist", _("Inti arahan"), [row.gist for row in directives])
    yield from _longer(Directive, "repeats", _("Penanda"), [row.repeats for row in directives])
    yield from _longer(DirectiveAddressee, "text", _("Penerima"), [row.to for row in directives])
    yield from _longer(Commitment, "gist", _("Inti komitmen"), [row.gist for row in commitments])
    yield from _longer(Commitment, "to", _("Penerima komitmen"), [row.to for row in commitments])
    yield from _longer(Commitment, "due", _("Tenggat"), [row.due for row in commitments])
    yield from _longer(Person, "nama", _("Nama"), [row.name for row in content.attestations])
    yield from _longer(Jabatan, "nama", _("Jabatan"), [row.office for row in content.attestations])
    yield from _longer(Person, "nama", _("Nama"), [row.name for row in content.periods])
    yield from _longer(Jabatan, "nama", _("Jabatan"), [row.office for row in content.periods])


def _longer(model: type[models.Model], name: str, what: str, values: Texts) -> Iterable[str]:
    """Name the texts that have no room in a field; none is cut in silence."""
    field = model._meta.get_field(name)  # noqa: SLF001  Django's documented Options
    room = getattr(field, "max_length", None) or 0
    for value in filter(None, values):
        if len(value) > room:
            yield _('%(what)s lebih dari %(room)s huruf; persingkat: "%(value)s…".') % {
                "what": what,
                "room": room,
                "value": value[:40],
            }


def _from_the_future(document: Document, content: Draft) -> Iterable[str]:
    """A text tells of no day after the one on which it came in, though it may announce terms."""
    told = [content.date, *(full_day(row.day) for row in content.attestations)]
    for day in dict.fromkeys(filter(None, told)):
        if day > document.received_on:
            yield (
                _(
                    "Tanggal %(day)s sesudah dokumen ini diterima (%(received_on)s). Periksa "
                    "tanggalnya."
                )
                % {"day": format_day(day), "received_on": format_day(document.received_on)}
            )


def _field_name(pointer: str) -> str:
    """Name a part of the draft for people: "pembicara ke-1"."""
    part, _slash, rest = pointer.removeprefix("/").partition("/")
    number = rest.partition("/")[0]
    name = FIELD_NAMES.get(part, part)
    if not number.isdecimal():
        return str(name)
    return _("%(part)s ke-%(number)s") % {"part": name, "number": int(number) + 1}
