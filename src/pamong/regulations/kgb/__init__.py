"""Kenaikan gaji berkala: when the next periodic rise is due, and its postponement."""
