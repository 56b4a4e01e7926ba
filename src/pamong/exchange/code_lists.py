"""The code lists of SIASN that an import looks into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from pamong.exchange.own_data import read_toml


@dataclass(frozen=True)
class CodeList:
    """Codes with their names. An open list is not known whole: other codes are no doubt."""

    names: Mapping[str, str]
    is_open: bool = False

    @cached_property
    def by_name(self) -> Mapping[str, str]:
        """Return the code of each name, in small letters; a name of two codes tells neither.

        >>> code_list("status_pns").by_name["pns"]
        'P'
        """
        names = [name.casefold() for name in self.names.values()]
        return {
            name.casefold(): code
            for code, name in self.names.items()
            if names.count(name.casefold()) == 1
        }

    @property
    def width(self) -> int:
        """How many signs every code has; 0 where they differ."""
        widths = {len(code) for code in self.names}
        return widths.pop() if len(widths) == 1 else 0


def code_list(name: str) -> CodeList:
    """Return one list.

    >>> code_list("kedudukan_hukum").names["01"]
    'Aktif'
    """
    return code_lists()[name]


@cache
def code_lists() -> Mapping[str, CodeList]:
    """Return every list by its name."""
    return {
        name: CodeList(table["codes"], table.get("open", False))
        for name, table in read_toml("codes.toml").items()
    }
