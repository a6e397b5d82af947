"""Generated trees, which show how the cost grows, and the smallest run there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from measure import Job, interleave, memory_of_all
from real import NO_CACHE
from tool import SchedLint
from trees import Tree, diluted, generated

TIMES = 10
PROCESSORS = (1, 2)


@dataclass(slots=True)
class Growth:
    """Jobs by name, and MiB of sched-lint and its workers together by name of the tree."""

    jobs: dict[str, Job] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)

    def cpu(self, name: str) -> float | None:
        """The CPU seconds of a job, if it has any."""
        job = self.jobs.get(name)
        return job.cpu if job is not None else None


def dilution(cache: Path, tree: Tree, tool: SchedLint, rounds: int, say: Callable[[str], None]) -> Growth:
    """A real tree, and the same one among nine times as many files without schedulers."""
    growth = Growth()
    many = diluted(cache, tree, TIMES)
    for name, each in (("tree", tree), (f"{TIMES} times the tree", many)):
        growth.jobs[f"{name}, cold"] = Job(f"{name}, cold", tool.cold("."), each.folder, tool.environment(each))
        warm = each.copy("warm")
        tool.forget(warm)
        job = Job(f"{name}, warm", tool.warm(warm, "."), warm.folder, tool.environment(warm), primer=tool.warm(warm, "."))
        job.failure = "" if tool.has_cache() else NO_CACHE
        growth.jobs[job.name] = job
    interleave(growth.jobs.values(), rounds, say)
    growth.memory[many.name] = memory_of_all(tool.cold("."), many.folder, tool.environment(many))
    return growth


def scale(cache: Path, tool: SchedLint, sizes: tuple[int, ...], rounds: int, say: Callable[[str], None]) -> Growth:
    """Projects of relevant files only, on one processor and on two."""
    growth = Growth()
    trees = [generated(cache, size) for size in sizes]
    for size, tree in zip(sizes, trees, strict=True):
        for processors in PROCESSORS:
            command = tool.cold(*tool.jobs(processors), ".")
            name = f"{size} files, {processors} process{'es' if processors > 1 else ''}"
            growth.jobs[name] = Job(name, command, tree.folder, tool.environment(tree), processors=processors)
    interleave(growth.jobs.values(), rounds, say)
    if all(job.runs for job in growth.jobs.values()):
        growth.memory[trees[-1].name] = memory_of_all(tool.cold("."), trees[-1].folder, tool.environment(trees[-1]))
    return growth


def commit(tree: Tree, tool: SchedLint, rounds: int, say: Callable[[str], None]) -> Growth:
    """What pre-commit runs when three files of a real tree are committed; no cache is there to help."""
    growth = Growth()
    for name, with_words in (("three files without schedulers", False), ("three that step, restore or optimize something", True)):
        files = tree.without_schedulers(3, with_words)
        job = Job(f"{tree.name}: {name}", tool.cold(*files), tree.folder, tool.environment(tree))
        if len(files) < 3:
            job.failure = "the tree has no such files"
        growth.jobs[job.name] = job
    help_ = Job("sched-lint --help", [*tool.cold()[:1], "--help"], tree.folder)
    growth.jobs[help_.name] = help_
    interleave(growth.jobs.values(), 2 * rounds, say)
    return growth
