"""Susunan: OPDs, units and posts as they stand on a day, and plans that change them."""
