"""Write the generated parts of README.md anew: the output of its example, and the table of rules."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from sched_lint.rules.registry import all_rules

README = Path(__file__).resolve().parent.parent / "README.md"


def main() -> None:
    """Run the example and read the registry."""
    text = README.read_text("utf-8")
    text = re.sub(r"(?<=<!-- rules -->\n).*?(?=\n\n)", lambda _: _table(), text, count=1, flags=re.DOTALL)
    example = re.compile(r"(```python\n(# train\.py\n.+?)```\n\n```text\n\$ sched-lint check train\.py\n).*?(?=```)", re.DOTALL)
    text = example.sub(lambda match: match.group(1) + _output(match.group(2)), text, count=1)
    README.write_text(text, "utf-8")


def _table() -> str:
    rows = ["| code | name | what it reports |", "|---|---|---|"]
    for rule in all_rules():
        note = "" if rule.default_enabled else " Off by default."
        rows.append(f"| {rule.code} | {rule.name} | {rule.summary}{note} |")
    return "\n".join(rows)


def _output(program: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "train.py").write_text(program)
        command = [sys.executable, "-m", "sched_lint", "check", "train.py"]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    main()
