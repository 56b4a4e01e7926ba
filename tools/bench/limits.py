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
SEARCH_MS = 50
SAVE_MS = 150
ENGINE_RATIO = 1.5
"""By how much five rules may take longer than the same columns written by hand in SQL."""
PROVINCE_SECONDS = 30
PROVINCE_MIB = 2 * 1024
NEXT_DAY_SECONDS = 5
COUNTRY_SECONDS = 120
COUNTRY_MIB = 6 * 1024
LINEAR = 1.3
"""By how much an ASN more may cost in the largest lake than in the smaller ones; two runs of one
size differ by a tenth."""
NOISE_MS = 5
"""Below so many milliseconds of difference a ratio says nothing."""
PREVIEW_SECONDS, COMMIT_SECONDS = 60, 90
IMPORT_MIB = 1536
"""Of an import of 60,000 people with ten rows of history each."""
CROWD_CLIENTS, CROWD_REQUESTS, CROWD_P95_MS = 8, 25, 600
"""So many at once on the list of people: requests a second, and the slowest twentieth."""
NEWCOMER_SECONDS = 180
"""From an Excel file of 8,000 people to the first finding, by somebody who walks there first."""
