"""Base salaries: the tables of the law, and what a person gets from them."""
