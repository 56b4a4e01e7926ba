"""Ekspor: the registry as files in the layouts of SIASN."""
