from tests.reader.parts import Parts


def home(text):
    found = Parts(text).home
    return found and found.value.full_name


def test_the_government_that_is_named_most_is_the_home():
    text = "Apel Pemkab Jember dipimpin Bupati Jember. Ia lalu berangkat ke Kota Kediri."

    assert home(text) == "Kabupaten Jember"


def test_an_ambiguous_name_is_what_the_text_names_clearly():
    assert home("Rapat Pemerintah Kota Kediri. Warga Kediri hadir.") == "Kota Kediri"


def test_an_ambiguous_name_is_settled_by_the_offices():
    assert home("Wali Kota memimpin apel di Kediri.") == "Kota Kediri"


def test_the_province_is_the_home_of_several_of_its_kabupaten():
    text = (
        "Bupati Badung dan Bupati Karangasem hadir di Kantor Gubernur Bali. "
        "Bupati Badung dan Bupati Karangasem lalu pulang."
    )

    assert home(text) == "Provinsi Bali"


def test_a_close_rival_is_shown():
    found = Parts("Bupati Jember dan Bupati Pati menandatangani kerja sama.").home

    assert {candidate.value for candidate in found.candidates} == {
        "Kabupaten Jember",
        "Kabupaten Pati",
    }


def test_a_text_without_governments_has_no_home():
    assert home("Resep soto ayam untuk empat orang.") is None
