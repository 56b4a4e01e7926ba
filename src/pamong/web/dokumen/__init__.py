"""Dokumen: texts come in, drafts are looked over, a person disposes."""
