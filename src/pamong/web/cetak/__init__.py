"""Cetak: every page on paper, A4 or F4, with what a sheet must say of itself."""
