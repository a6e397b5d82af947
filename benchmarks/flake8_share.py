"""flake8, and how much of its CPU time the plugin took: `python flake8_share.py FILE [argument ...]` adds a line to FILE.

The difference of two runs of many seconds is noise of the size that is looked for; this watches one run from inside. It
counts loading the plugin, reading its settings and everything that it does in the main process. Workers inherit the
outcome.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any


class Watch:
    """CPU time spent in wrapped functions, each moment counted once."""

    def __init__(self) -> None:
        self.total = 0.0
        self._depth = 0

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, watched."""

        def watched(*positional: Any, **named: Any) -> Any:
            self._depth += 1
            start = time.process_time()
            try:
                return function(*positional, **named)
            finally:
                self._depth -= 1
                if not self._depth:
                    self.total += time.process_time() - start

        return watched


def main(report: str, arguments: list[str]) -> int:
    """Run flake8; returns its exit status."""
    from flake8.main import cli

    watch = Watch()
    start = time.process_time()
    from sched_lint.flake8_plugin import Plugin

    watch.total += time.process_time() - start
    Plugin.parse_options = staticmethod(watch.around(Plugin.parse_options))  # type: ignore[method-assign]
    run = watch.around(lambda plugin: list(original(plugin)))
    original = Plugin.run
    Plugin.run = lambda plugin: iter(run(plugin))  # type: ignore[assignment]
    status: int = cli.main(arguments)
    with open(report, "a", encoding="utf-8") as file:
        file.write(f"{watch.total}\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
