"""What must agree within one row of a file."""

from pamong.exchange.checks.meanings import RowCheck
from pamong.exchange.checks.row import checks_of

__all__ = ["RowCheck", "checks_of"]
