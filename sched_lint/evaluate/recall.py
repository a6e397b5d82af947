"""Calls that need not be followed again: of functions that nothing decides but their arguments, asked the same once more.

Projects ask `is_available("x")` and `get_rank()` at hundreds of places. Such a call is followed once, outside every loop and
branch, and what it gave is kept if it is plain: constants, functions, classes, or a choice among them. Whatever else the
function looks at while it is followed is either noted, and looked at again before the answer is believed, or ends the
attempt: an object that may change, a write to a global, an event, a call that gives something else each time.
"""

from __future__ import annotations

import re
from collections.abc import Hashable

import libcst as cst

from sched_lint.branches import EMPTY_PATH
from sched_lint.evaluate.notes import Notes, NotPlainError
from sched_lint.evaluate.statements import Statements
from sched_lint.evaluate.values import MISSING, Alternatives, Arguments, Class, External, Function, Instance, Tuple
from sched_lint.quantities import Const, Op, Symbol, Value, kept_id, key
from sched_lint.timeline import Loop

CHANGES = re.compile(
    r"self(?<!\wself)\.\w+(?:\[[^\]\n]*\])?[ \t]*(?::[^=\n]+)?(?:[-+*/|&]|//|\*\*)?=(?!=)"
    r"|yield(?<!\wyield)\b|global(?<!\wglobal)\b"
)
"""Words of a function that changes something, or gives something else each time."""
MOST_REFUSED = 3
"""Attempts at one function that came to nothing, after which no more are made."""


class Recall(Statements):
    """Remembers plain answers to plain calls."""

    __slots__ = ("_answers", "_asked", "_refused", "_vain")

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self._asked: set[Hashable] = set()
        self._answers: dict[Hashable, Notes] = {}
        self._vain: set[Hashable] = set()  # questions that cannot be answered from memory
        self._refused: dict[int, int] = {}

    def follow(self, function: Function, args: Arguments, node: cst.CSTNode) -> Value:
        """Bind the arguments and run the body."""
        raise NotImplementedError

    def recalled(self, function: Function, args: Arguments, node: cst.CSTNode) -> Value | None:
        """What a function gives for plain arguments; None where that depends on more than those."""
        if self._refused.get(id(function.node), 0) >= MOST_REFUSED:
            return None
        question = self._question(function, args)
        if question is None or question in self._vain:
            return None
        if question not in self._asked:
            self._asked.add(question)
            return None
        answer = self._answer(question, function, args, node, ())
        if answer is None:
            self._vain.add(question)
            self._refused[id(function.node)] = self._refused.get(id(function.node), 0) + 1
            return None
        if answer.objects and answer.guesses and self.loops:
            # What is guessed of an object may differ from turn to turn.
            answer = self._answer((question, *[loop.number for loop in self.loops]), function, args, node, self.loops)
            if answer is None:
                return None
        if self.notes is not None:
            self.notes.take(answer)
        self.paused = None
        return self._here(answer.value)

    def _answer(
        self, question: Hashable, function: Function, args: Arguments, node: cst.CSTNode, loops: tuple[Loop, ...]
    ) -> Notes | None:
        """The answer that is kept, while it holds, or a new one; None where there is none to keep."""
        answer = self._answers.get(question)
        if answer is None or not self._still_holds(answer):
            answer = self._attempt(function, args, node, loops)
            if answer is not None:
                self._answers[question] = answer
        return answer

    def _question(self, function: Function, args: Arguments) -> Hashable:
        """What makes one call the same as another; None of calls that are never the same."""
        node = function.node
        if function.frame is not None or function.context or args.open or type(node) is not cst.FunctionDef:
            return None
        given: list[Hashable] = []
        for name, value in (*enumerate(args.positional), *args.keywords.items()):
            kind = type(value)
            if kind is Const:
                given.append((name, key(value), value.names, value.label))  # type: ignore[attr-defined]
            elif kind is Symbol:
                default = value.default  # type: ignore[attr-defined]
                given.append((name, key(value), value.text, default and key(default), value.varying))  # type: ignore[attr-defined]
            elif kind is Instance:
                given.append((name, value.number))  # type: ignore[attr-defined]
            elif kind is Class:
                given.append((name, kept_id(value)))
            elif kind is External:
                given.append((name, value.name))  # type: ignore[attr-defined]
            else:
                return None
        if id(node) not in self._refused:
            text = function.env.module.text_of(node)
            self._refused[id(node)] = MOST_REFUSED if text is None or CHANGES.search(text) else 0
        return (kept_id(function), self.tracked_exist, bool(self.handed), bool(self.engine_keys), *given)

    def _attempt(self, function: Function, args: Arguments, node: cst.CSTNode, loops: tuple[Loop, ...]) -> Notes | None:
        """Follow the call as if it stood in these loops and outside every branch; nothing of a vain attempt is left."""
        depth, active = len(self.scopes), len(self.active)
        mark = self.store.mark()
        outer = self.notes
        given = (function, *args.all())
        self.notes = notes = Notes(given=given, objects=any(isinstance(value, Instance) for value in given))
        try:
            with self.keeping(_CONTEXT):
                self.loops, self.path, self.calls = loops, EMPTY_PATH, ()
                value = self.follow(function, args, node)
            if notes.sizes and any(id(slots) in notes.sizes for slots, _, _ in self.store.changes(mark).values()):
                value = MISSING  # it changes a list that others see
        except NotPlainError:
            value = MISSING
        finally:
            self.notes = outer
            del self.scopes[depth:]
            del self.active[active:]
            self.store.rollback(mark)
        notes.value = value
        return notes if _is_plain(value) else None

    def _still_holds(self, answer: Notes) -> bool:
        if any(slots.get(slot, MISSING) is not value for slots, slot, value in answer.looked_up.values()):
            return False
        if any(self.overlay.get(slot, MISSING) is not value for slot, value in answer.overlaid.items()):
            return False
        if any(len(slots) != size for slots, size in answer.sizes.values()):
            return False
        return all(tuple([id(each) for each in self.reachable(value)]) == found for value, found in answer.reached.values())

    def _here(self, value: Value) -> Value:
        """The value with what cannot be here left out."""
        found = self.narrowed(value)
        return value if found is MISSING else found


_CONTEXT = ("frame", "env", "calls", "path", "loops", "binding_loop", "filtered", "paused")


def _is_plain(value: Value) -> bool:
    if isinstance(value, Alternatives):
        return all(_is_plain(option) for _, option in value.options)
    if isinstance(value, Tuple):
        return all(_is_plain(item) for item in value.items)
    if isinstance(value, Function):
        return value.frame is None
    return isinstance(value, (Const, Symbol, Op, External, Class)) and value is not MISSING
