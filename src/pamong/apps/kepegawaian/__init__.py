"""Employment of people by a government."""
