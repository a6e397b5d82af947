"""Statements: execution of bodies, branches, loops, and what leaves them early."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import libcst as cst

from sched_lint.branches import Path
from sched_lint.evaluate.core import Scope
from sched_lint.evaluate.expressions import BINARY, UNROLL, as_symbol
from sched_lint.evaluate.matching import Matching
from sched_lint.evaluate.scan import (
    assigned_in,
    calls_next,
    catches_type_error,
    counted,
    counts_up,
    ends_by_count,
    sets_what_it_tests,
)  # fmt: skip
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.store import Changes
from sched_lint.evaluate.values import (
    NONE,
    Alternatives,
    Class,
    ExternalObject,
    Instance,
    Iteration,
    List,
)  # fmt: skip
from sched_lint.quantities import Const, Length, Op, Symbol, Value
from sched_lint.timeline import Loop

ENDS = frozenset({"sys.exit", "builtins.exit", "builtins.quit", "os._exit", "os.abort"})


class Statements(Matching):
    """Execution. Every method answers how control leaves: None (falls through), "return", "raise", "break", "continue"."""

    __slots__ = ()

    def execute(self, body: cst.CSTNode) -> str | None:
        """Run a block."""
        kind = type(body)  # libcst's classes are abstract bases: isinstance() takes several times as long
        if kind is cst.IndentedBlock or kind is cst.Module:
            for statement in body.body:  # type: ignore[attr-defined]
                signal = self._statement(statement)
                if signal is not None:
                    return signal
        elif kind is cst.SimpleStatementSuite:
            return self._simple(body.body)  # type: ignore[attr-defined]
        return None

    def _statement(self, node: cst.CSTNode) -> str | None:
        self.tick()
        kind = type(node)
        if kind is cst.SimpleStatementLine:
            return self._simple(node.body)  # type: ignore[attr-defined]
        handler = _COMPOUND.get(kind)
        return handler(self, node) if handler is not None else None

    def _simple(self, nodes: Sequence[cst.CSTNode]) -> str | None:
        for node in nodes:
            handler = _SIMPLE.get(type(node))
            if handler is not None:
                signal = handler(self, node)
                if signal is not None:
                    return signal
        return None

    # -- simple statements -------------------------------------------------------------------------------------

    def _expression(self, node: cst.Expr) -> str | None:
        if type(node.value) is cst.Call:
            value = self.evaluate(node.value)
            return "raise" if isinstance(value, ExternalObject) and value.cls in ENDS else None
        if not isinstance(node.value, (cst.SimpleString, cst.Ellipsis)):
            self.evaluate(node.value)
        return None

    def _assignment(self, node: cst.Assign) -> None:
        value = self.evaluate(node.value)
        for target in node.targets:
            self.assign(target.target, value)

    def _annotated(self, node: cst.AnnAssign) -> None:
        if node.value is not None:
            self.assign(node.target, self.evaluate(node.value))

    def _augmented(self, node: cst.AugAssign) -> None:
        before = self.evaluate(node.target)
        value = self.evaluate(node.value)
        op = BINARY.get(type(node.operator), "?")
        if op == "+" and isinstance(before, List):
            for item in self.items_of(value) or ([] if not self.parts_of(value) else self.parts_of(value)):
                self.store.write(before.slots, len(before.slots), item)
            return
        self.assign(node.target, self.combine(op, before, value, node))

    def _return(self, node: cst.Return) -> str:
        value: Value = self.evaluate(node.value) if node.value is not None else NONE
        scope = self.function_scope()
        if scope is not None:
            scope.returns.append((self.path - scope.path, value))
        return "return"

    def function_scope(self) -> Scope | None:
        return next((scope for scope in reversed(self.scopes) if scope.loop is None), None)

    def _delete(self, node: cst.Del) -> None:
        if type(node.target) is cst.Name:
            slots = self.holder(node.target.value)
            if slots is not None:
                self.store.delete(slots, node.target.value)

    def _global(self, node: cst.Global) -> None:
        if self.frame is not None:
            self.frame.global_names.update(item.name.value for item in node.names)

    def _nonlocal(self, node: cst.Nonlocal) -> None:
        if self.frame is not None:
            self.frame.nonlocal_names.update(item.name.value for item in node.names)

    def _assert(self, node: cst.Assert) -> str | None:
        decision = self.decide(node.test)
        if decision.value is None:
            self.path = self.path | decision.then
        return None

    # -- branches ----------------------------------------------------------------------------------------------

    def _if(self, node: cst.If) -> str | None:
        decision = self.decide(node.test)
        if decision.value is None:
            return self.branch([
                (decision.then, partial(self._arm, node, True)),
                (decision.otherwise, partial(self._arm, node, False)),
            ])  # fmt: skip
        return self._arm(node, decision.value)

    def _arm(self, node: cst.If, taken: bool) -> str | None:
        """Run one arm; the other one too, where a loop's first turn sets what the test is for and later ones find it set."""
        run = partial(self.execute, node.body) if taken else partial(self._otherwise, node.orelse)
        if not self.loops or node.orelse is None or sets_what_it_tests(node) is not taken:
            return run()
        other = partial(self._otherwise, node.orelse) if taken else partial(self.execute, node.body)
        first, later = self._turn_condition("first turn", True), self._turn_condition("a later turn", False)
        with self.under(frozenset({first})):
            signal = run()
        return signal or self.branch([(frozenset({later}), other), (frozenset({-later}), lambda: None)])

    def _turn_condition(self, label: str, at_first: bool) -> int:
        return self.condition(("turn", self.serial()), label, self.loop_numbers(), at_first=at_first).number

    def _otherwise(self, node: cst.If | cst.Else | None) -> str | None:
        if node is None:
            return None
        return self._if(node) if type(node) is cst.If else self.execute(node.body)

    def branch(self, arms: list[tuple[Path, Callable[[], str | None]]]) -> str | None:
        """Run arms that exclude each other and join those that fall through."""
        before = self.path
        going: list[tuple[Path, Changes]] = []
        signals: list[str | None] = []
        for path, run in arms:
            mark = self.store.mark()
            self.path = before | path
            signal = run()
            signals.append(signal)
            if signal in ("return", "break", "raise", "ended"):
                self._note_exit(signal, self.path - before)
            if signal in ("return", "break", "continue"):
                self._leave(signal)
            elif signal is None:
                going.append((self.path - before, self.store.undo(mark)))
            self.store.rollback(mark)
        self.path = before
        if not going:
            return signals[0] if len(set(signals)) == 1 else "ended"
        self.store.join(going)
        if len(going) == 1:
            self.path = before | going[0][0]
        elif len(going) < len(signals) and len(going) > 1:
            self.path = before | frozenset.intersection(*(path for path, _ in going))
        return None

    def _note_exit(self, signal: str, decisions: Path) -> None:
        """An arm ends the loop around it, or all loops of its function."""
        for scope in reversed(self.scopes):
            if scope.loop is None:
                return
            scope.loop.exits.add(decisions)
            if signal == "break":
                return

    def _leave(self, signal: str) -> None:
        """Keep the present state for the end of the function or loop that it leaves for."""
        for scope in reversed(self.scopes):
            if (signal == "return") == (scope.loop is None):
                scope.left.append((signal, self.path - scope.path, self.store.changes(scope.mark)))
                return
            if signal != "return" and scope.loop is None:
                return

    def settle(self, scope: Scope, signal: str | None, kinds: tuple[str, ...], skip: dict[Any, Value] | None) -> None:
        """At the end of a scope: join the states that left it early with the one that reached its end."""
        arms = [(path, changes) for kind, path, changes in scope.left if kind in kinds]
        if not arms:
            return
        if signal in ("raise", "ended"):
            path, changes = arms.pop()
            self.store.restore(scope.mark, changes)
        else:
            path = self.path - scope.path
        if arms:
            self.store.merge(scope.mark, path, arms, skip)

    def _try(self, node: cst.Try | cst.TryStar) -> str | None:
        def normally() -> str | None:
            signal = self.execute(node.body)
            return self.execute(node.orelse.body) if signal is None and node.orelse is not None else signal

        if not node.handlers:
            signal = normally()
        else:
            # A handler runs on what the body did: it may have failed at its very end.
            number = self.fresh_condition("no TypeError" if catches_type_error(node) else "no exception")
            arms: list[tuple[Path, Callable[[], str | None]]] = [(frozenset({number}), normally)]
            earlier: Path = frozenset({-number})
            for position, handler in enumerate(node.handlers):
                caught = self.fresh_condition("exception")
                last = position == len(node.handlers) - 1
                arms.append((earlier if last else earlier | {caught}, lambda h=handler: self.execute(h.body)))  # type: ignore[misc]
                earlier = earlier | {-caught}
            signal = self.branch(arms)
        if node.finalbody is not None:
            final = self.execute(node.finalbody.body)
            signal = final or signal
        return signal

    def _with(self, node: cst.With) -> str | None:
        leave: list[Callable[[], object]] = []
        for item in node.items:
            self.paused = None
            value = self.evaluate(item.item)
            if self.paused is not None:
                # The generator has been run to its end: what follows its yield happens when the body is done.
                leave.append(partial(self.happen, self.hold_back(self.paused)))
            entered = self.enter_context(value, item.item)
            if isinstance(value, Instance) and value.cls.find("__exit__") is not None:
                leave.append(partial(self.call_method, value, "__exit__", [NONE] * 3, item.item))
            if item.asname is not None:
                self.assign(item.asname.name, entered)
        signal = self.execute(node.body)
        for leaving in reversed(leave):
            leaving()
        return signal

    def enter_context(self, value: Value, node: cst.CSTNode) -> Value:
        """What `with value as x` binds."""
        if isinstance(value, Instance) and value.cls.find("__enter__") is not None:
            return self.call_method(value, "__enter__", [], node)
        return value

    # -- loops -------------------------------------------------------------------------------------------------

    def _for(self, node: cst.For) -> str | None:
        value = self.evaluate(node.iter)
        iteration = self.iterate(value, node)
        if iteration.unrolled is not None and len(iteration.unrolled) <= UNROLL:
            return self._unrolled(node, iteration)
        if iteration.text in ("?", "") and iteration.source in ("unknown", "collection"):
            iteration = replace(iteration, text=dotted(node.iter))
        loop = self._open(node, iteration.source, iteration.text, iteration.bound, _targets(node.target))
        loop.loader = iteration.loader
        if iteration.start is not None and not iteration.shape:
            loop.starts = tuple(as_symbol(option) for _, option in self.options(iteration.start))
        signal = self._turn_of(loop, node.body, lambda: self.bind_target(node.target, self.element(iteration, node)))
        return self._after(node, signal)

    def bind_target(self, target: cst.CSTNode, value: Value) -> None:
        """Bind a loop's target: a variable that runs over optimizers replaces none of them."""
        self.binding_loop = True
        self.assign(target, value)
        self.binding_loop = False

    def _after(self, node: cst.For | cst.While, signal: str | None) -> str | None:
        if signal in ("return", "raise"):
            # The loop may have had no turn at all, or the return sits behind a search: what follows still runs.
            return None
        return self.execute(node.orelse.body) if node.orelse is not None else None

    def _unrolled(self, node: cst.For, iteration: Iteration) -> str | None:
        for element in iteration.unrolled or ():
            scope = Scope(None, self.store.mark(), self.path)
            marker = Loop(
                -1, self.site(node), "collection", "", None, (), self.loops, self.path, self.segment,
            )  # fmt: skip
            scope.loop = marker
            self.scopes.append(scope)
            self.bind_target(node.target, element)
            signal = self.execute(node.body)
            self.scopes.pop()
            self.settle(scope, signal, ("continue", "break"), None)
            self.path = scope.path
            if signal == "return":
                return signal
            if signal == "break":
                break
        return self.execute(node.orelse.body) if node.orelse is not None else None

    def _open(self, node: cst.CSTNode, source: str, label: str, bound: Value | None, targets: tuple[str, ...]) -> Loop:
        self.not_plain()  # the loop around the call is known by the loops within
        loop = Loop(
            self.serial(), self.site(node), source, label, bound, targets, self.loops, self.path, self.segment,
            fetches=calls_next(node), ends_early=isinstance(node, (cst.For, cst.While)) and ends_by_count(node),
        )  # fmt: skip
        if self.loops:
            self.loops[-1].children.append(loop)
        return loop

    def _turn_of(self, loop: Loop, body: cst.BaseSuite, begin: Callable[[], None]) -> str | None:
        """Evaluate one turn that stands for all of them."""
        with self.inside(loop):
            self._forget(body, loop)
            scope = Scope(loop, self.store.mark(), self.path)
            self.scopes.append(scope)
            begin()
            signal = self.execute(body)
            self.scopes.pop()
            self.settle(scope, signal, ("continue", "break"), None)
            self.path = scope.path
        return signal

    def _forget(self, body: cst.BaseSuite, loop: Loop) -> None:
        """Plain values that the body assigns differ from turn to turn."""
        for name in assigned_in(body):
            slots = self.holder(name)
            if slots is None:
                continue
            value = slots[name]
            if isinstance(value, (Const, Op, Length)) or (isinstance(value, Symbol) and not isinstance(value, Alternatives)):
                loops = self.loop_numbers()
                self.store.write(slots, name, Symbol(("carried", name, loop.number), name, None, loops))
            elif isinstance(value, Alternatives) and all(isinstance(v, (Const, Symbol, Op)) for _, v in value.options):
                self.store.write(slots, name, Symbol(("carried", name, loop.number), name, None, self.loop_numbers()))

    def _while(self, node: cst.While) -> str | None:
        probe = Loop(self.serial(), self.site(node), "while", "", None, (), self.loops, self.path, self.segment)
        counter, limit = counted(node.test)
        plain = isinstance(counter, (cst.Name, cst.Attribute))
        first = self.options(self.evaluate(counter)) if counter is not None and plain else []
        before = self.loops
        self.loops = (*before, probe)
        self._forget(node.body, probe)
        self.forget_counter(counter, probe)
        self.loops = before
        bound = self.evaluate(limit) if limit is not None else None
        target = (dotted(counter).rsplit(".", 1)[-1],) if counter is not None else ()
        loop = self._open(node, "while", dotted(node.test), bound, target)
        loop.number = probe.number
        loop.starts = tuple(as_symbol(option) for _, option in first)
        loop.ends_early = loop.ends_early or not counts_up(node)
        signal = self._turn_of(loop, node.body, lambda: self._enter_while(node))
        return self._after(node, signal)

    def _enter_while(self, node: cst.While) -> None:
        self.decide(node.test)  # for its effects; what keeps the loop going is no guard within it

    # -- definitions -------------------------------------------------------------------------------------------

    def _define(self, node: cst.FunctionDef) -> None:
        self.define_function(node)

    def _define_class(self, node: cst.ClassDef) -> None:
        self.define_class(node)

    def define_function(self, node: cst.FunctionDef) -> None:
        raise NotImplementedError

    def define_class(self, node: cst.ClassDef) -> Class:
        raise NotImplementedError

    def run_import(self, node: cst.Import) -> None:
        raise NotImplementedError

    def run_import_from(self, node: cst.ImportFrom) -> None:
        raise NotImplementedError


def _targets(node: cst.CSTNode) -> tuple[str, ...]:
    if isinstance(node, (cst.Tuple, cst.List)):
        return tuple(name for element in node.elements for name in _targets(element.value))
    return (dotted(node).rsplit(".", 1)[-1],)


_SIMPLE: dict[type[cst.CSTNode], Callable[[Any, Any], str | None]] = {
    cst.Expr: Statements._expression,
    cst.Assign: Statements._assignment,
    cst.AnnAssign: Statements._annotated,
    cst.AugAssign: Statements._augmented,
    cst.Return: Statements._return,
    cst.Raise: lambda self, node: "raise",
    cst.Break: lambda self, node: "break",
    cst.Continue: lambda self, node: "continue",
    cst.Del: Statements._delete,
    cst.Global: Statements._global,
    cst.Nonlocal: Statements._nonlocal,
    cst.Assert: Statements._assert,
    cst.Import: lambda self, node: self.run_import(node),
    cst.ImportFrom: lambda self, node: self.run_import_from(node),
}
_COMPOUND: dict[type[cst.CSTNode], Callable[[Any, Any], str | None]] = {
    cst.If: Statements._if,
    cst.For: Statements._for,
    cst.While: Statements._while,
    cst.Try: Statements._try,
    cst.TryStar: Statements._try,
    cst.With: Statements._with,
    cst.Match: Statements._match,
    cst.FunctionDef: Statements._define,
    cst.ClassDef: Statements._define_class,
}
