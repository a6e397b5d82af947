"""The real trees: every tool on all of it, and sched-lint in all its states."""

from __future__ import annotations

import json
import statistics
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from environments import Environments
from floors import __file__ as floors_file
from measure import Job, clean_environment, interleave, memory_of_all
from tool import SchedLint, flake8, ruff, torchfix
from trees import Tree, changer

NOT_RUN, NOT_EVEN_THEN = "not run (--full)", "not run (--hours)"
NO_CACHE = "no cache"
ISOLATED = "ruff --isolated"
PROCESSES = (1, 2)


@dataclass(slots=True)
class Measured:
    """What is known of one tree.

    Attributes:
        jobs: by name.
        share: CPU seconds that flake8's plugin took, by name of the job, watched from inside.
        floors: CPU seconds of what no linter can go below.
        memory: MiB of sched-lint and its workers together.
        changed: the files that were changed, by name of the job.
    """

    tree: Tree
    jobs: dict[str, Job] = field(default_factory=dict)
    share: dict[str, float] = field(default_factory=dict)
    floors: dict[str, float] = field(default_factory=dict)
    memory: float | None = None
    changed: dict[str, str] = field(default_factory=dict)


def measure(
    tree: Tree, tool: SchedLint, slow: bool, full: bool, hours: bool, rounds: int, say: Callable[[str], None]
) -> Measured:  # fmt: skip
    """Everything about one tree.

    Args:
        tree: which.
        tool: sched-lint, and where the others are.
        slow: flake8 takes minutes here, and is run once and only if `full`; TorchFix most of an hour, only if `hours`.
        full: leave out nothing but that.
        hours: leave out nothing.
        rounds: how often what is not slow is run.
        say: where progress goes.
    """
    result = Measured(tree)
    environments = tool.environments
    add = partial(_add, result.jobs)
    add("ruff", ruff(environments), tree, tool)
    add(ISOLATED, ruff(environments, "--isolated"), tree, tool)
    add("sched-lint cold", tool.cold("."), tree, tool)
    warm = tree.copy("warm")
    tool.forget(warm)
    add("sched-lint warm", tool.warm(warm, "."), warm, tool, primed=True)
    for name, wanted in (("irrelevant", _irrelevant), ("relevant", _relevant)):
        own = tree.copy(f"changed-{name}")
        tool.forget(own)
        file, change = changer(own, wanted)
        job = add(f"one {name} file changed", tool.warm(own, "."), own, tool, primed=True)
        job.prepare = change
        result.changed[job.name] = file
    reports = _flake8_jobs(result, tool, 1 if slow else None, full or not slow)
    job = add("TorchFix", torchfix(environments), tree, tool)
    job.rounds = 1
    job.failure, job.timeout = NOT_EVEN_THEN if slow and not hours else "" if full else NOT_RUN, 3 * 3600
    _check_caches(result.jobs, tool)
    interleave(result.jobs.values(), rounds, say)
    for name, report in reports.items():
        if report.exists():
            result.share[name] = statistics.median(map(float, report.read_text().split()))
    result.floors = _floors(tree, environments, rounds)
    result.memory = memory_of_all(tool.cold("."), tree.folder, tool.environment(tree))
    return result


def _flake8_jobs(result: Measured, tool: SchedLint, rounds: int | None, wanted: bool) -> dict[str, Path]:
    """Adds flake8 without and with the plugin; returns where the plugin's share will be written, by job."""
    tree = result.tree
    cold, warm = (tree, tree.copy("flake8")) if wanted else (tree, tree)
    reports: dict[str, Path] = {}
    for processes in PROCESSES:
        _add(result.jobs, f"flake8 -j {processes}", flake8(tool.environments, processes), tree, tool)
        for state, place in (("cold", cold), ("warm", warm)):
            name = f"flake8 -j {processes} with the plugin, {state}"
            report = tool.cache / "share" / f"{tree.name}-{processes}-{state}"
            report.parent.mkdir(parents=True, exist_ok=True)
            report.unlink(missing_ok=True)
            reports[name] = report
            command = tool.watched_flake8(place, processes, state == "warm", report)
            job = _add(result.jobs, name, command, place, tool)
            if state == "cold":
                job.prepare = partial(tool.forget, place)
            elif processes == PROCESSES[0]:
                tool.forget(place)
                job.primer = tool.flake8(place, PROCESSES[-1], True)
    for name, job in result.jobs.items():
        if name.startswith("flake8"):
            job.rounds = rounds
            job.failure = "" if wanted else NOT_RUN
    return reports


def _add(jobs: dict[str, Job], name: str, command: list[str], tree: Tree, tool: SchedLint, primed: bool = False) -> Job:
    jobs[name] = Job(name, command, tree.folder, tool.environment(tree), primer=command if primed else ())
    return jobs[name]


def _check_caches(jobs: dict[str, Job], tool: SchedLint) -> None:
    """Nothing is called warm that has no cache to be warm with."""
    if not tool.has_cache():
        for name, job in jobs.items():
            if not job.failure and ("warm" in name or "changed" in name):
                job.failure = NO_CACHE


def _floors(tree: Tree, environments: Environments, rounds: int) -> dict[str, float]:
    python = environments.bin("sched-lint", "python")
    runs: list[dict[str, float]] = []
    for _ in range(rounds):
        command = [python, floors_file, str(tree.folder)]
        runs.append(json.loads(subprocess.run(command, check=True, capture_output=True, env=clean_environment(None)).stdout))
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def _relevant(data: bytes) -> bool:
    return b"torch.optim.lr_scheduler" in data


def _irrelevant(data: bytes) -> bool:
    return len(data) > 2000 and b"sched" not in data.lower() and b"LR" not in data and b"optim" not in data
