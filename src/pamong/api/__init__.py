"""The API for other systems: the same questions and acts as the pages, as JSON."""
