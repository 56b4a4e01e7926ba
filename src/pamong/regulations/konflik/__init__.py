"""Rules on conflicts of interest of officials."""
