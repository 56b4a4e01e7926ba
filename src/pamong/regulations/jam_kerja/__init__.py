"""Working days and hours of government agencies."""
