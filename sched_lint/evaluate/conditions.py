"""Conditions: what decides a branch, and what each arm may take for granted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

import libcst as cst

from sched_lint.branches import EMPTY_PATH, Path, compatible, covers, not_around
from sched_lint.evaluate.core import Core
from sched_lint.evaluate.spelling import compared_with, dotted, operands
from sched_lint.evaluate.turns import at_first_turn, counter_of, is_turn_number
from sched_lint.evaluate.values import (
    ANY,
    Alternatives,
    CheckpointValue,
    Class,
    Dict,
    External,
    Function,
    Instance,
    List,
    LoaderValue,
    Method,
    NativeMethod,
    OptimizerValue,
    SchedulerValue,
    StateOf,
    Tuple,
)  # fmt: skip
from sched_lint.project.imports import ALWAYS_EXTERNAL
from sched_lint.quantities import Const, Items, Length, Op, Symbol, Value, fold, kept_id, key, known, text, varying, walk
from sched_lint.timeline import Condition

OBJECTS = (
    OptimizerValue, SchedulerValue, Instance, Class, Function, Method, LoaderValue, StateOf, NativeMethod, CheckpointValue,
)  # fmt: skip
METHODS = frozenset(
    {
        "step", "state_dict", "load_state_dict", "zero_grad", "add_param_group", "get_lr", "get_last_lr", "backward", "prepare",
        "parameters", "named_parameters", "train", "eval", "items", "keys", "values", "get", "unscale_", "update", "print",
    }
)  # fmt: skip
"""Attributes that are surely methods, and so neither None nor false."""
OPEN = ("*", ANY)
"""Where lists and dicts keep what may be any number of items, and none."""
MOST_NAMED = 8
"""Constants up to which a test for one of them is taken apart."""


@dataclass(slots=True)
class Decision:
    """The outcome of a test: decided (`value`), or the branch decisions that each arm adds."""

    value: bool | None
    then: Path = EMPTY_PATH
    otherwise: Path = EMPTY_PATH

    def flipped(self) -> Decision:
        return Decision(None if self.value is None else not self.value, self.otherwise, self.then)


TRUE, FALSE = Decision(True), Decision(False)


class Conditions(Core):
    """Tests, and the narrowing of names by them."""

    __slots__ = ()

    def decide(self, node: cst.CSTNode) -> Decision:
        """Evaluate a test."""
        return self._as_far_as_here(self._decide(node))

    def decided(self, node: cst.CSTNode) -> tuple[Decision, Value]:
        """As `decide`, and the value that was tested."""
        if type(node) in _TESTS:
            return self.decide(node), self.evaluate(node)
        value = self.evaluate(node)
        return self._as_far_as_here(self.truth(value, node)), value

    def _as_far_as_here(self, decision: Decision) -> Decision:
        if decision.value is None:
            if not compatible(self.path, decision.then):
                return FALSE
            if not compatible(self.path, decision.otherwise):
                return TRUE
        return decision

    def _decide(self, node: cst.CSTNode) -> Decision:
        test = _TESTS.get(type(node))
        found = test(self, node) if test is not None else None
        return found if found is not None else self.truth(self.evaluate(node), node)

    def _negation(self, node: cst.UnaryOperation) -> Decision | None:
        return self.decide(node.expression).flipped() if type(node.operator) is cst.Not else None

    def _boolean_test(self, node: cst.BooleanOperation) -> Decision:
        return self._both(node) if type(node.operator) is cst.And else self._either(node)

    def _call_test(self, node: cst.Call) -> Decision | None:
        return self._predicate(node, node.func.value) if type(node.func) is cst.Name else None

    def _both(self, node: cst.BooleanOperation) -> Decision:
        left = self.decide(node.left)
        if left.value is False:
            return FALSE
        with self.under(left.then):
            right = self.decide(node.right)
        if left.value is True:
            return right
        if right.value is False:
            return FALSE
        if right.value is True:
            return left
        return self._composed("and", left, right)

    def _either(self, node: cst.BooleanOperation) -> Decision:
        folded = self.one_of_kinds(node)
        if folded is None:
            folded = self._one_of_values(node)
        if folded is not None:
            return folded
        left = self.decide(node.left)
        if left.value is True:
            return TRUE
        with self.under(left.otherwise):
            right = self.decide(node.right)
        if left.value is False:
            return right
        if right.value is True:
            return TRUE
        if right.value is False:
            return left
        return self._composed("and", left.flipped(), right.flipped()).flipped()

    def _composed(self, op: str, left: Decision, right: Decision) -> Decision:
        parts = sorted(left.then | right.then)
        conditions = [self.by_number[abs(part)] for part in parts]
        varies = frozenset().union(*(condition.varying for condition in conditions))
        label = f" {op} ".join(condition.text for condition in conditions)
        # All of them must hold, so one that holds once in several turns makes the whole so.
        rare = [p < 0 and (self.by_number[-p].periodic or self.by_number[-p].last_turn) for p in parts]
        firsts = [self.by_number[abs(p)].at_first_on(p) for p in parts]
        whole = self.condition(
            (op, tuple(parts)), label, varies,
            periodic=any(self.by_number[abs(p)].periodic_on(p) for p in parts),
            periodic_unless=all(rare) and any(self.by_number[abs(p)].periodic for p in parts),
            last_turn=any(self.by_number[abs(p)].last_turn and p > 0 for p in parts),
            at_first=False if False in firsts else None if None in firsts else True,
        )  # fmt: skip
        self.exclude_more(-whole.number, [left.then | right.then])  # where the whole fails, one of its parts does
        return Decision(None, left.then | right.then | {whole.number}, frozenset({-whole.number}))

    # -- truth of a value --------------------------------------------------------------------------------------

    def truth(self, value: Value, node: cst.CSTNode) -> Decision:
        """Is the value true?"""
        if isinstance(value, Const):
            return TRUE if value.value else FALSE
        if isinstance(value, Alternatives):
            return self._split(value, lambda option: self.truth(option, node).value, ("truth", key(value)), dotted(node))
        if isinstance(value, OBJECTS) and not _may_be_anything(value):
            return TRUE
        if isinstance(value, Tuple):
            return TRUE if value.items else FALSE
        if isinstance(value, List) and value.known and not value.slots:
            return self.symbolic(("truth", kept_id(value)), dotted(node), value)
        if isinstance(value, (List, Dict)):
            held = value.slots if isinstance(value, List) else {} if value.filtered else value.entries
            if any(self._surely(item) for slot, item in held.items() if slot not in OPEN):
                return TRUE
            return self.symbolic(("truth", kept_id(value)), dotted(node), value)
        return self.symbolic(("truth", key(value)), None if isinstance(value, (Symbol, Op)) else dotted(node), value)

    def _surely(self, item: Value) -> bool:
        """Does an item stand in its container on every path that leads here?"""
        if not isinstance(item, Alternatives):
            return True
        return covers([path - self.path for path, _ in self.options(item)])

    def symbolic(self, identity: Hashable, label: str | None, value: Value) -> Decision:
        """An undecided test of something symbolic; without a label, of what the value says."""
        condition = self.conditions.get(identity)
        if condition is None:
            condition = self.condition(identity, text(value) if label is None else label, varying(value))
            _as_by_default(condition, value)
        return _undecided(condition)

    def _split(self, value: Alternatives, test: Any, question: Hashable, label: str, other: Value | None = None) -> Decision:
        """Decide by the alternatives: where the arms' own decisions tell them apart, no new condition is needed."""
        yes: list[Path] = []
        no: list[Path] = []
        for path, option in self.options(value):
            outcome = test(option)
            if outcome is None:
                yes.append(path)
                no.append(path)
            else:
                (yes if outcome else no).append(path)
        if not no:
            return TRUE
        if not yes:
            return FALSE
        if len(yes) == 1 and len(no) == 1 and not compatible(yes[0], no[0]):
            return Decision(None, yes[0], no[0])
        asked = (question, key(value))
        condition = self.conditions.get(asked)
        if condition is None:
            told = {abs(number) for path in (*yes, *no) for number in path}
            varies: frozenset[int] = varying(other) if other is not None else frozenset()
            varies = varies.union(*[varying(option) for _, option in value.options], *[self.by_number[n].varying for n in told])
            condition = self.condition(asked, label, varies)
        # Where the test holds, no alternative that surely fails it can be the one, and the other way round.
        self.exclude(condition, not_around(no, yes), not_around(yes, no))
        then = frozenset({condition.number}) | (frozenset.intersection(*yes) if yes else EMPTY_PATH)
        otherwise = frozenset({-condition.number}) | (frozenset.intersection(*no) if no else EMPTY_PATH)
        return Decision(None, then, otherwise)

    def _count(self, decision: Decision, found: set[tuple[str, int]]) -> None:
        """A counter compared with one of several bounds is compared with a bound."""
        if len(found) == 1 and decision.value is None and len(decision.then) == 1:
            number = next(iter(decision.then))
            if number > 0:
                condition = self.by_number[number]
                condition.counter, condition.since = found.pop()

    # -- comparisons -------------------------------------------------------------------------------------------

    def _compare(self, node: cst.Comparison) -> Decision:
        if len(node.comparisons) != 1:
            decisions = self.unknown(node, "comparison")
            return self.symbolic(("truth", decisions.key), dotted(node.left), decisions)
        left = self.evaluate(node.left)
        right = self.evaluate(compared_with(node.comparisons[0]))
        op = COMPARISONS.get(type(node.comparisons[0].operator), "?")
        negative = op in ("!=", "is not", "not in")
        positive = {"!=": "==", "is not": "==", "is": "==", "not in": "in"}.get(op, op)
        decision = self.compare(positive, left, right, node)
        return decision.flipped() if negative else decision

    def compare(self, op: str, left: Value, right: Value, node: cst.CSTNode) -> Decision:
        """Decide `left op right`; `is` counts as `==`."""
        left, right = self.as_one(left), self.as_one(right)
        if isinstance(left, Alternatives):
            return self._split(
                left,
                lambda option: self.compare(op, option, right, node).value,
                (op, key(left), key(right)),
                dotted(node),
                right,
            )
        if isinstance(right, Alternatives):
            decision = self._split(
                right,
                lambda option: self.compare(op, left, option, node).value,
                (op, key(left), key(right)),
                dotted(node),
                left,
            )
            self._count(decision, {counter_of(op, left, option) for _, option in right.options})
            return decision
        if isinstance(left, Const) and isinstance(right, Const):
            folded = fold(op, [left.value, right.value])
            if folded is not None:
                return TRUE if folded.value else FALSE
        if op == "==":
            none = _compared_with_none(left, right)
            if none is not None:
                return self._is_none(none)
            if isinstance(left, (Class, External, Function)) and isinstance(right, (Class, External, Function)):
                return TRUE if _same_object(left, right) else FALSE
            if isinstance(right, Const) and right.value in ("", False) and isinstance(left, Symbol):
                return self.symbolic(("truth", key(left)), left.text, left).flipped()
            if isinstance(right, Const) and right.value is True and isinstance(left, Symbol):
                return self.symbolic(("truth", key(left)), left.text, left)
        if op == "in":
            decided = self._contains(left, right)
            if decided is not None:
                return TRUE if decided else FALSE
            item = left.symbol if isinstance(left, External) else left
            if isinstance(item, Symbol) and isinstance(right, (Tuple, List)):
                return self._one_of(item, right, node)
        return self._symbolic_comparison(op, left, right)

    def _symbolic_comparison(self, op: str, left: Value, right: Value) -> Decision:
        left, right = (v.symbol if isinstance(v, External) else v for v in (left, right))
        if op in (">", ">="):  # one spelling for an order, so that `a > b` and `b < a` are one condition
            op, left, right = {">": "<", ">=": "<="}[op], right, left
        sides = key(left), key(right)
        identity: Hashable = (op, frozenset(sides) if op == "==" else sides)
        condition = self.conditions.get(identity)
        if condition is None:
            whole = Op(op, (left, right))
            counter, since = counter_of(op, left, right)
            condition = self.condition(
                identity, text(whole), varying(whole), periodic=_periodic(op, left, right), last_turn=_last(op, left, right),
                counter=counter, since=since, at_first=at_first_turn(op, left, right),
            )  # fmt: skip
            _as_by_default(condition, whole)
        decision = _undecided(condition)
        if op == "==" and (isinstance(right, Const) or isinstance(left, Const)):
            subject = sides[0] if isinstance(right, Const) else sides[1]
            return self._one_value(subject, decision)
        return decision

    def _one_value(self, subject: Hashable, decision: Decision) -> Decision:
        """What equals one constant equals no other: `name == "a"` excludes `name == "b"`."""
        number = next(iter(decision.then))
        others = self.equalities.setdefault(subject, [])
        if number not in others:
            others.append(number)
        excluded = frozenset(-other for other in others if other != number)
        return Decision(None, decision.then | excluded, decision.otherwise)

    def _is_none(self, value: Value) -> Decision:
        if isinstance(value, (*OBJECTS, Tuple, List, Dict, External)) and not _may_be_anything(value):
            return FALSE
        if isinstance(value, Const):
            return TRUE if value.value is None else FALSE
        if isinstance(value, (Op, Length)) or is_turn_number(value):
            return FALSE
        # `x is not None` and plain `x` are one question for what only the run knows.
        return self.symbolic(("truth", key(value)), None, value).flipped()

    def _contains(self, item: Value, collection: Value) -> bool | None:
        if isinstance(item, (Class, External)) and isinstance(collection, (Tuple, List)):
            parts = list(collection.items)
            plain = all(isinstance(part, (Class, External)) for part in parts)
            known = not (isinstance(collection, List) and not collection.known)
            return any(_same_object(item, part) for part in parts) if plain and known else None
        if not isinstance(item, Const):
            return None
        if isinstance(collection, Dict):
            if item.value in collection.entries:
                return None if isinstance(collection.entries[item.value], Alternatives) else True
            return None if ANY in collection.entries else False
        if isinstance(collection, (Tuple, List)):
            parts = list(collection.items)
            if _all_constant(parts) and not (isinstance(collection, List) and not collection.known):
                return any(isinstance(part, Const) and part.value == item.value for part in parts)
        return None

    def _one_of_values(self, node: cst.BooleanOperation) -> Decision | None:
        """`name == "a" or name == "b"` is `name in ("a", "b")`; None for other tests."""
        tests = list(operands(node))
        equal = [each for each in tests if type(each) is cst.Comparison and _is_plainly_equal(each)]
        names = {dotted(each.left) for each in equal}
        if len(equal) < len(tests) or len(names) > 1 or not all(names):
            return None
        parts = [self.evaluate(each.comparisons[0].comparator) for each in equal]
        return self.compare("in", self.evaluate(equal[0].left), Tuple(tuple(parts)), node) if _all_constant(parts) else None

    def _one_of(self, item: Symbol, collection: Tuple | List, node: cst.CSTNode) -> Decision:
        """`name in ("a", "b")` is `name == "a" or name == "b"`."""
        parts = list(collection.items)
        known = isinstance(collection, Tuple) or collection.known
        if not known or not 0 < len(parts) <= MOST_NAMED or not _all_constant(parts):
            return self._symbolic_comparison("in", item, collection)
        found = FALSE
        named: set[int] = set()
        for part in parts:
            other = self.compare("==", item, part, node)
            if other.value is True:
                return TRUE
            if other.value is None:
                named.update(other.then)
                either = found.value is None
                found = self._composed("and", found.flipped(), other.flipped()).flipped() if either else other
        if found.value is None and len(found.then) == 1:
            # Where it is one of these, it is none of the others that it is compared with elsewhere.
            (literal,) = found.then
            others = (number for number in self.equalities.get(key(item), ()) if number not in named)
            self.exclude_more(literal, [frozenset({number}) for number in others])
        return found

    def one_of_kinds(self, node: cst.BooleanOperation) -> Decision | None:
        """`isinstance(x, A) or isinstance(x, B)`; None for other tests."""
        raise NotImplementedError

    def _predicate(self, node: cst.Call, name: str) -> Decision | None:
        """`isinstance`, `hasattr` and their like; None for other calls."""
        raise NotImplementedError


_TESTS: dict[type[cst.CSTNode], Callable[[Any, Any], Decision | None]] = {
    cst.UnaryOperation: Conditions._negation,
    cst.BooleanOperation: Conditions._boolean_test,
    cst.Comparison: Conditions._compare,
    cst.Call: Conditions._call_test,
}

COMPARISONS = {
    cst.Equal: "==", cst.NotEqual: "!=", cst.LessThan: "<", cst.LessThanEqual: "<=", cst.GreaterThan: ">",
    cst.GreaterThanEqual: ">=", cst.Is: "is", cst.IsNot: "is not", cst.In: "in", cst.NotIn: "not in",
}  # fmt: skip


def _is_plainly_equal(node: cst.Comparison) -> bool:
    """Is it `left == right`, where it does no harm to look at the right side twice?"""
    target = node.comparisons[0]
    return len(node.comparisons) == 1 and type(target.operator) is cst.Equal and type(target.comparator) is not cst.Call


def _all_constant(values: Iterable[Value]) -> bool:
    return all(isinstance(value, Const) for value in values)


def _may_be_anything(value: Value) -> bool:
    """Is it read of something that is not known: `FLAGS.resume` of a module, `accelerator.optimizer_step_was_skipped`?"""
    if isinstance(value, NativeMethod):
        return value.name not in METHODS and not isinstance(value.receiver, (List, Dict, Tuple, Items, CheckpointValue))
    if not isinstance(value, External) or not value.read:
        return False
    library = value.name.partition(".")[0] in ALWAYS_EXTERNAL
    return not library and not value.name.rpartition(".")[2][:1].isupper()


def _undecided(condition: Condition) -> Decision:
    return Decision(None, frozenset({condition.number}), frozenset({-condition.number}))


def _as_by_default(condition: Condition, value: Value) -> None:
    found = known(value)
    if found is not None:
        condition.by_default = bool(found.value)


def _compared_with_none(left: Value, right: Value) -> Value | None:
    if isinstance(right, Const) and right.value is None:
        return left
    return right if isinstance(left, Const) and left.value is None else None


def _same_object(left: Value, right: Value) -> bool:
    if isinstance(left, External) and isinstance(right, External):
        return left.name == right.name
    return left is right


def _periodic(op: str, left: Value, right: Value) -> bool:
    """`(i + 1) % n == 0`, `not i % n`."""
    return op == "==" and any(isinstance(side, Op) and side.op == "%" for side in (left, right))


def _last(op: str, left: Value, right: Value) -> bool:
    """`i == len(loader) - 1`, `(i + 1) % len(loader) == 0`, `i + 1 == len(loader)`, `i >= len(loader) - 1`."""
    return op in ("==", "<=", "<") and any(isinstance(part, Length) for side in (left, right) for part in walk(side))
