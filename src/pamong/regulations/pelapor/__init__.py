"""Rules on the protection of witnesses, victims and those who report."""
