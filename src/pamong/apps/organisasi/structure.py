"""The typical structure of OPDs and offices, read from data/susunan_tipikal.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TypicalOffice:
    """An office of an OPD, and how many seats it has."""

    nama: str
    eselon: str
    seats: int


@dataclass(frozen=True, slots=True)
class TypicalOpd:
    """An OPD with its offices, its head first."""

    nama: str
    singkatan: str
    jenis: str
    tipe: str
    offices: tuple[TypicalOffice, ...]

    def office_name(self, office: TypicalOffice) -> str:
        """Return "Kepala Dinas Sosial", and "Sekretaris pada Dinas Sosial" for the others."""
        if office.nama in {"Sekretaris Daerah", "Sekretaris DPRD", "Inspektur", "Camat", "Lurah"}:
            return office.nama
        is_head = office is self.offices[0]
        return f"{office.nama} {self.nama}" if is_head else f"{office.nama} pada {self.nama}"


@cache
def typical_structure(level: str) -> tuple[TypicalOpd, ...]:
    """Return the typical OPDs of a government; a kota is built like a kabupaten."""
    data = tomllib.loads((files(__package__) / "data" / "susunan_tipikal.toml").read_text("utf-8"))
    patterns = {
        name: tuple(TypicalOffice(**office) for office in pattern["offices"])
        for name, pattern in data["pattern"].items()
    }
    return tuple(
        TypicalOpd(
            nama=opd["nama"],
            singkatan=opd.get("singkatan", ""),
            jenis=opd["jenis"],
            tipe=opd.get("tipe", ""),
            offices=patterns[opd["pattern"]],
        )
        for opd in data["provinsi" if level == "provinsi" else "kabupaten"]
    )
