"""Temuan: what the law says of the records."""
