"""Bahasa: the switch between Indonesian and English."""
