"""A module parsed without its functions' bodies says the same, at the same places, as one parsed whole."""

from __future__ import annotations

from pathlib import Path

import libcst as cst
import pytest
from same_trees import pairs, places, places_by_libcst

from sched_lint.project.clauses import IMPORT
from sched_lint.project.modules import Module
from sched_lint.project.skeleton import Skeleton
from sched_lint.project.trees import definitions

FILLER = "".join(f"    value{number} = compute(value{number}, {number})\n" for number in range(8))
BODY = FILLER + "    return last(value7)\n"
DEEPER = BODY.replace("    ", "        ")

TEXTS = {
    "tabs in a string": f'def f():\n    """\n\tone\n\ttwo\n    """\n{BODY}\nlast(f)\n',
    "string over several lines in a header": f'def f(text="""\na\n"""):\n{BODY}\n\ndef g():\n{BODY}\nlast(f, g)\n',
    "string over several lines at the end": f'def f():\n{BODY}\n"""one\ntwo\nthree"""',
    "backslash in a header": f"def f \\\n  (x) \\\n  -> int:\n{BODY}\nclass A \\\n  (B):\n    def m(self):\n        pass\n",
    "brackets in a header": f"def f(\n  a=lambda x: x,\n  *, b: dict[str, int] = {{1: 2}},\n) -> {{1: 2}}:\n{BODY}\nlast(f)\n",
    "closing brackets at the margin": f"def f():\n{FILLER}    value = [\n        (\n1,\n)\n]\n{BODY}\nlast(f)\n",
    "comments at the margin": f"def f():\n{FILLER}# one\n\n# two\n{BODY}\nlast(f)\n",
    "definitions in blocks": f"if a:\n    def f():\n{DEEPER}\nelse:\n    f = g(1)\nlast(f)\n",
    "text that looks like code": f'class A:\n    """\n    def x():\n    """\n\n    async def m(self):\n{DEEPER}',
    "backslash at the end of a function": f"def f():\n{FILLER}    return 1 + \\\nlast(2)\nlast(f)\n",
}  # fmt: skip


@pytest.mark.parametrize("case", TEXTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_module_parsed_in_parts_is_the_whole(tmp_path: Path, case: str, newline: str) -> None:
    text = TEXTS[case]
    module = Module(tmp_path / "module.py", tmp_path, text.replace("\n", newline).encode())
    expected, locate = places_by_libcst(text)
    both = list(zip(definitions(module.tree), definitions(expected), strict=True))
    assert [mine.name.value for mine, _ in both] == [other.name.value for _, other in both]
    parts = [(module.whole(mine), other) for mine, other in both if isinstance(mine, cst.FunctionDef)]  # type: ignore[arg-type]
    parts += [(mine, other) for mine, other in zip(module.tree.body, expected.body, strict=False) if not _defines(mine)]  # type: ignore[misc]
    for mine, other in parts:
        found = list(pairs(mine, other))
        located = places((each for each, _ in found), module.locate)
        assert located == places((each for _, each in found), locate)
        assert located or case == "backslash in a header"


def _defines(node: cst.CSTNode) -> bool:
    return any(isinstance(node, kind) for kind in (cst.FunctionDef, cst.ClassDef, cst.If))


UNITS = (
    '"\\', "'\\", '"""\\', '\\"""', "class a\n", "class a(\n", "def f(\n", "def f\n", "\nclass a(", "@a\n", ".a:", "a", "sched",
    "from a import (\n", "\n__all__ ", "\n__all__ = [", "import a\n", "\nif __name__ a\n", "a = (\n", "(", "a: ", "torch",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_looking_at_hostile_text_ends(tmp_path: Path, unit: str) -> None:
    text = unit * (100_000 // len(unit))
    module = Module(tmp_path / "module.py", tmp_path, text.encode())
    module.__dict__["_skeleton"] = Skeleton(text)  # past the guard against deep nesting
    # A search that goes back for every part of it would not end while anybody waits.
    found = [name for name, _ in module.definitions] + [*module.top_level, *module.reassigned]
    found += [name for part in module.outline for name in part.names]
    assert all(name.isidentifier() for name in found)
    assert all(match.group().lstrip().startswith((b"from", b"import")) for match in IMPORT.finditer(module.data))


def test_a_closing_bracket_ends_no_function() -> None:
    text = f"def f():\n    value0 = g(\n        1\n)\n{BODY}\nlast(f)\n"
    skeleton = Skeleton(text)
    assert [skeleton.text_of(definition) for definition in skeleton.definitions] == [text.removesuffix("last(f)\n")]
