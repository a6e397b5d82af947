"""Inject mistakes into correct programs, one at a time, and count how many of them sched-lint finds.

    python benchmarks/accuracy/inject.py --own --misses misses.json CLONES...

See INJECTIONS.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import libcst as cst  # noqa: E402
from injection import building, restoring, stepping  # noqa: E402
from injection.injection import Injection  # noqa: E402
from injection.measure import Bench  # noqa: E402
from injection.source import Source  # noqa: E402
from injection.variables import Project  # noqa: E402

REPOSITORY = HERE.parent.parent
KINDS = (*stepping.KINDS, *restoring.KINDS, *building.KINDS)
MENTION = re.compile(r"sched|LR\b|\.step\(")


@dataclass(slots=True)
class Row:
    """One kind's line of the table."""

    tried: int = 0
    found: int = 0


@dataclass(slots=True)
class Tally:
    rows: dict[str, Row] = field(default_factory=lambda: defaultdict(Row))
    misses: list[dict[str, object]] = field(default_factory=list)
    suspects: list[dict[str, object]] = field(default_factory=list)


def own_programs() -> Iterator[Path]:
    """The fixtures' corrected twins and the silent cases, and the test programs without marks."""
    fixtures = REPOSITORY / "fixtures"
    yield from sorted(path for path in fixtures.glob("*/*/good") if path.is_dir())
    for program in sorted((REPOSITORY / "tests" / "programs").glob("*/*/*")):
        if program.is_dir() and not any("# expect:" in file.read_text("utf-8") for file in program.rglob("*.py")):
            yield program


def read(files: list[Path]) -> Project:
    """The files of a project that can matter and that libcst can parse."""
    sources = []
    for path in files:
        try:
            text = path.read_bytes().decode("utf-8")
            if MENTION.search(text) and "\r" not in text and "\f" not in text:
                sources.append(Source(path, text))
        except (UnicodeDecodeError, cst.ParserSyntaxError, RecursionError):
            continue
    return Project(sources)


def injections(root: Path, project: Project) -> list[Injection]:
    """Every injection that a project allows, each kind once at each place."""
    found: list[Injection] = []
    seen: dict[tuple[str, Path, int, int], Injection] = {}
    pinned = building.pins_torch(root)
    for variable in project.schedulers:
        for kind in KINDS:
            if pinned and kind is building.verbose:
                continue
            for injection in kind(project, variable):
                place = (injection.kind, injection.path, *injection.edit.source.place(injection.at)[:2])
                if place in seen:  # one line, two schedulers: what one of them shows is enough
                    seen[place].extra += [(build.source, build.call) for build in variable.builds]
                    continue
                seen[place] = injection
                found.append(injection)
    return sorted(found, key=lambda each: (each.kind, str(each.path), each.line))


def known_mistakes(labels: Path | None) -> set[tuple[str, str]]:
    """(repository, path) of files that hold a real mistake, from a file of judgements."""
    if labels is None:
        return set()
    entries = [json.loads(line) for line in labels.read_text("utf-8").splitlines() if line.strip()]
    return {(entry["repo"], entry["path"]) for entry in entries if entry["verdict"] in ("bug", "right")}


def sample(found: list[Injection], per_kind: int, chance: random.Random) -> list[Injection]:
    """At most so many injections of each kind."""
    by_kind: dict[str, list[Injection]] = defaultdict(list)
    for injection in found:
        by_kind[injection.kind].append(injection)
    return [
        each
        for kind in sorted(by_kind)
        for each in (by_kind[kind] if len(by_kind[kind]) <= per_kind else chance.sample(by_kind[kind], per_kind))
    ]


def measure(root: Path, options: argparse.Namespace, wrong: set[tuple[str, str]], tally: Tally) -> int:
    files = sorted(path for path in root.rglob("*.py") if ".git" not in path.parts and path.is_file())
    repository = root.name.partition("@")[0].replace("__", "/", 1)
    found = [
        injection
        for injection in injections(root, read(files))
        if (repository, injection.path.relative_to(root).as_posix()) not in wrong
        and (not options.kind or options.kind in injection.kind)
    ]
    chosen = sample(found, options.per_kind, random.Random(f"{options.seed} {root.name}"))
    if not chosen:
        return 0
    bench = Bench(root, files)
    count = 0
    for injection in chosen:
        if bench.already(injection):
            continue
        count += 1
        outcome = bench.judge(injection)
        row = tally.rows[injection.kind]
        row.tried += 1
        row.found += outcome.found
        origin = {"project": _shown(root), "path": injection.path.relative_to(root).as_posix(), "line": injection.line}
        if not outcome.found:
            tally.misses.append({**origin, "kind": injection.kind, "expected": sorted(injection.codes)})
        for code, path, line, message in outcome.other:
            place = {"code": code, "at": f"{Path(path).relative_to(root).as_posix()}:{line}", "message": message}
            tally.suspects.append({**origin, "kind": injection.kind, **place})
        if options.write:
            _write(options.write, root, injection)
    return count


def _shown(root: Path) -> str:
    return root.relative_to(REPOSITORY).as_posix() if root.is_relative_to(REPOSITORY) else root.name


def _write(folder: Path, root: Path, injection: Injection) -> None:
    """The changed file, to be looked at."""
    kind = re.sub(r"\W+", "-", injection.kind).strip("-")
    target = folder / kind / f"{_shown(root).replace('/', '_')}__{injection.path.stem}_{injection.line}.py"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(injection.edit.result()[0], "utf-8")


def table(tally: Tally) -> str:
    lines = ["| kind | injected | found | share |", "|---|---:|---:|---:|"]
    rows = sorted(tally.rows.items())
    for name, row in [*rows, ("all", Row(sum(r.tried for _, r in rows), sum(r.found for _, r in rows)))]:
        lines.append(f"| {name} | {row.tried} | {row.found} | {100 * row.found / max(1, row.tried):.1f} % |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="Inject mistakes into correct programs and count how many are found.")
    parser.add_argument("clones", nargs="*", type=Path, metavar="DIR", help="local clones, one project each")
    parser.add_argument("--own", action="store_true", help="this repository's correct fixtures and test programs as well")
    parser.add_argument("--labels", type=Path, help="judgements (JSON lines): files that hold a real mistake are left out")
    parser.add_argument("--per-kind", type=int, default=6, help="injections of one kind in one project, at most")
    parser.add_argument("--seed", type=int, default=0, help="what the choice among more is drawn with")
    parser.add_argument("--minutes", type=float, default=0, help="stop after the project in which they run out")
    parser.add_argument("--kind", default="", help="only kinds whose name holds this")
    parser.add_argument("--misses", type=Path, help="write what was not found here, as JSON")
    parser.add_argument("--suspects", type=Path, help="write findings that the mistake does not account for here, as JSON")
    parser.add_argument("--write", type=Path, help="write every changed file below this directory")
    options = parser.parse_args()
    warnings.simplefilter("ignore")  # of invalid escapes in what is read
    wrong = known_mistakes(options.labels)
    tally = Tally()
    started = time.monotonic()
    for root in [*(own_programs() if options.own else ()), *(clone.resolve() for clone in options.clones)]:
        start = time.monotonic()
        count = measure(root, options, wrong, tally)
        if count and time.monotonic() - start > 5:
            print(f"{_shown(root)}: {count} injections, {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
        for path, entries in ((options.misses, tally.misses), (options.suspects, tally.suspects)):
            if path is not None:
                path.write_text(json.dumps(entries, indent=1) + "\n", "utf-8")
        if options.minutes and time.monotonic() - started > 60 * options.minutes:
            print("stopped: no time left", file=sys.stderr)
            break
    print(table(tally))


if __name__ == "__main__":
    main()
