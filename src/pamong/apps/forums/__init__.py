"""Forums, what was said and asked there, and the drafts they come from."""
