"""What is stored, guarded and done."""
