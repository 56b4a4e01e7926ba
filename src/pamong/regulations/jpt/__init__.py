"""High offices (JPT): who may hold one, how it is filled, and how it ends."""
