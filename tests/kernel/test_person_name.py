import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.kernel.person_name import (
    PersonName,
    PersonNameError,
    back_titles,
    front_titles,
    initials,
    parse_person_name,
    sort_key,
)

WORDS = st.text(string.ascii_lowercase, min_size=4, max_size=9).map(str.capitalize)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


# All names are made up.
@pytest.mark.parametrize(
    ("text", "front", "nama", "back"),
    [
        ("Dr.Drs.H.Rekaan Contoh,M.Hum", "Dr. Drs. H.", "Rekaan Contoh", "M.Hum."),
        ("H.Contoh,SH.MH", "H.", "Contoh", "S.H., M.H."),
        ("Hj.Contoh Rekaan", "Hj.", "Contoh Rekaan", ""),
        ("K.H. Contoh", "K.H.", "Contoh", ""),
        ("KH Contoh", "K.H.", "Contoh", ""),
        ("Ir Contoh Rekaan", "Ir.", "Contoh Rekaan", ""),
        ("Irma Contoh", "", "Irma Contoh", ""),
        ("Contoh Rekaan S.Sos., M.Si", "", "Contoh Rekaan", "S.Sos., M.Si."),
        ("Contoh SE,MM", "", "Contoh", "S.E., M.M."),
        ("Contoh Rekaan S. AG. MH", "", "Contoh Rekaan", "S.Ag., M.H."),
        ("Contoh, A.P", "", "Contoh", "A.P."),
        ("Contoh A.P, M.Si", "", "Contoh", "A.P., M.Si."),
        ("A.P. Contoh", "", "A.P. Contoh", ""),
        ("I Ketut Contoh", "", "I Ketut Contoh", ""),
        ("R Contoh", "", "R Contoh", ""),
        ("M. Contoh", "", "M. Contoh", ""),
        ("H.M.Contoh", "H.", "M. Contoh", ""),
        ("A.M.Contoh", "", "A.M. Contoh", ""),
        ("DRS. CONTOH REKAAN MM", "Drs.", "CONTOH REKAAN", "M.M."),
        ("dr. Contoh, Sp.OG", "dr.", "Contoh", "Sp.OG."),
        ("DR. dr. Contoh", "Dr. dr.", "Contoh", ""),
        ("Letjen TNI (Purn) H. Contoh", "Letjen TNI (Purn.) H.", "Contoh", ""),
        ("Contoh Rekaan. SE", "", "Contoh Rekaan", "S.E."),
        ("Contoh Ma", "", "Contoh Ma", ""),
        ("Contoh Hj", "", "Contoh Hj", ""),
        ("Contoh, Ahli Tata Rekaan, MT", "", "Contoh", "Ahli Tata Rekaan, M.T."),
        ("Contoh, S.Tr.IP., M.Pd.I, Ph.D", "", "Contoh", "S.Tr.IP., M.Pd.I., Ph.D."),
        ("Sdr. Contoh", "", "Contoh", ""),
        ("Contoh", "", "Contoh", ""),
        ("H Contoh Rekaan.", "H.", "Contoh Rekaan", ""),
        ("Contoh M.", "", "Contoh M.", ""),
        ("Dr.", "", "Dr", ""),
    ],
)
def test_titles_are_told_from_the_name(text, front, nama, back):
    assert parse_person_name(text) == PersonName(nama, front, back)


@pytest.mark.parametrize("text", ["", "  ", " , ", "...", "H. -", "Drs. H.", "Prof. Dr. Ir."])
def test_no_name_is_refused(text):
    with pytest.raises(PersonNameError, match="Nama orang kosong"):
        parse_person_name(text)


@given(NAMES)
def test_a_name_without_titles_is_whole(nama):
    assert parse_person_name(nama) == PersonName(nama)


@given(
    NAMES,
    st.lists(st.sampled_from(sorted(front_titles())), max_size=3),
    st.lists(st.sampled_from(sorted(back_titles())), max_size=3),
)
def test_names_are_matched_whatever_titles_stand_beside_them(nama, front, back):
    written = " ".join([*front, nama]) + "".join(f", {title}" for title in back)

    assert parse_person_name(written).nama == nama
    assert sort_key(written) == nama.casefold()


@given(NAMES)
def test_a_written_name_is_read_back(nama):
    name = PersonName(nama, "Dr. H.", "S.H., M.Si.")

    assert parse_person_name(str(name)) == name


def test_sorting_ignores_titles_accents_case_and_punctuation():
    names = ["Prof. Zaitun Rekaan", "H. Andi' Rekaan", "Drs. Bé-la Rekaan, M.Si"]

    assert sorted(names, key=sort_key) == [names[1], names[2], names[0]]
    assert sort_key("Ja'far") == sort_key("Jafar") == sort_key("JA’FAR")
    assert sort_key("Bé-la") == "be la"


@pytest.mark.parametrize(
    ("text", "letters"),
    [("Ir. Contoh Rekaan Pertama, MM", "CP"), ("H. Contoh", "C"), ("I Ketut Contoh", "IC")],
)
def test_initials_ignore_titles(text, letters):
    assert initials(text) == letters


@pytest.mark.parametrize("titles", [front_titles(), back_titles()])
def test_no_title_has_two_usual_spellings(titles):
    bare = [title.replace(".", "").casefold() for title in titles if title != "dr."]

    assert sorted(bare) == sorted(set(bare))


@given(st.text(max_size=30))
def test_any_text_is_a_name_with_a_key_or_is_refused(text):
    try:
        name = parse_person_name(text)
    except PersonNameError:
        return

    assert name.nama
    assert initials(text) == initials(text).upper()
