"""Kalender: what falls due, as the calendar of a telephone or an office reads it (iCalendar)."""
