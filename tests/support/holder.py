"""A program for tests: hold a share of a data folder's server until standard input closes.

Prints one line: the address, or the sentence of the error that people would see.
"""

import os
import signal
import sys
from pathlib import Path

from pamong.installation.errors import InstallationError
from pamong.installation.folder import DataFolder
from pamong.installation.server import EmbeddedServer


def main() -> None:
    """Run as ``python holder.py FOLDER``."""
    # Whoever runs the tests in the background of a shell has told all children to ignore it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with EmbeddedServer(DataFolder(Path(os.path.realpath(sys.argv[1])))) as server:
            print(server.conninfo(), flush=True)
            sys.stdin.read()
    except InstallationError as error:
        print(f"{type(error).__name__}: {error}", flush=True)


if __name__ == "__main__":
    main()
