"""Screens of the tokens by which other systems come in: one's own, and those of integrators."""
