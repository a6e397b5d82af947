"""A timeline as text: what the analysis saw, in its order."""

from __future__ import annotations

from sched_lint.quantities import text
from sched_lint.timeline import (
    Backward,
    Built,
    Escaped,
    Event,
    Loaded,
    Loop,
    Opened,
    Optimizer,
    OptimizerStepped,
    Owned,
    RateWritten,
    Saved,
    Scheduler,
    Stepped,
    Subject,
    Timeline,
)  # fmt: skip


def render(timeline: Timeline) -> str:
    """One line per event: place, what happens, the loops and conditions it stands under."""
    lines: list[str] = []
    segment = None
    for event in timeline.events:
        if event.segment is not segment:
            segment = event.segment
            lines.append(f"[{segment.name}]")
        place = f"{event.site.path.rpartition('/')[2]}:{event.site.line}"
        lines.append(f"  {place:<28} {_what(event)}{_where(event, timeline)}")
    lines.extend(f"note: {note}" for note in timeline.notes)
    return "\n".join(lines) + "\n" if lines else "no events\n"


def _named(subject: Subject | None) -> str:
    if subject is None:
        return "an optimizer that is not known"
    return f"{subject.name}#{subject.number}"


def _what(event: Event) -> str:
    if isinstance(event, Built):
        return f"built {_named(event.subject)}({_arguments(event.subject)})"
    if isinstance(event, Stepped):
        reasons = "; ".join(f"{e.unit} {e.strength:g}: {e.text}" for e in event.evidence)
        by = f" by {event.by}" if event.by else ""
        return f"stepped {_named(event.subject)}{by} once per {event.rate.per}" + (f" [{reasons}]" if reasons else "")
    if isinstance(event, OptimizerStepped):
        return f"optimizer step of {_named(event.subject)}"
    if isinstance(event, Loaded):
        source = "memory" if event.in_memory else text(event.source) if event.source is not None else "?"
        return f"restored {_named(event.subject)} from {source}{f'[{event.entry}]' if event.entry else ''}"
    if isinstance(event, Opened):
        return f"checkpoint read from {text(event.target)}"
    if isinstance(event, Saved):
        states = ", ".join(f"{name}: {_named(subject)}" for name, subject in event.entries)
        return f"checkpoint written to {text(event.target)} with {{{states}}}"
    if isinstance(event, Escaped):
        return f"{_named(event.subject)} handed to {event.to}"
    if isinstance(event, Owned):
        return f"{_named(event.subject)} left to {event.by}, which steps it"
    if isinstance(event, RateWritten):
        return f"learning rate of {_named(event.subject)} written by hand"
    return "backward pass" if isinstance(event, Backward) else type(event).__name__.lower()


def _arguments(subject: Subject) -> str:
    shown = [f"{name}={text(value)}" for name, value in subject.arguments.items() if name not in ("params", "optimizer")]
    if isinstance(subject, Scheduler):
        shown[:0] = [_named(optimizer) for _, optimizer in subject.optimizers]
    return ", ".join(shown) if isinstance(subject, (Optimizer, Scheduler)) else ""


def _where(event: Event, timeline: Timeline) -> str:
    parts = [_loop(loop) for loop in event.loops]
    conditions = sorted(event.path, key=abs)
    tests = [
        ("" if literal > 0 else "not ") + timeline.conditions[abs(literal)].text
        for literal in conditions if not timeline.conditions[abs(literal)].optional
    ]  # fmt: skip
    where = f"  in {' > '.join(parts)}" if parts else ""
    return where + (f"  if {' and '.join(tests)}" if tests else "")


def _loop(loop: Loop) -> str:
    return f"{loop.kind} loop over {loop.text}" if loop.text not in ("", "?") else f"{loop.kind} loop"
