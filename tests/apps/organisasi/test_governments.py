"""The 546 governments, made-up ones beside them, and what a resident one is given."""

from datetime import date

import pytest
from tests.support.registry import REASON, WARNI, government

from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.selectors import history_of
from pamong.apps.organisasi.governments import (
    MadeUpGovernment,
    create_made_up_government,
    establish_typical_structure,
    load_governments,
    make_resident,
)
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Opd, Pemda, PemdaCode
from pamong.apps.organisasi.models.pemda import PemdaSpelling
from pamong.apps.organisasi.selectors import (
    JabatanNotFoundError,
    PemdaNotFoundError,
    find_resident,
    get_jabatan,
    get_pemda,
    resident_pemda,
)


@pytest.fixture
def all_governments(db):
    load_governments(actor=WARNI, reason=REASON)


def resident(nama):
    pemda = Pemda.objects.get(nama=nama)
    make_resident(pemda=pemda, actor=WARNI, reason=REASON)
    return pemda


def test_all_546_governments_come_once(all_governments):
    assert load_governments(actor=WARNI, reason=REASON) == 0

    levels = [
        Pemda.objects.filter(level=level).count() for level in ("provinsi", "kabupaten", "kota")
    ]
    assert (sum(levels), levels[0]) == (546, 38)
    assert not resident_pemda().exists()


def test_every_government_has_one_code_of_today_and_those_inside_a_province_know_it(
    all_governments,
):
    today = PemdaCode.objects.filter(ends_before=None)
    assert today.count() == today.values("pemda").distinct().count() == 546
    assert not Pemda.objects.exclude(level="provinsi").filter(provinsi=None).exists()
    assert not Pemda.objects.filter(level="provinsi").exclude(provinsi=None).exists()


def test_codes_are_dated_where_they_changed(all_governments):
    merauke = Pemda.objects.get(nama="Kabupaten Merauke")

    codes = {code.kode: code for code in merauke.codes.all()}

    assert codes.keys() == {"91.01", "93.01"}
    assert codes["91.01"].ends_before == codes["93.01"].starts_on > date(2022, 1, 1)


def test_a_made_up_government_does_not_disturb_the_loading_of_real_ones(contoh):
    assert load_governments(actor=WARNI, reason=REASON) == 546


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Provinsi Jambi", "Provinsi Jambi"),
        ("pemprov jambi", "Provinsi Jambi"),
        ("  Provinsi  Jambi ", "Provinsi Jambi"),
        ("Jambi", "Provinsi Jambi"),  # the kota of that name keeps no records here
        ("Sumsel", "Provinsi Sumatera Selatan"),
        ("Pemprov Sumatra Selatan", "Provinsi Sumatera Selatan"),
        ("Kab. Jember", "Kabupaten Jember"),
        ("Pemkab Jember", "Kabupaten Jember"),
        ("Kotamadya Pangkal Pinang", "Kota Pangkal Pinang"),
    ],
)
def test_a_resident_government_is_found_by_what_people_write(written, meant, all_governments):
    for nama in (
        "Provinsi Jambi",
        "Provinsi Sumatera Selatan",
        "Kabupaten Jember",
        "Kota Pangkal Pinang",
    ):
        resident(nama)

    assert find_resident(written).nama == meant


def test_a_name_of_two_resident_governments_is_not_guessed(all_governments):
    resident("Kabupaten Bogor")
    resident("Kota Bogor")

    with pytest.raises(PemdaNotFoundError):
        find_resident("Bogor")

    assert find_resident("Kota Bogor").level == "kota"


def test_a_government_that_keeps_no_records_here_is_not_found_and_the_others_are_named(contoh):
    with pytest.raises(PemdaNotFoundError, match=r"Yang ada: Kabupaten Contoh \(rekaan\)"):
        find_resident("Kabupaten Jember")


@pytest.mark.parametrize(
    "written",
    ["Kabupaten Contoh (rekaan)", "Kabupaten Contoh", "Pemkab Contoh", "Kab. Contoh", "contoh"],
)
def test_a_made_up_government_is_found_like_any_other(written, contoh):
    assert find_resident(written) == contoh


def test_a_government_is_addressed_by_its_slug(contoh):
    assert get_pemda("kabupaten-contoh-rekaan") == contoh

    with pytest.raises(PemdaNotFoundError):
        get_pemda("kabupaten-jember")


@pytest.mark.parametrize("text", ["", "   ", "Atlantis", "'; drop table --"])
def test_a_name_that_means_nothing_is_refused(text, contoh):
    with pytest.raises(PemdaNotFoundError):
        find_resident(text)


def test_spellings_are_kept_in_the_form_by_which_they_are_looked_up(all_governments):
    keys = PemdaSpelling.objects.filter(pemda__slug="kabupaten-toli-toli")

    assert "kabtolitoli" in set(keys.values_list("key", flat=True))
    assert not PemdaSpelling.objects.filter(key__regex=r"[^a-z0-9]").exists()


def test_two_made_up_governments_cannot_have_one_name(contoh):
    again = MadeUpGovernment(
        nama=contoh.nama,
        short_name=contoh.short_name,
        level="kabupaten",
        kode="00.02",
        time_zone="Asia/Jakarta",
    )

    with pytest.raises(RefusedError, match="Instansi dengan nama ini sudah tercatat"):
        create_made_up_government(new=again, actor=WARNI, reason=REASON)


@pytest.mark.parametrize(
    ("nama", "level", "heads"),
    [
        ("Provinsi Umpama", "provinsi", ["Gubernur", "Wakil Gubernur", "Sekretaris Daerah"]),
        ("Kabupaten Umpama", "kabupaten", ["Bupati", "Wakil Bupati", "Sekretaris Daerah"]),
        ("Kota Umpama", "kota", ["Wali Kota", "Wakil Wali Kota", "Sekretaris Daerah"]),
    ],
)
def test_a_resident_government_has_its_leading_offices_and_a_typical_structure(
    nama, level, heads, db
):
    pemda = government(nama, level=level, kode="00.09")
    assert (
        list(Jabatan.objects.filter(pemda=pemda).order_by("rank").values_list("nama", flat=True))
        == heads
    )

    establish_typical_structure(pemda=pemda, actor=WARNI, reason=REASON)

    offices = Jabatan.objects.filter(pemda=pemda)
    assert Opd.objects.filter(pemda=pemda, is_typical=True).count() > 20
    assert offices.filter(kind=JabatanKind.SEKDA).count() == 1
    assert not offices.filter(opd=None).exclude(nama__in=heads).exists()
    heads_of_opd = offices.filter(kind=JabatanKind.KEPALA_OPD)
    assert heads_of_opd.exists()
    assert not heads_of_opd.filter(is_single_seat=False).exists()
    assert offices.filter(is_single_seat=False).exists()
    assert not offices.filter(nama="").exists()


def test_a_structure_is_established_once(contoh):
    establish_typical_structure(pemda=contoh, actor=WARNI, reason=REASON)
    before = Jabatan.objects.count()

    with pytest.raises(RefusedError, match="sudah ada di pemerintah daerah itu"):
        establish_typical_structure(pemda=contoh, actor=WARNI, reason=REASON)

    assert Jabatan.objects.count() == before


def test_history_says_who_let_a_government_in(contoh):
    changes = history_of([contoh])

    assert [change.what for change in changes] == ["diubah", "dicatat"]
    assert {change.actor for change in changes} == {WARNI.label}


def test_an_office_of_another_government_cannot_be_had_by_its_address(contoh, misal, bupati):
    assert get_jabatan(contoh, str(bupati.public_id)) == bupati

    with pytest.raises(JabatanNotFoundError):
        get_jabatan(misal, str(bupati.public_id))
