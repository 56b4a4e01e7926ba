"""Provisions: nothing here judges."""
