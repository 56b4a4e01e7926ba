"""Take every address out of an npm lock file: where packages come from, and who asks for money.

``.npmrc`` keeps the registry out already; what is left are links for funding. npm accepts a lock
without them and does not put them back.
"""

import json
import sys
from pathlib import Path

WITH_ADDRESSES = ("resolved", "funding")


def without_addresses(lock: dict) -> dict:
    """Return the lock without the entries that hold addresses."""
    packages = {
        name: {key: value for key, value in package.items() if key not in WITH_ADDRESSES}
        for name, package in lock["packages"].items()
    }
    return lock | {"packages": packages}


if __name__ == "__main__":
    path = Path(sys.argv[1])
    lock = without_addresses(json.loads(path.read_text(encoding="utf-8")))
    path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
