"""Rules on public services: their standard and the assessment of how they are given."""
