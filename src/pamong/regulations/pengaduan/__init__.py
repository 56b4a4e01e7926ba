"""Rules on complaints about public services."""
