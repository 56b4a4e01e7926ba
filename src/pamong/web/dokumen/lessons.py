"""What a review may teach, as the confirming page shows it before anything is kept."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pamong.apps.forums.learning import Lesson
from pamong.reader.corrections import CorrectionCase
from pamong.web.dokumen.fields import FORUM, ON_BEHALF, rows_named
from pamong.web.dokumen.values import named, shown

KINDS: dict[str, str | Promise] = {
    "changed": _("diubah"),
    "added": _("ditambah"),
    "removed": _("dihapus"),
}
_DIGITS = 6  # of seconds; more are no time that anybody spent


@dataclass(frozen=True, slots=True)
class ShownCase:
    """One case in words; ``before`` or ``after`` is empty where there was nothing."""

    field: str
    kind: str | Promise
    before: str
    after: str
    passage: str


@dataclass(frozen=True, slots=True)
class ShownLesson:
    """The cases of one draft in words."""

    is_closed: bool
    cases: tuple[ShownCase, ...]
    without_words: int


def learned(lesson: Lesson) -> ShownLesson:
    """Put a lesson into words."""
    cases = tuple(_shown(case) for case in lesson.cases)
    return ShownLesson(lesson.is_closed, cases, lesson.without_words)


def field_label(path: str) -> str:
    """Name a field of the draft: "Tanggal forum", "Arahan: Kepada"; else its own path."""
    for field in (*FORUM, *ON_BEHALF):
        if field.name == path:
            return str(field.label)
    part, _slash, name = path.partition("/")
    try:
        rows = rows_named(part)
    except LookupError:
        return path
    label = next((str(field.label) for field in rows.fields if name and field.name == name), name)
    return f"{rows.title}: {label}" if label else str(rows.title)


def seconds_told(post: QueryDict) -> int | None:
    """Read how long the page was to be seen; ``None`` where no script counted."""
    told = post.get("seconds", "")
    return int(told) if told.isascii() and told.isdecimal() and len(told) <= _DIGITS else None


def _shown(case: CorrectionCase) -> ShownCase:
    return ShownCase(
        field=field_label(case.field),
        kind=KINDS[case.kind],
        before=_written(case, case.proposed),
        after=_written(case, case.corrected),
        passage=case.passage,
    )


def _written(case: CorrectionCase, value: object) -> str:
    """Write a value or a row; of a row whose part was corrected, that part."""
    if isinstance(value, dict) and case.name:
        value = value.get(case.name)
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part)
    if value is None:
        return ""
    if isinstance(value, bool):
        return gettext("ya") if value else gettext("tidak")
    for field in FORUM:
        if field.name == case.field:
            return named(field, value) or shown(field, value)
    return str(value)
