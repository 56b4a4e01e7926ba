"""First passwords: made by chance, easy to read out over a telephone."""

import secrets

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are taken for one another: i, l, o, 0, 1."""
GROUPS, LENGTH = 4, 4


def first_password() -> str:
    """Make a password of 16 letters in four groups, about 79 bits of chance."""
    groups = ["".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS)]
    return "-".join(groups)
