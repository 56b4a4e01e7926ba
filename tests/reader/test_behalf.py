import pytest
from tests.reader.parts import Parts

READER = "Kepala BKPP Kabupaten Pati, Drs. Rekaan Contoh, M.Si"


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        (f"{READER} membacakan sambutan Gubernur Jawa Tengah, Andai Misalnya.", True),
        (f"Sambutan Gubernur Jawa Tengah dibacakan oleh {READER}.", True),
        (f"{READER} membuka acara mewakili Gubernur Jawa Tengah.", False),
        (f"Gubernur Jawa Tengah diwakili {READER} membuka acara.", False),
    ],
)
def test_who_reads_or_stands_for_whom(text, is_read):
    behalf = Parts(text).behalf.value

    assert behalf.reader.person.name == "Rekaan Contoh"
    assert behalf.principal_title(None) == "Gubernur Jawa Tengah"
    assert behalf.is_read is is_read


def test_a_pronoun_reads_for_somebody_too():
    text = f"Inspektur upacara ialah {READER}. Ia membacakan amanat Gubernur Jawa Tengah."

    assert Parts(text).behalf.value.reader.person.name == "Rekaan Contoh"


def test_a_reader_whose_name_comes_sentences_later_is_found():
    text = (
        "Sambutan tertulis Gubernur Jambi dibacakan Asisten Administrasi Umum (A3). "
        "Upacara diikuti semua dinas.\nUsai upacara, A3, yaitu H.Rekaan Contoh,SH.MHmenerangkan "
        "isinya."
    )

    assert Parts(text).behalf.value.reader.person.name == "Rekaan Contoh"


@pytest.mark.parametrize(
    "text",
    [
        f"{READER} membacakan doa bersama Gubernur Jawa Tengah.",
        f"Rapat dibuka {READER}.",
        "Tidak ada yang mewakili.",
    ],
)
def test_other_readings_and_openings_are_for_nobody(text):
    assert Parts(text).behalf is None


def test_whoever_stands_for_somebody_may_follow():
    behalf = Parts("Mewakili Bupati Pati, Wakil Bupati Pati Rekaan Contoh membuka rapat.").behalf

    assert behalf.value.reader.person.name == "Rekaan Contoh"
    assert behalf.value.principal_title(None) == "Bupati Pati"


def test_who_leads_a_meeting_instead_of_somebody_stands_for_him():
    behalf = Parts(
        "Wakil Gubernur NTB, Rekaan Contoh, yang memimpin rapat menggantikan gubernur, hadir."
    ).behalf.value

    assert (behalf.reader.person.name, behalf.principal.office.head.name) == (
        "Rekaan Contoh",
        "Gubernur",
    )
    assert not behalf.is_read


def test_who_takes_over_an_office_stands_for_nobody():
    text = "Bupati Jember Rekaan Contoh dilantik menggantikan Bupati Andai Misalnya tadi."

    assert Parts(text).behalf is None


def test_the_name_behind_the_words_that_are_read_is_the_readers():
    text = (
        "Mewakili Bupati Jember, Sekretaris Daerah Rekaan Contoh membuka rapat.\n"
        "Membacakan sambutan Bupati, Rekaan mengatakan mutasi itu biasa."
    )
    people = [
        (one.name, [held.head.name for held in one.holdings]) for one in Parts(text).cast.people
    ]

    assert people == [("Rekaan Contoh", ["Sekretaris Daerah"])]
