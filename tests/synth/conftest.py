"""A small lake with days of attendance, made once for all tests that only look at it."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pamong.synth import Order, make_lake
from pamong.synth.scenario_file import OWN_FILE, load_scenarios

ORDER = Order(asn=6_000, seed=7, pemda=14, with_attendance=True)


class MadeLake:
    """The files of a lake, read as a whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.order = ORDER

    def files(self, table: str) -> list[Path]:
        return sorted((self.folder / table).glob("kelompok=*/data.parquet"))

    def table(self, name: str) -> pa.Table:
        return pa.concat_tables([pq.ParquetFile(file).read() for file in self.files(name)])

    def rows(self, name: str) -> list[dict]:
        return self.table(name).to_pylist()

    def expectations(self) -> list[dict]:
        return pq.read_table(self.folder / "skenario.parquet").to_pylist()

    def background(self, name: str) -> list[dict]:
        """The rows of the people who stand in for no scenario."""
        planted = self.planted_people()
        return [row for row in self.rows(name) if row["pegawai_id"] not in planted]

    def planted_people(self) -> set[int]:
        by_row = {"kontrak_pppk": "kontrak_id", "cuti_pegawai": "cuti_id"}
        planted = set()
        for told in self.expectations():
            table = RULES[told["rule"]]
            if table == "pegawai":
                planted.add(told["subject_id"])
            elif table in by_row:
                owners = self._owners(table, by_row[table])
                planted.add(owners[told["subject_id"]])
        return planted

    def _owners(self, table: str, key: str) -> dict[int, int]:
        found = self.table(table)
        return dict(zip(found[key].to_pylist(), found["pegawai_id"].to_pylist(), strict=True))


RULES = {
    told.rule: told.subject_table
    for scenario in load_scenarios(OWN_FILE, ORDER.as_of)
    for told in scenario.expectations
}


@pytest.fixture(scope="session")
def lake(tmp_path_factory) -> MadeLake:
    folder = tmp_path_factory.mktemp("synth") / "lake"
    make_lake(ORDER, folder, processes=1)
    return MadeLake(folder)
