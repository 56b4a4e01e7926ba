"""Addresses of the site with something more asked of them."""

from urllib.parse import urlencode


def asked(address: str, **more: str) -> str:
    """Return an address with further questions behind those that it has."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode(more)}"
