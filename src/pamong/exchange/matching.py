"""A layout of somebody's own: which column each heading is, said once and known again.

A ``Matching`` is kept as JSON and recognised by the fingerprint of the header: its headings in the
form in which they compare, whatever their order.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pamong.exchange.header import Header
from pamong.exchange.layout import Layout, UnknownLayoutError, layout
from pamong.kernel.language import say

_VERSION = 1


class MatchingError(ValueError):
    """What was kept, or chosen, is no matching that can be used."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The layout of a file, and the column of each heading, by the form in which it compares."""

    layout: str
    fingerprint: str
    columns: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> str:
        """Return the matching as text to be kept."""
        return json.dumps(
            {
                "versi": _VERSION,
                "tata_letak": self.layout,
                "sidik": self.fingerprint,
                "kolom": dict(self.columns),
            },
            ensure_ascii=False,
            sort_keys=True,
        )

    @classmethod
    def from_json(cls, text: str) -> Matching:
        """Read what was kept.

        Raises:
            MatchingError: it is no matching, or names a layout or column that there is not.
        """
        try:
            kept = json.loads(text)
            made = cls(kept["tata_letak"], kept["sidik"], dict(kept["kolom"]))
            versi = kept["versi"]
        except (ValueError, KeyError, TypeError) as error:
            raise MatchingError(say("Ini bukan padanan kolom yang dapat dibaca.")) from error
        if versi != _VERSION:
            raise MatchingError(say("Padanan kolom ini dari versi Pamong yang lain."))
        made.refuse_unknown()
        return made

    def refuse_unknown(self) -> None:
        """Refuse a layout or columns that there are not, or one column for two headings.

        Raises:
            MatchingError: with every such name.
        """
        try:
            known = layout(self.layout).by_name
        except UnknownLayoutError as error:
            raise MatchingError(str(error)) from error
        names = list(self.columns.values())
        wrong = sorted({n for n in names if n not in known or names.count(n) > 1})
        if wrong:
            raise MatchingError(
                say(
                    "Kolom tidak ada dalam tata letak, atau dipilih dua kali: %(columns)s.",
                    columns=", ".join(wrong),
                )
            )

    def fits(self, header: Header) -> bool:
        """Tell whether a header is the one that was matched, in any order of its columns."""
        return fingerprint(header) == self.fingerprint

    def places(self, header: Header) -> dict[int, str]:
        """Return the column of the layout for each place in a header."""
        found: dict[int, str] = {}
        for index, key in enumerate(header.keys):
            name = self.columns.get(key)
            if name is not None and name not in found.values():
                found[index] = name
        return found


def fingerprint(header: Header) -> str:
    """Return what a header is known again by.

    >>> one = Header(("NIP", "Tgl. Lahir"), 1, 1)
    >>> fingerprint(one) == fingerprint(Header(("tanggal lahir", "nip"), 4, 4))
    True
    """
    keys = sorted(key for key in header.keys if key)
    return hashlib.sha256("\n".join(keys).encode()).hexdigest()[:32]


def make_matching(header: Header, of: Layout, chosen: Mapping[int, str]) -> Matching:
    """Make a matching of what somebody chose: the column for each place in the header.

    Raises:
        MatchingError: a column that there is not, or one that was chosen twice.
    """
    columns = {header.keys[index]: name for index, name in chosen.items() if name}
    made = Matching(of.name, fingerprint(header), columns)
    made.refuse_unknown()
    return made


def find_matching(header: Header, kept: Iterable[Matching]) -> Matching | None:
    """Return the kept matching that a header is known by."""
    return next((matching for matching in kept if matching.fits(header)), None)
