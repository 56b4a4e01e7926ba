"""Retirement: the age at which a post ends, and the day from which a pension runs."""
