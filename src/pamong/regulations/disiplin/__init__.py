"""Discipline of the civil servant."""
