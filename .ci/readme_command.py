"""Print the command of README.md that stands in the code block after `<!-- command: NAME -->`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


def readme_command(name: str) -> str:
    """The text of the block.

    Raises:
        SystemExit: where the README has no such block.
    """
    match = re.search(rf"<!-- command: {re.escape(name)} -->\n```\w*\n(.+?)\n```", README.read_text("utf-8"), re.DOTALL)
    if match is None:
        raise SystemExit(f"README.md has no command {name!r}")
    return match.group(1)


if __name__ == "__main__":
    print(readme_command(sys.argv[1]))
