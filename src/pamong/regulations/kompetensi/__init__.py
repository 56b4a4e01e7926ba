"""Rules on the development of competence of civil servants and contract employees."""
