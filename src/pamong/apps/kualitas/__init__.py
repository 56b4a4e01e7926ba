"""Kualitas: how sound the records are by the indicators of SIASN, and what is to be mended."""
