"""CPU seconds and memory of commands, measured in turns so that their ratios are fair."""

from __future__ import annotations

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_SAMPLE_SECONDS = 0.02
_SETTLING_SECONDS = 2.5
"""Files that were just written are read again by the next run: its cache believes them when they are two seconds old."""


@dataclass(slots=True)
class Usage:
    """What one run took: CPU seconds and the largest resident set (MiB) over a process and the children it waited for."""

    cpu: float
    memory: float
    status: int


@dataclass(slots=True)
class Job:
    """One column of a table.

    Attributes:
        name: as the table calls it.
        command: what is run.
        folder: where.
        environment: variables to set.
        primer: run once before the first measured run, and not measured: it leaves the cache that the job finds.
        prepare: called before every run, outside of the measurement.
        rounds: how many of the rounds it takes part in (a slow one does not need all).
        processors: how many of the machine's it may use; None for all.
        statuses: exit statuses that mean that it did its work.
        runs: what was measured.
        timeout: seconds of wall time after which it is given up.
        failure: why there is nothing, where there is nothing.
    """

    name: str
    command: Sequence[str]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    primer: Sequence[str] = ()
    prepare: Callable[[], None] | None = None
    rounds: int | None = None
    processors: int | None = None
    statuses: tuple[int, ...] = (0, 1)
    timeout: float = 600.0
    runs: list[Usage] = field(default_factory=list)
    failure: str = ""

    @property
    def cpu(self) -> float | None:
        """The median of the CPU seconds, or None where nothing was measured."""
        return statistics.median(run.cpu for run in self.runs) if self.runs else None

    @property
    def memory(self) -> float | None:
        """The largest resident set seen, in MiB."""
        return max((run.memory for run in self.runs), default=None)


def interleave(jobs: Iterable[Job], rounds: int, say: Callable[[str], None]) -> None:
    """Measure all jobs in turns, every second round backwards, after a round that does not count.

    The round that does not count fills the page cache and compiles Python files, which means nothing to a run of more
    than ten seconds: that one counts.
    """
    jobs = list(jobs)
    primed = [job for job in jobs if job.primer and not job.failure]
    if primed:
        time.sleep(_SETTLING_SECONDS)
    for job in primed:
        _run(job, job.primer)
    for number in range(rounds + 1):
        for job in jobs if number % 2 else reversed(jobs):
            if job.failure or len(job.runs) >= (rounds if job.rounds is None else min(job.rounds, rounds)):
                continue
            usage = _run(job, job.command)
            say(f"  round {number}: {job.name}: {f'{usage.cpu:.3f} CPU s' if usage else job.failure}")
            if usage is not None and (number or usage.cpu > 10):
                job.runs.append(usage)


def _run(job: Job, command: Sequence[str]) -> Usage | None:
    if job.prepare is not None:
        job.prepare()
    everywhere = os.sched_getaffinity(0)
    if job.processors is not None:
        os.sched_setaffinity(0, set(sorted(everywhere)[: job.processors]))
    try:
        return run(command, job.folder, job.environment, job.statuses, job.timeout)
    except RunError as error:
        job.failure = str(error)
        return None
    finally:
        os.sched_setaffinity(0, everywhere)


class RunError(Exception):
    """A command that did not do its work."""


def run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None,
    statuses: Iterable[int] = (0, 1), timeout: float = 600.0,
) -> Usage:  # fmt: skip
    """Run a command to its end, without its output.

    Raises:
        RunError: where it took too long, or ended with another status.
    """
    with subprocess.Popen(
        command, cwd=folder, env=clean_environment(environment), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, start_new_session=True,
    ) as process:  # fmt: skip
        heard: list[bytes] = []
        assert process.stderr is not None
        listener = threading.Thread(target=lambda pipe=process.stderr: heard.extend(pipe))
        listener.start()
        timer = threading.Timer(timeout, os.killpg, (process.pid, 9))
        timer.start()
        # Unlike the difference of two getrusage(RUSAGE_CHILDREN), this knows the memory of this one child.
        try:
            _, code, usage = os.wait4(process.pid, 0)
        except BaseException:  # Ctrl-C: in its own session the command has not heard it
            os.killpg(process.pid, 9)
            raise
        finally:
            timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(code)
        listener.join()
    if process.returncode not in statuses:
        said = b"".join(heard[-3:]).decode("utf-8", "replace").strip()
        late = f"not done after {timeout:.0f} s" if process.returncode == -9 else f"exit status {process.returncode}"
        raise RunError(f"{late}: {said}" if said else late)
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)


def memory_of_all(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> float:
    """The most memory (MiB) that a command and its workers held together, pages they share counted once.

    Sampled, and in a run of its own, since looking costs the processes time.
    """
    process = subprocess.Popen(
        command, cwd=folder, env=clean_environment(environment), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    most = 0
    while process.poll() is None:
        most = max(most, sum(_proportional_kib(member) for member in _session(process.pid)))
        time.sleep(_SAMPLE_SECONDS)
    return most / 1024


def clean_environment(extra: Mapping[str, str] | None) -> dict[str, str]:
    """The variables of this process without those that lead Python elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON") and name != "VIRTUAL_ENV"}
    return kept | dict(extra or {})


def _session(leader: int) -> list[int]:
    """The processes of a session, the leader first."""
    found = [leader]
    for entry in os.listdir("/proc"):
        if entry.isdigit() and int(entry) != leader:
            try:
                if os.getsid(int(entry)) == leader:
                    found.append(int(entry))
            except OSError:  # it has ended
                continue
    return found


def _proportional_kib(process: int) -> int:
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_bytes()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith(b"Pss:")), 0)
