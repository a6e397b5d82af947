"""Import statements found by their looks."""

from __future__ import annotations

import re

import pytest

from sched_lint.project.clauses import IMPORT, imports_in


@pytest.mark.parametrize(
    ("text", "home", "names"),
    [
        ("from a.b import c, d as e\n", "a.b", (("c", "c"), ("d", "e"))),
        ("from . import c\n", ".", (("c", "c"),)),
        ("from ..a import *\n", "..a", (("*", "*"),)),
        ("from a import (\n    b,  # first\n    c as d,\n    # e\n)\n", "a", (("b", "b"), ("c", "d"))),
        ("from a import (\n    b,  # (the old one)\n    c as d,  # :)\n    e,\n)\n", "a", (("b", "b"), ("c", "d"), ("e", "e"))),
        ("    import a.b as c, d.e  # f\n", "", (("a.b", "c"), ("d.e", "d.e"))),
        ("import a; import b\n", "", (("a", "a"),)),
        ("import . , a\n", "", (("a", "a"),)),
    ],
)
def test_what_an_import_binds(text: str, home: str, names: tuple[tuple[str, str], ...]) -> None:
    (found,) = imports_in(text.encode())
    assert (found.home, found.names) == (home, names)
    assert found.outermost is not text.startswith(" ")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "import a\nfrom b import c",
        "import a; import b\nfrom importlib import import_module\nimport c\n",
        '"""\nimport a\n"""\nx = "import b"\n# import c\nfrom d import (  # import e\n    import_f,\n)\nimport g\n',
        "from a import (b,\nimport c\n",
        "from a import (b,\nfrom c import d)\nimport e\n",
        "import\ta\n\n  import b as c # d\nfrom .. import (a, b); import c\n",
    ],
)
def test_no_statement_is_missed_by_looking_for_the_word_first(text: str) -> None:
    matches = list(IMPORT.finditer(text.encode()))
    found = list(imports_in(text.encode()))
    assert [each.words for each in found] == [frozenset(re.findall(rb"\w+", match.group())) for match in matches]
    assert [each.outermost for each in found] == [not match.group(1) for match in matches]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("import a\n", True),
        ("import a.b as c, d.e  # f\n", True),
        ("from a import *\n", True),
        ("from .a import (\n    b,  # (first)\n    c as d,\n)\n", True),
        ("from a import b, \\\n    c\n", False),
        ("from a import b c\n", False),
        ("from a import b; c\n", False),
        ("import a as b as c\n", False),
    ],
)
def test_what_is_surely_read_as_python_reads_it(text: str, plain: bool) -> None:
    (found,) = imports_in(text.encode())
    assert found.is_plain is plain
