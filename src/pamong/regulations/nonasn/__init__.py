"""Persons who work for a government outside the civil service (non-ASN)."""
