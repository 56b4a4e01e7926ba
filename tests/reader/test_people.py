import pytest
from tests.reader.parts import Parts

from pamong.kernel.capacity import Capacity

OPENING = "Bupati Jember Rekaan Contoh Utama membuka rapat."


def people(text):
    return {person.name for person in Parts(text).cast.people}


def mentioned(text):
    parts = Parts(text)
    return [
        (parts.words(mention.span), mention.person and mention.person.name)
        for mention in parts.cast.mentions
    ]


def test_people_are_introduced_by_an_office_before_or_behind_the_name():
    text = f"{OPENING} Hadir pula Andai Misalnya selaku Kepala Dinas Kesehatan Kabupaten Jember."

    assert people(text) == {"Rekaan Contoh Utama", "Andai Misalnya"}


def test_people_come_back_by_a_part_of_the_name_and_by_the_office():
    text = f"{OPENING} Contoh Utama menutup rapat. Bupati pulang."

    assert mentioned(text)[1:] == [
        ("Contoh Utama", "Rekaan Contoh Utama"),
        ("Bupati", "Rekaan Contoh Utama"),
    ]


def test_people_come_back_by_a_nickname_in_brackets_and_by_one_behind_the_office():
    text = (
        "Bupati Jember Rekaanda Contoh Utama (Kak Uta) membuka rapat. Kak Uta tersenyum. "
        "Bupati Rekaan pulang."
    )

    assert {name for _, name in mentioned(text)} == {"Rekaanda Contoh Utama"}


def test_a_surname_that_two_people_share_is_the_one_whose_name_begins_with_it():
    text = (
        "Gubernur Jambi Contoh Utama hadir. Ketua TP PKK Provinsi Jambi, Hj.Rekaan Contoh hadir."
    )
    parts = Parts(f"{text} Contoh berpesan.")

    assert parts.cast.mentions[-1].person is parts.person("Contoh Utama")


def test_the_last_word_of_a_name_that_a_page_wrote_small_belongs_to_it():
    assert people("Bupati Jember Contoh rekayasa buka rapat.") == {"Contoh Rekayasa"}


def test_a_word_of_the_language_behind_a_name_is_no_part_of_it():
    assert people("Bupati Jember Contoh kemarin buka rapat.") == {"Contoh"}


def test_a_full_name_that_speaks_needs_no_office_and_one_word_is_no_name():
    assert people("Rekaan Contoh juga mengatakan rapat selesai.") == {"Rekaan Contoh"}
    assert people('"Rapat ini selesai hari ini," kata Contoh.') == {"Contoh"}
    assert people("Lembagacontoh mengatakan rapat selesai.") == set()


def test_headlines_introduce_nobody():
    assert people(f"Bupati Jember Resmikan Pasar\n\n{OPENING}") == {"Rekaan Contoh Utama"}


def test_both_sides_of_a_handover_stand_for_the_office():
    text = "Pisah sambut Penjabat Bupati Pati dari Rekaan Contoh kepada Andai Misalnya digelar."
    parts = Parts(text)

    assert {p.name: p.capacity for p in parts.cast.handed_over} == {
        "Rekaan Contoh": Capacity.PJ,
        "Andai Misalnya": Capacity.PJ,
    }


def test_a_list_behind_an_office_of_many_gives_each_his_own():
    parts = Parts(
        "Dua Pjs Bupati/Wali Kota dikukuhkan. Mereka ialah Rekaan Contoh untuk Jember dan "
        "Andai Misalnya untuk Kota Kediri."
    )

    assert {p.name: (p.office.title(), p.capacity) for p in parts.cast.people} == {
        "Rekaan Contoh": ("Bupati Jember", Capacity.PJS),
        "Andai Misalnya": ("Wali Kota Kediri", Capacity.PJS),
    }


def test_a_role_of_the_day_leads_to_who_has_it():
    text = (
        "Inspektur Upacara adalah Kepala BKPP Kabupaten Pati, Drs. Rekaan Contoh. "
        "Inspektur Upacara memberi hormat."
    )

    assert mentioned(text)[-1] == ("Inspektur Upacara", "Rekaan Contoh")


def test_an_acting_capacity_stands_before_a_definitive_one():
    parts = Parts("Pjs Bupati Jember, Rekaan Contoh, hadir. Bupati Jember Rekaan Contoh pulang.")

    assert parts.person("Rekaan Contoh").capacities == (Capacity.PJS, Capacity.DEFINITIF)


def test_a_fuller_naming_of_the_office_is_taken():
    text = "Warga Kecamatan Contoh hadir. Camat Rekaan Utama, S.Sos, hadir. Camat Contoh berpesan."
    parts = Parts(text)

    assert parts.person("Rekaan Utama").office.title() == "Camat Contoh"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bupati Jember, dr. Rekaan Contoh, hadir.", "Rekaan Contoh"),
        ("Bupati Jember Muh. Rekaan Dg. Contoh hadir.", "Muh. Rekaan Dg. Contoh"),
        ("Bupati Jember, H. Lalu Rekaan Contoh, hadir.", "Lalu Rekaan Contoh"),
        ("Bupati Jember HM Rekaan Contoh hadir.", "Rekaan Contoh"),
        ("Bupati Jember Rekaan Contoh S.Pd hadir.", "Rekaan Contoh"),
        ("Pimpinan: Bupati Jember (Drs. Rekaan Contoh, M.Si.) hadir.", "Rekaan Contoh"),
        ("Dipimpin Rekaan Contoh, S.Pd. (Bupati Jember) kemarin.", "Rekaan Contoh"),
        ("Rapat selesai.\nBUPATI JEMBER,\nttd\nREKAAN CONTOHNYA", "Rekaan Contohnya"),
    ],
)
def test_a_name_is_read_with_what_stands_around_it(text, name):
    assert people(text) == {name}


def test_a_word_on_the_next_line_is_no_name_of_the_office_above():
    assert people("Peserta: Bupati Jember\nHasil rapat:") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Kak Uta, sapaan akrab Bupati, tersenyum.",
        "Ia yang akrab disapa Kak Uta tersenyum. Kak Uta pulang.",
        "Bupati yang karib disapa Kak Uta tersenyum.",
    ],
)
def test_who_is_called_by_a_nickname_is_the_person(text):
    mentions = mentioned(f"{OPENING} {text}")

    assert {name for _, name in mentions} == {"Rekaan Contoh Utama"}
    assert any("Uta" in words and "Utama" not in words for words, _ in mentions)


def test_a_name_cut_short_is_the_only_one_that_begins_so():
    text = "Bupati Jember Wulanrekaan Contoh membuka rapat. Kata Wulan, rapat penting."

    assert mentioned(text)[-1] == ("Wulan", "Wulanrekaan Contoh")


def test_an_office_that_somebody_held_before_is_not_the_one_he_holds():
    text = (
        "Wali Kota Metro melantik Rekaan Contoh sebagai Sekretaris Daerah Kota Metro. "
        "Rekaan sebelumnya menjabat Kepala Bappeda Kota Metro."
    )

    assert Parts(text).person("Rekaan Contoh").office.title() == "Sekretaris Daerah Kota Metro"


def offices_of(text):
    parts = Parts(text)
    return {p.name: (p.office.title(), p.capacity.label) for p in parts.cast.people if p.office}


@pytest.mark.parametrize("beside", ["Istri", "Ajudan", "Juru Bicara", "Putra", "Mantan"])
def test_a_name_behind_somebody_else_of_an_office_is_not_its_holder(beside):
    assert offices_of(f"{beside} Bupati Jember, Andai Misalnya, mengatakan setuju.") == {}


def test_two_names_behind_a_pair_of_offices_are_taken_in_their_order():
    text = "Bupati dan Wakil Bupati Jember, Rekaan Contoh dan Andai Misalnya, memimpin apel."

    assert offices_of(text) == {
        "Rekaan Contoh": ("Bupati Jember", "definitif"),
        "Andai Misalnya": ("Wakil Bupati Jember", "definitif"),
    }


def test_one_name_behind_a_pair_of_offices_is_nobody():
    assert offices_of("Bupati dan Wakil Bupati Jember Rekaan Contoh memimpin apel.") == {}


def test_an_office_held_besides_another_does_not_take_its_place():
    text = "Plt Kepala BKD Jember, Rekaan Contoh, hadir. Rekaan yang juga Asisten III Setda diam."

    assert offices_of(text) == {"Rekaan Contoh": ("Kepala BKD Kabupaten Jember", "Plt")}


def test_an_office_of_the_government_goes_before_the_chair_of_a_body():
    text = "Ketua Korpri Jember yang juga Sekda Jember, Rekaan Contoh, memimpin apel."

    assert offices_of(text) == {
        "Rekaan Contoh": ("Sekretaris Daerah Kabupaten Jember", "definitif")
    }


@pytest.mark.parametrize(
    "text",
    ["Camat Andaian Rekaan Contoh membuka rapat.", "Direktur RSUD Andaian Rekaan Contoh hadir."],
)
def test_a_place_that_runs_into_a_name_introduces_nobody(text):
    assert offices_of(text) == {}


def test_a_name_that_the_text_uses_alone_parts_from_the_place_before_it():
    text = 'Camat Andaian Rekaan Contoh membuka rapat. "Segera kita mulai," kata Rekaan.'

    assert offices_of(text) == {"Rekaan Contoh": ("Camat Andaian", "definitif")}


def test_the_head_of_a_dinas_leads_the_one_that_was_named():
    text = "Kepala Dinas Sosial Jember pensiun. Plt Kepala Dinas, Rekaan Contoh, melanjutkan."

    assert offices_of(text) == {"Rekaan Contoh": ("Kepala Dinas Sosial Kabupaten Jember", "Plt")}


def test_somebody_without_an_office_is_told_by_an_age_in_brackets():
    assert people("Warga Andaian, Rekaan (54), senang.") == {"Rekaan"}


def test_one_of_many_is_named_between_commas():
    assert people("Salah satu penerima, Rekaan, mengaku lega.") == {"Rekaan"}


def test_the_end_of_a_name_behind_the_same_office_is_the_same_person():
    text = "Sekda Jember Mohamadrekaan Contoh membuka rapat. Sekda Rekaan pulang."

    assert people(text) == {"Mohamadrekaan Contoh"}
