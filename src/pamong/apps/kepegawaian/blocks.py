"""A long list cut into blocks: counted by what orders it first, and read where a page lies."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Block(Generic[Key]):
    """Rows that are alike in what orders the list first: how many, and how many stand before."""

    key: Key
    number: int
    before: int


def in_blocks(counted: Sequence[tuple[Key, int]]) -> list[Block[Key]]:
    """Return the blocks of a list, in the order given.

    >>> [(block.key, block.before) for block in in_blocks([("a", 2), ("b", 3)])]
    [('a', 0), ('b', 2)]
    """
    blocks, before = [], 0
    for key, number in counted:
        blocks.append(Block(key, number, before))
        before += number
    return blocks


def touched(blocks: Sequence[Block[Key]], start: int, size: int) -> Iterator[Block[Key]]:
    """Yield the blocks in which rows ``start`` up to ``start + size`` lie.

    >>> [block.key for block in touched(in_blocks([("a", 2), ("b", 3), ("c", 1)]), 1, 2)]
    ['a', 'b']
    """
    for block in blocks:
        if block.before < start + size and block.before + block.number > start:
            yield block
