"""What a list is asked for: filters and page from the address, and the way to other pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from pamong.apps.forums.pages import Cut
from pamong.web.http import Request
from pamong.web.standpoint import Standpoint

PAGE_PARAMETER = "hal"
LONGEST = 200


@dataclass(frozen=True, slots=True)
class AskedFor:
    """The filters by their field, as they stand in the address, and the page."""

    values: dict[str, str]
    names: Mapping[str, str]
    page: int

    @property
    def is_set(self) -> bool:
        """Whether anything narrows the list."""
        return any(self.values.values())

    def query(self) -> dict[str, str]:
        """Return the filters as an address carries them."""
        return {self.names[field]: value for field, value in self.values.items() if value}


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The addresses of the pages before and after; empty where there is none."""

    before: str
    after: str


def asked_for(request: Request, names: Mapping[str, str]) -> AskedFor:
    """Read the filters of a list; ``names`` says what each field is called in the address."""
    values = {
        field: request.GET.get(name, "").replace("\0", "").strip()[:LONGEST]
        for field, name in names.items()
    }
    page = request.GET.get(PAGE_PARAMETER, "")
    number = int(page) if page.isdecimal() and len(page) < 7 else 1
    return AskedFor(values, names, number)


def neighbours(here: Standpoint, name: str, asked: AskedFor, cut: Cut) -> Neighbours:
    """Return the way to the pages beside this one, with the same filters and the same day."""

    def to(page: int | None) -> str:
        kept = {**asked.query(), PAGE_PARAMETER: str(page)}
        return here.address(name, here.government.slug, **kept) if page else ""

    return Neighbours(to(cut.before), to(cut.after))
