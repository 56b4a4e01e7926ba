"""Ranks of the civil servant, and how they lie above one another."""
