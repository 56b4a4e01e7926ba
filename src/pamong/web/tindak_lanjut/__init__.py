"""Tindak lanjut: what each OPD owes, who has to act now, and what became of it."""
