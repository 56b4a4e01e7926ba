"""Leave of civil servants (PNS, CPNS) and of PPPK."""
