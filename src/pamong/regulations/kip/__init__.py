"""Rules on requests for public information, objections and disputes."""
