"""Penggabungan: people recorded twice, proposed, decided about, merged, and taken apart again."""
