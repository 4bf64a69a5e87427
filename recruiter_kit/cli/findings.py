"""Findings as people read them and as programs do.

In: checked texts. Out: text with the span underlined, JSON (recruiter-kit-check/1), JSON Lines or
SARIF 2.1.0.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recruiter_kit.feedback import Finding

SARIF_LEVELS = {"info": "note", "warning": "warning", "error": "error"}


@dataclass(frozen=True)
class Checked:
    """One text of a file with what was found in it; `place` names a statement of feedback.json."""

    file: str
    place: str
    text: str
    findings: Sequence["Finding"]


def text(checked: Sequence[Checked]) -> str:
    """Show each finding with its line and the span underlined."""
    lines = []
    for each in checked:
        for finding in each.findings:
            line, column, row = _line(each.text, finding.start)
            where = f"{each.file}:{each.place or line}:{column}"
            lines.append(f"{where}: {finding.severity}: {finding.label} ({finding.rule})")
            if finding.end > finding.start:
                marked = max(1, min(finding.end - finding.start, len(row) - column + 1))
                lines += [f"  {row}", f"  {' ' * (column - 1)}{'^' * marked}"]
            lines.append(f"  {finding.message}")
            lines += [f"  Better: {finding.better}"] if finding.better else []
            lines.append("")
    count = sum(len(each.findings) for each in checked)
    return "\n".join([*lines, f"{count} found."]) + "\n"


def _line(text: str, offset: int) -> tuple[int, int, str]:
    """Return line and column (from 1) of a character, and the line."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return text.count("\n", 0, offset) + 1, offset - start + 1, text[start : end if end >= 0 else None]


def _rows(checked: Sequence[Checked]) -> list[dict[str, Any]]:
    return [
        {"file": each.file, "place": each.place or None, **finding.model_dump(exclude={"statement"})}
        for each in checked
        for finding in each.findings
    ]


def as_json(checked: Sequence[Checked]) -> str:
    value = {"format": "recruiter-kit-check/1", "findings": _rows(checked)}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_json_lines(checked: Sequence[Checked]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(checked))


def as_sarif(checked: Sequence[Checked]) -> str:
    results, rules = [], {}
    for each in checked:
        for finding in each.findings:
            rules[finding.rule] = {"id": finding.rule, "shortDescription": {"text": finding.message}}
            line, column, _ = _line(each.text, finding.start)
            region = {
                "startLine": line,
                "startColumn": column,
                "charOffset": finding.start,
                "charLength": finding.end - finding.start,
            }
            location: dict[str, Any] = {
                "physicalLocation": {
                    "artifactLocation": {"uri": Path(each.file).as_posix()},
                    "region": region,
                }
            }
            if each.place:
                location["logicalLocations"] = [{"name": each.place}]
            results.append(
                {
                    "ruleId": finding.rule,
                    "level": SARIF_LEVELS[finding.severity],
                    "message": {"text": finding.message},
                    "locations": [location],
                }
            )
    driver = {"name": "recruiter-kit check", "rules": list(rules.values())}
    value = {
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


SHAPES: Mapping[str, Callable[[Sequence[Checked]], str]] = {
    "text": text,
    "json": as_json,
    "jsonl": as_json_lines,
    "sarif": as_sarif,
}
