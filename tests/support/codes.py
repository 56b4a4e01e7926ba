"""One-time codes as a telephone computes them (RFC 6238)."""

import base64
import hashlib
import hmac
import struct
import time


def code_now(secret: str, *, steps: int = 0) -> str:
    """Return the code of this half minute, or of ``steps`` half minutes later."""
    counter = int(time.time()) // 30 + steps
    key = base64.b32decode(secret, casefold=True)
    digest = hmac.new(key, struct.pack(">Q", counter), hashlib.sha1).digest()
    at = digest[-1] & 0x0F
    value = struct.unpack(">I", digest[at : at + 4])[0] & 0x7FFFFFFF
    return f"{value % 1_000_000:06}"
