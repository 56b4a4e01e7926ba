"""What programs read of a page: where it leads, and names and values that are sent or found."""

import re
from html.parser import HTMLParser

NAMED = {
    "href", "src", "action", "formaction", "id", "for", "name", "list", "headers", "max", "min",
    "aria-controls", "aria-labelledby", "aria-describedby", "aria-owns",
}  # fmt: skip
READ_BY_PROGRAMS = ("hx-", "data-pamong-")
CHOSEN = {"hidden", "checkbox", "radio", "submit", "button"}
"""Inputs whose value nobody types; in a field, 1.234 may well be what somebody wrote."""
AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d.,])")
"""A number as people read it, 1.234 or 1,234: no program finds the row 1234 by it."""


class Page(HTMLParser):
    """One page, read."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.named: list[tuple[str, str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        told = {name: value for name, value in attrs if value}
        if tag == "a" and "href" in told:
            self.links.add(told["href"])
        for name, value in told.items():
            if is_read_by_programs(tag, name, told):
                self.named.append((tag, name, value))

    @property
    def amounts(self) -> list[tuple[str, str, str]]:
        """Every name or value that has a number in it as people read it."""
        return [each for each in self.named if AMOUNT.search(each[2])]


def is_read_by_programs(tag: str, name: str, told: dict[str, str]) -> bool:
    """Tell whether an attribute of a tag is for programs alone."""
    if name == "value":
        return tag != "input" or told.get("type") in CHOSEN
    return name in NAMED or name.startswith(READ_BY_PROGRAMS)
