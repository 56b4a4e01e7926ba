"""What leads to a person beside the name: numbers and addresses become placeholders.

Whatever could be one is replaced. Days, hours, years and amounts are told apart by their form, and
stay, because the reader is judged by them.
"""

import re
import unicodedata
from functools import cache

from pamong.reader.knowledge import alternatives, table

NUMBER, MAIL, ADDRESS, ACCOUNT, TAG = "[nomor]", "[surel]", "[alamat]", "[akun]", "[tagar]"

_FORMAT = "Cf"  # characters without a glyph: zero-width, soft hyphen, changes of direction
_CUT_WORD = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_AT = r"\s?(?:@|\(at\)|\[at\]|\(a\))\s?"
_DOT = r"\s?(?:\.|\(dot\)|\[dot\])\s?"
_MAIL = re.compile(
    rf"[\w.+%-]+{_AT}[\w-]+(?:{_DOT}\w[\w-]*)+|[\w.+-]+ at [\w-]+(?: (?:dot|titik) \w+)+",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:https?:/+|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:id|com|net|org|info|co|me)\b(?:/\S*)?",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"@[\w.]+")
_TAG = re.compile(r"#\w+")
_APART = r"(?<!\d)(?<!\d[./:_*·-])(?:{})(?![./:_*·-]?\d)"
_KEPT = re.compile(
    "|".join(
        _APART.format(form)
        for form in (
            r"\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d\d",  # 18/3/2019
            r"(?:19|20)\d\d-\d\d-\d\d",
            r"\d{1,2}[.:]\d\d(?:\s?-\s?\d{1,2}[.:]\d\d)?",  # 07.30-08.00
            r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?",  # 1.250.000
            r"(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d",  # 2019/2020
            r"(?<!\d\s)(?:19|20)\d\d(?![\s,(]{1,2}\d)",
        )
    )
)
_LONG = re.compile(r"[+(]?\d(?:[\s.,()/_*·-]{0,3}\d){6,}")
_FEWEST_SPELLED = 7


def without_numbers(text: str) -> str:
    """Return ``text`` on plain characters, with numbers and addresses of people replaced.

    >>> without_numbers("Hubungi 0812-3456-7890 (Senin, 18/3/2019 pukul 07.30)")
    'Hubungi [nomor] (Senin, 18/3/2019 pukul 07.30)'
    """
    plain = _CUT_WORD.sub("", _visible(text))
    for form, stands_in in ((_MAIL, MAIL), (_LINK, ADDRESS), (_ACCOUNT, ACCOUNT), (_TAG, TAG)):
        plain = form.sub(stands_in, plain)
    plain = _introduced().sub(lambda match: f"{match['word']} {NUMBER}", plain)
    plain = _spelled().sub(NUMBER, plain)
    pieces, place = [], 0
    for kept in _KEPT.finditer(plain):
        pieces += [_LONG.sub(NUMBER, plain[place : kept.start()]), kept[0]]
        place = kept.end()
    return "".join([*pieces, _LONG.sub(NUMBER, plain[place:])])


def _visible(text: str) -> str:
    whole = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in whole if unicodedata.category(letter) != _FORMAT)


@cache
def _introduced() -> re.Pattern[str]:
    """A word such as "NIP", and the digits behind it."""
    words = alternatives(table("nameless")["reaches_a_person"])
    return re.compile(
        rf"(?<!\w)(?P<word>(?:{words}))(?!\w)[^\w\n]{{0,6}}(?:(?:no|nomor)\W{{0,3}})?"
        r"\+?\d(?:[\s.,()/_*·-]{0,3}\d){3,}",
        re.IGNORECASE,
    )


@cache
def _spelled() -> re.Pattern[str]:
    digits = alternatives(table("nameless")["digits"])
    return re.compile(
        rf"(?<!\w)(?:{digits})(?:[\s,.-]+(?:{digits})){{{_FEWEST_SPELLED - 1},}}(?!\w)",
        re.IGNORECASE,
    )
