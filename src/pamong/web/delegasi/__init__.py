"""Delegasi: what one lets others do while one is away, and what one does for others."""
