"""One spelling of quotes, dashes and spaces, character by character, so that offsets stay true."""

_TO_PLAIN = str.maketrans(
    dict.fromkeys("“”„‟«»″＂", '"')
    | dict.fromkeys("‘’‚‛`´′", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\t\u200b\u200c\u200d\u2060\ufeff", " ")
    | dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n")
)


def to_plain_text(text: str) -> str:
    r"""Return ``text`` with plain quotes, hyphens, spaces and line ends, of the same length.

    >>> to_plain_text("“Jum’at” – 5")
    '"Jum\'at" - 5'
    """
    return text.translate(_TO_PLAIN)


def to_lower(text: str) -> str:
    """Return ``text`` in small letters, of the same length (a dotted capital I stays)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
