"""Daftar Urut Kepangkatan: in which order PNS of a government stand, and what sets two apart."""
