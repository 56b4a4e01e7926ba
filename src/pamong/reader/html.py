"""What an HTML page shows: its title, its article block by block, and the day of its appearance.

Scripts, menus, forms and hidden parts never count as text; ``main_text`` finds the article among
the rest. Furniture inside it is decided line by line, as in any text (``furniture``).
"""

import re
from dataclasses import dataclass
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from pamong.reader.days import find_days
from pamong.reader.layout import lay_out
from pamong.reader.main_text import MainText

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)",
    re.IGNORECASE | re.DOTALL,
)
_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_NEVER_TEXT = (
    "script, style, noscript, template, iframe, svg, form, nav, aside, button, select, footer, "
    "marquee, address, dialog, amp-sidebar, [hidden], [aria-hidden=true], [role=navigation], "
    "[role=banner], [role=contentinfo], [role=complementary], [role=dialog]"
)
_TITLES = ("meta[property='og:title']", "title", "h1")
_PUBLISHED = (
    ("meta[property='article:published_time']", "content"),
    ("[itemprop=datePublished]", "content"),
    ("[itemprop=datePublished]", "datetime"),
    ("time[datetime]", "datetime"),
)
_LINKED_DATA = "script[type='application/ld+json']"
_LINKED_DAY = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2})')
_NESTING = re.compile(
    r"<(?P<ends>/?)(?:article|b|blockquote|center|div|em|font|i|main|ol|p|section|span|strong|"
    r"table|ul)\b",
    re.IGNORECASE,
)
_BYLINE_WORDS = 14  # a line with the day of appearance is short


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What a page shows: its title, its text, and the day that it says it was published."""

    title: str | None
    text: str
    published_on: date | None


def looks_like_html(text: str, filename: str) -> bool:
    """Tell a page from a text that only holds left-over tags."""
    return filename.lower().endswith(_HTML_ENDINGS) or _HTML_START.match(text) is not None


def nesting(html: str) -> int:
    """Return how deep a page is nested at most; a parser takes the square of it."""
    depth = deepest = 0
    for tag in _NESTING.finditer(html):
        depth = max(depth - 1, 0) if tag["ends"] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def read_html(html: str) -> HtmlPage:
    """Return the title, the article with a line for each block, and the day of publication."""
    tree = LexborHTMLParser(html)
    title, published_on = _title(tree), _published_on(tree)
    for node in tree.css(_NEVER_TEXT):
        node.decompose()
    main = MainText(lay_out(tree), title)
    return HtmlPage(title, "\n".join(main.lines), published_on or _day_beside(main.byline))


def _title(tree: LexborHTMLParser) -> str | None:
    for selector in _TITLES:
        node = tree.css_first(selector)
        found = node and (node.attributes.get("content") or node.text(deep=True))
        if found and found.strip():
            return " ".join(found.split())
    return None


def _published_on(tree: LexborHTMLParser) -> date | None:
    """Return the day that the page states for machines."""
    stated = [_stated(tree, selector, attribute) for selector, attribute in _PUBLISHED]
    linked = [_LINKED_DAY.search(node.text(deep=True)) for node in tree.css(_LINKED_DATA)]
    for written in (*stated[:1], *(found[1] for found in linked if found), *stated[1:]):
        try:
            return date.fromisoformat(written[:10])
        except ValueError:
            continue
    return None


def _stated(tree: LexborHTMLParser, selector: str, attribute: str) -> str:
    node = tree.css_first(selector)
    return (node.attributes.get(attribute) if node else None) or ""


def _day_beside(byline: list[str]) -> date | None:
    """Return the day that short lines between the headline and the article state, if it is one."""
    days = {
        day.full
        for line in byline
        if len(line.split()) <= _BYLINE_WORDS
        for day in find_days(line)
        if day.full
    }
    return days.pop() if len(days) == 1 else None
