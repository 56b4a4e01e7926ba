"""An HTML page as runs of words between the ends of blocks, and the parts that hold each run."""

import re
from dataclasses import dataclass, field
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pamong.reader.knowledge import pattern, words

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_BOXES = frozenset({"article", "body", "center", "div", "main", "pre", "section", "table", "td"})
_CALLED_ARTICLE = frozenset({"article", "main"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEEPS_LINES = "pre"
_NAME_PIECE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_PROSE_WORDS = 10  # a run of so many words is prose; a shorter one only if it ends a sentence
_SHORTEST_PROSE = 4
_STOPS = (".", "!", "?", '."', ".”", ";", ":")
_TITLE_WORDS = 5
_LINK_SHARE = 0.6
_DEEPEST = 100  # parts around a run that are told apart


@dataclass(slots=True)
class Run:
    """The words between two ends of blocks; ``inside`` are the keys of the parts around them.

    ``count`` is how many words they are, ``link_share`` how many of their letters are links.
    """

    text: str
    inside: tuple[int, ...]
    link_share: float
    is_heading: bool
    count: int

    @property
    def is_link(self) -> bool:
        """Whether its words are those of links."""
        return self.link_share > _LINK_SHARE

    @property
    def is_prose(self) -> bool:
        """Whether it reads like sentences."""
        if self.is_link or self.is_heading or self.count < _SHORTEST_PROSE:
            return False
        return self.text.endswith(_STOPS) or (
            self.count >= _PROSE_WORDS and not _is_capitalised(self.text)
        )

    @property
    def is_imprint(self) -> bool:
        """Whether it is what sites write at their very end."""
        return pattern("html", "imprint").search(self.text) is not None

    @property
    def is_title(self) -> bool:
        """Whether it reads like the title of a page, not like a line of a form or in capitals."""
        return (
            self.count >= _TITLE_WORDS
            and _is_capitalised(self.text)
            and not self.text.isupper()
            and ":" not in self.text
        )


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a page; ``signature`` is its tag with its classes, as lists of cards repeat it.

    ``is_around`` says that its name is that of a part around articles.
    """

    parent: int
    signature: str
    is_box: bool
    is_called_article: bool
    is_around: bool


@dataclass(slots=True)
class Layout:
    """A page as its runs in order, and the parts that hold them, numbered from the outside in."""

    runs: list[Run] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def lay_out(tree: LexborHTMLParser) -> Layout:
    """Cut the body of a page into runs; scripts and forms must have been taken out."""
    body = tree.body
    return _Cutter().cut(body) if body is not None else Layout()


def _is_capitalised(text: str) -> bool:
    """Most of its words are capitalised."""
    listed = text.split()
    return sum(not word[0].islower() for word in listed) * 3 > len(listed) * 2


class _Cutter:
    """Walks a tree without recursion: pages of anywhere may be nested as deep as they like."""

    def __init__(self) -> None:
        self.layout = Layout()
        self.open: list[int] = []
        self.pieces: list[str] = []
        self.letters = self.linked = 0
        self.is_behind_link = False
        self.links = self.headings = self.kept_lines = 0

    def cut(self, body: LexborNode) -> Layout:
        node: LexborNode | None = body
        while node is not None:
            child = self._enter(node)
            while child is None and node is not None:
                self._leave(node)
                if node.mem_id == body.mem_id:
                    node = None
                else:
                    child = node.next
                    node = node.parent if child is None else node
            node = child
        self._end_run()
        return self.layout

    def _enter(self, node: LexborNode) -> LexborNode | None:
        tag = node.tag
        if tag == "-text":
            self._take(node.text(deep=False) or "")
            return None
        if tag in _BLOCKS:
            self._end_run()
            self._open(node, tag)
        if tag == "a":
            self._part_links()
        self.links += tag == "a"
        self.headings += tag in _HEADINGS
        self.kept_lines += tag == _KEEPS_LINES
        return node.child

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag
        if tag in _BLOCKS:
            self._end_run()
            self.open.pop()
        self.links -= tag == "a"
        self.is_behind_link = tag == "a"
        self.headings -= tag in _HEADINGS
        self.kept_lines -= tag == _KEEPS_LINES

    def _open(self, node: LexborNode, tag: str) -> None:
        attributes = node.attributes
        name = attributes.get("class") or ""
        part = Part(
            parent=self.open[-1] if self.open else -1,
            signature=f"{tag}.{name}",
            is_box=tag in _BOXES,
            is_called_article=tag in _CALLED_ARTICLE
            or attributes.get("itemprop") == "articleBody",
            is_around=_says_around(name) or _says_around(attributes.get("id") or ""),
        )
        self.open.append(len(self.layout.parts))
        self.layout.parts.append(part)

    def _part_links(self) -> None:
        """Two links that touch are two words: a style sheet parts them on the screen."""
        if self.is_behind_link:
            self.pieces.append(" ")

    def _take(self, text: str) -> None:
        if not self.kept_lines:
            self._add(text)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self._end_run()
            self._add(line)

    def _add(self, text: str) -> None:
        self.is_behind_link = False
        self.pieces.append(text)
        letters = sum(map(len, text.split()))
        self.letters += letters
        self.linked += letters if self.links else 0

    def _end_run(self) -> None:
        # White space in the source only parts words.
        if text := " ".join("".join(self.pieces).split()):
            share = self.linked / max(self.letters, 1)
            inside = tuple(self.open[:_DEEPEST])
            run = Run(text, inside, share, self.headings > 0, text.count(" ") + 1)
            self.layout.runs.append(run)
        self.pieces, self.letters, self.linked = [], 0, 0


@cache
def _says_around(name: str) -> bool:
    pieces = {piece.lower() for piece in _NAME_PIECE.findall(name)}
    return not pieces.isdisjoint(words("html", "around"))
