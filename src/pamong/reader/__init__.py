"""Documents in Indonesian become drafts; every value keeps the place it came from."""
