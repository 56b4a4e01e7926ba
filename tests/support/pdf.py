"""Writes small PDFs by hand, so that a test knows every byte: text, columns, tables, pictures."""

import re
import textwrap
import zlib
from dataclasses import dataclass, field

A4 = (595, 842)
LETTER = 0.5  # width of every letter, as a share of its size
EDGE = 56


@dataclass
class Sheet:
    """One page: what is written where, from the upper left, in points."""

    texts: list[tuple[float, float, float, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    picture: bool = False

    def write(self, x: float, y: float, text: str, size: float = 11) -> None:
        self.texts.append((x, y, size, text))

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.rules.append((x0, y0, x1, y1))


def pdf(
    sheets: list[Sheet], *, names_letters: bool = True, extra: tuple[bytes, ...] = ()
) -> bytes:
    """Return the file; without ``names_letters`` its font does not say which letters it draws."""
    letters = sorted({letter for sheet in sheets for *_, text in sheet.texts for letter in text})
    codes = {letter: code for code, letter in enumerate(letters, 1)}
    objects: dict[int, bytes] = {
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /Rekaan /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] " + (b"/ToUnicode 5 0 R " if names_letters else b"") + b">>",
        4: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Rekaan /DW %d /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R >>"
        % (LETTER * 1000),
        5: stream(_to_unicode(codes)),
        6: stream(
            b"\x80" * 64,
            b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray "
            b"/BitsPerComponent 8",
        ),
        7: b"<< /Type /FontDescriptor /FontName /Rekaan /Flags 4 /Ascent 800 /Descent -200 "
        b"/CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -200 1000 800] >>",
    }
    pages = []
    for sheet in sheets:
        number = len(objects) + 10
        objects[number] = stream(_content(sheet, codes))
        objects[number + 1] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources "
            b"<< /Font << /F 3 0 R >> /XObject << /P 6 0 R >> >> >>" % (*A4, number)
        )
        pages.append(number + 1)
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages))
    for content in extra:
        objects[len(objects) + 10] = content
    return written(objects)


def written(objects: dict[int, bytes]) -> bytes:
    """Return a file of numbered objects; the first is its catalogue."""
    body, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {}
    for number, content in sorted(objects.items()):
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
        for number in range(max(places) + 1)
    )
    size = max(places) + 1
    return (
        body
        + b"xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\n" % (size, table, size)
        + b"startxref\n%d\n%%%%EOF\n" % len(body)
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return an object that holds ``content`` compressed."""
    packed = zlib.compress(content, 9)
    head = b"<< %s /Filter /FlateDecode /Length %d >>" % (entries, len(packed))
    return head + b"\nstream\n" + packed + b"\nendstream"


def pages_of(
    text: str, *, size: float = 11, head: str = "", foot: str = "", break_words: bool = False
) -> list[Sheet]:
    """Set a text as a word processor does: lines wrapped, paragraphs apart, heads on each page.

    ``{}`` in head and foot stands for the number of the page.
    """
    width = int((A4[0] - 2 * EDGE) / (size * LETTER))
    sheets: list[Sheet] = []
    y = A4[1]
    for paragraph in text.split("\n"):
        for line in wrapped(paragraph, width, break_words=break_words):
            if y > A4[1] - 2 * EDGE:
                sheets.append(Sheet())
                number = len(sheets)
                sheets[-1].write(EDGE, 30, head.format(number), 9) if head else None
                sheets[-1].write(EDGE, A4[1] - 30, foot.format(number), 9) if foot else None
                y = 2 * EDGE
            sheets[-1].write(EDGE, y, line, size)
            y += size * 1.4
        y += size * 0.7
    return sheets


def wrapped(paragraph: str, width: int, *, break_words: bool = False) -> list[str]:
    """Wrap a paragraph; with ``break_words`` a long word goes on behind a hyphen."""
    if not break_words:
        return textwrap.wrap(paragraph, width, break_on_hyphens=True, break_long_words=False)
    lines, rest = [], " ".join(paragraph.split())
    while len(rest) > width:
        cut = rest[: width - 1]
        if re.search(r"[a-z]{3}$", cut) and re.match(r"[a-z]{3}", rest[width - 1 :]):
            lines.append(cut + "-")
            rest = rest[width - 1 :]
        else:
            end = rest.rfind(" ", 0, width + 1)
            lines.append(rest[:end])
            rest = rest[end + 1 :]
    return [*lines, rest] if rest else lines


def _content(sheet: Sheet, codes: dict[str, int]) -> bytes:
    parts = [b"q 595 0 0 842 0 0 cm /P Do Q"] if sheet.picture else []
    parts += [
        b"0.5 w %.1f %.1f m %.1f %.1f l S" % (x0, A4[1] - y0, x1, A4[1] - y1)
        for x0, y0, x1, y1 in sheet.rules
    ]
    for x, y, size, text in sheet.texts:
        coded = b"".join(b"%04x" % codes[letter] for letter in text)
        parts.append(b"BT /F %.1f Tf %.1f %.1f Td <%s> Tj ET" % (size, x, A4[1] - y, coded))
    return b"\n".join(parts)


def _to_unicode(codes: dict[str, int]) -> bytes:
    pairs = [
        b"<%04x> <%s>" % (code, letter.encode("utf-16-be").hex().encode())
        for letter, code in codes.items()
    ]
    groups = [pairs[place : place + 100] for place in range(0, len(pairs), 100)]
    body = b"\n".join(
        b"%d beginbfchar\n%s\nendbfchar" % (len(group), b"\n".join(group)) for group in groups
    )
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /R def "
        b"1 begincodespacerange <0000> <ffff> endcodespacerange\n%s\nendcmap end end" % body
    )
