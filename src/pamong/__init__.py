"""Pamong: offices over time, what leaders asked, and the law that applies."""

__version__ = "0.1.0"
