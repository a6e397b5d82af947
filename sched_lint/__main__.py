"""`python -m sched_lint`."""

from __future__ import annotations

from sched_lint.cli import command

if __name__ == "__main__":
    command()
