"""Whether a text can be read at all: is it Indonesian, and is it about a government?"""

from pamong.reader.draft import ReadingWarning
from pamong.reader.knowledge import words
from pamong.reader.lines import is_field
from pamong.reader.page import Page

_LEAST_WORDS = 12
_FIELDS = 2
_LEAST_SHARE = 0.03  # of small words that Indonesian cannot do without


def is_indonesian(page: Page) -> bool:
    """Tell whether small words of Indonesian are as frequent as they must be.

    A text of a few words is given the benefit of the doubt; minutes write few small words.
    """
    spelled = [token.lower for token in page.tokens if token.text[0].isalpha()]
    has_fields = sum(is_field(line) for line in page.body_lines) >= _FIELDS
    if len(spelled) < _LEAST_WORDS or has_fields:
        return True
    small = sum(word in words("words", "indonesian") for word in spelled)
    return small / len(spelled) >= _LEAST_SHARE


NOT_INDONESIAN = ReadingWarning(
    "not-indonesian",
    "Teks ini tampaknya bukan bahasa Indonesia, jadi tidak dibaca. Masukkan naskah bahasa "
    "Indonesia, atau isi draf dengan tangan.",
)
NO_BODY = ReadingWarning(
    "no-body",
    "Teks ini hanya berisi perabot halaman (iklan, tautan, keterangan foto). Salin isi beritanya.",
)
ABOUT_SOMETHING_ELSE = ReadingWarning(
    "about-something-else",
    "Teks ini tidak menyebut pemerintah daerah atau pejabatnya. Periksa apakah dokumennya benar.",
)
NO_FORUM = ReadingWarning(
    "no-forum",
    "Tidak ditemukan acara (apel, rakor, audiensi, dan sejenisnya) dalam teks ini. Jika ada, isi "
    "jenis acaranya.",
)
