"""Candidates for the civil service (CPNS)."""
