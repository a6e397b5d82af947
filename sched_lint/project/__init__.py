"""Parsed modules and who imports whom."""
