"""Runs of the law and what they found."""
