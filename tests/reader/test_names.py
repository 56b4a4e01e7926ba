import pytest

from pamong.reader.names import name_at
from pamong.reader.tokens import tokenise


def name(text):
    run = name_at(tokenise(text), 0)
    return run and run.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rekaan Contoh membuka rapat", "Rekaan Contoh"),
        ("Dr.Drs.H.Contoh Utama,M.Hum minta", "Contoh Utama"),
        ("H. Contoh Utama hadir", "Contoh Utama"),
        ("K.H. Contoh Utama hadir", "Contoh Utama"),
        ("Contoh Utama, S. AG. MH, hadir", "Contoh Utama"),
        ("H.Contoh,SH.MHmengatakan", "Contoh"),
        ("M. Contoh memimpin", "M. Contoh"),
        ("I Made Contoh hadir", "I Made Contoh"),
        ("Contoh bin Utama hadir", "Contoh bin Utama"),
        ("Contoh Utama Senin lalu", "Contoh Utama"),
        ("Contoh Utama (rekaan), M.Si, hadir", "Contoh Utama (rekaan)"),
        ("contoh utama hadir", None),
        ("Senin pagi", None),
        ("A. B. hadir", None),
    ],
)
def test_a_name_is_read_without_titles_and_degrees(text, expected):
    assert name(text) == expected


def test_titles_and_degrees_are_noticed():
    assert name_at(tokenise("Drs. Contoh"), 0).has_titles
    assert name_at(tokenise("Contoh, M.Si"), 0).has_titles
    assert not name_at(tokenise("Contoh Utama"), 0).has_titles
