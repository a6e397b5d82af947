"""Tables, targets and JSON of what was measured."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from environments import Environments
from measure import Job
from real import ISOLATED, PROCESSES, Measured
from synthetic import PROCESSORS, TIMES, Growth

MEMORY_LIMIT = 500.0
COMMIT_LIMIT = 0.15
COLD_LIMITS = {"pytorch-image-models": 4.0, "transformers": 1.0}
WARM_LIMIT = 1.0
PLUGIN_LIMITS = {("pytorch-image-models", "cold"): 6.0, ("pytorch-image-models", "warm"): 2.0, ("transformers", "cold"): 2.0}
DILUTION_LIMIT = 2.0
LINEAR_LIMIT = 1.15
"""What twice the files may cost beyond twice the time and still count as linear: noise, and the logarithm of a sort."""


@dataclass(slots=True)
class Results:
    """Everything that one command measured."""

    environments: Environments
    rounds: int
    real: list[Measured] = field(default_factory=list)
    dilution: Growth | None = None
    scale: Growth | None = None
    commits: list[Growth] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Target:
    """A line of the table of targets; `value` is None where it was not measured, and `why` says why."""

    what: str
    value: float | None
    limit: float
    unit: str
    why: str = ""

    @property
    def verdict(self) -> str:
        """Reached or not."""
        if self.value is None:
            return self.why or "not run"
        return "yes" if self.value <= self.limit else "no"


def markdown(results: Results) -> str:
    """All tables."""
    parts = [_machine(results)]
    for measured in results.real:
        parts += [f"### {measured.tree.name}", _facts(measured), _tools(measured), _floors(measured)]
    growths = (("Growth", results.dilution), ("Generated projects", results.scale))
    for title, growth in (*growths, *(("Commits", each) for each in results.commits)):
        if growth is not None:
            parts += [f"### {title}", _growth(growth)]
    parts += ["### Targets", _targets(targets(results))]
    return "\n\n".join(part for part in parts if part) + "\n"


def document(results: Results) -> dict[str, object]:
    """The same for programs, with every single run."""
    growths = {"dilution": results.dilution, "scale": results.scale}
    return {
        "machine": machine(),
        "rounds": results.rounds,
        "versions": results.environments.versions,
        "trees": [
            measured.tree.fact()
            | {"runs": _runs(measured.jobs.values()), "plugin_share_cpu": measured.share, "floors_cpu": measured.floors}
            | {"memory_of_all_processes_mib": measured.memory, "changed_files": measured.changed}
            for measured in results.real
        ],
        "growth": {
            name: {"runs": _runs(growth.jobs.values()), "memory_of_all_processes_mib": growth.memory}
            for name, growth in growths.items()
            if growth is not None
        },
        "commits": [_runs(growth.jobs.values()) for growth in results.commits],
        "targets": [
            {"what": each.what, "value": each.value, "limit": each.limit, "unit": each.unit, "verdict": each.verdict}
            for each in targets(results)
        ],
    }


def machine() -> dict[str, object]:
    """What the figures were measured on."""
    model = "unknown"
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next((line.partition(":")[2].strip() for line in file if line.startswith("model name")), model)
    except OSError:
        pass
    return {
        "processor": model,
        "processors": len(os.sched_getaffinity(0)),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 1),
    }


def targets(results: Results) -> list[Target]:
    """What the project wants to reach, against what was measured."""
    found: list[Target] = []
    for measured in results.real:
        name, jobs = measured.tree.name, measured.jobs
        states = [("sched-lint cold", COLD_LIMITS.get(name, 1.0)), ("sched-lint warm", WARM_LIMIT)]
        for state, limit in states:
            for yardstick in ("ruff", ISOLATED):
                ratio = _ratio(jobs[state].cpu, jobs[yardstick].cpu)
                found.append(Target(f"{name}: {state} / {yardstick}", ratio, limit, "x", jobs[state].failure))
        for state in ("cold", "warm"):
            if (name, state) in PLUGIN_LIMITS:
                for processes in PROCESSES:
                    found += _plugin_targets(measured, processes, state, PLUGIN_LIMITS[name, state])
        found.append(Target(f"{name}: memory, all processes", measured.memory, MEMORY_LIMIT, "MiB"))
    if results.dilution is not None:
        for state in ("cold", "warm"):
            many, one = (results.dilution.jobs[f"{tree}, {state}"] for tree in (f"{TIMES} times the tree", "tree"))
            found.append(
                Target(f"{TIMES} times the tree / tree, {state}", _ratio(many.cpu, one.cpu), DILUTION_LIMIT, "x", one.failure)
            )
    if results.scale is not None:
        found += _scale_targets(results.scale)
    for growth in (results.dilution, results.scale):
        if growth is not None:
            found += [Target(f"{tree}: memory, all processes", mib, MEMORY_LIMIT, "MiB") for tree, mib in growth.memory.items()]
    for growth in results.commits:
        for job in growth.jobs.values():
            if "three" in job.name:
                found.append(Target(job.name, job.cpu, COMMIT_LIMIT, "CPU s", job.failure))
    return found


def _plugin_targets(measured: Measured, processes: int, state: str, limit: float) -> list[Target]:
    """What the plugin adds: the difference of two runs, which is noisy, and its share of one, which leaves some out."""
    name = f"flake8 -j {processes} with the plugin, {state}"
    bare, job = measured.jobs[f"flake8 -j {processes}"], measured.jobs[name]
    ratio, share = _ratio(job.cpu, bare.cpu), _ratio(measured.share.get(name), bare.cpu)
    what = f"{measured.tree.name}: flake8 -j {processes} with the plugin, {state}"
    return [
        Target(f"{what}, more than without", None if ratio is None else 100 * (ratio - 1), limit, "%", job.failure),
        Target(f"{what}, from inside", None if share is None else 100 * share, limit, "%", job.failure),
    ]


def _scale_targets(scale: Growth) -> list[Target]:
    found = []
    sizes = sorted({int(name.split()[0]) for name in scale.jobs})
    for processors in PROCESSORS:
        jobs = {int(name.split()[0]): job for name, job in scale.jobs.items() if job.processors == processors}
        first, last = jobs[sizes[0]], jobs[sizes[-1]]
        ratio = _ratio(last.cpu, first.cpu)
        per_file = None if ratio is None else ratio * sizes[0] / sizes[-1]
        what = f"time for each of {sizes[-1]} files / of {sizes[0]}, {processors} process{'es' if processors > 1 else ''}"
        found.append(Target(what, per_file, LINEAR_LIMIT, "x", last.failure or first.failure))
    return found


def _ratio(value: float | None, base: float | None) -> float | None:
    return None if value is None or not base else value / base


def _machine(results: Results) -> str:
    facts = machine()
    versions = ", ".join(
        f"{name} {packages[name]}" for name, packages in results.environments.versions.items() if name in packages
    )
    return (
        f"{facts['processors']} x {facts['processor']}, {facts['system']}, Python {facts['python']}; {versions}, "
        f"libcst {results.environments.versions['sched-lint'].get('libcst')}; medians of {results.rounds} rounds; "
        f"load average at the end {facts['load']}."
    )


def _facts(measured: Measured) -> str:
    fact = measured.tree.fact()
    return f"{fact['files']} Python files, {int(str(fact['bytes'])) / 1e6:.1f} MB; {fact['origin']}."


def _tools(measured: Measured) -> str:
    yardstick = measured.jobs["ruff"].cpu
    rows = []
    for name, job in measured.jobs.items():
        bare = measured.jobs.get(name.split(" with")[0]) if " with" in name else None
        more, inside = "", ""
        if bare is not None and bare.cpu and job.cpu is not None:
            more = f"{100 * (job.cpu / bare.cpu - 1):+.1f} %"
            share = measured.share.get(name)
            inside = "" if share is None else f"{share:.3f} s, {100 * share / bare.cpu:.2f} %"
        rows.append([name, _cpu(job), _times(_ratio(job.cpu, yardstick)), _mib(job.memory), more, inside])
    header = ["", "CPU s", "/ ruff", "peak MiB", "more than flake8 alone", "the plugin, from inside"]
    return _table(header, rows)


def _floors(measured: Measured) -> str:
    rows = [[name, f"{cpu:.3f}"] for name, cpu in measured.floors.items()]
    return _table(["floor", "CPU s"], rows)


def _growth(growth: Growth) -> str:
    return _table(["", "CPU s", "peak MiB"], [[name, _cpu(job), _mib(job.memory)] for name, job in growth.jobs.items()])


def _targets(all_targets: Sequence[Target]) -> str:
    rows = []
    for each in all_targets:
        value = "" if each.value is None else f"{each.value:.3g} {each.unit}"
        rows.append([each.what, value, f"{each.limit:.3g} {each.unit}", each.verdict])
    return _table(["", "measured", "at most", "reached"], rows)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(header) + " |", "|---" * len(header) + "|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def _cpu(job: Job) -> str:
    return job.failure or "not run" if job.cpu is None else f"{job.cpu:.3f}"


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}"


def _mib(memory: float | None) -> str:
    return "" if memory is None else f"{memory:.0f}"


def _runs(jobs: Iterable[Job]) -> dict[str, object]:
    return {
        job.name: {
            "cpu_median": job.cpu,
            "cpu": [run.cpu for run in job.runs],
            "peak_mib": job.memory,
            "failure": job.failure,
        }
        for job in jobs
    }
