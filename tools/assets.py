"""Copy the files that browsers get out of node_modules, as frontend/assets.txt lists them.

Every line there is "from to". The comment that names a source map is dropped on the way: the map
is not copied, and Django's manifest storage stops on one that is not there.
"""

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "frontend" / "assets.txt"
MODULES = ROOT / "frontend" / "node_modules"
VENDOR = ROOT / "src" / "pamong" / "web" / "static" / "vendor"

_SOURCE_MAP = re.compile(rb"(/\*|//)[#@] sourceMappingURL=[^\s*]*[ \t]*(\*/)?\n?")


def pairs(text: str) -> list[tuple[str, str]]:
    """Read the list: where from, where to."""
    lines = (line.split("#")[0].split() for line in text.splitlines())
    return [(line[0], line[1]) for line in lines if line]


def copy(source: Path, target: Path) -> None:
    """Copy one file; styles and scripts without the name of their source map."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.suffix in {".css", ".js"}:
        target.write_bytes(_SOURCE_MAP.sub(b"", source.read_bytes()))
    else:
        shutil.copyfile(source, target)


def main() -> int:
    """Copy all; a file that the packages do not have ends with 1."""
    for source, target in pairs(LIST.read_text(encoding="utf-8")):
        if not (MODULES / source).is_file():
            print(f"frontend/assets.txt: {source} is not in node_modules", file=sys.stderr)
            return 1
        copy(MODULES / source, VENDOR / target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
