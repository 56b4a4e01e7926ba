"""Where the data of an installation lie when nobody says so.

An installed Pamong has one place: ``/var/lib/pamong`` for root, ``$XDG_DATA_HOME/pamong`` or
``~/.local/share/pamong`` for a user. A checkout has a folder of its own beside that place, named
after itself, so that two checkouts (two branches, two releases) never migrate each other's data.
"""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "PAMONG_DATA_DIR"


def data_folder_path(given: Path | None = None, *, environ: Mapping[str, str]) -> Path:
    """Choose the data folder: the one given, else of the environment, else the default."""
    chosen = given or environ.get(VARIABLE) or default_path(environ=environ)
    return Path(os.path.realpath(Path(chosen).expanduser()))


def default_path(*, environ: Mapping[str, str]) -> Path:
    """Return the default place, that of this checkout where Pamong runs from one."""
    installed = _installed_path(environ)
    source = checkout()
    if source is None:
        return installed
    return installed.with_name(f"{installed.name}-{name_of_checkout(source)}")


def checkout() -> Path | None:
    """Return the checkout that this code runs from, or None for an installed package."""
    root = Path(__file__).resolve().parents[3]
    return root if (root / "script" / "demo").is_file() else None


def name_of_checkout(root: Path) -> str:
    """Name a checkout: readable, and another name for every path."""
    return f"{root.name}-{hashlib.sha256(os.fsencode(root)).hexdigest()[:8]}"


def cache_path(*, environ: Mapping[str, str]) -> Path:
    """Return the place of what can be made again, below ``$XDG_CACHE_HOME`` or ``~/.cache``."""
    shared = Path(environ.get("XDG_CACHE_HOME", ""))
    return (shared if shared.is_absolute() else Path.home() / ".cache") / "pamong"


def _installed_path(environ: Mapping[str, str]) -> Path:
    if os.geteuid() == 0:
        return Path("/var/lib/pamong")
    # XDG asks to ignore a relative path, which is also what an empty variable is.
    shared = Path(environ.get("XDG_DATA_HOME", ""))
    return (shared if shared.is_absolute() else Path.home() / ".local/share") / "pamong"
