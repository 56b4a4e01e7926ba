"""Weighs a PDF before its text is laid out: password, pages, and every stream with a bound.

pdfminer, below pdfplumber, unpacks a stream whole, however large it becomes. pypdf unpacks with a
bound, so it goes first, over everything that the layout will unpack after it.
"""

import io
import logging

from pypdf import PdfReader, apply_configuration
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import IndirectObject, StreamObject

from pamong.reader.extraction.extracted import RefusalError
from pamong.reader.extraction.limits import MAX_PAGES, MAX_PART, MAX_UNPACKED, PAGES

# What is not unpacked to find text: pictures, and files that are only attached.
_NOT_READ = {"/Image", "/EmbeddedFile"}


class _Faults(logging.Handler):
    """Counts the streams that pypdf could only mend, which it tells to its log alone."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002  the signature is logging's
        self.count += 1


def weigh(data: bytes) -> bool:
    """Refuse what cannot or must not be laid out; tell whether some stream is damaged.

    Raises:
        RefusalError: it has a password, too many pages, or a stream that grows too large.
        PyPdfError: it is broken.
    """
    faults = _Faults()
    log = logging.getLogger("pypdf.filters")
    log.addHandler(faults)
    with apply_configuration(
        maximum_declared_stream_length=len(data),
        zlib_maximum_output_length=MAX_PART,
        lzw_maximum_output_length=MAX_PART,
        run_length_maximum_output_length=MAX_PART,
        array_based_stream_maximum_output_length=MAX_PART,
        brotli_maximum_output_length=MAX_PART,
    ):
        try:
            reader = PdfReader(io.BytesIO(data))
            # A file that is only protected against changes opens with an empty password.
            if reader.is_encrypted and not reader.decrypt(""):
                raise RefusalError("PasswordDocumentError")
            if len(reader.pages) > MAX_PAGES:
                raise RefusalError("TooLargeDocumentError", f"{MAX_PAGES} {PAGES}")
            unreadable = _unpack_all(reader)
        except LimitReachedError as error:
            raise RefusalError("SwollenDocumentError", "PDF") from error
        finally:
            log.removeHandler(faults)
    return unreadable + faults.count > 0


def _unpack_all(reader: PdfReader) -> int:
    """Unpack every stream within the bounds; return how many could not be unpacked at all."""
    total = unreadable = 0
    # What lies inside an object stream is never a stream; the object streams themselves are here.
    numbers = [(number, part) for part, some in reader.xref.items() for number in some]
    for number, generation in numbers:
        size = _unpacked(reader, IndirectObject(number, generation, reader))
        if size is None:
            unreadable += 1
        total += size or 0
        if total > MAX_UNPACKED:
            raise LimitReachedError
    return unreadable


def _unpacked(reader: PdfReader, reference: IndirectObject) -> int | None:
    """Return how large one stream becomes, or nothing where it is broken."""
    try:
        found = reader.get_object(reference)
        if not isinstance(found, StreamObject):
            return 0
        is_read = not _NOT_READ & {found.get("/Subtype"), found.get("/Type")}
        return len(found.get_data()) if is_read else 0
    except LimitReachedError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, NotImplementedError):
        return None
    finally:
        reader.resolved_objects.clear()  # it would keep everything that it unpacks
