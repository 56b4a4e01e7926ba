"""Accountability for performance (SAKIP): its scores, and plans that follow from one another."""
