"""Simulasi: what if the law had other figures, for whom, when and where."""
