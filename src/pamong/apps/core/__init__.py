"""People, bodies, documents, decrees, and who did what and why."""
