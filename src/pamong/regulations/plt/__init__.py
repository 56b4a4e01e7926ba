"""Acting officials below the head of a region: how long, and in what."""
