"""One file that holds all records: made while people work, restored whole or not at all.

The file is an ordinary ZIP (docs/adr/0052): a manifest, and a dump that PostgreSQL's own
``pg_restore`` reads, so that the data can be had without Pamong too.
"""
