"""What a process has done, counted where it is done. Tests hold these counts, since times differ between machines."""

from __future__ import annotations

from collections.abc import Mapping


class Work:
    """Counts since the process began; who wants those of one run takes the difference.

    Attributes:
        directories_listed: directories that were searched for Python files, each time they were.
        files_read: source files whose bytes were read from disk, each time they were.
        files_searched: files without schedulers that were searched for what a finding could stand at.
        files_compiled: files that Python's own parser checked, for their syntax or their depth.
        modules_parsed: files that were parsed.
        trees_parsed: pieces of them that a parser was given: a module without its functions' bodies, a function.
        trees_located: such pieces whose positions were computed, which costs as much as parsing them.
        functions_evaluated: bodies of functions that the evaluator entered, each time it did.
        runs_compared: resumed runs held against training runs they may go on from.
        torch_knowledge_loaded: reads of the data about torch; one at most.
    """

    __slots__ = (
        "directories_listed",
        "files_compiled",
        "files_read",
        "files_searched",
        "functions_evaluated",
        "modules_parsed",
        "runs_compared",
        "torch_knowledge_loaded",
        "trees_located",
        "trees_parsed",
    )

    def __init__(self) -> None:
        self.directories_listed = 0
        self.files_read = 0
        self.files_searched = 0
        self.files_compiled = 0
        self.modules_parsed = 0
        self.trees_parsed = 0
        self.trees_located = 0
        self.functions_evaluated = 0
        self.runs_compared = 0
        self.torch_knowledge_loaded = 0

    def add(self, counts: Mapping[str, int]) -> None:
        """Count what another process has done."""
        for name, count in counts.items():
            setattr(self, name, getattr(self, name) + count)

    def counts(self) -> dict[str, int]:
        """All counts by name."""
        return {name: getattr(self, name) for name in self.__slots__}


WORK = Work()
"""The counts of this process."""
