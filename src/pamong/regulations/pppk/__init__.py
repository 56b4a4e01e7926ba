"""Civil servants with a contract of work (PPPK)."""
