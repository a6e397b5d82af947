"""The kinds of loops, and how often a step in them runs."""

from __future__ import annotations

from sched_lint.evaluate.units import evidence_for
from sched_lint.evaluate.words import says_epochs, says_iterations, says_other
from sched_lint.quantities import Length, names, walk
from sched_lint.timeline import Condition, Loop, OptimizerStepped, Rate, Stepped, Timeline


def classify(timeline: Timeline) -> None:
    """Give every loop its kind, every step its rate and the evidence for its schedule's unit."""
    loops: dict[int, Loop] = {}
    for event in timeline.events:
        for loop in event.loops:
            loops[loop.number] = loop
    for loop in sorted(loops.values(), key=lambda each: -len(each.parents)):
        if loop.source == "loader":
            loop.kind = "batch"
    _mark_parents(loops)
    for loop in sorted(loops.values(), key=lambda each: len(each.parents)):
        if loop.kind == "unknown":
            loop.kind = _kind(loop)
    for stepped in timeline.of(Stepped):
        stepped.rate = rate(stepped, timeline)
        stepped.evidence = tuple(evidence_for(stepped))


def _mark_parents(loops: dict[int, Loop]) -> None:
    """The nearest repeating loop around a training batch loop is the epoch loop; what is outside of it is not training."""
    for loop in sorted(loops.values(), key=lambda each: -len(each.parents)):
        if loop.kind != "batch" or not (loop.trains or loop.backward):
            continue
        found = False
        for parent in reversed(loop.parents):
            if parent.kind == "batch" and found and not parent.own_training:
                parent.kind = "other"  # loaders of tasks or folds, each trained on for its epochs
                continue
            if parent.kind == "batch":
                # A loader inside a loader: the outer one is the batch loop of training.
                if parent.trains or parent.backward:
                    loop.kind = "other"
                break
            if found:
                parent.kind = "other"
            elif parent.source in ("range", "while") or epoch_words(parent):
                if not says_other(parent.targets) or epoch_words(parent):
                    parent.kind = "epoch"
                    found = True
                else:
                    parent.kind = "other"
            else:
                parent.kind = "other"


def _kind(loop: Loop) -> str:
    """A loop that neither runs over a loader nor encloses one that trains."""
    if says_other(loop.targets) and not epoch_words(loop):
        return "other"
    outer = [parent for parent in loop.parents if parent.kind in ("epoch", "batch", "iteration")]
    inner_training = any(child.trains or child.backward for child in loop.children)
    if epoch_words(loop):
        return "other" if any(parent.kind in ("epoch", "batch") for parent in outer) and not loop.trains else "epoch"
    if any(parent.kind in ("batch", "iteration") for parent in outer):
        return "other"  # several turns within one batch: critics, micro-batches
    if not (loop.trains or loop.backward):
        return "unknown"
    if any(parent.kind == "epoch" for parent in outer):
        return "other" if inner_training else "batch" if loop.source in ("range", "while", "unknown") else "other"
    if inner_training and not loop.own_training:
        return _around_training(loop)
    if iteration_words(loop) or loop.fetches:
        return "iteration"
    return "unknown"


def _around_training(loop: Loop) -> str:
    """Around a training loop that is no loader's: epochs around counted batches, or something larger."""
    children = [child for child in loop.children if child.trains or child.backward]
    if any(epoch_words(child) for child in children):
        return "other"
    if any(iteration_words(child) or child.fetches or _by_length(child) for child in children):
        return "epoch"
    return "unknown"


def _by_length(loop: Loop) -> bool:
    return loop.bound is not None and any(isinstance(part, Length) for part in walk(loop.bound))


def epoch_words(loop: Loop) -> bool:
    """Do the loop's target or bound speak of epochs?"""
    if says_epochs(loop.targets):
        return True
    if _by_length(loop) or says_iterations(loop.targets) or loop.source == "loader":
        return False
    return (loop.bound is not None and says_epochs(names(loop.bound))) or says_epochs([loop.text])


def iteration_words(loop: Loop) -> bool:
    """Do the loop's target or bound speak of iterations?"""
    step_targets = {"step", "it", "itr", "iteration", "batch_idx", "batch", "i_iter", "iter", "global_step", "update"}
    return (
        bool(step_targets & set(loop.targets))
        or says_iterations(loop.targets)
        or (loop.bound is not None and says_iterations(names(loop.bound)))
        or _by_length(loop)
    )


# -- rates -----------------------------------------------------------------------------------------------------------


def rate(event: Stepped, timeline: Timeline) -> Rate:
    """How often a scheduler's step runs."""
    loops = [loop for loop in event.loops if loop.kind != "other"]
    if not loops:
        return Rate("once") if not event.loops else Rate("unknown")
    inner = loops[-1]
    if any(loop.kind == "other" and loop.number > inner.number for loop in event.loops):
        # Inside a further loop of its own (several schedulers, a catch-up loop): not once per turn, unless it goes
        # over a collection of schedulers.
        deeper = [loop for loop in event.loops if loop.number > inner.number]
        if any(loop.source in ("range", "while", "unknown") for loop in deeper):
            return Rate("unknown", inner)
    epoch_loop = next((loop for loop in reversed(loops) if loop.kind == "epoch"), None)
    if inner.kind not in ("batch", "epoch", "iteration"):
        return Rate("unknown", inner, epoch_loop)
    per = inner.kind
    if per == "batch" and not (inner.trains or inner.backward):
        return Rate("unknown", inner, epoch_loop)
    ending = {-literal for decisions in inner.exits for literal in decisions if decisions - {literal} <= event.path}
    guards = [
        literal for literal in event.path - inner.path - ending if _may_change(timeline.conditions[abs(literal)], inner)
    ]  # fmt: skip
    for literal in guards:
        condition = timeline.conditions[abs(literal)]
        if condition.optional:
            continue
        if literal > 0 and condition.last_turn:
            return Rate("epoch", epoch_loop, epoch_loop) if epoch_loop is not None else Rate("sometimes", inner)
        if condition.until_some_turn(-literal) and condition.counter in inner.targets:
            continue  # `if epoch >= warmup`: from then on at every turn
        if not _shared(event, literal, timeline):
            return Rate("sometimes", inner, epoch_loop)
        if condition.periodic_on(literal) and per == "batch":
            per = "update"
    return Rate(per, inner, epoch_loop)


def _may_change(condition: Condition, loop: Loop) -> bool:
    """Can a test come out differently in each turn?"""
    return loop.number in condition.varying or condition.is_flag


def _shared(event: Stepped, literal: int, timeline: Timeline) -> bool:
    """Does the optimizer step under the same guard?"""
    for other in timeline.of(OptimizerStepped):
        if other.subject is not None and not any(part.drives(other.subject) for part in event.subject.tree):
            continue
        if literal in other.path:
            return True
    return False
