import time
from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from pamong.kernel.package_data import read_toml
from pamong.kernel.wilayah import (
    Level,
    TimeZone,
    WilayahError,
    by_kode,
    find,
    governments,
    spelling_key,
    spellings,
)


def test_there_are_546_governments_and_no_administrative_unit_of_jakarta():
    levels = Counter(wilayah.level for wilayah in governments())

    assert levels[Level.PROVINSI] == 38
    assert levels[Level.KABUPATEN] + levels[Level.KOTA] == 508
    assert [wilayah.kode for wilayah in governments() if wilayah.provinsi_kode == "31"] == ["31"]


def test_codes_are_unique_and_every_kabupaten_lies_in_a_province():
    codes = [wilayah.kode for wilayah in governments()]
    provinces = {wilayah.kode for wilayah in governments() if wilayah.level is Level.PROVINSI}

    assert len(set(codes)) == len(codes)
    assert {wilayah.provinsi_kode for wilayah in governments()} == provinces


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pemprov Jambi", ["Provinsi Jambi"]),
        ("Provinsi Jambi", ["Provinsi Jambi"]),
        ("Jambi", ["Provinsi Jambi", "Kota Jambi"]),
        ("Kab. Jember", ["Kabupaten Jember"]),
        ("Pemkab Jember", ["Kabupaten Jember"]),
        ("Jember", ["Kabupaten Jember"]),
        ("KABUPATEN JEMBER", ["Kabupaten Jember"]),
        ("Sumsel", ["Provinsi Sumatera Selatan"]),
        ("Prov. Sumut", ["Provinsi Sumatera Utara"]),
        ("DKI", ["Provinsi DKI Jakarta"]),
        ("DIY", ["Provinsi DI Yogyakarta"]),
        ("Pemda DIY", ["Provinsi DI Yogyakarta"]),
        ("Kota Batu", ["Kota Batu"]),
        ("Pemkot Solo", ["Kota Surakarta"]),
        ("Bogor", ["Kabupaten Bogor", "Kota Bogor"]),
        ("Pekalongan", ["Kabupaten Pekalongan", "Kota Pekalongan"]),
        ("Gorontalo", ["Provinsi Gorontalo", "Kabupaten Gorontalo", "Kota Gorontalo"]),
        ("Mura", ["Kabupaten Musi Rawas", "Kabupaten Murung Raya"]),
        ("Pontianak", ["Kota Pontianak"]),
        ("Pemkab Pontianak", ["Kabupaten Mempawah"]),
        ("Pangkalpinang", ["Kota Pangkal Pinang"]),
        ("Labuhan Batu", ["Kabupaten Labuhanbatu"]),
        ("Bau-Bau", ["Kota Bau Bau"]),
        ("Gubsu", ["Provinsi Sumatera Utara"]),
        ("Kabupaten Batu", []),
        ("Jakarta Selatan", []),
        ("Antah Berantah", []),
        ("", []),
    ],
)
def test_a_name_finds_every_government_that_it_can_mean(text, names):
    assert [wilayah.full_name for wilayah in find(text)] == names


def test_every_spelling_and_full_name_finds_its_government():
    for spelling, wilayah in spellings():
        assert spelling == spelling_key(spelling)
        assert wilayah in find(spelling)
    for wilayah in governments():
        assert find(wilayah.full_name) == (wilayah,)


def test_spellings_name_only_governments_that_exist():
    ejaan = read_toml("ejaan.toml")

    for kode in [*ejaan["nama"], *ejaan["utuh"]]:
        assert by_kode(kode).kode == kode


def test_a_government_keeps_its_identity_when_its_code_changes():
    merauke = by_kode("93.01")

    assert by_kode("91.01") == merauke
    assert merauke.kode_on(date(2022, 7, 24)) == "91.01"
    assert merauke.kode_on(date(2022, 7, 25)) == "93.01"
    assert by_kode("91.01", date(2020, 10, 1)) == merauke
    assert {dated.confidence for dated in merauke.codes} == {"unconfirmed"}


def test_a_province_has_no_code_before_it_is_founded():
    papua_barat_daya = by_kode("96")

    assert papua_barat_daya.kode_on(date(2022, 12, 7)) is None
    assert papua_barat_daya.kode_on(date(2022, 12, 8)) == "96"
    assert papua_barat_daya.codes[0].source.startswith("UU 29/2022")


@pytest.mark.parametrize(
    ("kode", "day"),
    [
        ("99", None),
        ("31.74", None),
        ("", None),
        ("91.01", date(2024, 1, 1)),
        ("96", date(2020, 1, 1)),
    ],
)
def test_a_code_that_nobody_has_is_refused(kode, day):
    with pytest.raises(WilayahError, match="bukan kode pemerintah daerah"):
        by_kode(kode, day)


def test_the_days_of_one_governments_codes_follow_on_one_another():
    for wilayah in governments():
        for before, after in zip(wilayah.codes, wilayah.codes[1:], strict=False):
            assert before.ends_before == after.starts_on
        assert wilayah.codes[-1].kode == wilayah.kode
        assert wilayah.codes[-1].ends_before is None


@pytest.mark.parametrize(
    ("kode", "zone", "hours"),
    [
        ("15", TimeZone.WIB, 7),
        ("61.01", TimeZone.WIB, 7),
        ("51", TimeZone.WITA, 8),
        ("64", TimeZone.WITA, 8),
        ("81", TimeZone.WIT, 9),
        ("96.71", TimeZone.WIT, 9),
    ],
)
def test_a_government_lives_by_the_clock_of_its_province(kode, zone, hours):
    wilayah = by_kode(kode)

    assert wilayah.time_zone is zone
    noon = datetime(2024, 1, 1, 12, tzinfo=ZoneInfo(wilayah.time_zone.iana))
    assert noon.utcoffset() == timedelta(hours=hours)


def test_every_government_has_a_clock():
    assert {wilayah.time_zone for wilayah in governments()} == set(TimeZone)


def test_finding_is_a_look_up():
    find("Jambi")
    started = time.perf_counter()

    for _ in range(10_000):
        find("Pemprov Jambi")

    assert time.perf_counter() - started < 1
