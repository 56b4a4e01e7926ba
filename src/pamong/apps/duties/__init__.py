"""Duties: what one unit owes by a date, from a directive or a finding, until it is closed."""
