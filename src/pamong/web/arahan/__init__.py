"""Arahan: what was asked, of whom, until when, how often, and what was answered."""
