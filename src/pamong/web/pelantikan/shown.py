"""Which lines of a plan its page shows, and the way back to one of them after an act."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pamong.apps.forums.pages import Cut, cut
from pamong.apps.penataan.appointing import CheckedLine
from pamong.apps.penataan.outline import Concern, Outline, Outlined
from pamong.web.http import Request
from pamong.web.listing import PAGE_PARAMETER, AskedFor, asked_for
from pamong.web.standpoint import Standpoint

if TYPE_CHECKING:
    from pamong.apps.penataan.models import Pelantikan

PAGE = 20
NAMES = {"concern": "tampil", "words": "cari"}
LINE = "baris"
"""In an address: the line that the page is to show, by its number; the next one if it is gone."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line, and where it is taken out or given a reason."""

    line: CheckedLine
    remove: str
    reason: str


@dataclass(frozen=True, slots=True)
class Tab:
    """The lines of one concern, or all: how many, and where they are."""

    concern: Concern | None
    many: int
    address: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page of a plan shows of its lines; ``asked`` are the filters in the address."""

    asked: AskedFor
    tabs: list[Tab]
    rows: list[Row]
    cut: Cut
    before: str
    after: str


def show_lines(request: Request, opened: Outlined) -> Shown:
    """Choose the lines that were asked for, and read them."""
    here, plan, outline = request.standpoint, opened.plan, opened.outline
    asked = lines_asked_for(request)
    found = outline.positions(asked.values["concern"], asked.values["words"])
    part = cut(len(found), _page(request, found) or asked.page, PAGE)
    return Shown(
        asked,
        _tabs(here, plan, outline, asked),
        [_row(here, plan, line, asked) for line in opened.lines(found[part.first : part.last])],
        part,
        _to_page(here, plan, asked, part.before),
        _to_page(here, plan, asked, part.after),
    )


def lines_asked_for(request: Request) -> AskedFor:
    """Return the filters in the address; a concern that there is none of asks for all."""
    asked = asked_for(request, NAMES)
    if asked.values["concern"] not in Concern.values:
        asked.values["concern"] = ""
    return asked


def way_back(request: Request, plan: "Pelantikan", position: int) -> str:
    """Return the address of a line on the page of its plan, under the filters of this address."""
    kept = lines_asked_for(request).query()
    address = _plan(request.standpoint, plan, **kept, **{LINE: str(position)})
    return f"{address}#{LINE}-{position}"


def to_concern(here: Standpoint, plan: "Pelantikan", concern: Concern) -> str:
    """Return where the lines of one concern are."""
    return _plan(here, plan, **{NAMES["concern"]: concern.value})


def _page(request: Request, found: list[int]) -> int:
    """Return the page of the line that the address names; 0 where it names none."""
    wanted = request.GET.get(LINE, "")
    if not wanted.isdecimal() or len(wanted) > 6:
        return 0
    before = sum(position < int(wanted) for position in found)
    return before // PAGE + 1


def _tabs(here: Standpoint, plan: "Pelantikan", outline: Outline, asked: AskedFor) -> list[Tab]:
    chosen = asked.values["concern"]
    every = Tab(None, len(outline.lines), _plan(here, plan), is_here=not chosen)
    told = [
        Tab(concern, outline.many(concern), to_concern(here, plan, concern), chosen == concern)
        for concern in Concern
    ]
    return [every, *(tab for tab in told if tab.many or tab.is_here)]


def _row(here: Standpoint, plan: "Pelantikan", line: CheckedLine, asked: AskedFor) -> Row:
    def act(name: str) -> str:
        position = line.link.line.position
        slug = here.government.slug
        return here.address(f"pelantikan:{name}", slug, plan.public_id, position, **asked.query())

    return Row(line, act("line-remove"), act("line-reason") if line.breaches else "")


def _to_page(here: Standpoint, plan: "Pelantikan", asked: AskedFor, page: int | None) -> str:
    return _plan(here, plan, **asked.query(), **{PAGE_PARAMETER: str(page)}) if page else ""


def _plan(here: Standpoint, plan: "Pelantikan", **query: str) -> str:
    return here.address("pelantikan:plan", here.government.slug, plan.public_id, **query)
