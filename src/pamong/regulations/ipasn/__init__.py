"""Rules on the index of professionalism of civil servants."""
