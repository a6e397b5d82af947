"""Timelines become findings: one file per rule."""
