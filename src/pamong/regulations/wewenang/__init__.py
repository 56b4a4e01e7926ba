"""Rules on the abuse of power and its supervision."""
