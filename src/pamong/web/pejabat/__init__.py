"""Pejabat: the offices of a government over time."""
