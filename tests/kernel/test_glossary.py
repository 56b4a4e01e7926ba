import re
from collections import Counter

import pytest

from pamong.kernel.capacity import Capacity
from pamong.kernel.glossary import PRACTICE, UnknownTermError, term, terms

NEEDED = [
    "Pemda",
    "OPD",
    "Jabatan",
    "Pejabat",
    "Plt",
    "Plh",
    "Pj",
    "Pjs",
    "Definitif",
    "ASN",
    "PNS",
    "PPPK",
    "NIP",
    "NIK",
    "SK",
    "TMT",
    "BUP",
    "KGB",
    "Golongan",
    "Pangkat",
    "Eselon",
    "Cuti",
    "CLTN",
    "Petahana",
    "Arahan",
    "Forum",
    "Apel",
    "Upacara",
    "Rakor",
    "Audiensi",
    "Pengarahan",
    "Temuan",
    "Atestasi",
    "Presensi",
    "Disiplin",
    "Pilkada",
    "Forkopimda",
    "DWP",
    "BKN",
    "KASN",
    "KemenPANRB",
    "BKD",
    "BKPSDM",
    "Sekda",
    "Asisten",
    "Penjabat",
    "Netralitas",
    "Wilayah",
    "Instansi",
    "Kalender",
    "Kdh",
    "Absen",
    "Kumulatif",
    "Kampanye",
]
NEEDED_PHRASES = [
    "Cuti kampanye",
    "Tindak lanjut",
    "Pemangku jabatan",
    "Hukuman disiplin",
    "Penetapan paslon",
    "TP PKK",
    "Kepala daerah",
    "Perangkat Daerah",
    "Unit kerja",
    "Cuti bersama",
]


@pytest.mark.parametrize("word", NEEDED + NEEDED_PHRASES)
def test_the_words_of_the_project_are_explained(word):
    assert term(word).meaning_id.endswith(".")


def test_every_term_has_both_meanings_and_a_source():
    for entry in terms():
        assert entry.meaning_id.endswith("."), entry.term
        assert entry.meaning_en.endswith("."), entry.term
        assert entry.source, entry.term


def test_no_word_has_two_terms():
    words = Counter(word.casefold() for entry in terms() for word in (entry.term, *entry.also))

    assert [word for word, count in words.items() if count > 1] == []


def test_a_source_is_practice_or_a_numbered_regulation():
    numbered = re.compile(
        r"\b(UU|PP|Perpres|Keppres|Permendagri|Perka BKN|Peraturan KPK|SE MenPANRB) \d+/\d{4}\b"
    )

    for entry in terms():
        assert entry.is_defined_by_law == (entry.source != PRACTICE)
        assert entry.source == PRACTICE or numbered.match(entry.source), entry.term


@pytest.mark.parametrize("capacity", list(Capacity))
def test_every_capacity_is_explained_under_both_labels(capacity):
    assert term(capacity.label) is term(capacity.long_label)


def test_terms_come_in_alphabetical_order():
    names = [entry.term.casefold() for entry in terms()]

    assert names == sorted(names)


def test_an_unknown_word_is_refused_with_a_sentence():
    with pytest.raises(UnknownTermError, match='Istilah "antah" belum ada'):
        term("antah")
