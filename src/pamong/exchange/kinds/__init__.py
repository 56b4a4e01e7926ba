"""The kinds of doubt; ``docs/reference/exchange.md`` is written from them."""

from pamong.exchange.kinds.kind import DoubtKind
from pamong.exchange.kinds.of_cells import OF_CELLS
from pamong.exchange.kinds.of_files import OF_FILES
from pamong.exchange.kinds.of_identity import OF_IDENTITY
from pamong.exchange.kinds.of_rows import OF_ROWS

KINDS = {kind.code: kind for kind in (*OF_IDENTITY, *OF_CELLS, *OF_ROWS, *OF_FILES)}
"""Every kind by its code: of one cell, of one row, and across rows and files."""

__all__ = ["KINDS", "OF_CELLS", "OF_FILES", "OF_IDENTITY", "OF_ROWS", "DoubtKind"]
