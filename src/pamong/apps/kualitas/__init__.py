"""Kualitas: how complete and sound the records are, by the indicators of SIASN, and what to mend."""
