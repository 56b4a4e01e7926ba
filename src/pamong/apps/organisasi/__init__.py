"""Governments, their OPDs and offices, and who holds which office when."""
