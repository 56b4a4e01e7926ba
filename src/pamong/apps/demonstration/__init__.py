"""The demonstration: four governments, the samples, and their confirmation."""
