"""Where an office ends and a name begins, and who holds an office that changes hands."""

import pytest
from tests.reader.parts import Parts


def titles(text):
    parts = Parts(text)
    home = parts.home.value if parts.home else None
    return {
        person.name: person.office and person.office.title(home) for person in parts.cast.people
    }


@pytest.mark.parametrize(
    "elsewhere", ["Ia datang ke kantor Camat Contohan.", "Dari Contohan, Wabup pulang."]
)
def test_a_place_that_stands_elsewhere_parts_an_office_from_a_name(elsewhere):
    text = f"{elsewhere}\nCamat Contohan Rekaan Misalnya menjelaskan hal itu."

    assert titles(text) == {"Rekaan Misalnya": "Camat Contohan"}


def test_one_word_behind_the_office_of_a_place_is_nobody():
    assert titles("Camat Contohan menyampaikan bahwa desa itu terlambat melapor.") == {}


def test_a_verb_of_a_headline_is_no_name():
    assert titles("Rapat itu digelar tadi.\nWali Kota Sorong Serahkan DPA kepada OPD.") == {}


def test_the_owner_of_a_car_is_named():
    text = "Mobil dinas Wakil Bupati Jember Rekaan Contoh sudah parkir di depan kantor."

    assert titles(text) == {"Rekaan Contoh": "Wakil Bupati Jember"}


def test_a_society_belongs_to_no_government():
    text = (
        "Bupati Jember membuka rapat.\n"
        "Ketua Forum Guru Honorer Jember Selatan, Rekaan Contoh, mengatakan hal itu."
    )

    assert titles(text) == {"Rekaan Contoh": "Ketua Forum Guru Honorer Jember Selatan"}


def test_a_branch_of_two_governments_is_read_whole():
    text = (
        "Kepala Bulog Cabang Jember dan Lumajang Rekaan Contoh, yang hadir, menyebut stok cukup."
    )

    assert titles(text) == {"Rekaan Contoh": "Kepala Bulog Cabang Jember dan Lumajang"}


def test_both_hold_a_post_that_is_handed_over():
    text = (
        "Serah terima jabatan Camat Contohan digelar di pendopo, Senin.\n"
        "Camat lama, Rekaan Misalnya, menyerahkan jabatan kepada Andai Umpama yang sebelumnya "
        "menjabat Sekretaris Kecamatan Lain."
    )

    assert titles(text) == {"Rekaan Misalnya": "Camat Contohan", "Andai Umpama": "Camat Contohan"}


def test_the_elected_one_takes_over_from_the_acting_one():
    text = (
        "Penjabat Bupati Jember Rekaan Contoh menyerahkan jabatan kepada Bupati terpilih "
        "Andai Misalnya dalam serah terima."
    )
    people = {person.name: person.capacity.label for person in Parts(text).cast.people}

    assert people == {"Rekaan Contoh": "Pj", "Andai Misalnya": "definitif"}


def test_minutes_put_the_speaker_before_a_colon():
    text = (
        "Bupati Jember membuka rapat.\n"
        "2. Kepala BKD Kabupaten Jember (Rekaan Contoh):\n- Peta jabatan belum disahkan."
    )

    assert [person.name for person in Parts(text).speech.speakers] == ["Rekaan Contoh"]


@pytest.mark.parametrize("verb", ["berdalih", "menimpali", "menyanggupi", "beralasan"])
def test_many_verbs_say_that_somebody_spoke(verb):
    text = (
        f"Bupati Jember membuka rapat.\nKepala BKD Kabupaten Jember, Rekaan Contoh, {verb} begitu."
    )

    assert [person.name for person in Parts(text).speech.speakers] == ["Rekaan Contoh"]


def test_whose_advice_is_told_of_has_spoken():
    text = "Ada pula masukan dari Kepala BKD Kabupaten Jember Rekaan Contoh tentang batas waktu."

    assert [person.name for person in Parts(text).speech.speakers] == ["Rekaan Contoh"]
