"""Where something stands in a file: the file, its sheet, the row and the letters of the column."""

from __future__ import annotations

from dataclasses import dataclass

from pamong.kernel.language import say

_LETTERS = 26


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A cell, or a whole row where ``column`` is empty; rows count from 1, as Excel shows them."""

    file: str
    sheet: str
    row: int
    column: str = ""

    def __str__(self) -> str:
        """Say where it is, as somebody would look for it.

        >>> str(Place("pegawai.xlsx", "Data", 12, "C")), str(Place("pegawai.csv", "", 3))
        ('pegawai.xlsx, lembar Data, sel C12', 'pegawai.csv, baris 3')
        """
        where = (
            say("sel %(column)s%(row)s", column=self.column, row=self.row)
            if self.column
            else say("baris %(row)s", row=self.row)
        )
        if not self.sheet:
            return f"{self.file}, {where}"
        return f"{self.file}, {say('lembar %(sheet)s', sheet=self.sheet)}, {where}"


def column_letters(index: int) -> str:
    """Return the letters of a column counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(701)
    ('A', 'Z', 'AA', 'ZZ')
    """
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Return the place of a column, counted from 0, by its letters.

    >>> column_index("A"), column_index("AA"), column_index("ZZ")
    (0, 26, 701)
    """
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1
