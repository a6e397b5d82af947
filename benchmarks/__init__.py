"""Measurements of sched-lint on code that is not part of this repository."""
