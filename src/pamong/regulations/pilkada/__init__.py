"""Elections of heads of regions: their calendar."""
