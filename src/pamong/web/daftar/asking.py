"""What a list is asked for: its filters and its page, as an address holds them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pamong.web.http import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.web.pejabat.fields import Options

LONGEST = 60
PAGE_PARAMETER = "hal"


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its name in the address, what it is called, its values, the chosen one.

    Without ``every`` one of the values always holds.
    """

    name: str
    label: "StrOrPromise"
    values: "Options"
    chosen: str
    every: "StrOrPromise" = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of a list as the address tells them, and the page."""

    values: Mapping[str, str]
    page: int

    def query(self, **more: str) -> dict[str, str]:
        """Return what is asked for as an address holds it."""
        return {**{name: value for name, value in self.values.items() if value}, **more}

    def number(self, name: str) -> int | None:
        """Return a filter that is a number; what is none narrows nothing."""
        told = self.values.get(name, "")
        return int(told) if told.isascii() and told.isdecimal() and len(told) < 10 else None


def asked_of(request: Request, names: tuple[str, ...]) -> Asked:
    """Read the filters of a list from the address."""
    values = {
        name: request.GET.get(name, "").replace("\0", "").strip()[:LONGEST] for name in names
    }
    page = request.GET.get(PAGE_PARAMETER, "")
    return Asked(values, int(page) if page.isascii() and page.isdecimal() and len(page) < 7 else 1)
