"""Stores as they are inspected, and the grades that come of it."""
