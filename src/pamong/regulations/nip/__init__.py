"""Rules on the numbers of civil servants."""
