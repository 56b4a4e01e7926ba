"""What stands in the files of a made-up lake, and when it is there at all."""

import errno
import hashlib
import json
from concurrent.futures.process import BrokenProcessPool

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from pamong.law.fact_table import fact_table, fact_tables
from pamong.law.tables import arrow_schema, conform
from pamong.synth import LakeFolderError, Order, governments, make_lake
from pamong.synth import lake as lake_module
from pamong.synth.making import SORTED_BY
from pamong.synth.order import OrderError

SMALL = Order(asn=900, seed=-5, pemda=9)


def make(order, folder, processes=1):
    return make_lake(order, folder, processes=processes)


def digests(folder):
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_same_order_makes_the_same_bytes_and_another_seed_does_not(tmp_path):
    for name, order in (
        ("one", SMALL),
        ("two", SMALL),
        ("other", Order(asn=900, seed=-4, pemda=9)),
    ):
        make(order, tmp_path / name)

    assert digests(tmp_path / "one") == digests(tmp_path / "two")
    assert digests(tmp_path / "one") != digests(tmp_path / "other")


def test_how_many_processes_make_it_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(governments, "KELOMPOK", 250)
    make(SMALL, tmp_path / "one", processes=1)
    make(SMALL, tmp_path / "two", processes=2)

    assert len(list((tmp_path / "one" / "pegawai").iterdir())) > 2
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


@pytest.mark.parametrize("name", SORTED_BY)
def test_a_table_has_its_columns_its_keys_and_its_order(lake, name):
    table = fact_table(name)
    found = lake.table(name)
    keys = list(zip(*(found[column].to_pylist() for column in table.key), strict=True))
    order = [column for column in SORTED_BY[name] if column != "pilkada"]
    places = list(zip(*(found[column].to_pylist() for column in order), strict=True))

    assert found.schema.equals(arrow_schema(table))
    assert conform(table, found).num_rows == found.num_rows > 0
    assert len(set(keys)) == len(keys)
    assert name == "riwayat_pendidikan" or places == sorted(places)


def test_every_table_that_is_told_of_is_there_and_no_other(lake):
    described = json.loads((lake.folder / "himpunan.json").read_text(encoding="utf-8"))
    folders = {path.name for path in lake.folder.iterdir() if path.is_dir()}

    assert described["rekaan"] is True
    assert described["jenis"] == "pamong-lake"
    assert (described["asn"], described["pemda"], described["benih"]) == (6_000, 14, 7)
    assert described["tabel"] == {name: lake.table(name).num_rows for name in folders}
    assert folders <= fact_tables().keys()
    assert "kalender" not in folders


def test_a_kelompok_is_whole_governments_and_the_same_in_every_table():
    order = Order(asn=400_000, seed=3, pemda=60)
    kelompok = governments.plan_kelompok(order)
    ids = [each.pemda_id for one in kelompok for each in one.governments]

    assert ids == list(range(1, 61))
    assert sum(one.asn for one in kelompok) == 400_000
    assert all(one.asn <= governments.KELOMPOK or len(one.governments) == 1 for one in kelompok)
    assert [one.number for one in kelompok] == list(range(1, len(kelompok) + 1))
    firsts = [one.first_row for one in kelompok]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize(("asn", "pemda"), [(60_000, 1), (5_600_000, 546), (27_300, 546)])
def test_governments_are_of_three_levels_and_no_smaller_than_fifty(asn, pemda):
    found = [
        each
        for one in governments.plan_kelompok(Order(asn=asn, seed=1, pemda=pemda))
        for each in one.governments
    ]
    levels = [each.level for each in found]

    assert sum(each.asn for each in found) == asn
    assert min(each.asn for each in found) >= 50
    assert levels[0] == "provinsi"
    assert pemda == 1 or [levels.count(x) for x in ("provinsi", "kabupaten", "kota")] == [
        38,
        415,
        93,
    ]


def test_provinces_have_more_people_than_kabupaten_have():
    found = [
        each
        for one in governments.plan_kelompok(Order(asn=5_600_000, seed=1))
        for each in one.governments
    ]
    provinces = [each.asn for each in found if each.level == "provinsi"]
    others = [each.asn for each in found if each.level != "provinsi"]

    assert 0.14 < sum(provinces) / 5_600_000 < 0.20
    assert sum(provinces) / len(provinces) > 2 * sum(others) / len(others)


def test_no_code_can_be_that_of_a_real_government(lake):
    rows = lake.rows("pemda")

    assert all(row["kode"].startswith("00.") for row in rows)
    assert len({row["kode"] for row in rows}) == len(rows)
    assert all("Rekaan" in row["nama"] for row in rows)


def test_attendance_has_a_row_for_every_working_day_of_everybody(lake):
    found = lake.table("kehadiran")
    days = found.group_by("pegawai_id").aggregate([("hari", "count")])
    people = lake.table("pegawai").select(["pegawai_id", "pekan_kerja"])
    by_week = days.join(people, "pegawai_id").group_by("pekan_kerja")
    most = dict(zip(*by_week.aggregate([("hari_count", "max")]).columns, strict=True))
    most = {week.as_py(): number.as_py() for week, number in most.items()}

    assert days.num_rows == 6_000
    assert most["lima_hari"] in range(230, 256)
    assert most["enam_hari"] in range(280, 305)


def test_whoever_is_absent_did_not_attend_and_has_the_same_reason(lake):
    absent = {(row["pegawai_id"], row["hari"]): row["alasan_sah"] for row in lake.rows("presensi")}
    away = lake.table("kehadiran").filter(pc.invert(lake.table("kehadiran")["hadir"])).to_pylist()

    assert len(away) > 10_000
    assert all(absent[row["pegawai_id"], row["hari"]] == row["alasan_sah"] for row in away)


def test_nobody_in_the_background_is_late_for_a_whole_day_a_year(lake):
    minutes: dict[int, int] = {}
    planted = lake.planted_people()
    for row in lake.rows("kehadiran"):
        late = (row["terlambat_menit"] or 0) + (row["pulang_cepat_menit"] or 0)
        minutes[row["pegawai_id"]] = minutes.get(row["pegawai_id"], 0) + late
    of_background = [total for person, total in minutes.items() if person not in planted]

    assert 0 < max(of_background) < 450


def test_a_folder_that_is_not_empty_is_refused_and_left_alone(tmp_path):
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(LakeFolderError, match="sudah berisi"):
        make(SMALL, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_a_lake_appears_whole_or_not_at_all(tmp_path):
    def interrupt(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_lake(SMALL, tmp_path / "lake", interrupt, processes=1)
    assert list(tmp_path.iterdir()) == []


def test_a_process_that_is_killed_is_told_of_and_nothing_is_left(tmp_path, monkeypatch):
    def broken(*_):
        raise BrokenProcessPool
        yield

    monkeypatch.setattr(lake_module, "_run", broken)

    with pytest.raises(lake_module.LakeProcessError, match="terhenti dari luar"):
        make(SMALL, tmp_path / "lake")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_is_told_of_and_nothing_is_left(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")
        yield

    monkeypatch.setattr(lake_module, "_run", full)

    with pytest.raises(LakeFolderError, match="tidak dapat ditulis"):
        make(SMALL, tmp_path / "lake")
    assert list(tmp_path.iterdir()) == []


def test_row_groups_stay_small_enough_to_be_read_one_by_one(lake):
    (file,) = lake.files("kehadiran")
    described = pq.ParquetFile(file).metadata
    groups = [described.row_group(place).num_rows for place in range(described.num_row_groups)]

    assert max(groups) <= 512 * 1024
    assert len(groups) > 2


@pytest.mark.parametrize(
    ("order", "option"),
    [
        ({"asn": 0}, "--asn"),
        ({"asn": 20_000_001}, "--asn"),
        ({"asn": 100, "seed": 2**63}, "--seed"),
        ({"asn": 100, "pemda": 3}, "--pemda"),
        ({"asn": 100_000, "pemda": 547}, "--pemda"),
        ({"asn": 1_000_000, "pemda": 1}, "--pemda"),
    ],
)
def test_an_order_that_cannot_be_made_names_its_option(order, option):
    with pytest.raises(OrderError) as refused:
        Order(**{"seed": 1, **order})

    assert refused.value.option == option


def test_one_person_alone_makes_a_lake(tmp_path):
    lake = make(Order(asn=1, seed=1), tmp_path / "one")

    assert lake.rows["pegawai"] == 1
    assert lake.left_out
