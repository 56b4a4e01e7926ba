"""Gather the icons that pages use into one sprite.

Reads the names in frontend/icons.txt, takes the outlines from @tabler/icons as npm installed them,
and writes src/pamong/web/static/vendor/sprite.svg, which set-up makes and git ignores.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAMES = ROOT / "frontend" / "icons.txt"
OUTLINES = ROOT / "frontend" / "node_modules" / "@tabler" / "icons" / "icons" / "outline"
SPRITE = ROOT / "src" / "pamong" / "web" / "static" / "vendor" / "sprite.svg"

FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="currentColor" '
    'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">'
)

_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_FRAME = re.compile(r'<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*/>')


class IconMissingError(Exception):
    """A name in the list is no icon of the library."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Ikon {name!r} di frontend/icons.txt tidak ada di @tabler/icons.")


def names() -> list[str]:
    """Return the names in the list, in its order."""
    lines = (line.split("#")[0].strip() for line in NAMES.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def symbol(name: str) -> str:
    """Return one icon as a symbol of the sprite.

    Raises:
        IconMissingError: the library has no such icon.
    """
    try:
        drawing = _DRAWING.search((OUTLINES / f"{name}.svg").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise IconMissingError(name) from error
    if drawing is None:
        raise IconMissingError(name)
    lines = "".join(line.strip() for line in _FRAME.sub("", drawing[1]).splitlines())
    return f'<symbol id="{name}" viewBox="0 0 24 24">{lines}</symbol>'


def main() -> int:
    """Write the sprite; a name that the library does not have ends with 1."""
    try:
        symbols = "\n".join(symbol(name) for name in names())
    except IconMissingError as error:
        print(error, file=sys.stderr)
        return 1
    SPRITE.parent.mkdir(parents=True, exist_ok=True)
    SPRITE.write_text(
        f"{FRAME}\n{symbols}\n</svg>\n",
        encoding="utf-8",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
