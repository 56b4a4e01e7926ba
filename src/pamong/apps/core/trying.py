"""Doing an act to see what it comes to, and taking all of it back.

For acts without a plan of their own whose outcome is small: what is told is what the act itself
does and refuses, to the last constraint, and can never differ from it.
"""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

Told = TypeVar("Told")


def tried(do: Callable[[], Told]) -> Told:
    """Return what ``do`` returns; nothing that it wrote stays, and no job that it asked for."""
    with transaction.atomic():
        told = do()
        transaction.set_rollback(True)
    return told
