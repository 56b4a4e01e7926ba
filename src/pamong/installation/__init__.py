"""One installation on one machine: its data folder and the PostgreSQL embedded in it."""
