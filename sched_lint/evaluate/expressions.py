"""Expressions become values."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any

import libcst as cst

from sched_lint.evaluate.core import BudgetError
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.subscripts import Subscripts
from sched_lint.evaluate.values import (
    ANY,
    MISSING,
    NONE,
    Alternatives,
    CheckpointValue,
    Dict,
    External,
    Frame,
    Imported,
    List,
    Tuple,
    choose,
)  # fmt: skip
from sched_lint.quantities import Const, Op, Symbol, Value, key, operate

UNROLL = 8
"""Collections of at most this many known objects are looped over one by one."""

BINARY = {
    cst.Add: "+", cst.Subtract: "-", cst.Multiply: "*", cst.Divide: "/", cst.FloorDivide: "//", cst.Modulo: "%",
    cst.Power: "**", cst.BitOr: "|", cst.AddAssign: "+", cst.SubtractAssign: "-", cst.MultiplyAssign: "*",
    cst.DivideAssign: "/", cst.FloorDivideAssign: "//", cst.ModuloAssign: "%", cst.PowerAssign: "**", cst.BitOrAssign: "|",
}  # fmt: skip


class Expressions(Subscripts):
    """Evaluation of every expression node."""

    __slots__ = ()

    def evaluate(self, node: cst.CSTNode) -> Value:
        self.steps += 1
        if self.steps > self.limit:
            raise BudgetError
        handler = _HANDLERS.get(type(node))
        if handler is None:
            return self.unknown(node, dotted(node))
        return handler(self, node)

    # -- names -------------------------------------------------------------------------------------------------

    def _name(self, node: cst.Name) -> Value:
        return self.lookup(node.value)

    def lookup(self, name: str) -> Value:
        """What a name stands for, here."""
        slots = self.holder(name)
        if self.notes is not None and (slots is None or slots is self.env.names):
            self.note(self.env.names, name, MISSING if slots is None else slots[name])
            if slots is not None and isinstance(held := slots[name], Const) and self._changes(name, held):
                self.not_plain()
        if slots is None:
            if name in CONSTANTS:
                return Const(CONSTANTS[name])
            if name in UNBOUND:
                return External(UNBOUND[name])
            return External(f"builtins.{name}") if name in BUILTINS else Symbol(("name", self.env.module.name, name), name)
        value = slots[name]
        if isinstance(value, Imported):
            return self.load(value)
        if isinstance(value, Alternatives):
            value = self.narrowed(value)
            return Symbol(("name", self.env.module.name, name), name) if value is MISSING else value
        if self.loops and slots is self.env.names and isinstance(value, Const) and self._changes(name, value):
            return Symbol(("global", self.env.module.name, name, self.loops[-1].number), name, None, self.loop_numbers())
        return value

    def _changes(self, name: str, value: Const) -> bool:
        return isinstance(value.value, (bool, int, float)) and name in self.env.module.augmented

    def holder(self, name: str) -> dict[str, Value] | None:
        """The dict that holds a name: local, enclosing or global."""
        frame = self.frame
        while frame is not None:
            if name in frame.names and name not in frame.global_names:
                return frame.names
            frame = frame.parent
        if self.env.waiting:
            self.bring(self.env, name)
        return self.env.names if name in self.env.names else None

    # -- literals ----------------------------------------------------------------------------------------------

    def _integer(self, node: cst.Integer) -> Value:
        try:
            return Const(int(node.value.replace("_", ""), 0))
        except ValueError:
            return self.unknown(node, "number")

    def _float(self, node: cst.Float) -> Value:
        try:
            return Const(float(node.value.replace("_", "")))
        except ValueError:
            return self.unknown(node, "number")

    def _string(self, node: cst.SimpleString) -> Value:
        try:
            return Const(_literal(node.value))
        except (ValueError, SyntaxError):
            return self.unknown(node, "text")

    def _concatenated(self, node: cst.ConcatenatedString) -> Value:
        return operate("format", self.evaluate(node.left), self.evaluate(node.right))

    def _formatted(self, node: cst.FormattedString) -> Value:
        parts: list[Value] = []
        for part in node.parts:
            if type(part) is cst.FormattedStringText:
                parts.append(Const(part.value.replace("{{", "{").replace("}}", "}")))
            elif type(part) is cst.FormattedStringExpression:
                parts.append(self.evaluate(part.expression))
        return operate("format", *parts) if parts else Const("")

    # -- operators ---------------------------------------------------------------------------------------------

    def _binary(self, node: cst.BinaryOperation) -> Value:
        left, right = self.evaluate(node.left), self.evaluate(node.right)
        return self.combine(BINARY.get(type(node.operator), "?"), left, right, node)

    def combine(self, op: str, left: Value, right: Value, node: cst.CSTNode) -> Value:
        """Apply a binary operator to any two values."""
        if isinstance(left, Alternatives):
            return self.each(left, lambda option: self.combine(op, option, right, node))
        if isinstance(right, Alternatives):
            return self.each(right, lambda option: self.combine(op, left, option, node))
        if op == "+" and isinstance(left, (List, Tuple)) and isinstance(right, (List, Tuple)):
            return self._concatenate(left, right)
        if op == "*" and isinstance(left, (List, Tuple)) and isinstance(right, Const):
            items = self.items_of(left)
            if items is not None and isinstance(right.value, int) and 0 <= right.value * len(items) <= 64:
                return List(dict(enumerate(items * right.value)))
        if op == "|" and isinstance(left, Dict) and isinstance(right, Dict):
            return Dict({**left.entries, **right.entries})
        if op == "/" and (_pathlike(left) or _pathlike(right)):
            return operate("join", left, right)
        if op == "%" and isinstance(left, Const) and isinstance(left.value, str):
            return interpolate(left.value, list(right.items) if isinstance(right, Tuple) else [right], {})
        left, right = as_symbol(left), as_symbol(right)
        if _symbolic(left) and _symbolic(right):
            return operate(op, left, right)
        return self.unknown(node, dotted(node))

    def _concatenate(self, left: Value, right: Value) -> Value:
        a, b = self.items_of(left), self.items_of(right)
        if a is None or b is None:
            return List({"*": choose([(frozenset(), item) for item in self.parts_of(left) + self.parts_of(right)])})
        return Tuple((*a, *b)) if isinstance(left, Tuple) else List(dict(enumerate([*a, *b])))

    def _unary(self, node: cst.UnaryOperation) -> Value:
        if type(node.operator) is cst.Not:
            return self._boolean_value(node)
        value = self.evaluate(node.expression)
        if type(node.operator) is cst.Minus and _symbolic(value):
            return operate("-", value)
        return value if type(node.operator) is cst.Plus else self.unknown(node)

    def _boolean_value(self, node: cst.CSTNode) -> Value:
        decision = self.decide(node)
        if decision.value is not None:
            return Const(decision.value)
        return choose([(decision.then, Const(True)), (decision.otherwise, Const(False))])

    def _boolean(self, node: cst.BooleanOperation) -> Value:
        if _is_test(node):
            return self._boolean_value(node)
        is_or = type(node.operator) is cst.Or
        decision, left = self.decided(node.left)
        if decision.value is not None:
            return left if decision.value is is_or else self.evaluate(node.right)
        stay, go = (decision.then, decision.otherwise) if is_or else (decision.otherwise, decision.then)
        with self.under(go):
            right = self.evaluate(node.right)
        if isinstance(left, Symbol) and is_or and left.default is not None:
            # `args.x or fallback`: by default the fallback is taken where the default is falsy.
            default = left.default
            if isinstance(default, Const) and not default.value and _symbolic(right):
                return Symbol(("or", left.key, key(right)), left.text, right, left.varying)
        left = NONE if is_or and _falsy(left) else left
        return choose([(stay, left), (go, right)])

    def _comparison(self, node: cst.Comparison) -> Value:
        return self._boolean_value(node)

    def _conditional(self, node: cst.IfExp) -> Value:
        decision = self.decide(node.test)
        if decision.value is not None:
            return self.evaluate(node.body if decision.value else node.orelse)
        with self.under(decision.then):
            then = self.evaluate(node.body)
        with self.under(decision.otherwise):
            otherwise = self.evaluate(node.orelse)
        return choose([(decision.then, then), (decision.otherwise, otherwise)])

    def _walrus(self, node: cst.NamedExpr) -> Value:
        value = self.evaluate(node.value)
        self.assign(node.target, value)
        return value

    # -- containers --------------------------------------------------------------------------------------------

    def _tuple(self, node: cst.Tuple) -> Value:
        items = self._elements(node.elements)
        return Tuple(tuple(items)) if items is not None else List({"*": self.unknown(node)})

    def _list(self, node: cst.List | cst.Set) -> Value:
        items = self._elements(node.elements)
        return List(dict(enumerate(items))) if items is not None else List({"*": self.unknown(node)})

    def _elements(self, elements: Any) -> list[Value] | None:
        items: list[Value] = []
        for element in elements:
            value = self.evaluate(element.value)
            if type(element) is cst.StarredElement:
                inner = self.items_of(value)
                if inner is None:
                    return None
                items.extend(inner)
            else:
                items.append(value)
        return items

    def _dict(self, node: cst.Dict) -> Value:
        entries: dict[Hashable, Value] = {}
        for element in node.elements:
            if type(element) is cst.DictElement:
                entries[self.slot_of(self.evaluate(element.key))] = self.evaluate(element.value)
            else:
                inner = self.first(self.evaluate(element.value), Dict)
                if inner is None:
                    entries[ANY] = self.unknown(node)
                else:
                    entries.update(inner.entries)
        return Dict(entries)

    def _lambda(self, node: cst.Lambda) -> Value:
        return self.make_function(node, "lambda")

    def _comprehension(self, node: Any) -> Value:
        collected: list[Value] = []
        self.filtered = False
        many = self._for_in(node.for_in, lambda: collected.append(self._element_of(node)))
        if type(node) is cst.DictComp:
            return self._comprehended_dict(collected, many)
        if many or self.filtered:
            return List({"*": choose([(frozenset(), value) for value in collected])} if collected else {})
        return List(dict(enumerate(collected)))

    def _element_of(self, node: Any) -> Value:
        if type(node) is cst.DictComp:
            return Tuple((self.evaluate(node.key), self.evaluate(node.value)))
        return self.evaluate(node.elt)

    def _comprehended_dict(self, pairs: list[Value], many: bool) -> Value:
        entries: dict[Hashable, Value] = {}
        for pair in pairs:
            if isinstance(pair, Tuple):
                entries[ANY if many else self.slot_of(pair.items[0])] = pair.items[1]
        return Dict(entries, filtered=self.filtered)

    def _for_in(self, clause: cst.CompFor, body: Callable[[], None]) -> bool:
        """Run a comprehension's clauses; True when the number of its elements is not known."""
        iteration = self.iterate(self.evaluate(clause.iter), clause)
        frame = Frame({}, self.frame, self.env)
        outer, self.frame = self.frame, frame
        many = False
        try:
            turns = iteration.unrolled if iteration.unrolled is not None and len(iteration.unrolled) <= 64 else None
            many = turns is None
            for element in turns if turns is not None else (self.element(iteration, clause),):
                self.assign(clause.target, element)
                decisions = [self.decide(test.test).value for test in clause.ifs]
                if False in decisions:
                    continue
                self.filtered = self.filtered or None in decisions
                if clause.inner_for_in is not None:
                    many = self._for_in(clause.inner_for_in, body) or many
                else:
                    body()
        finally:
            self.frame = outer
        return many

    # -- the rest ----------------------------------------------------------------------------------------------

    def _await(self, node: cst.Await) -> Value:
        return self.evaluate(node.expression)

    def _yield(self, node: cst.Yield) -> Value:
        value: Value = NONE
        if type(node.value) is cst.From:
            value = self.element(self.iterate(self.evaluate(node.value.item), node), node)
        elif node.value is not None:
            value = self.evaluate(node.value)
        scope = next((scope for scope in reversed(self.scopes) if scope.loop is None), None)
        if scope is not None:
            scope.yields.append((self.loops, value))
            scope.paused = len(self.timeline.events)
        return self.unknown(node)

    def _call(self, node: cst.Call) -> Value:
        return self.evaluate_call(node)

    def _attribute(self, node: cst.Attribute) -> Value:
        return self.attribute(self.evaluate(node.value), node.attr.value, node)


PLACEHOLDER = re.compile(r"%[-+ #0-9.]*[a-zA-Z]|\{([^{}]*)\}")


def interpolate(template: str, args: list[Value], keywords: dict[str, Value]) -> Value:
    """`template % args` and `template.format(*args, **keywords)` as the sequence of their pieces."""
    pieces: list[Value] = []
    position, end = 0, 0
    for match in PLACEHOLDER.finditer(template):
        pieces.append(Const(template[end : match.start()]))
        end = match.end()
        name = re.split(r"[.:!\[]", match.group(1) or "")[0]
        if name in keywords:
            pieces.append(keywords[name])
        elif name.isdigit() and int(name) < len(args):
            pieces.append(args[int(name)])
        elif position < len(args):
            pieces.append(args[position])
            position += 1
        else:
            pieces.append(Symbol(("placeholder", template, match.start()), name or "?"))
    pieces.append(Const(template[end:]))
    return operate("format", *pieces)


@lru_cache(maxsize=4096)
def _literal(spelled: str) -> object:
    quote = spelled[0]
    if quote in "\"'" and "\\" not in spelled and not spelled.startswith(quote * 2):
        return spelled[1:-1]
    return ast.literal_eval(spelled)


def as_symbol(value: Value) -> Value:
    """What stands in a checkpoint can be computed with: the epoch it was written in, for one."""
    if isinstance(value, CheckpointValue):
        return Symbol(("checkpoint", value.number, value.entry), value.text)
    return value


def _is_test(node: cst.CSTNode) -> bool:
    """Is the value of an expression True or False, and nothing else?"""
    if type(node) is cst.BooleanOperation:
        return _is_test(node.left) and _is_test(node.right)
    return type(node) is cst.Comparison or (type(node) is cst.UnaryOperation and type(node.operator) is cst.Not)


def _symbolic(value: Value) -> bool:
    return type(value).__module__ == "sched_lint.quantities" and isinstance(value, Value)


def _pathlike(value: Value) -> bool:
    return (isinstance(value, Op) and value.op in ("join", "path")) or (isinstance(value, Const) and isinstance(value.value, str))


def _falsy(value: Value) -> bool:
    return isinstance(value, Const) and not value.value


CONSTANTS = {"None": None, "True": True, "False": False}
UNBOUND = {"torch": "torch", "amp": "apex.amp"}
"""What a name means that nothing seen binds: it came by a star import of what is not there, or by an import in another scope."""
BUILTINS = frozenset(dir(__builtins__) if not isinstance(__builtins__, dict) else __builtins__)

_HANDLERS: dict[type[cst.CSTNode], Callable[[Expressions, Any], Value]] = {
    cst.Name: Expressions._name,
    cst.Attribute: Expressions._attribute,
    cst.Call: Expressions._call,
    cst.Integer: Expressions._integer,
    cst.Float: Expressions._float,
    cst.SimpleString: Expressions._string,
    cst.ConcatenatedString: Expressions._concatenated,
    cst.FormattedString: Expressions._formatted,
    cst.BinaryOperation: Expressions._binary,
    cst.UnaryOperation: Expressions._unary,
    cst.BooleanOperation: Expressions._boolean,
    cst.Comparison: Expressions._comparison,
    cst.IfExp: Expressions._conditional,
    cst.NamedExpr: Expressions._walrus,
    cst.Tuple: Expressions._tuple,
    cst.List: Expressions._list,
    cst.Set: Expressions._list,
    cst.Dict: Expressions._dict,
    cst.Lambda: Expressions._lambda,
    cst.ListComp: Expressions._comprehension,
    cst.SetComp: Expressions._comprehension,
    cst.GeneratorExp: Expressions._comprehension,
    cst.DictComp: Expressions._comprehension,
    cst.Subscript: Expressions._subscript,
    cst.Await: Expressions._await,
    cst.Yield: Expressions._yield,
}
