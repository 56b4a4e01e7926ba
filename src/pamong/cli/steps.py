"""What a long command tells of its steps: on standard error, beside the result."""

import sys
from datetime import UTC, datetime


def say(step: str) -> None:
    """Tell one step."""
    print(f"  · {step}", file=sys.stderr, flush=True)


def this_moment() -> datetime:
    """Return now, with the zone of this machine; rooms below take it as an argument."""
    return datetime.now(UTC).astimezone()
