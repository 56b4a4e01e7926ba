"""Pegawai: the people of a government, and the whole record of each."""
