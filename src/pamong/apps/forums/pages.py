"""Cutting a list into pages: the same arithmetic for every list of this app."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """One page of ``total`` rows: those from ``first`` (counted from 0) up to before ``last``."""

    total: int
    page: int
    pages: int
    first: int
    last: int

    @property
    def before(self) -> int | None:
        """The page before this one."""
        return self.page - 1 if self.page > 1 else None

    @property
    def after(self) -> int | None:
        """The page after this one."""
        return self.page + 1 if self.page < self.pages else None


def cut(total: int, page: int, size: int) -> Cut:
    """Return one page of a list; a page that is not there is the nearest one.

    >>> cut(51, 3, 25).first, cut(51, 9, 25).page, cut(0, 1, 25).pages
    (50, 3, 1)
    """
    pages = max(1, -(-total // size))
    here = min(max(page, 1), pages)
    return Cut(total, here, pages, (here - 1) * size, min(here * size, total))
