"""Rules on the channels of agencies for reports of wrongdoing."""
