"""Dilihat: who looked at one's own data, and, for whoever examines, who looked at whose."""
