"""How a cell becomes a value, for every kind of column: a value, a doubt, or both; no guess."""

from pamong.exchange.fields.reading import FIELD_KINDS, Field, Standpoint, field_reader
from pamong.exchange.fields.values import Read, Value

__all__ = ["FIELD_KINDS", "Field", "Read", "Standpoint", "Value", "field_reader"]
