"""The parts of a draft as a person edits them: what they are called, and how each is written."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pamong.apps.forums.choices import CAPACITIES, FORUM_KINDS, SETTINGS, TOPICS

Choices = tuple[tuple[str, str | Promise], ...]


class Control(StrEnum):
    """How a value is written."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    LOOSE_DAY = "loose_day"  # "September 2023" or "2025", where the text says no more
    CHOICE = "choice"
    YES_NO = "yes_no"
    PICK = "pick"  # a choice among many: typed, with the labels as suggestions


@dataclass(frozen=True, slots=True)
class Field:
    """One value; ``name`` is its key in the draft, empty where the row itself is the value."""

    name: str
    label: str | Promise
    control: Control = Control.LINE
    choices: Choices = ()
    is_required: bool = False
    suggests: str = ""  # the list of the page that holds what may be meant


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of the draft; ``one`` names a single row."""

    name: str
    title: str | Promise
    one: str | Promise
    fields: tuple[Field, ...]


LEVELS: Choices = (
    ("provinsi", _("provinsi")),
    ("kabupaten", _("kabupaten")),
    ("kota", _("kota")),
)
NAMES = "nama"
PERIOD_KINDS: Choices = (("tenure", _("masa jabatan")), ("leave", _("cuti")))

FORUM = (
    Field("is_forum", _("Tentang sebuah forum"), Control.YES_NO),
    Field("forum_kind", _("Jenis forum"), Control.CHOICE, FORUM_KINDS),
    Field("date", _("Tanggal forum"), Control.DAY),
    Field("time_of_day", _("Waktu")),
    Field("place", _("Tempat")),
    Field("region", _("Pemerintah daerah")),
    Field("region_kind", _("Tingkat"), Control.CHOICE, LEVELS),
)
ON_BEHALF = (
    Field("on_behalf_of/reader", _("Dibacakan oleh"), suggests=NAMES),
    Field("on_behalf_of/principal", _("Atas nama jabatan")),
)

_NAME = Field("name", _("Nama"))
_OFFICE = Field("office", _("Jabatan"))
_CAPACITY = Field("capacity", _("Kedudukan"), Control.CHOICE, CAPACITIES)
_BY = Field("by", _("Oleh"), suggests=NAMES)
_TO = Field("to", _("Kepada"))
_GIST = Field("gist", _("Intinya"), Control.TEXT, is_required=True)
_TOPIC = Field("topic", _("Topik"), Control.PICK, TOPICS, suggests="topik")
_SETTING = Field("setting", _("Cara"), Control.CHOICE, SETTINGS)
_RELAYED = Field("relayed_by", _("Disampaikan oleh"), suggests=NAMES)

ALL_ROWS = (
    Rows(
        "speakers", _("Yang berbicara atau bertindak"), _("pembicara"), (_NAME, _OFFICE, _CAPACITY)
    ),
    Rows(
        "attestations",
        _("Siapa disebut dengan jabatan apa"),
        _("penyebutan jabatan"),
        (
            Field("name", _("Nama"), is_required=True),
            Field("office", _("Jabatan"), is_required=True),
            Field("capacity", _("Kedudukan"), Control.CHOICE, CAPACITIES, is_required=True),
            Field("day", _("Pada hari"), Control.DAY),
        ),
    ),
    Rows(
        "periods",
        _("Masa jabatan dan cuti"),
        _("masa jabatan atau cuti"),
        (
            Field("what", _("Yang disebut"), is_required=True),
            Field("kind", _("Jenis"), Control.CHOICE, PERIOD_KINDS),
            _NAME,
            _OFFICE,
            _CAPACITY,
            Field("start", _("Hari pertama"), Control.LOOSE_DAY),
            Field("end", _("Hari terakhir"), Control.LOOSE_DAY),
        ),
    ),
    Rows(
        "directives",
        _("Arahan"),
        _("arahan"),
        (_GIST, _BY, _TO, _TOPIC, _SETTING, _RELAYED, Field("repeats", _("Penanda pengulangan"))),
    ),
    Rows(
        "commitments",
        _("Komitmen"),
        _("komitmen"),
        (_GIST, _BY, _TO, _TOPIC, Field("due", _("Tenggat menurut dokumen"))),
    ),
    Rows(
        "quotes",
        _("Kutipan langsung"),
        _("kutipan"),
        (
            Field("text", _("Kata-katanya"), Control.TEXT, is_required=True),
            Field("speaker", _("Pembicara"), suggests=NAMES),
            _SETTING,
            _RELAYED,
        ),
    ),
    Rows("attendees", _("Hadirin"), _("hadirin"), (_NAME, _OFFICE)),
    Rows(
        "organisations",
        _("Instansi"),
        _("instansi"),
        (Field("", _("Nama instansi"), is_required=True),),
    ),
    Rows(
        "topics",
        _("Topik"),
        _("topik"),
        (Field("", _("Topik"), Control.PICK, TOPICS, is_required=True, suggests="topik"),),
    ),
    Rows(
        "numbers",
        _("Angka yang disebut"),
        _("angka"),
        (
            Field("what", _("Tentang"), is_required=True),
            Field("value", _("Angka seperti tertulis"), is_required=True),
            Field("unit", _("Satuan"), is_required=True),
        ),
    ),
    Rows(
        "recurrence",
        _("Yang berulang"),
        _("pengulangan"),
        (
            Field("what", _("Yang berulang"), is_required=True),
            Field("rule", _("Setiap"), is_required=True),
        ),
    ),
    Rows(
        "agenda",
        _("Perihal untuk instansi lain"),
        _("perihal"),
        (
            Field("item", _("Perihal"), Control.TEXT, is_required=True),
            Field("body", _("Instansi")),
        ),
    ),
)


class UnknownFieldError(LookupError):
    """A pointer names no part of a draft that a person edits."""

    def __init__(self, pointer: str) -> None:
        super().__init__(
            _("Bagian %(pointer)s tidak ada di draf. Muat ulang halaman ini.")
            % {"pointer": pointer}
        )


def rows_named(name: str) -> Rows:
    """Return one list of the draft.

    Raises:
        UnknownFieldError: there is none of that name.
    """
    for rows in ALL_ROWS:
        if rows.name == name:
            return rows
    raise UnknownFieldError(name)


def field_at(pointer: str) -> Field:
    """Return the field that ``pointer`` ("/speakers/0/name", "/topics/2") leads to.

    Raises:
        UnknownFieldError: there is none.
    """
    top, _slash, rest = pointer.removeprefix("/").partition("/")
    for field in (*FORUM, *ON_BEHALF):
        if pointer == f"/{field.name}":
            return field
    for field in rows_named(top).fields:
        if field.name == rest.partition("/")[2]:
            return field
    raise UnknownFieldError(pointer)
