"""Makers of libcst's nodes that leave out what only says how the source is laid out, and the nodes that need be made once."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

import libcst as cst

Make = Callable[..., Any]


def _maker(kind: type[cst.CSTNode], *names: str) -> Make:
    """A function that makes nodes of a kind from the values of some attributes."""
    new = object.__new__
    setters: list[Callable[[object, object], None]] = [getattr(kind, name).__set__ for name in names]  # frozen, but for slots
    if len(setters) == 1:
        return _maker_of_one(kind, setters[0])
    if len(setters) == 2:
        return _maker_of_two(kind, *setters)

    def make(*values: object) -> cst.CSTNode:
        node = new(kind)
        for put, value in zip(setters, values):  # noqa: B905 (strict=True takes time; all calls stand below)
            put(node, value)
        return node

    return make


def _maker_of_one(kind: type[cst.CSTNode], put: Callable[[object, object], None]) -> Make:
    new = object.__new__

    def make(value: object) -> cst.CSTNode:
        node = new(kind)
        put(node, value)
        return node

    return make


def _maker_of_two(
    kind: type[cst.CSTNode], put_first: Callable[[object, object], None], put_second: Callable[[object, object], None]
) -> Make:
    new = object.__new__

    def make(first: object, second: object) -> cst.CSTNode:
        node = new(kind)
        put_first(node, first)
        put_second(node, second)
        return node

    return make


module = _maker(cst.Module, "body")
line = _maker(cst.SimpleStatementLine, "body")
suite = _maker(cst.SimpleStatementSuite, "body")
block = _maker(cst.IndentedBlock, "body")
expr = _maker(cst.Expr, "value")
assign = _maker(cst.Assign, "targets", "value")
assign_target = _maker(cst.AssignTarget, "target")
ann_assign = _maker(cst.AnnAssign, "target", "annotation", "value")
annotation = _maker(cst.Annotation, "annotation")
aug_assign = _maker(cst.AugAssign, "target", "operator", "value")
return_ = _maker(cst.Return, "value")
pass_ = _maker(cst.Pass)
break_ = _maker(cst.Break)
continue_ = _maker(cst.Continue)
del_ = _maker(cst.Del, "target")
global_ = _maker(cst.Global, "names")
nonlocal_ = _maker(cst.Nonlocal, "names")
name_item = _maker(cst.NameItem, "name")
raise_ = _maker(cst.Raise, "exc", "cause")
from_ = _maker(cst.From, "item")
assert_ = _maker(cst.Assert, "test", "msg")
import_ = _maker(cst.Import, "names")
import_from = _maker(cst.ImportFrom, "module", "names", "relative")
import_alias = _maker(cst.ImportAlias, "name", "asname")
as_name = _maker(cst.AsName, "name")
if_ = _maker(cst.If, "test", "body", "orelse")
else_ = _maker(cst.Else, "body")
for_ = _maker(cst.For, "target", "iter", "body", "orelse", "asynchronous")
while_ = _maker(cst.While, "test", "body", "orelse")
with_ = _maker(cst.With, "items", "body", "asynchronous")
with_item = _maker(cst.WithItem, "item", "asname")
try_ = _maker(cst.Try, "body", "handlers", "orelse", "finalbody")
handler = _maker(cst.ExceptHandler, "type", "name", "body")
finally_ = _maker(cst.Finally, "body")
function = _maker(cst.FunctionDef, "name", "params", "body", "decorators", "returns", "asynchronous", "type_parameters")
class_ = _maker(cst.ClassDef, "name", "body", "bases", "keywords", "decorators", "type_parameters")
decorator = _maker(cst.Decorator, "decorator")
parameters = _maker(cst.Parameters, "posonly_params", "params", "star_arg", "kwonly_params", "star_kwarg")
param = _maker(cst.Param, "name", "annotation", "default", "star")
lambda_ = _maker(cst.Lambda, "params", "body")
name = _maker(cst.Name, "value")
attribute = _maker(cst.Attribute, "value", "attr")
call = _maker(cst.Call, "func", "args")
arg = _maker(cst.Arg, "value", "keyword", "star")
subscript = _maker(cst.Subscript, "value", "slice")
subscript_element = _maker(cst.SubscriptElement, "slice")
index = _maker(cst.Index, "value", "star")
slice_ = _maker(cst.Slice, "lower", "upper", "step")
tuple_ = _maker(cst.Tuple, "elements")
list_ = _maker(cst.List, "elements")
set_ = _maker(cst.Set, "elements")
dict_ = _maker(cst.Dict, "elements")
element = _maker(cst.Element, "value")
starred = _maker(cst.StarredElement, "value")
dict_element = _maker(cst.DictElement, "key", "value")
starred_dict_element = _maker(cst.StarredDictElement, "value")
list_comp = _maker(cst.ListComp, "elt", "for_in")
set_comp = _maker(cst.SetComp, "elt", "for_in")
dict_comp = _maker(cst.DictComp, "key", "value", "for_in")
generator = _maker(cst.GeneratorExp, "elt", "for_in")
comp_for = _maker(cst.CompFor, "target", "iter", "ifs", "inner_for_in", "asynchronous")
comp_if = _maker(cst.CompIf, "test")
binary = _maker(cst.BinaryOperation, "left", "operator", "right")
boolean = _maker(cst.BooleanOperation, "left", "operator", "right")
unary = _maker(cst.UnaryOperation, "operator", "expression")
comparison = _maker(cst.Comparison, "left", "comparisons")
comparison_target = _maker(cst.ComparisonTarget, "operator", "comparator")
if_exp = _maker(cst.IfExp, "test", "body", "orelse")
named = _maker(cst.NamedExpr, "target", "value")
await_ = _maker(cst.Await, "expression")
yield_ = _maker(cst.Yield, "value")
integer = _maker(cst.Integer, "value")
float_ = _maker(cst.Float, "value")
imaginary = _maker(cst.Imaginary, "value")
string_ = _maker(cst.SimpleString, "value")
concatenated = _maker(cst.ConcatenatedString, "left", "right")
formatted = _maker(cst.FormattedString, "parts")
formatted_text = _maker(cst.FormattedStringText, "value")
formatted_expression = _maker(cst.FormattedStringExpression, "expression", "conversion", "format_spec")
ellipsis = _maker(cst.Ellipsis)

OPERATORS: dict[type[ast.AST], cst.CSTNode] = {
    ast.Add: cst.Add(), ast.Sub: cst.Subtract(), ast.Mult: cst.Multiply(), ast.Div: cst.Divide(), ast.Mod: cst.Modulo(),
    ast.Pow: cst.Power(), ast.FloorDiv: cst.FloorDivide(), ast.MatMult: cst.MatrixMultiply(), ast.BitAnd: cst.BitAnd(),
    ast.BitOr: cst.BitOr(), ast.BitXor: cst.BitXor(), ast.LShift: cst.LeftShift(), ast.RShift: cst.RightShift(),
    ast.And: cst.And(), ast.Or: cst.Or(), ast.Not: cst.Not(), ast.USub: cst.Minus(), ast.UAdd: cst.Plus(),
    ast.Invert: cst.BitInvert(), ast.Eq: cst.Equal(), ast.NotEq: cst.NotEqual(), ast.Lt: cst.LessThan(),
    ast.LtE: cst.LessThanEqual(), ast.Gt: cst.GreaterThan(), ast.GtE: cst.GreaterThanEqual(), ast.Is: cst.Is(),
    ast.IsNot: cst.IsNot(), ast.In: cst.In(), ast.NotIn: cst.NotIn(),
}  # fmt: skip
AUGMENTED: dict[type[ast.AST], cst.CSTNode] = {
    ast.Add: cst.AddAssign(), ast.Sub: cst.SubtractAssign(), ast.Mult: cst.MultiplyAssign(), ast.Div: cst.DivideAssign(),
    ast.Mod: cst.ModuloAssign(), ast.Pow: cst.PowerAssign(), ast.FloorDiv: cst.FloorDivideAssign(),
    ast.MatMult: cst.MatrixMultiplyAssign(), ast.BitAnd: cst.BitAndAssign(), ast.BitOr: cst.BitOrAssign(),
    ast.BitXor: cst.BitXorAssign(), ast.LShift: cst.LeftShiftAssign(), ast.RShift: cst.RightShiftAssign(),
}  # fmt: skip

ASYNCHRONOUS, PARAM_STAR, IMPORT_STAR, DOT = cst.Asynchronous(), cst.ParamStar(), cst.ImportStar(), cst.Dot()
