from tests.reader.parts import Parts

from pamong.reader.organisations import find_attendees, find_organisations


def organisations(text):
    parts = Parts(text)
    home = parts.home.value if parts.home else None
    return {one.value for one in find_organisations(parts.page, parts.gazetteer, home)}


def attendees(text, speaking=()):
    parts = Parts(text)
    home = parts.home.value if parts.home else None
    found = find_attendees(parts.page, parts.cast, speaking, home)
    return {(one.value.name, one.value.office) for one in found}


def test_a_body_is_named_once_with_its_government():
    text = "OPD dalam lingkup Pemerintah Provinsi Jambi hadir. Semua OPD bekerja."

    assert organisations(text) == {"OPD Provinsi Jambi", "Pemerintah Provinsi Jambi"}


def test_a_short_form_in_brackets_does_not_part_a_body_from_its_government():
    text = "Pimpinan Organisasi Perangkat Daerah (OPD) Kabupaten Jember hadir."

    assert organisations(text) == {"OPD Kabupaten Jember"}


def test_people_and_groups_that_are_present_attend():
    text = "Hadir Sekretaris Daerah Kabupaten Jember Rekaan Contoh, Forkopimda, dan para camat."

    assert attendees(text) == {
        ("Rekaan Contoh", "Sekretaris Daerah Kabupaten Jember"),
        (None, "Forkopimda"),
        (None, "camat"),
    }


def test_chairs_that_go_to_spouses_are_kept_by_their_function_alone():
    text = "Hadir Ketua TP PKK Kabupaten Jember, Hj. Rekaan Contoh."

    assert attendees(text) == {(None, "Ketua TP PKK Kabupaten Jember")}


def test_who_speaks_does_not_merely_attend():
    text = "Hadir Bupati Jember Rekaan Contoh."
    person = Parts(text).person("Rekaan Contoh")

    assert attendees(text, (person,)) == set()


def test_without_a_word_of_presence_nobody_attends():
    assert attendees("Forkopimda menyetujui rencana itu.") == set()
