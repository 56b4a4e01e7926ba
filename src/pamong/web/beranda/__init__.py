"""Beranda: who leads this government on that day, and on what basis."""
