"""Ganda: people who may be recorded twice, compared, kept apart, merged, and taken apart again."""
