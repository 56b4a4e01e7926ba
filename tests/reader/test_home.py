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


def test_whoever_holds_the_forum_in_the_first_sentence_is_its_home():
    text = (
        "Gubernur Jawa Timur memberikan arahan kepada camat se-Kabupaten Jember di Pendopo "
        "Kabupaten Jember. Bupati Jember senang. Pemkab Jember siap."
    )

    assert home(text) == "Provinsi Jawa Timur"


def test_a_guest_of_the_forum_is_not_its_home():
    text = "Gubernur Jawa Timur menghadiri upacara di Kabupaten Jember. Bupati Jember senang."

    assert home(text) == "Kabupaten Jember"


def test_a_forum_with_the_name_of_a_government_is_its_own_whoever_opens_it():
    text = "Gubernur Jawa Timur membuka Musrenbang Kabupaten Jember. Gubernur Jawa Timur berpesan."

    assert home(text) == "Kabupaten Jember"


def test_whoever_leads_the_rapat_is_its_home():
    text = "Rapat di Kota Kediri dipimpin Gubernur Jawa Timur. Pemkot Kediri, Kota Kediri, siap."

    assert home(text) == "Provinsi Jawa Timur"


def test_a_part_of_jakarta_is_no_government():
    assert home("Wali Kota Jakarta Utara memimpin apel.") == "Provinsi DKI Jakarta"
