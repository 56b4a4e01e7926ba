"""The rule engine: sources, dated versions, fact tables, and rules run on an Ibis backend."""
