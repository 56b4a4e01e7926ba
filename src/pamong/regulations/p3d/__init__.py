"""Personnel handed over with a task of government (P3D)."""
