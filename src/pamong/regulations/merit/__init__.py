"""The merit system of an agency, and how it is rated."""
