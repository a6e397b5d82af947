"""Findings and errors for programs: one JSON document."""

from __future__ import annotations

import json

from sched_lint import __version__
from sched_lint.findings import Finding, Report
from sched_lint.output.paths import shown


def render(report: Report) -> str:
    """The document; characters beyond ASCII are escaped, so that every output stream takes it."""
    document = {
        "version": __version__,
        "findings": [_finding(finding) for finding in report.findings],
        "errors": [{"path": shown(error.path), "message": error.message} for error in report.errors],
    }
    return json.dumps(document, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "path": shown(finding.path),
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "confidence": finding.confidence,
        "related": [{"path": shown(place.path), "line": place.line, "message": place.message} for place in finding.related],
    }
