"""Attendance days, and for which units and days they are known."""
