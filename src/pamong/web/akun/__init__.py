"""Akun: who may sign in, and in which roles; for those who look after accounts."""
