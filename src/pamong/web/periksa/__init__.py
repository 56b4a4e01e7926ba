"""Periksa: a case filled in by hand, and what the law says of it. Nothing of it is kept."""
