"""Hak: what falls due for whoever reads it himself, made for a telephone."""
