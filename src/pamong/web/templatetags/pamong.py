"""Days as people write them, icons from the sprite, and addresses that keep the standpoint."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django import template
from django.template.context import Context
from django.templatetags.static import static
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from pamong.apps.forums.choices import FORUM_KINDS, PAPER_KINDS
from pamong.apps.kepegawaian.sections import BY_KEY
from pamong.kernel.day import format_day, format_day_long, format_period
from pamong.kernel.period import Period
from pamong.web.standpoint import Standpoint

if TYPE_CHECKING:
    from pamong.apps.forums.models import ReadingDraft

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw an icon of frontend/icons.txt; words beside it say what it means."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>',
        static("vendor/sprite.svg"),
        name,
    )


@register.filter
def day(value: date) -> SafeString:
    """Write a day: "18 Maret 2019"."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), format_day(value))


@register.filter
def is_day(value: object) -> bool:
    """Tell whether a value of a record is a day, to be written as one."""
    return isinstance(value, date)


@register.filter
def day_text(value: date) -> str:
    """Write a day without markup, as a field holds it."""
    return format_day(value)


@register.filter
def day_long(value: date) -> SafeString:
    """Write a day with its weekday: "Senin, 18 Maret 2019"."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), format_day_long(value))


@register.filter
def amount(value: int) -> str:
    """Write a number as the language of the page groups it: "20.000", in English "20,000"."""
    return number_format(value, force_grouping=True)


@register.simple_tag
def period(start: date, last_day: date | None) -> str:
    """Write the days of a period; the last one counts."""
    return format_period(Period(start, last_day + timedelta(days=1) if last_day else None))


@register.simple_tag(takes_context=True)
def address(context: Context, name: str, *args: object, **query: str) -> str:
    """Return the address of a page that keeps the day and the government of this one."""
    here: Standpoint = context["here"]
    return here.address(name, *args, **query)


@register.simple_tag(takes_context=True)
def this_page(context: Context, **changed: object) -> str:
    """Return the address of this page with some of what it asks for changed."""
    asked = context["request"].GET.copy()
    for name, value in changed.items():
        asked[name] = str(value)
    return f"?{asked.urlencode()}"


@register.filter
def title_of(draft: "ReadingDraft") -> str:
    """Name a document: its title, or what the draft says that it is about, or its number."""
    document, content = draft.document, draft.content
    kind = str(dict(FORUM_KINDS).get(content["forum_kind"] or "", ""))
    told = " ".join(filter(None, [kind, content["region"]]))
    if document.title or not kind:
        return document.title or gettext("Dokumen %s") % document.kode
    return (
        f"{told}, {format_day(date.fromisoformat(content['date']))}" if content["date"] else told
    )


@register.filter
def paper_of(draft: "ReadingDraft") -> str:
    """Name the kind of a document, as the reader took it; nothing where it did not tell."""
    return str(dict(PAPER_KINDS).get(draft.content.get("document_kind") or "", ""))


@register.filter
def section_title(key: str) -> str:
    """Return what a section of a record is called; what else is looked at bears its own name."""
    known = BY_KEY.get(key)
    return str(known.title) if known else gettext(key)


@register.filter
def sentence(value: str) -> str:
    """Begin a sentence with a capital letter and leave the rest alone."""
    return value[:1].upper() + value[1:]
