"""Musters and ceremonies of government agencies."""
