"""Fasilitas: what comes with an office, in whose hands it is, and the papers of each hand-over."""
