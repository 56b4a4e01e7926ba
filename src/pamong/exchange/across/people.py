"""Doubts about people: one number twice, one person under two numbers, one NIK of two people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pamong.exchange.across.noted import Main, Spot, day_at, name_key, spot_of, text_at
from pamong.exchange.doubts import RowDoubt
from pamong.exchange.layout import layout
from pamong.exchange.record import Record


class People:
    """The main rows of an export."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.by_nip: dict[str, Main] = {}
        self.nip_of: dict[str, str] = {}
        """SIASN's identifier -> NIP; an empty NIP where the row's own cannot be read."""
        self._by_nik: dict[str, str] = {}
        self._by_birth: dict[tuple[str, date], str] = {}
        self._found: list[RowDoubt] = []

    def see(self, record: Record) -> None:
        """Take in a main row."""
        nip, spot = text_at(record, "nip"), spot_of(record)
        person = text_at(record, "pns_id")
        if person:
            self.nip_of.setdefault(person, nip)
        if not nip:
            return
        columns = layout(record.layout).by_meaning
        first = self.by_nip.get(nip)
        if first is not None:
            told = spot.doubt("nip-ganda", columns["nip"], nip, other=first.spot)
            self._found.append(told)
            return
        main = Main(
            spot,
            nip,
            text_at(record, "nama"),
            day_at(record, "lahir"),
            day_at(record, "tmt_cpns"),
            text_at(record, "golongan"),
            day_at(record, "tmt_jabatan"),
            columns,
        )
        self.by_nip[nip] = main
        self._compare_nik(text_at(record, "nik"), main)
        self._compare_birth(main)

    def _compare_nik(self, nik: str, main: Main) -> None:
        other = self._by_nik.setdefault(nik, main.nip) if nik else main.nip
        if other != main.nip:
            column = main.columns["nik"]
            self._found.append(main.spot.doubt("nik-dua-orang", column, nik, other=other))

    def _compare_birth(self, main: Main) -> None:
        key = name_key(main.name)
        if not key or main.born is None:
            return
        other = self._by_birth.setdefault((key, main.born), main.nip)
        if other != main.nip:
            column = main.columns["nama"]
            self._found.append(main.spot.doubt("orang-dua-nip", column, main.name, other=other))

    def find(self, nip: str, person: str) -> Main | None:
        """Return the main row of whoever a row of a history names."""
        return self.by_nip.get(nip or self.nip_of.get(person, ""))

    def knows(self, nip: str, person: str) -> bool:
        """Tell whether there is a main row; one whose NIP cannot be read counts by its person."""
        return (
            nip in self.by_nip if nip and self.nip_of.get(person) != "" else person in self.nip_of
        )

    def compare_name(self, spot: Spot, nip: str, column: str, name: str) -> Iterator[RowDoubt]:
        """Yield where a row of a history has another name than the main row of its NIP."""
        main = self.by_nip.get(nip)
        if main and name and main.name and name_key(name) != name_key(main.name):
            yield spot.doubt("nama-berbeda", column, name, other=main.name)

    def doubts(self) -> list[RowDoubt]:
        """Return what was found."""
        return self._found
