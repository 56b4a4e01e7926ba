"""Kualitas data: scores by indicator and OPD, and who has what to be mended."""
