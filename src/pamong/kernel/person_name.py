"""Names of people: one string, with the titles before and after it kept apart.

Nobody has a first and a last name here. A one-word name is a whole name; an initial or a *Raden*
before a name ("M. Contoh", "R Contoh") belongs to it; *H.* and *Hj.* are titles, like *Dr.*
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from pamong.kernel.language import say
from pamong.kernel.package_data import read_toml

_MAX_PIECES = 4  # the longest title, such as S.Tr.IP., has three pieces; M.Ec.Dev. glued, four
_STRAY_STOP = re.compile(r"(?<=[^\W\d_]{2})\.$")
_GLUED_INITIAL = re.compile(r"\.(?=[^\W\d_][^\W\d_.])")


class PersonNameError(ValueError):
    """A text holds no name: nothing, or titles and signs alone."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(say("Nama orang kosong. Tulis sekurang-kurangnya satu kata."))


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name without titles, and the titles as they are written beside it."""

    nama: str
    gelar_depan: str = ""
    gelar_belakang: str = ""

    def __str__(self) -> str:
        front = f"{self.gelar_depan} " if self.gelar_depan else ""
        back = f", {self.gelar_belakang}" if self.gelar_belakang else ""
        return f"{front}{self.nama}{back}"


def parse_person_name(text: str) -> PersonName:
    """Split a name as people write it into the name and its titles, glued or not.

    Known titles come back in their usual spelling, unknown ones only after a comma and as written;
    forms of address (Bapak, Sdr.) are left out.

    Raises:
        PersonNameError: the text has no letter of a name, or titles only.

    >>> parse_person_name("Dr.Drs.H.Rekaan Contoh,M.Hum")
    PersonName(nama='Rekaan Contoh', gelar_depan='Dr. Drs. H.', gelar_belakang='M.Hum.')
    """
    head, _, tail = " ".join(text.split()).strip(" ,").partition(",")
    front, rest = _take_front_titles(head)
    is_one_more_title = bool(front) and _key(rest) in _front_spelling()
    if is_one_more_title or not any(character.isalnum() for character in rest):
        raise PersonNameError(text)
    nama, trailing = _take_trailing_titles(rest)
    back = trailing + [title for chunk in tail.split(",") for title in _read_back_titles(chunk)]
    nama = _GLUED_INITIAL.sub(". ", _STRAY_STOP.sub("", nama))
    return PersonName(nama, " ".join(front), ", ".join(back))


def sort_key(text: str) -> str:
    """Return what names are sorted and matched by: the whole name in small letters, bare.

    Titles, H. and Hj., accents and punctuation are gone.

    Raises:
        PersonNameError: the text has no letter of a name.

    >>> sort_key("Hj. Dévi Ja'far, S.E.") == sort_key("DEVI JAFAR SE")
    True
    """
    nama = parse_person_name(text).nama
    letters = unicodedata.normalize("NFKD", nama).casefold()
    kept = (c if c.isalnum() else "" if _is_silent(c) else " " for c in letters)
    return " ".join("".join(kept).split())


def initials(text: str) -> str:
    """Return the first letters of the first and the last word of the name, titles apart.

    Raises:
        PersonNameError: the text has no letter of a name.

    >>> initials("Ir. Contoh Rekaan Pertama, MM"), initials("Contoh")
    ('CP', 'C')
    """
    words = sort_key(text).split()
    chosen = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(word[0] for word in chosen).upper()


@cache
def front_titles() -> tuple[str, ...]:
    """Return the titles before a name that are recognised, in their usual spelling."""
    return tuple(read_toml("gelar.toml")["depan"])


@cache
def back_titles() -> tuple[str, ...]:
    """Return the titles after a name that are recognised, in their usual spelling."""
    return tuple(read_toml("gelar.toml")["belakang"])


@cache
def _forms_of_address() -> tuple[str, ...]:
    return tuple(read_toml("gelar.toml")["sapaan"])


def _is_silent(character: str) -> bool:
    """Tell whether a character falls out without parting a word: accents and apostrophes."""
    return unicodedata.combining(character) > 0 or character in "'’‘`"


def _key(title: str) -> str:
    return re.sub(r"[^\w]", "", title).casefold()


@cache
def _front_pattern() -> re.Pattern[str]:
    """One title at the start: glued to what follows by its full stop, or parted by a space."""
    known = (*front_titles(), *_forms_of_address())
    longest_first = sorted((title.rstrip(".") for title in known), key=len, reverse=True)
    any_title = "|".join(re.escape(title).replace(r"\.", r"\.?") for title in longest_first)
    return re.compile(rf"(?P<title>{any_title})(?:\s*\.\s*|\s+)(?=\S)", re.IGNORECASE)


@cache
def _front_spelling() -> dict[str, str]:
    """Title without punctuation -> usual spelling; a form of address has none."""
    spelling = {_key(title): title for title in front_titles()}
    return spelling | {_key(word): "" for word in _forms_of_address()}


@cache
def _back_spelling() -> dict[str, str]:
    return {_key(title): title for title in back_titles()}


def _take_front_titles(text: str) -> tuple[list[str], str]:
    titles = []
    while match := _front_pattern().match(text):
        written = match["title"]
        # "dr." is a physician, "Dr." and "DR." a doctor: the only title that its case tells apart.
        doctor = {"dr": "dr.", "Dr": "Dr.", "DR": "Dr."}.get(written)
        titles.append(doctor or _front_spelling()[_key(written)])
        text = text[match.end() :]
    return [title for title in titles if title], text


def _take_trailing_titles(text: str) -> tuple[str, list[str]]:
    """Take known titles off the end of a name that no comma ends ("Contoh S. AG. MH")."""
    words = text.split()
    for first in range(1, len(words)):
        written = " ".join(words[first:])
        if not ("." in written or written.isupper()):
            continue
        if titles := _known_titles(written):
            return " ".join(words[:first]), titles
    return text, []


def _read_back_titles(chunk: str) -> list[str]:
    written = chunk.strip()
    return (_known_titles(written) or [written]) if written else []


def _known_titles(written: str) -> list[str]:
    """Split a run of titles ("SH.MH", "S. AG. MH"); empty where one of them is unknown."""
    pieces = [piece for piece in re.split(r"[.\s]+", written) if piece]
    titles: list[str] = []
    while pieces:
        for count in range(min(_MAX_PIECES, len(pieces)), 0, -1):
            title = _back_spelling().get(_key("".join(pieces[:count])))
            if title:
                titles.append(title)
                del pieces[:count]
                break
        else:
            return []
    return titles
