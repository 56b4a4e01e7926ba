"""Offices of the kepala daerah and of the deputy: holding, leave, who acts."""
