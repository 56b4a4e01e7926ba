"""Where and at what hour a forum was held, what comes back, and what is put to bodies above."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from pamong.kernel.day import WEEKDAYS
from pamong.reader.draft import AgendaItem, Recurrence, Span
from pamong.reader.found import Found
from pamong.reader.genre import speech_head
from pamong.reader.kind import any_forum_word
from pamong.reader.knowledge import alternatives, table
from pamong.reader.page import Page

_HOUR = re.compile(
    r"(?<!\w)(?:pukul|jam)\s+\d{1,2}[.:]\d{2}(?:\s*(?:wib|wita|wit)\b)?"
    r"(?:\s*(?:-|s/d|s\.?d\.?|sampai)\s*(?:\d{1,2}[.:]\d{2}(?:\s*(?:wib|wita|wit)\b)?|selesai))?"
)
_PART_OF_DAY = re.compile(
    r"(?<!\w)(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\s+(?P<near>pagi|siang|sore|malam)"
    r"|\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\)\s+(?P<behind>pagi|siang|sore|malam)"
)
_FIRST_SENTENCES = 6  # where and when is told at the beginning
_PLACE_END = re.compile(
    r"[,;.()\"]|\s(?:pada|dan|oleh|dengan|senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|saat|dalam)\b|$"
)


def find_place(page: Page, forum_day: Span | None) -> Found[str] | None:
    """Return the place as written, first in the sentence that tells the day."""
    if written := _field_of(page, "place_fields"):
        return Found(written[0], (written[1],), "Tempatnya tertulis sebagai isian.")
    if (headed := _place_of_speech(page)) is not None:
        return Found(headed[0], (headed[1],), "Tempatnya tertulis di kepala naskah.")
    told = [s.span for s in page.sentences if not s.is_headline][:_FIRST_SENTENCES]
    if forum_day is not None and (sentence := page.sentence_at(forum_day[0])):
        told.insert(0, sentence.span)
    for start, end in told:
        for match in _place_start().finditer(page.lower, start, end):
            stop = _PLACE_END.search(page.lower, match.end(), end)
            until = stop.start() if stop else end
            words = page.body[match.start("place") : until].strip()
            span = (match.start("place"), match.start("place") + len(words))
            return Found(" ".join(words.split()), (span,), "Tempatnya tertulis di teks.")
    return None


def _place_of_speech(page: Page) -> tuple[str, Span] | None:
    """Return the place in the head of a speech: "Pendopo Contoh, 8 April 2025"."""
    head = speech_head(page)
    heads = alternatives(table("circumstances")["places"])
    for day in page.days_in(head) if head else ():
        start = page.body.rfind("\n", 0, day.span[0]) + 1
        if re.match(rf"(?:{heads})(?!\w)", page.lower[start : day.span[0]]):
            words = page.body[start : day.span[0]].rstrip(" ,")
            return words, (start, start + len(words))
    return None


def find_hour(page: Page) -> Found[str] | None:
    """Return the hour, or the part of the day, as written."""
    if written := _field_of(page, "hour_fields"):
        return Found(written[0], (written[1],), "Jamnya tertulis sebagai isian.")
    for sentence in page.sentences:
        if sentence.is_headline:
            continue
        if match := _HOUR.search(page.lower, sentence.start, sentence.end):
            return Found(
                page.body[slice(*match.span())], (match.span(),), "Jamnya tertulis di teks."
            )
        if match := _PART_OF_DAY.search(page.lower, sentence.start, sentence.end):
            group = "near" if match["near"] else "behind"
            reason = "Bagian harinya tertulis di teks."
            return Found(match[group], (match.span(group),), reason)
    return None


def _field_of(page: Page, key: str) -> tuple[str, Span] | None:
    """Return what minutes or an invitation write in a field: "Tempat : Aula Contoh"."""
    labels = alternatives(table("circumstances")[key])
    field = re.compile(rf"(?:{labels})\s*:\s*(?P<written>\S.*)", re.IGNORECASE)
    for line in page.body_lines:
        if match := field.fullmatch(line.text):
            start = line.start + match.start("written")
            return match["written"].strip(), (start, start + len(match["written"].rstrip()))
    label = re.compile(labels, re.IGNORECASE)
    for line, below in pairwise(page.body_lines):  # a table gives the label a line of its own
        if label.fullmatch(line.text) and below.text.startswith(":"):
            start = below.start + len(below.text) - len(below.text.lstrip(": "))
            return page.body[start : below.end], (start, below.end)
    return None


@cache
def _place_start() -> re.Pattern[str]:
    heads = alternatives(table("circumstances")["places"])
    return re.compile(
        rf"(?<!\w)(?:bertempat\s+)?(?:di\s*|tempatnya\s+|tempat\s*:\s*)(?P<place>(?:{heads})(?:nya)?)(?!\w)"
    )


# ── what comes back ────────────────────────────────────────────────────────────────────────────


def find_recurrences(page: Page) -> list[Found[Recurrence]]:
    """Return the forums that the text says come back, with the words for how often or when."""
    found: dict[Recurrence, Found[Recurrence]] = {}
    for match in _how_often().finditer(page.lower):
        sentence = page.sentence_at(match.start())
        if sentence is None or sentence.is_headline:
            continue
        what = _nearest_forum(page, sentence.span, match.span())
        if what is not None:
            value = Recurrence(what, _rule(match[0]))
            found.setdefault(value, Found(value, (match.span(),), "Teks menyebut acara berulang."))
    return list(found.values())


def _rule(lower: str) -> str:
    """Write a rule in one spelling: "tiap Hari Senin" and "tiap hari senin" are the same."""
    small = {name.lower(): name for name in WEEKDAYS}
    return " ".join(small.get(word, word) for word in lower.split())


def _nearest_forum(page: Page, sentence: Span, rule: Span) -> str | None:
    words = list(any_forum_word().finditer(page.lower, *sentence))
    if not words:
        return None
    nearest = min(words, key=lambda m: min(abs(m.start() - rule[1]), abs(rule[0] - m.end())))
    return nearest[0]


@cache
def _how_often() -> re.Pattern[str]:
    rules: list[str] = table("circumstances")["recurring"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(rules)})(?!\w)")


# ── what is put to bodies above ────────────────────────────────────────────────────────────────


def find_agenda(page: Page) -> list[Found[AgendaItem]]:
    """Return the matters that the forum discusses, and those that a named body above is given."""
    found: list[Found[AgendaItem]] = []
    for sentence in page.sentences:
        if not sentence.is_headline:
            found += _discussed(page, sentence.span)
            found += _given(page, sentence.span)
    return found


def _discussed(page: Page, sentence: Span) -> Iterator[Found[AgendaItem]]:
    """Read "rakor membahas A, B, dan C": one item each."""
    match = re.compile(r"(?<!\w)(?:akan\s+)?membahas\s+").search(page.lower, *sentence)
    if match is None or not any_forum_word().search(page.lower, sentence[0], match.start()):
        return
    start = match.end()
    for stop in re.compile(r",\s*(?:dan\s+|serta\s+)?|\.\s*$|$").finditer(
        page.body, start, sentence[1]
    ):
        item = page.body[start : stop.start()].strip(" .")
        if item:
            span = (start, start + len(page.body[start : stop.start()].rstrip()))
            yield Found(AgendaItem(item, None), (span,), 'Teks memakai kata "membahas".')
        start = stop.end()


def _given(page: Page, sentence: Span) -> Iterator[Found[AgendaItem]]:
    for form in _given_forms():
        for match in form.finditer(page.lower, *sentence):
            item = page.body[slice(*match.span("item"))].strip()
            body = page.body[slice(*match.span("body"))].strip()
            spans = (match.span("item"), match.span("body"))
            yield Found(AgendaItem(item, body), spans, "Teks menyebut urusan dan lembaganya.")


@cache
def _given_forms() -> tuple[re.Pattern[str], ...]:
    """Two word orders: "soal X disampaikan kepada BKN" and "BKN menangani X"."""
    bodies = rf"(?P<body>{alternatives(table('circumstances')['bodies_above'])})"
    return (
        re.compile(
            r"(?<!\w)(?:menyampaikan|mengusulkan|mengajukan|melaporkan|meneruskan|mengirimkan|"
            r"mengonsultasikan|mengkonsultasikan)\s+(?P<item>(?:[^,.;\"]|(?<=\d)[.,](?=\d)){3,80}?)\s+"
            rf"(?:kepada|ke)\s+{bodies}(?!\w)"
        ),
        re.compile(
            rf"(?<!\w)soal\s+(?P<item>[^,.;\"]{{3,60}}?)\s+(?:disampaikan\s+)?kepada\s+{bodies}(?!\w)"
        ),
        re.compile(
            rf"(?<!\w){bodies}\s+(?:itu\s+)?(?:bidang\s+)?(?:menangani|menyangkut)\s+"
            r"(?P<item>[^,.;\"]{3,50}?)(?=\s+(?:itu|makanya|sehingga|karena)\b|[,.;\"])"
        ),
    )
