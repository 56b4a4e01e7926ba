"""Pelantikan: plans of an appointment of many, and the act by which they are carried out."""
