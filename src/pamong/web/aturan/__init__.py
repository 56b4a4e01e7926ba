"""Aturan: the rules, what they say, since when, and whom they concern."""
