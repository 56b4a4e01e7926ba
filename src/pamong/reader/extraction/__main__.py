"""The child process: a file on standard input, JSON on standard output.

Its bounds are set behind the imports, so that their bytecode is still written, and before the
first byte of the file is looked at.
"""

import importlib
import json
import resource
import sys
from collections.abc import Callable

from pamong.reader.extraction.extracted import Extracted, RefusalError
from pamong.reader.extraction.limits import MAX_MEMORY, MAX_SECONDS
from pamong.reader.plain import JsonValue, to_plain

# Only the library of the form that came is loaded.
_READERS = {
    "pdf": ("pamong.reader.extraction.pdf", "PDF"),
    "zip": ("pamong.reader.extraction.docx", "DOCX"),
}
_BOUNDS = {
    resource.RLIMIT_AS: MAX_MEMORY,
    resource.RLIMIT_CPU: MAX_SECONDS,
    resource.RLIMIT_FSIZE: 0,  # it writes no file
    resource.RLIMIT_CORE: 0,
}


def main(container: str) -> None:
    """Read the file and print what came of it; a fault of the file is an answer, too."""
    module, form = _READERS[container]
    reader = importlib.import_module(module)
    for bound, most in _BOUNDS.items():
        _bind(bound, most)
    json.dump(_answer(reader.read, form), sys.stdout)


def _bind(bound: int, most: int) -> None:
    hard = resource.getrlimit(bound)[1]
    lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(bound, (lowest, hard))  # at the soft bound of time the signal tells why


def _answer(read: Callable[[bytes], Extracted], form: str) -> JsonValue:
    try:
        return to_plain(read(sys.stdin.buffer.read()))
    except RefusalError as refusal:
        return {"refused": refusal.error, "details": list(refusal.details)}
    except MemoryError:
        return {"refused": "SwollenDocumentError", "details": [form]}
    except RecursionError:
        return {"refused": "SwollenDocumentError", "details": [form]}
    except Exception as error:  # noqa: BLE001  the libraries raise whatever a broken file leads to
        return {"refused": "BrokenDocumentError", "details": [form, repr(error)[:500]]}


if __name__ == "__main__":
    main(sys.argv[1])
