"""Minimum standards of service (SPM) for the affairs of basic service."""
