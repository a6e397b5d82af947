"""How names and expressions are spelled: for labels, and for what a name says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import libcst as cst


def last_name(label: str) -> str:
    """The last component of a dotted spelling: `self.opt.sched` -> `sched`."""
    return label.rsplit(".", 1)[-1].partition("[")[0].partition("(")[0]


def dotted(node: cst.CSTNode) -> str:
    """How a name, attribute, subscript or call is spelled, shortened; "?" for other expressions."""
    kind = type(node)  # libcst's classes are abstract bases: isinstance() takes several times as long where it fails
    if kind is cst.Name:
        return node.value  # type: ignore[attr-defined, no-any-return]
    if kind is cst.Attribute:
        return f"{dotted(node.value)}.{node.attr.value}"  # type: ignore[attr-defined]
    if kind is cst.Call:
        return f"{dotted(node.func)}()"  # type: ignore[attr-defined]
    if kind is cst.Subscript:
        return f"{dotted(node.value)}[{subscript(node)}]"  # type: ignore[attr-defined]
    if kind is cst.Integer or kind is cst.Float or kind is cst.SimpleString:
        return node.value  # type: ignore[attr-defined, no-any-return]
    return "?"


def subscript(node: cst.CSTNode) -> str:
    """How what stands between the brackets is spelled."""
    parts: Sequence[cst.SubscriptElement] = node.slice  # type: ignore[attr-defined]
    if len(parts) == 1 and isinstance(parts[0].slice, cst.Index):
        return dotted(parts[0].slice.value)
    return ":"


def compared_with(target: cst.ComparisonTarget) -> cst.BaseExpression:
    """The right side of a comparison; of `x in mapping.keys()` the mapping, which answers the same."""
    right = target.comparator
    if type(target.operator) in (cst.In, cst.NotIn) and type(right) is cst.Call and not right.args:
        if type(right.func) is cst.Attribute and right.func.attr.value == "keys":
            return right.func.value
    return right


def operands(node: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    """What stands between the `or`s."""
    if type(node) is cst.BooleanOperation and type(node.operator) is cst.Or:
        yield from operands(node.left)
        yield from operands(node.right)
    else:
        yield node
