"""Rules on the numbers of residents."""
