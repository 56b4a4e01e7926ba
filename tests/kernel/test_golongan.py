import pytest

from pamong.kernel.golongan import (
    GOLONGAN_PNS,
    GOLONGAN_PPPK,
    Golongan,
    GolonganError,
    GolonganPppk,
    parse_golongan,
    parse_golongan_pppk,
)


def test_the_ladder_of_pns_has_seventeen_rungs_in_order():
    assert len(GOLONGAN_PNS) == 17
    assert sorted(GOLONGAN_PNS) == list(GOLONGAN_PNS)
    assert str(GOLONGAN_PNS[0]) == "I/a"
    assert str(GOLONGAN_PNS[-1]) == "IV/e"


def test_the_ladder_of_pppk_has_seventeen_rungs_in_order():
    assert [str(golongan) for golongan in GOLONGAN_PPPK][-1] == "XVII"
    assert sorted(GOLONGAN_PPPK) == list(GOLONGAN_PPPK)


def test_every_rung_of_pns_has_a_pangkat_of_its_own():
    assert len({golongan.pangkat for golongan in GOLONGAN_PNS}) == 17
    assert Golongan(4, "c").pangkat == "Pembina Utama Muda"


@pytest.mark.parametrize("text", ["III/d", "III d", "iii.d", "IIId", "3/d", " 3D "])
def test_a_golongan_is_read_as_people_write_it(text):
    assert parse_golongan(text) == Golongan(3, "d")


@pytest.mark.parametrize("golongan", GOLONGAN_PNS)
def test_what_is_written_is_read_back(golongan):
    assert parse_golongan(str(golongan)) == golongan


@pytest.mark.parametrize("golongan", GOLONGAN_PPPK)
def test_what_is_written_of_a_pppk_is_read_back(golongan):
    assert parse_golongan_pppk(str(golongan)) == golongan
    assert parse_golongan_pppk(str(golongan.level)) == golongan


@pytest.mark.parametrize("text", ["", "III", "V/a", "III/e", "0/a", "IIII/a", "III/f"])
def test_what_is_no_rung_is_refused(text):
    with pytest.raises(GolonganError, match="tidak dikenal"):
        parse_golongan(text)


@pytest.mark.parametrize("text", ["", "0", "18", "XVIII", "III/a", "IIII"])
def test_what_is_no_rung_of_a_pppk_is_refused(text):
    with pytest.raises(GolonganError, match="tidak dikenal"):
        parse_golongan_pppk(text)


def test_the_two_ladders_do_not_compare():
    with pytest.raises(TypeError):
        sorted([Golongan(3, "a"), GolonganPppk(3)])
