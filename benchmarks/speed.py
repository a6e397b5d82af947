"""Measures sched-lint beside other linters: `python benchmarks/speed.py --timm PATH` prints the tables.

What it installs, downloads and generates goes below one folder, and is kept there for the next time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import real
import synthetic
import trees
from environments import Environments
from measure import clean_environment
from report import Results, document, markdown
from tool import SchedLint

README = Path(__file__).resolve().parent / "README.md"
SECTIONS = ("real", "growth", "scale", "commit")
_START, _END = "<!-- figures -->\n", "<!-- end of figures -->\n"


def main() -> int:
    """Run the command; returns its exit status."""
    arguments = _parser().parse_args()
    cache: Path = arguments.cache.resolve()
    environments = Environments(cache / "environments")
    _say("installing")
    arguments.full |= arguments.hours
    environments.prepare(with_torchfix=arguments.full)
    tool = SchedLint(environments, cache)
    wanted = _trees(arguments, cache)
    if arguments.profile:
        return _profile(wanted[0], tool)
    results = Results(environments, arguments.rounds)
    _measure(results, arguments, wanted, tool)
    text = markdown(results)
    print(text, end="")
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(document(results), indent=2) + "\n", encoding="utf-8")
    if arguments.readme:
        _update_readme(text)
    return 0


def _parser() -> argparse.ArgumentParser:
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    parser = argparse.ArgumentParser(description="Measure sched-lint beside other linters; prints tables in Markdown.")
    parser.add_argument("--timm", type=Path, metavar="PATH", help="a clone of huggingface/pytorch-image-models")
    parser.add_argument("--no-transformers", action="store_true", help="leave out the sdist of transformers")
    parser.add_argument("--full", action="store_true", help="the slow ones too: TorchFix, and flake8 on transformers")
    parser.add_argument("--hours", action="store_true", help="and the slowest one: TorchFix on transformers")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="runs of each command, of which the median counts")
    parser.add_argument("--only", choices=SECTIONS, action="append", help="only this part (may be repeated)")
    parser.add_argument("--sizes", default="1250,2500,5000", metavar="N,N,N", help="files of the generated projects")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results, with every run, to a file")
    parser.add_argument("--readme", action="store_true", help="write the tables into benchmarks/README.md")
    parser.add_argument("--profile", action="store_true", help="profile one cold run on the first tree instead")
    parser.add_argument("--cache", type=Path, default=home / "sched-lint-benchmarks", metavar="DIR")
    return parser


def _trees(arguments: argparse.Namespace, cache: Path) -> list[trees.Tree]:
    found = []
    if arguments.timm is not None:
        found.append(trees.local(cache, "pytorch-image-models", arguments.timm.resolve()))
    if not arguments.no_transformers:
        found.append(trees.transformers(cache, sys.executable))
    if not found:
        raise SystemExit("nothing to measure: give --timm PATH, or leave out --no-transformers")
    return found


def _measure(results: Results, arguments: argparse.Namespace, wanted: list[trees.Tree], tool: SchedLint) -> None:
    cache, rounds = arguments.cache.resolve(), arguments.rounds
    sections = arguments.only or SECTIONS
    if "real" in sections:
        for tree in wanted:
            _say(tree.name)
            slow = tree.name == "transformers"
            results.real.append(real.measure(tree, tool, slow, arguments.full, arguments.hours, rounds, _say))
    if "commit" in sections:
        for tree in wanted:
            _say(f"a commit in {tree.name}")
            results.commits.append(synthetic.commit(tree, tool, rounds, _say))
    if "growth" in sections:
        _say(f"{synthetic.TIMES} times {wanted[0].name}")
        results.dilution = synthetic.dilution(cache, wanted[0], tool, rounds, _say)
    if "scale" in sections:
        _say("generated projects")
        sizes = tuple(int(size) for size in arguments.sizes.split(","))
        results.scale = synthetic.scale(cache, tool, sizes, min(rounds, 3), _say)


def _profile(tree: trees.Tree, tool: SchedLint) -> int:
    """Where the time of one run goes, by the function's own time and with what it calls."""
    python = tool.environments.bin("sched-lint", "python")
    data = tool.cache / "profile"
    command = [python, "-m", "cProfile", "-o", str(data), *tool.cold(".")]
    done = subprocess.run(
        command, cwd=tree.folder, env=clean_environment(tool.environment(tree)), check=False, stdout=subprocess.DEVNULL
    )
    if done.returncode > 1:
        return done.returncode
    show = "import pstats, sys; s = pstats.Stats(sys.argv[1]); s.sort_stats('tottime').print_stats(40); "
    show += "s.sort_stats('cumtime').print_stats(60)"
    return subprocess.run([python, "-c", show, str(data)], check=False).returncode


def _update_readme(text: str) -> None:
    before, start, rest = README.read_text("utf-8").partition(_START)
    _, end, after = rest.partition(_END)
    if not (start and end):
        raise SystemExit(f"{README} has no place for the figures")
    README.write_text(f"{before}{start}\n{text}\n{end}{after}", encoding="utf-8")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
