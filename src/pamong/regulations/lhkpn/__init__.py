"""Rules on the wealth reports that officials file with the KPK."""
