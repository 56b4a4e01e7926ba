"""Saya: what is one's own, above all the way in."""
