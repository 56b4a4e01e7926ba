"""One person as an export shows them, and how a set of files is gone through."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from tests.support.tables import write_xlsx

from pamong.exchange.doubts import RowDoubt
from pamong.exchange.examining import Examination
from pamong.exchange.fields import Standpoint
from pamong.exchange.record import DoubtfulRow, Record

ON = date(2026, 10, 30)
STANDPOINT = Standpoint(ON)

# A number that is well formed and, being of somebody born in 1905, nobody's any more.
NIP = "190502031927011001"
MAIN = {
    "pns_id": "A1",
    "nip_baru": NIP,
    "nama": "Contoh Rekaan",
    "tanggal_lahir": date(1905, 2, 3),
}
RANK = {"nipBaru": NIP, "golongan": "III/a", "tmtGolongan": date(1927, 1, 1)}
POST = {"nipBaru": NIP, "namaJabatan": "Arsiparis", "tmtJabatan": date(1927, 1, 1)}


class Examined:
    """What came of a set of files."""

    def __init__(self, examination: Examination) -> None:
        self.rows = list(examination.rows())
        self.across = list(examination.across())
        self.reports = examination.reports

    @property
    def records(self) -> list[Record]:
        return [row for row in self.rows if isinstance(row, Record)]

    @property
    def doubts(self) -> list[RowDoubt]:
        doubtful = (row for row in self.rows if isinstance(row, DoubtfulRow))
        return [doubt for row in doubtful for doubt in row.doubts] + self.across

    @property
    def codes(self) -> list[str]:
        return [doubt.code for doubt in self.doubts]


def table(rows: Sequence[Mapping[str, object]]) -> list[list[object]]:
    """Put rows below a header of all their columns."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return [names, *([row.get(name, "") for name in names] for row in rows)]


@pytest.fixture
def examine(tmp_path: Path):
    """Write one workbook for each kind of row, and go through them."""

    def run(*, arrange=None, standpoint=STANDPOINT, registry=None, **kinds) -> Examined:
        paths = [
            write_xlsx(tmp_path / f"{kind}.xlsx", {"Data": table(rows)}, arrange=arrange)
            for kind, rows in kinds.items()
        ]
        return Examined(Examination(tuple(paths), standpoint, registry=registry))

    return run
