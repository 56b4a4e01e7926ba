"""What must agree across the rows and files of one export; a second pass over what was read."""

from pamong.exchange.across.noted import name_key
from pamong.exchange.across.rows import AcrossRows, Registry

__all__ = ["AcrossRows", "Registry", "name_key"]
