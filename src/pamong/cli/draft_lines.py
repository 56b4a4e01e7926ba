"""Drafts as JSON lines, on standard output or in a file that a later run goes on with.

A line is written whole, and its document is then done. What a run that was ended left of a line is
cut off; documents that failed have no line and are tried again.
"""

import fcntl
import json
import os
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from pamong.reader.same_forum import ForumGroups

if TYPE_CHECKING:
    from pamong.reader import Draft
    from pamong.reader.collection import Item

STDIN = "masukan baku"
_OURS = {"id", "source", "forum_group", "forum_group_reason"}


class OutputError(Exception):
    """The file for the drafts cannot be used; the text says why and what to do."""


class DraftLines:
    """Writes each draft with its document's name and the number of its forum."""

    def __init__(self, out: Path | None = None) -> None:
        self._groups = ForumGroups()
        self._done: set[str] = set()
        self._file: IO[str] = sys.stdout
        if out is not None:
            self._file = _opened(out)
            try:
                self._take_up(out)
            except OutputError:
                self.close()
                raise

    def close(self) -> None:
        """Let others write the file."""
        if self._file is not sys.stdout:
            self._file.close()

    def is_done(self, name: str) -> bool:
        """Tell whether an earlier run wrote the draft of this document."""
        return name in self._done

    def write(self, item: "Item", draft: "Draft") -> None:
        """Write one line, so that it survives whatever ends this run."""
        group, reason = self._groups.add(draft)
        line = {
            "id": "stdin" if item.name == STDIN else item.stem,
            "source": item.name,
            **draft.to_json(),
            "forum_group": group,
            "forum_group_reason": reason,
        }
        self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._file.flush()

    def _take_up(self, out: Path) -> None:
        from pamong.reader import Draft

        with out.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    row: dict[str, Any] = json.loads(line)
                    content = {key: value for key, value in row.items() if key not in _OURS}
                    self._groups.restore(Draft.from_json(content), row["forum_group"])
                    self._done.add(row["source"])
                except (ValueError, KeyError, TypeError, AttributeError) as error:
                    raise OutputError(
                        f"{out}: baris {number} bukan hasil pamong read. Sebutkan berkas lain."
                    ) from error


def _opened(out: Path) -> IO[str]:
    """Open a file to go on behind its last whole line; nobody else may write it meanwhile."""
    try:
        file = out.open("a+", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{out}: tidak dapat ditulis ({error.strerror}).") from error
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise OutputError(f"{out}: sedang ditulis oleh pamong read yang lain.") from error
    _cut_half_line(out)
    return file


def _cut_half_line(out: Path) -> None:
    """Drop what stands behind the last line end: the run that wrote it was ended."""
    with out.open("rb+") as file:
        end = place = file.seek(0, os.SEEK_END)
        while place > 0:
            start = max(place - 65_536, 0)
            file.seek(start)
            found = file.read(place - start).rfind(b"\n")
            if found >= 0:
                place = start + found + 1
                break
            place = start
        if place != end:
            file.truncate(place)
