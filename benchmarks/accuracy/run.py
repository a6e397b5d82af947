"""Runs sched-lint over clones of public repositories and holds what it finds against the labels. See README.md beside this."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.accuracy.records import Place, Tree, read_labels, read_results, read_trees, write_results
from benchmarks.accuracy.score import Changes, Score, Tally, compare, score

TIMEOUT = 900  # seconds for one tree


def main(arguments: Sequence[str] | None = None) -> int:
    """0, or 1 where a tree could not be run or findings differ from the stored results."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.run", description=__doc__)
    parser.add_argument("clones", type=Path, help="the directory with the clones, one folder owner__name@commit for each")
    parser.add_argument("--only", action="append", default=[], help="run only the trees whose folder contains this (repeatable)")
    parser.add_argument("--timeout", type=float, default=TIMEOUT, help="seconds for one tree (default: %(default)s)")
    parser.add_argument("--store", action="store_true", help="store what was found as the results to compare with from now on")
    parser.add_argument("--commands", action="store_true", help="print the commands that make the clones, and stop")
    options = parser.parse_args(arguments)
    trees = [tree for tree in read_trees() if not options.only or any(part in tree.folder for part in options.only)]
    if options.commands:
        print("\n".join(commands(trees, options.clones)))
        return 0
    findings: list[Place] = []
    done: set[Tree] = set()
    problems = []
    for tree in trees:
        folder = options.clones / tree.folder
        reason = unfit(folder, tree)
        if reason is None:
            try:
                findings += check(folder, tree, options.timeout)
                done.add(tree)
                continue
            except (subprocess.TimeoutExpired, RuntimeError) as error:
                reason = str(error)
        problems.append(f"{tree.folder}: {reason}")
    stored = read_results()
    changes = compare(findings, (place for place in stored if place.tree in done))
    print(report(score(findings, (label for label in read_labels() if label.place.tree in done)), changes, len(done), problems))
    if options.store:
        write_results([*findings, *(place for place in stored if place.tree not in done)])
    return 1 if problems or changes.new or changes.gone or changes.moved else 0


def commands(trees: Iterable[Tree], clones: Path) -> list[str]:
    """Shell commands that clone each tree at its commit, and nothing of its history."""
    lines = []
    for tree in trees:
        folder = clones / tree.folder
        lines.append(
            f"git init -q '{folder}' && git -C '{folder}' fetch -q --depth 1 https://github.com/{tree.repository} {tree.commit} "
            f"&& git -C '{folder}' checkout -q FETCH_HEAD"
        )
    return lines


def unfit(folder: Path, tree: Tree) -> str | None:
    """Why a clone cannot be judged by the labels: it is not there, or at another commit."""
    if not folder.is_dir():
        return "no clone"
    head = subprocess.run(["git", "-C", str(folder), "rev-parse", "-q", "--verify", "HEAD"], capture_output=True, text=True)
    commit = head.stdout.strip()
    return f"at commit {commit[:7]}" if head.returncode == 0 and commit != tree.commit else None


def check(folder: Path, tree: Tree, timeout: float) -> list[Place]:
    """What sched-lint finds in one tree; RuntimeError where it fails."""
    command = [sys.executable, "-m", "sched_lint", "check", "--output-format", "json", "."]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=timeout)
    if run.returncode not in (0, 1):
        raise RuntimeError(f"sched-lint ended with status {run.returncode}: {run.stderr.strip()[-200:]}")
    return places(run.stdout, tree)


def places(document: str, tree: Tree) -> list[Place]:
    rows = json.loads(document)["findings"]
    return sorted({Place(tree, row["path"], row["line"], row["code"]) for row in rows})


def report(result: Score, changes: Changes, trees: int, problems: Sequence[str]) -> str:
    lines = [f"{trees} trees", "", "code    found  right  wrong  arguable  unlabelled  missed  precision  recall"]
    rows = [*sorted(result.tallies.items()), ("total", result.total)]
    lines += [_row(code, tally) for code, tally in rows]
    sections = (
        ("not run", list(problems)),
        ("unlabelled", [shown(place) for place in result.unlabelled]),
        ("wrong", [f"{shown(place)}: {label.reason}" for place, label in result.wrong]),
        ("new since the stored results", [shown(place) for place in changes.new]),
        ("gone since the stored results", [shown(place) for place in changes.gone]),
        ("moved since the stored results", [f"{shown(old)} -> {new.line}" for old, new in changes.moved]),
    )
    for title, entries in sections:
        if entries:
            lines += ["", f"{title}: {len(entries)}", *(f"  {entry}" for entry in entries)]
    return "\n".join(lines)


def shown(place: Place) -> str:
    return f"{place.tree.folder}/{place.path}:{place.line} {place.code}"


def _row(code: str, tally: Tally) -> str:
    counts = (
        f"{tally.findings:>5}  {tally.right:>5}  {tally.wrong:>5}  {tally.arguable:>8}  {tally.unlabelled:>10}  {tally.missed:>6}"
    )
    return f"{code:<7} {counts}  {_percent(tally.precision):>9}  {_percent(tally.recall):>6}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"


if __name__ == "__main__":
    sys.exit(main())
