"""How often sched-lint is right on public code, held against judgements made by reading it."""
