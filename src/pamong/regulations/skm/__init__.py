"""Rules on surveys of public satisfaction."""
