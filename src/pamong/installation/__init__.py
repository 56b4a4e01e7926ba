"""What stands between Pamong and the machine: the data folder, the embedded PostgreSQL, processes.

Knows nothing of Django. Every problem that a person can solve is an ``InstallationError``.
"""
