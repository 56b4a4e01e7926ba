"""The door for words of people who do not want to be named; nothing about them comes in with it.

No act, no history, no job, no log: a statement is the words and the forum, as real-people.md and
its explanation promise. Whoever calls from a page must add none either (web/forum/rahasia.py).
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from pamong.apps.core.models import Person
from pamong.apps.forums.calling_off import ForumCalledOffError, standing_calling_off
from pamong.apps.forums.models import ConfidentialStatement, Forum, Presence
from pamong.apps.forums.selectors import ids_heard_in
from pamong.apps.organisasi.models import Jabatan, Opd, Pemda
from pamong.apps.organisasi.office_names import SAME_WORDS
from pamong.apps.organisasi.people import ids_in_office

FEW = 5
"""With fewer who could have said it, somebody may guess who did."""

MAX_LETTERS = 2000
MASK = "▒"

UNNAMED = (("quotes", "speaker", "text"), ("commitments", "by", "gist"), ("speakers", "name", ""))
"""Rows of a draft, what names their speaker, and where their words are."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[\"“]\s*)$")
_CALLED = re.compile(r"\b(?:pak|bu|bapak|ibu|sdr|sdri|saudara|saudari)\.?\s+$", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:pukul|jam)\s+\d|\b\d{1,2}[.:]\d{2}\s*(?:wib|wita|wit)\b", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"\d(?:[\s.-]?\d){9,}")
_LONGEST_NAME = 6  # words
_SHORTEST_PART = 3  # letters; "Adi" may be any word


class BetrayingWordsError(ValueError):
    """The words name an OPD, an office, a person, a number or a time; ``problems`` says which."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__(" ".join(problems))


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many could have said it, as far as roll call or invitations tell; else ``None``."""

    number: int | None

    @property
    def is_small(self) -> bool:
        """Whether somebody may guess who spoke."""
        return self.number is None or self.number < FEW


def keep_confidential(*, forum: Forum, words: str) -> bool:
    """Keep a statement, and nothing else; tell whether it is new.

    Raises:
        BetrayingWordsError: the words themselves lead to somebody, or are none, or too many.
        ForumCalledOffError: the forum is called off. Asked without a lock, which would leave the
            time of the words at the forum.
    """
    if (called_off := standing_calling_off(forum)) is not None:
        raise ForumCalledOffError(called_off)
    clean = tidy(words)
    problems = betrayals(clean, forum.pemda)
    if problems:
        raise BetrayingWordsError(problems)
    with transaction.atomic(), connection.cursor() as cursor:
        table = ConfidentialStatement._meta.db_table  # noqa: SLF001  Django's documented Options
        cursor.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        _statement, is_new = ConfidentialStatement.objects.get_or_create(forum=forum, words=clean)
        # Whoever reads the tables could line rows up by place and transaction; all move at once.
        cursor.execute(
            f"WITH gone AS (DELETE FROM {table} RETURNING id, forum_id, words) "  # noqa: S608  ours
            f"INSERT INTO {table} (id, forum_id, words) "
            "SELECT id, forum_id, words FROM gone ORDER BY random()"
        )
    return is_new


def confidential_words(forum: Forum) -> list[str]:
    """Return the statements of a forum in an order that says nothing."""
    return list(forum.confidential.order_by("id").values_list("words", flat=True))


def crowd_of(forum: Forum) -> Crowd:
    """Return how many could have said something: those who came, or else who were invited."""
    came = forum.invitations.filter(
        roll_call__presence__in=(Presence.HADIR, Presence.DIWAKILI)
    ).count()
    number = came or forum.invitations.count()
    return Crowd(number or None)


def tidy(words: str) -> str:
    """Return the words on one line, without characters that are not written."""
    return " ".join(words.replace("\0", " ").split())


def betrayals(words: str, pemda: Pemda) -> list[str]:
    """Return each thing in ``words`` that leads to whoever said them, as a sentence."""
    if not words:
        return [_("Pernyataan masih kosong.")]
    problems = []
    if len(words) > MAX_LETTERS:
        problems.append(_("Pernyataan lebih dari %d huruf. Persingkat.") % MAX_LETTERS)
    problems += [
        _('Pernyataan menyebut "%s". Tulis tanpa nama OPD, jabatan, atau orang.') % name
        for name in _named(words, pemda)
    ]
    if _CLOCK.search(words):
        problems.append(_("Pernyataan menyebut jam. Hapus jamnya."))
    if _LONG_NUMBER.search(words):
        problems.append(_("Pernyataan memuat nomor yang panjang. Hapus nomornya."))
    return problems


def masked(content: dict[str, Any], text: str) -> tuple[dict[str, Any], str]:
    """Return a draft's content and its text with the words of unnamed speakers covered.

    In the text the whole paragraph goes, since it tells who spoke; where a person wrote the words
    anew and they stand nowhere, the whole text goes. Every covered letter becomes one mark, so
    that places in the text stay what they are.
    """
    covered, shown = dict(content), text
    for part, name, words in UNNAMED:
        rows = []
        for index, row in enumerate(content.get(part, ())):
            is_unnamed = not row[name]
            rows.append({key: _covered(held) for key, held in row.items()} if is_unnamed else row)
            if is_unnamed and words:
                spans = content["evidence"].get(f"/{part}/{index}", {}).get("spans", [])
                for start, end in spans or _places(row[words], text):
                    begin, stop = _paragraph(text, start, end)
                    shown = shown[:begin] + _cover(shown[begin:stop]) + shown[stop:]
        covered[part] = rows
    return covered, shown


def holds_unnamed(content: dict[str, Any]) -> bool:
    """Tell whether a draft quotes somebody, or tells of a promise, without a name."""
    return any(not row["speaker"] for row in content["quotes"]) or any(
        not row["by"] for row in content["commitments"]
    )


def _places(words: str, text: str) -> list[tuple[int, int]]:
    """Return where ``words`` stand in ``text``; all of it, where they do not."""
    start = text.casefold().find(words.casefold())
    return [(start, start + len(words))] if start >= 0 else [(0, len(text))]


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, stop if stop >= 0 else len(text)


def _covered(value: object) -> object:
    return _cover(value) if isinstance(value, str) else value


def _cover(text: str) -> str:
    return re.sub(r"\S", MASK, text)


def _named(words: str, pemda: Pemda) -> list[str]:
    """Return the OPDs, offices and people on record that ``words`` name."""
    lower = f" {' '.join(_WORD.findall(words.casefold()))} "
    names: list[str] = []
    for nama, singkatan in Opd.objects.filter(pemda=pemda).values_list("nama", "singkatan"):
        names += [nama, singkatan]
    names += Jabatan.objects.filter(pemda=pemda).values_list("nama", flat=True).distinct()
    names += SAME_WORDS
    told = [name for name in names if name and f" {_bare(name)} " in lower]
    # "Kepala Dinas Sosial" says "Dinas Sosial" too; the longest one is enough.
    longest = [name for name in told if not _is_inside(name, told)]
    return list(dict.fromkeys([*longest, *_people(words, pemda)]))


def _bare(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))


def _is_inside(name: str, others: list[str]) -> bool:
    return any(name != other and _bare(name) in _bare(other) for other in others)


def _people(words: str, pemda: Pemda) -> list[str]:
    """Return whom on record in the government ``words`` call by the whole name or by a part."""
    parts = list(_WORD.finditer(words))
    whole = {
        _key(run): run
        for start in range(len(parts))
        for length in range(2, _LONGEST_NAME + 1)
        if (run := " ".join(part[0] for part in parts[start : start + length]))
    }
    called = {_key(part[0]): part[0] for part in parts if _is_name_like(words, part)}
    here = Person.objects.filter(sort_key__in=[*whole, *called]).filter(
        _in_office(pemda) | Q(employments__pemda=pemda)
    )
    found = {key: (whole | called)[key] for key in here.values_list("sort_key", flat=True)}
    if called:
        leaders = Person.objects.filter(_in_office(pemda)).values_list("sort_key", flat=True)
        known = {part for key in leaders for part in key.split()}
        found |= {key: name for key, name in called.items() if key in known}
    return list(dict.fromkeys(found.values()))


def _in_office(pemda: Pemda) -> Q:
    """Return the condition on people who held office or were heard in the government."""
    return Q(pk__in=ids_in_office(pemda).union(ids_heard_in(pemda)))


def _key(name: str) -> str:
    """Return a name as ``Person.sort_key`` writes it; here also what is no name at all."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return " ".join("".join(c for c in letters if c.isalnum() or c == " ").split())


def _is_name_like(words: str, part: re.Match[str]) -> bool:
    """Tell whether a word is written, or called, as a name is; the first of a sentence is not."""
    before = words[: part.start()]
    is_long = len(part[0]) > _SHORTEST_PART
    if _CALLED.search(before):
        return is_long
    return is_long and part[0][0].isupper() and not _SENTENCE_START.search(before)
