"""A long list cut into blocks: counted by what orders it first, and read where a page lies."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Row = TypeVar("Row")


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


@dataclass(frozen=True, slots=True)
class FirstPages(Generic[Row]):
    """The first page of a list by its size, to be remembered with what was counted.

    It is what everybody opens; other pages would push out what is counted.
    """

    by_size: dict[int, list[Row]] = field(default_factory=dict)

    def rows(self, start: int, size: int, read: Callable[[], list[Row]]) -> list[Row]:
        """Return the rows from ``start`` on, read where they are not the first or not known."""
        if start:
            return read()
        if size not in self.by_size:
            self.by_size[size] = read()
        return self.by_size[size]
