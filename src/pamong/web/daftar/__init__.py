"""Daftar: what a BKD looks for first, each list as a page, on paper and as a spreadsheet."""
