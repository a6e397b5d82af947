"""Findings for people and editors: `path:line:column: CODE message`, related places indented below."""

from __future__ import annotations

from sched_lint.findings import Report
from sched_lint.output.paths import shown


def render_findings(report: Report) -> str:
    """One line for each finding and each of its related places."""
    lines: list[str] = []
    for finding in report.findings:
        lines.append(f"{shown(finding.path)}:{finding.line}:{finding.column}: {finding.code} {finding.message}\n")
        lines += (f"    {shown(place.path)}:{place.line}: {place.message}\n" for place in finding.related)
    return "".join(lines)


def render_errors(report: Report) -> str:
    """One line for each thing that went wrong."""
    return "".join(
        f"sched-lint: {shown(error.path)}: {error.message}\n" if error.path else f"sched-lint: {error.message}\n"
        for error in report.errors
    )
