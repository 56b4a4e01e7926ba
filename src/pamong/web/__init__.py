"""Pages: one folder a screen."""
