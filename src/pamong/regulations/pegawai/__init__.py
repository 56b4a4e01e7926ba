"""Moves of a civil servant who holds no high office."""
