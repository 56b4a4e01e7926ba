"""The limits that a page, a first visit, the rules and the system at rest must keep."""

QUERIES = 12
HTML_BYTES = 100_000
SERVER_MS = 60
GROWTH = 1.5
"""By how much a page may take longer at the larger size and still count as flat."""
FIRST_VISIT_BYTES = 120_000
REST_BYTES = 1024**3
RULES_SECONDS = 2
LOAD_SECONDS = 60
CASE_MS = 25
SAVE_MS = 150
ENGINE_RATIO = 1.5
"""By how much five rules may take longer than the same columns written by hand in SQL."""
NOISE_MS = 5
"""Below so many milliseconds of difference a ratio says nothing."""
