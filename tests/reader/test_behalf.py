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
