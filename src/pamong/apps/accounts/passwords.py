"""First passwords: made by chance, easy to read out over a telephone, quick to keep in thousands.

A slow digest protects what people choose and use again elsewhere. A first password is 79 bits of
chance, of one account and gone at the first sign-in, so one round with the key of the installation
keeps it as well (docs/adr/0080); it becomes a slow digest when it is used.
"""

import secrets
from typing import TYPE_CHECKING, Any

from django.contrib.auth.hashers import BasePasswordHasher, make_password, mask_hash
from django.utils.crypto import constant_time_compare, salted_hmac

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are taken for one another: i, l, o, 0, 1."""
GROUPS, LENGTH = 4, 4
QUICK = "pamong_first"


def first_password() -> str:
    """Make a password of 16 letters in four groups, about 79 bits of chance."""
    groups = ["".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS)]
    return "-".join(groups)


def kept_quickly(password: str) -> str:
    """Return what is kept of a password of :func:`first_password`; of no other."""
    return make_password(password, hasher=QUICK)


class FirstPasswordHasher(BasePasswordHasher):
    """Keeps a first password by one keyed digest.

    Django keeps a password anew, slowly, once it was right. A wrong one takes as long as a slow
    digest does, so that nobody measures which accounts were never used.
    """

    algorithm = QUICK

    def encode(self, password: str, salt: str) -> str:
        """Return what is kept."""
        digest = salted_hmac("pamong.apps.accounts.passwords", f"{salt}${password}",
                             algorithm="sha256").hexdigest()  # fmt: skip
        return f"{self.algorithm}${salt}${digest}"

    def decode(self, encoded: str) -> dict[str, str]:
        """Take what is kept apart."""
        algorithm, salt, digest = encoded.split("$")
        return {"algorithm": algorithm, "salt": salt, "hash": digest}

    def verify(self, password: str, encoded: str) -> bool:
        """Tell whether a password is the one that is kept."""
        is_right = constant_time_compare(
            encoded, self.encode(password, self.decode(encoded)["salt"])
        )
        if not is_right:
            make_password(password)
        return is_right

    def safe_summary(self, encoded: str) -> "dict[StrOrPromise, Any]":
        """Tell of what is kept no more than what may be seen."""
        told = self.decode(encoded)
        return {name: mask_hash(told[name]) for name in ("salt", "hash")}

    def harden_runtime(self, password: str, encoded: str) -> None:
        """Do nothing: what is wrong took its time already."""
