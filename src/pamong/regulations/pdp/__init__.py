"""Rules on the protection of personal data."""
