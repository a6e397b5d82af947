"""Which run resumes which: pairs of schedulers, one that is trained and saved, one that is built to go on from it."""

from __future__ import annotations

import os
import re
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from sched_lint.branches import compatible
from sched_lint.quantities import Const, Length, Op, Symbol, Value, key, known
from sched_lint.timeline import (
    Built,
    Event,
    Loaded,
    Opened,
    Optimizer,
    OptimizerStepped,
    Saved,
    Scheduler,
    Stepped,
    Timeline,
    on_one_path,
)  # fmt: skip
from sched_lint.work import WORK

RESUME_WORDS = frozenset({"resume", "resumed", "resuming", "continue", "continued", "restart", "finetune", "finetuning"})
TRAIN_WORDS = frozenset({"train", "training", "main", "run", "trainer", "fit"})
FILLER_WORDS = frozenset({"from", "checkpoint", "ckpt", "fine", "tune", "the"})
WORD = re.compile(r"[a-z]+|\d+")


class Training(NamedTuple):
    """A scheduler that a run trains with and saves, itself or its optimizer."""

    timeline: Timeline
    built: Built
    scheduler: Scheduler
    saved: Saved
    entry: str  # key of the scheduler's state in the checkpoint, "" when only the optimizer's is there
    optimizer_entries: tuple[tuple[str, Optimizer], ...]
    place: str | None  # where the checkpoint is written, see `pattern`


class Resuming(NamedTuple):
    """A scheduler that a run builds in order to go on from a checkpoint."""

    timeline: Timeline
    built: Built
    scheduler: Scheduler
    opened: Opened | None
    loaded: Loaded | None  # the scheduler's state is restored here
    optimizer_loaded: Loaded | None
    place: str | None  # where the checkpoint is read, see `pattern`


class Pair(NamedTuple):
    """A resumed scheduler and the trained ones (alternatives of one another) that it goes on from."""

    trained: tuple[Training, ...]
    resumed: Resuming
    how: str
    sure: bool


def find_pairs(timelines: Sequence[Timeline], configured: Sequence[tuple[str, str]] = ()) -> Iterator[Pair]:
    """All pairs among the runs; `configured` has (train, resume) paths, absolute."""
    trainings = _Candidates([training for timeline in timelines for training in _trainings(timeline)], configured)
    resumings = {timeline.path: list(_resumings(timeline)) for timeline in timelines}
    for timeline in timelines:
        for resumed in resumings[timeline.path]:
            best: dict[str, list[Training]] = {}
            users: set[str] = set()
            for training in trainings.of(resumed):
                how = _connection(training, resumed, configured)
                if how == "helper":
                    users.add(training.timeline.path)
                own = resumings[training.timeline.path]
                if how and (how == "configured" or not _resumes_itself(training, resumed, own)):
                    best.setdefault(how, []).append(training)
            for how in ("path", "configured", "helper", "name"):
                if how in best:
                    if how == "helper" and (len(users) > 1 or _may_be_its_own(resumed)):
                        continue  # a helper that many scripts share says nothing of which of them goes on from which
                    # The nearest connection counts: a run of the same file, then of the same folder.
                    found = _nearest(best[how], resumed)
                    yield Pair(tuple(found), resumed, how, how in ("path", "configured"))
                    break


class _Candidates:
    """The trainings of a project, by what may connect a resumed run with them: comparing each with all is quadratic."""

    def __init__(self, trainings: Sequence[Training], configured: Sequence[tuple[str, str]]) -> None:
        self._trainings = trainings
        self._configured = configured
        self._in_folder: dict[str, list[int]] = {}
        self._of_script: dict[str, list[int]] = {}
        self._at_place: dict[Hashable, list[int]] = {}  # absolute ones, which connect runs of different folders
        for number, training in enumerate(trainings):
            self._in_folder.setdefault(os.path.dirname(training.timeline.path), []).append(number)
            self._of_script.setdefault(training.timeline.path, []).append(number)
            if _absolute(training):
                for place in (training.place, key(training.saved.target)):
                    self._at_place.setdefault(place, []).append(number)

    def of(self, resumed: Resuming) -> list[Training]:
        """Those that `_connection` may connect, in their order."""
        path = resumed.timeline.path
        found = set(self._in_folder.get(os.path.dirname(path), ()))
        for script, other in self._configured:
            if other == path:
                found.update(self._of_script.get(script, ()))
        if resumed.opened is not None:
            for place in (resumed.place, key(resumed.opened.target)):
                found.update(self._at_place.get(place, ()))
        return [self._trainings[number] for number in sorted(found)]


def _resumes_itself(training: Training, resumed: Resuming, own: list[Resuming]) -> bool:
    """Does the training script resume its own runs? Then it is no half of another script's pair."""
    if training.timeline is resumed.timeline:
        return False
    return any(each.scheduler.name == training.scheduler.name or each.loaded for each in own)


def _may_be_its_own(resumed: Resuming) -> bool:
    """Does a script go on by option only, and save as well? Then it is a whole training that resumes its own runs."""
    opened, timeline = resumed.opened, resumed.timeline
    return opened is not None and bool(opened.path - resumed.built.path) and any(True for _ in timeline.of(Saved))


def _nearest(trainings: list[Training], resumed: Resuming) -> list[Training]:
    same_file = [training for training in trainings if training.timeline is resumed.timeline]
    return same_file or trainings


def by_default(run: Training | Resuming) -> bool | None:
    """Is the scheduler the one that argparse's defaults choose? None where nothing but the run decides.

    Only the decisions between the alternatives count, not those under which the checkpoint is written or read at all.
    """
    around = run.saved.path if isinstance(run, Training) else run.opened.path if run.opened is not None else frozenset()
    outcomes = []
    for literal in run.built.path - around:
        default = run.timeline.conditions[abs(literal)].by_default
        outcomes.append(None if default is None else default == (literal > 0))
    if False in outcomes:
        return False
    return None if None in outcomes else True


def _trainings(timeline: Timeline) -> Iterator[Training]:
    if not any(True for _ in timeline.of(OptimizerStepped)):
        return  # it hands on what others have trained
    for built, scheduler in timeline.schedulers():
        if scheduler.part_of is not None:
            continue
        for saved in timeline.of(Saved):
            if not on_one_path(built, saved) or saved.index < built.index:
                continue
            entry = next((name for name, subject in saved.entries if subject is scheduler), "")
            optimizers = tuple(
                (name, subject) for name, subject in saved.entries if isinstance(subject, Optimizer) and scheduler.drives(subject)
            )
            if entry or optimizers or any(subject is scheduler for _, subject in saved.entries):
                yield Training(timeline, built, scheduler, saved, entry, optimizers, pattern(saved.target))
                break


def _resumings(timeline: Timeline) -> Iterator[Resuming]:
    for built, scheduler in timeline.schedulers():
        if scheduler.part_of is not None:
            continue
        own = _load_of(timeline, scheduler, built)
        of_optimizer = next(
            (load for _, optimizer in scheduler.optimizers if (load := _load_of(timeline, optimizer, built)) is not None),
            None,
        )
        first = own or of_optimizer
        if first is None or not _goes_on(timeline, scheduler, first):
            continue
        opened = next((event for event in timeline.of(Opened) if event.checkpoint == first.checkpoint), None)
        place = None if opened is None else pattern(opened.target)
        yield Resuming(timeline, built, scheduler, opened, own, of_optimizer, place)


def _load_of(timeline: Timeline, subject: object, built: Built) -> Loaded | None:
    return next(
        (load for load in timeline.of(Loaded) if load.subject is subject and not load.in_memory and on_one_path(built, load)),
        None,
    )


def _goes_on(timeline: Timeline, scheduler: Scheduler, load: Loaded) -> bool:
    """Is the scheduler stepped in the resumed run, after the state was loaded?"""
    return any(
        step.subject is scheduler and on_one_path(load, step)
        and (step.index > load.index or step.segment is not load.segment or bool(set(step.loops) & set(load.loops)))
        for step in timeline.of(Stepped)
    )  # fmt: skip


def _connection(training: Training, resumed: Resuming, configured: Sequence[tuple[str, str]]) -> str:
    """How a training run and a resumed one belong together; "" when they do not."""
    WORK.runs_compared += 1
    if _trace(training.built) == _trace(resumed.built):
        return ""
    if not _keys_agree(training, resumed) or not _separate(training, resumed):
        return ""
    script, other = training.timeline.path, resumed.timeline.path
    if (script, other) in configured:
        return "configured"
    if resumed.opened is None:
        return "name" if _telling_names(script, other) else ""
    if _same_place(training, resumed) and (os.path.dirname(script) == os.path.dirname(other) or _absolute(training)):
        return "path"
    target, source = training.saved.target, resumed.opened.target
    # Names that an option gives need not be those of its default, unless nothing but a helper connects the two.
    if _conflicting(pattern(target, by_default=False), pattern(source, by_default=False)):
        return ""
    if _shared_helper(training, resumed) and not _conflicting(training.place, resumed.place):
        return "helper"
    return "name" if _telling_names(script, other) else ""


def _separate(training: Training, resumed: Resuming) -> bool:
    """Two runs, not two schedulers of one run: other branches, other files, or saved before it is opened."""
    if training.timeline is not resumed.timeline:
        return True
    built, other = training.built, resumed.built
    if resumed.opened is not None and not compatible(built.path, resumed.opened.path):
        return True
    if not other.segment.follows(built.segment) and not built.segment.follows(other.segment):
        return True
    return training.saved.index < other.index and not _one_call(built, other)


def _one_call(a: Event, b: Event) -> bool:
    """Are both built in the same call of the same function?"""
    return [site.identity for site in a.calls] == [site.identity for site in b.calls] and bool(a.loops)


def _trace(event: Event) -> list[tuple[str, int]]:
    """The calls that led to an event, and its place: one builder called twice builds two schedulers."""
    return [site.identity for site in event.line_of_calls()]


def _keys_agree(training: Training, resumed: Resuming) -> bool:
    if resumed.loaded is not None and training.entry and resumed.loaded.entry:
        return training.entry == resumed.loaded.entry
    if resumed.optimizer_loaded is not None and resumed.optimizer_loaded.entry and training.optimizer_entries:
        return any(name == resumed.optimizer_loaded.entry for name, _ in training.optimizer_entries)
    return True


# -- where checkpoints lie ---------------------------------------------------------------------------------------------


def _same_place(training: Training, resumed: Resuming) -> bool:
    assert resumed.opened is not None
    a, b = training.saved.target, resumed.opened.target
    if _is_nothing(a) or _is_nothing(b):
        return False
    if training.place is not None and resumed.place is not None:
        return training.place == resumed.place
    return key(a) == key(b) and not isinstance(a, Const)


def _conflicting(left: str | None, right: str | None) -> bool:
    """Are the places surely different?"""
    return left is not None and right is not None and left != right and "{}" not in left + right


def _is_nothing(value: Value) -> bool:
    return isinstance(value, Const) and not isinstance(value.value, str)


def _absolute(training: Training) -> bool:
    return training.place is not None and training.place.startswith("/")


def pattern(value: Value, by_default: bool = True) -> str | None:
    """The path a value spells, with {} for what only the run knows; None when nothing of its file name is known."""
    text = _spell(value, 8, by_default)
    if text is None:
        return None
    text = os.path.normpath(text) if text else ""
    name = re.sub(r"\{\}|\.\w{1,8}$", "", os.path.basename(text))
    return text if len(re.sub(r"\W|_", "", name)) >= (2 if "{}" in text else 1) else None


def _spell(value: Value, depth: int, by_default: bool) -> str | None:
    found = known(value)
    if found is not None and (by_default or not found.by_default):
        return str(found.value) if isinstance(found.value, (str, int, float)) else None
    if depth <= 0 or isinstance(value, Length):
        return "{}"
    if isinstance(value, Op) and value.op in ("join", "path", "format", "+", "str"):
        pieces = [_spell(arg, depth - 1, by_default) for arg in value.args]
        if any(piece is None for piece in pieces):
            return None
        plain = [piece for piece in pieces if piece is not None]
        if value.op in ("join", "path"):
            return os.path.join(*plain) if plain else ""
        if value.op == "format" and isinstance(value.args[0], Const) and re.search(r"\{[^}]*\}|%", plain[0]):
            return re.sub(r"\{[^}]*\}|%[-\d.]*\w", "{}", plain[0])
        return "".join(plain)
    if isinstance(value, (Symbol, Op)):
        return "{}"
    return None


def _shared_helper(training: Training, resumed: Resuming) -> bool:
    """Are both written and read by one module that is neither of the two scripts?"""
    assert resumed.opened is not None
    helper = training.saved.site.path
    return (
        helper == resumed.opened.site.path
        and helper not in (training.timeline.path, resumed.timeline.path)
        and os.path.dirname(training.timeline.path) == os.path.dirname(resumed.timeline.path)
        and training.timeline is not resumed.timeline
    )


def _telling_names(script: str, other: str) -> bool:
    """train.py and resume.py, train_gan.py and continue_gan.py, in one folder."""
    if os.path.dirname(script) != os.path.dirname(other) or script == other:
        return False
    a, b = (set(WORD.findall(os.path.basename(path)[:-3].lower())) for path in (script, other))
    if not b & RESUME_WORDS or a & RESUME_WORDS or not a & TRAIN_WORDS:
        return False
    return a - TRAIN_WORDS - FILLER_WORDS == b - TRAIN_WORDS - RESUME_WORDS - FILLER_WORDS
