"""Documents one by one out of files, folders, ZIP archives and web archives (WARC).

Nothing is unpacked to disk, no more of a member is taken out than is read, and an archive inside
an archive is not opened. Style sheets, scripts and pictures of saved pages are passed over and
counted. A member that cannot be taken out is an item with its problem: the rest goes on.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote, urlsplit

from pamong.kernel.language import say
from pamong.reader.source import MAX_BYTES

MAX_MEMBERS = 200_000
"""The most members of an archive that are looked at."""

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_ASSETS = frozenset(
    {
        ".avi", ".avif", ".bmp", ".css", ".ds_store", ".eot", ".gif", ".ico", ".jpeg", ".jpg",
        ".js", ".json", ".map", ".mjs", ".mov", ".mp3", ".mp4", ".otf", ".png", ".rss", ".svg",
        ".swf", ".tif", ".tiff", ".ttf", ".webm", ".webp", ".woff", ".woff2", ".xml",
    }
)  # fmt: skip
_ZIP_START = b"PK\x03\x04"
_WARC_STARTS = (b"WARC/", b"\x1f\x8b")
_WARC_NAMES = (".warc", ".warc.gz")
# What a ZIP holds that is one document, not many.
_DOCUMENT_PARTS = frozenset({"[Content_Types].xml", "mimetype"})
_READ_TYPES = ("text/html", "application/xhtml", "text/plain", "application/pdf", "officedocument")
_MEMBER_FAULTS = (
    zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError,
    ValueError,
)  # fmt: skip
_IS_LOCKED = 0x1  # bit of an entry's flags
_OK = "200"


@dataclass(frozen=True, slots=True)
class Item:
    """One document: a file to open, or bytes taken out of an archive, or why there are none.

    ``name`` is what people see: the file, or the archive and the member behind "!".
    """

    name: str
    data: bytes | None = None
    problem: str = ""

    @property
    def stem(self) -> str:
        """The name without folders and ending, by which a draft is called."""
        inner = self.name.rpartition("!")[2]
        path = urlsplit(inner).path if "://" in inner else inner
        return PurePosixPath(unquote(path)).stem or inner


class Collection:
    """The documents of some files, folders and archives, in the order of their names."""

    def __init__(self, names: list[str], *, skip: Callable[[str], bool] = lambda _: False) -> None:
        """Collect ``names``; what ``skip`` says is done already is not opened again."""
        self.names, self._skip = names, skip
        self.passed_over = 0
        """How many style sheets, pictures and the like were met so far."""
        self.done_before = 0
        """How many documents ``skip`` left out so far."""

    def __iter__(self) -> Iterator[Item]:
        for name in self.names:
            yield from self._of(Path(name), name)

    def expected(self) -> int | None:
        """Return how many documents there are, from names alone; ``None`` for a web archive."""
        total = 0
        for name in self.names:
            count = self._expected_of(Path(name))
            if count is None:
                return None
            total += count
        return total

    def _expected_of(self, path: Path) -> int | None:
        if path.is_dir():
            counts = [self._expected_of(file) for file in _files(path) if not _is_asset(file.name)]
            known = [count for count in counts if count is not None]
            return sum(known) if len(known) == len(counts) else None
        if _is_web_archive(path):
            return None
        members = _members(path) if _is_archive(path) else None
        return 1 if members is None else sum(not _is_asset(one.filename) for one in members)

    def _of(self, path: Path, name: str, *, in_folder: bool = False) -> Iterator[Item]:
        if path.is_dir():
            for file in _files(path):
                yield from self._of(file, str(file), in_folder=True)
        elif in_folder and _is_asset(path.name):
            self.passed_over += 1
        elif _is_web_archive(path):
            yield from self._of_web_archive(path, name)
        elif _is_archive(path):
            yield from self._of_archive(path, name)
        elif not self._is_done(name):
            yield Item(name)

    def _is_done(self, name: str) -> bool:
        is_done = self._skip(name)
        self.done_before += is_done
        return is_done

    def _of_archive(self, path: Path, name: str) -> Iterator[Item]:
        members = _members(path)
        if members is None:
            yield Item(name, problem=say("arsip ZIP ini rusak atau terpotong. Unduh sekali lagi."))
            return
        if len(members) > MAX_MEMBERS:
            yield Item(name, problem=_too_many())
            return
        with zipfile.ZipFile(path) as archive:
            for member in members:
                inner = f"{name}!{member.filename}"
                if _is_asset(member.filename):
                    self.passed_over += 1
                elif not self._is_done(inner):
                    yield _taken_out(archive, member, inner)

    def _of_web_archive(self, path: Path, name: str) -> Iterator[Item]:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  not for a single file
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

        behind = 0  # the last record that could be read
        with path.open("rb") as file:
            try:
                records = ArchiveIterator(file)
                for record in records:
                    if not record.rec_type:
                        break
                    inner = f"{name}!{record.rec_headers.get_header('WARC-Target-URI')}"
                    if not _is_page(record):
                        self.passed_over += record.rec_type == "response"
                    elif not self._is_done(inner):
                        yield Item(inner, _read_from(record.content_stream()))
                    records.read_to_end(record)
                    behind = records.get_record_offset() + records.get_record_length()
            except (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error):
                behind = 0
        if behind < path.stat().st_size:
            yield Item(name, problem=_broken_web_archive())


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder by name; hidden ones are nobody's documents."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        elif path.is_file():
            yield path


def _is_asset(name: str) -> bool:
    is_hidden = PurePosixPath(name).name.startswith(".") or name.startswith("__MACOSX/")
    return is_hidden or PurePosixPath(name).suffix.lower() in _ASSETS


def _starts(path: Path, marks: tuple[bytes, ...]) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(8).startswith(marks)
    except OSError:
        return False  # opening it as a document tells why


def _is_web_archive(path: Path) -> bool:
    return path.name.lower().endswith(_WARC_NAMES) and _starts(path, _WARC_STARTS)


def _is_archive(path: Path) -> bool:
    """Tell a ZIP of documents from a DOCX, which is a ZIP as well."""
    if not _starts(path, (_ZIP_START,)):
        return False
    members = _members(path)
    if members is None:
        return path.suffix.lower() == ".zip"
    return not _DOCUMENT_PARTS & {member.filename for member in members}


def _members(path: Path) -> list[zipfile.ZipInfo] | None:
    try:
        with zipfile.ZipFile(path) as archive:
            return [member for member in archive.infolist() if not member.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError):
        return None


def _taken_out(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Item:
    if member.flag_bits & _IS_LOCKED:
        return Item(name, problem=say("arsipnya dikunci dengan kata sandi. Buka lebih dahulu."))
    try:
        with archive.open(member) as file:
            return Item(name, file.read(MAX_BYTES + 1))
    except _MEMBER_FAULTS:
        return Item(name, problem=say("bagian arsip ini rusak. Unduh arsipnya sekali lagi."))


def _is_page(record: "ArcWarcRecord") -> bool:
    """Tell a page that the site gave, not a picture, a redirection or a page of an error."""
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != _OK:
        return False
    kind = (headers.get_header("Content-Type") or "").lower()
    return any(part in kind for part in _READ_TYPES)


def _read_from(stream: BinaryIO) -> bytes:
    """Read as much as is read of a document; a web archive hands out short pieces."""
    pieces = []
    left = MAX_BYTES + 1
    while left > 0 and (piece := stream.read(min(left, 65_536))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _too_many() -> str:
    return say(
        "arsip ini berisi lebih dari %(limit)s berkas. Bagi menjadi beberapa arsip.",
        limit=MAX_MEMBERS,
    )


def _broken_web_archive() -> str:
    return say("arsip web (WARC) ini rusak atau terpotong; yang sebelum tempat itu sudah dibaca.")
