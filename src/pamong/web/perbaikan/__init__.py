"""Perbaikan: one's own record, requests to correct it, and the work list that answers them."""
