"""Mistakes injected into correct programs, and how many of them sched-lint finds."""
