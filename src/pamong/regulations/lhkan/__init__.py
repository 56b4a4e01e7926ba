"""Rules on the wealth reports of every civil servant."""
