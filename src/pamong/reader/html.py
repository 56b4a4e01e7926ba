"""The visible main text of an HTML page, block by block; scripts never count as text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)",
    re.IGNORECASE | re.DOTALL,
)
_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_NEVER_TEXT = (
    "script, style, noscript, template, iframe, svg, form, nav, aside, button, select, footer, "
    "[hidden], [aria-hidden=true]"
)
_MAIN = ("[itemprop=articleBody]", "article", "main", "[role=main]")
_LEAST_MAIN = 200  # characters: a shorter "main" part is a teaser
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre",
        "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_TITLES = ("meta[property='og:title']", "title", "h1")
_PUBLISHED = (
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop=datePublished]", "content"),
    ("time[datetime]", "datetime"),
)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What a page shows: its title, its text, and the day that it says it was published."""

    title: str | None
    text: str
    published_on: date | None


def looks_like_html(text: str, filename: str) -> bool:
    """Tell a page from a text that only holds left-over tags."""
    return filename.lower().endswith(_HTML_ENDINGS) or _HTML_START.match(text) is not None


def read_html(html: str) -> HtmlPage:
    """Return the title, the main text with a line for each block, and the day of publication."""
    tree = LexborHTMLParser(html)
    title, published_on = _title(tree), _published_on(tree)
    for node in tree.css(_NEVER_TEXT):
        node.decompose()
    text = _text(_main(tree))
    return HtmlPage(title, text, published_on)


def _title(tree: LexborHTMLParser) -> str | None:
    for selector in _TITLES:
        node = tree.css_first(selector)
        found = node and (node.attributes.get("content") or node.text(deep=True))
        if found and found.strip():
            return " ".join(found.split())
    return None


def _published_on(tree: LexborHTMLParser) -> date | None:
    for selector, attribute in _PUBLISHED:
        node = tree.css_first(selector)
        written = (node.attributes.get(attribute) if node else None) or ""
        try:
            return date.fromisoformat(written[:10])
        except ValueError:
            continue
    return None


def _main(tree: LexborHTMLParser) -> LexborNode | None:
    """Return the part with the article: the longest that calls itself so, else the whole body."""
    for selector in _MAIN:
        parts = tree.css(selector)
        longest = max(parts, key=_length, default=None)
        if longest is not None and _length(longest) >= _LEAST_MAIN:
            return longest
    return tree.body


def _length(node: LexborNode) -> int:
    return len(node.text(deep=True))


def _text(node: LexborNode | None) -> str:
    pieces = "".join(_pieces(node)) if node is not None else ""
    lines = (" ".join(line.split()) for line in pieces.split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(node: LexborNode) -> Iterator[str]:
    """Yield texts and line ends: a block begins a line, and so does what follows a block."""
    for child in node.traverse(include_text=True):
        if child.tag == "-text":
            if child.prev is not None and child.prev.tag in _BLOCKS:
                yield "\n"
            # White space in the source only parts words.
            yield re.sub(r"\s+", " ", child.text(deep=False))
        elif child.tag in _BLOCKS:
            yield "\n"
