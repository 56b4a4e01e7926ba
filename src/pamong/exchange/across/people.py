"""Doubts about people: one number twice, one person under two numbers, one NIK of two people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from pamong.exchange.across.noted import Main, Noted, Spot, Spots, name_key
from pamong.exchange.doubts import RowDoubt


class People:
    """The main rows of an export."""

    def __init__(
        self,
        spots: Spots,
        niks: Mapping[str, str],
        births: Mapping[tuple[str, date], str],
    ) -> None:
        """Begin with the NIK and the births that are on record."""
        self._spots = spots
        self._by_nip: dict[str, Main] = {}
        self._nip_of: dict[str, str] = {}
        """SIASN's identifier -> NIP; an empty NIP where the row's own cannot be read."""
        self._by_nik = dict(niks)
        self._by_birth = dict(births)
        self.found: list[RowDoubt] = []

    def __len__(self) -> int:
        return len(self._by_nip)

    def see(self, noted: Noted, spot: Spot) -> None:
        """Take in a main row."""
        nip, person = noted.text("nip"), noted.text("pns_id")
        if person:
            self._nip_of.setdefault(person, nip)
        if not nip:
            return
        first = self._by_nip.get(nip)
        if first is not None:
            self._tell(spot, "nip-ganda", noted.names["nip"], nip, other=first.spot)
            return
        main = Main(
            spot,
            nip,
            noted.text("nama"),
            noted.day("lahir"),
            noted.day("tmt_cpns"),
            noted.text("golongan"),
            noted.day("tmt_jabatan"),
            noted.names,
        )
        self._by_nip[nip] = main
        self._compare_nik(noted.text("nik"), main)
        self._compare_birth(main)

    def _tell(self, spot: Spot, code: str, column: str, text: str, *, other: object) -> None:
        self.found.append(self._spots.doubt(spot, code, column, text, other=other))

    def _compare_nik(self, nik: str, main: Main) -> None:
        other = self._by_nik.setdefault(nik, main.nip) if nik else main.nip
        if other != main.nip:
            self._tell(main.spot, "nik-dua-orang", main.columns["nik"], nik, other=other)

    def _compare_birth(self, main: Main) -> None:
        key = name_key(main.name)
        if not key or main.born is None:
            return
        other = self._by_birth.setdefault((key, main.born), main.nip)
        if other != main.nip:
            self._tell(main.spot, "orang-dua-nip", main.columns["nama"], main.name, other=other)

    def find(self, nip_or_person: str) -> Main | None:
        """Return the main row of whoever a row of a history names."""
        return self._by_nip.get(self._nip_of.get(nip_or_person, nip_or_person))

    def knows(self, nip: str, person: str) -> bool:
        """Tell whether there is a main row; one whose NIP cannot be read counts by its person."""
        if nip and self._nip_of.get(person) != "":
            return nip in self._by_nip
        # Of whom SIASN's code is not known, an export of ours has the NIP in its place.
        return person in self._nip_of or person in self._by_nip

    def compare_name(self, spot: Spot, nip: str, column: str, name: str) -> Iterator[RowDoubt]:
        """Yield where a row of a history has another name than the main row of its NIP."""
        main = self._by_nip.get(nip)
        if main and name and main.name and name_key(name) != name_key(main.name):
            yield self._spots.doubt(spot, "nama-berbeda", column, name, other=main.name)
