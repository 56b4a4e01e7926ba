"""Offices of a perangkat daerah and their level."""
