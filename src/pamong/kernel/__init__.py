"""Vocabulary without policy: days, numbers, money, regions, the working-day calendar."""
