"""What rules about calls of step() share: what its argument means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sched_lint.quantities import Const, Op, Value, names, text
from sched_lint.timeline import Event, OptimizerStepped, Stepped, Timeline, on_one_path

METRIC = re.compile(
    r"loss|acc(?!um|el)|metric|score|error|err\b|auc|f1|iou|dice|bleu|psnr|ssim|map\b|prec|recall|perplexity|ppl|wer\b|cer\b|reward|val_|valid|rmse|mae",
    re.IGNORECASE,
)
POSITION = re.compile(r"epoch|\bep\b|iter|step|batch_idx|\bi\b|\bit\b|update|turn|\be\b", re.IGNORECASE)


THERE = re.compile(r"(?:\w+\.)*\w*sched\w*", re.IGNORECASE)
"""`if self.scheduler:` and `if scheduler is not None:`, as conditions are spelled."""


def tried(timeline: Timeline, event: Stepped) -> bool:
    """Does the code step in another way where this one does not fit?

    In a `try` that catches what the call may raise, or where it asks for the argument: `step(x) if x else step()`.
    """
    given = text(event.arguments[0]) if event.arguments else ""
    for literal in event.path:
        asked = timeline.conditions[abs(literal)].text
        if asked == "no TypeError" or (asked == "no exception" and otherwise(event, literal, timeline.of(Stepped))):
            return True
        if given and asked == given and any(_without_it(event, literal, other) for other in timeline.of(Stepped)):
            return True
    return False


def _without_it(event: Stepped, literal: int, other: Stepped) -> bool:
    return other.subject is event.subject and -literal in other.path and not other.arguments


def otherwise(event: Event, literal: int, alternatives: Iterable[Event]) -> bool:
    """Does a `try` do the thing in one way and its handler in another? A handler that only tries again does not."""
    sites = {other.site.identity for other in alternatives if -literal in other.path}
    return event.site.identity not in sites and (bool(sites) or literal < 0)


def told_apart(timeline: Timeline, event: Stepped) -> bool:
    """Is the call under a condition of its own, while both kinds of schedulers come by it?

    What chose the class then most likely chooses the call as well, even where the two are spelled differently. Whether there is
    a scheduler at all chooses nothing, nor does what the optimizer's steps stand under as well.
    """
    here = [other for other in timeline.of(Stepped) if other.site.identity == event.site.identity]
    if len({other.subject.takes_metric for other in here}) < 2:
        return False
    built = timeline.built(event.subject)
    path = event.path - built.path if built is not None else event.path
    updates = [other.path for other in timeline.of(OptimizerStepped) if on_one_path(other, event) and other.loops]
    path -= frozenset.union(*updates) if updates else frozenset()
    return any(THERE.fullmatch(timeline.conditions[abs(literal)].text) is None for literal in path)


def meaning(value: Value) -> str:
    """What an argument of step() stands for by its names: "metric", "position", or "" when they do not say."""
    own = value.label if isinstance(value, Op) else ""
    if METRIC.search(own):
        return "metric"  # `loss / accumulation_steps` is a loss
    spelled = [text(value), *names(value)]
    metric = any(METRIC.search(name) for name in spelled)
    position = any(POSITION.search(name) and not METRIC.search(name) for name in spelled)
    if metric and not position:
        return "metric"
    if position and not metric:
        return "position"
    if isinstance(value, Const) and isinstance(value.value, int) and not metric:
        return "position"
    return ""
