"""Bringing in data: from files to a preview, what of it is accepted, and the way back."""
