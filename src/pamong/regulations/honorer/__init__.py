"""Honorary staff of 2005 (honorer K1 and K2)."""
