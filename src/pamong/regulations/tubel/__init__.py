"""Rules on study leave (tugas belajar)."""
