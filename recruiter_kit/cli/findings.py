"""Findings as people read them and as programs do.

In: checked texts. Out: text with the span underlined, JSON (recruiter-kit-findings/1,
docs/recruiter-kit-findings-1.schema.json), JSON Lines or SARIF 2.1.0.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from recruiter_kit.feedback import Finding, Suppression
    from recruiter_kit.language.checking.formats import Traced

FORMAT = "recruiter-kit-findings/1"
SARIF_LEVELS = {"info": "note", "warning": "warning", "error": "error"}


@dataclass(frozen=True)
class Checked:
    """One text of a file with what was found in it; `statement` names one of feedback.json.

    `suppressed` holds, by the place of a finding in `findings`, who lets it stand and why.
    """

    file: str
    statement: str | None
    text: "Traced"
    findings: Sequence["Finding"]
    suppressed: Mapping[int, "Suppression"] = field(default_factory=dict)

    def standing(self) -> Iterator["Finding"]:
        """Yield the findings that nobody has suppressed."""
        return (each for place, each in enumerate(self.findings) if place not in self.suppressed)


def text(checked: Sequence[Checked]) -> str:
    """Show each finding with its line and the span underlined."""
    lines: list[str] = []
    for each in checked:
        for place, finding in enumerate(each.findings):
            lines += [*_shown(each, finding, each.suppressed.get(place)), ""]
    count = sum(len(each.findings) for each in checked)
    let_stand = sum(len(each.suppressed) for each in checked)
    end = f"{count} found, {let_stand} of them suppressed." if let_stand else f"{count} found."
    return "\n".join([*lines, end]) + "\n"


def _shown(checked: Checked, finding: "Finding", suppressed: "Suppression | None") -> Iterator[str]:
    yield f"{_where(checked, finding)}: {finding.severity}: {finding.label} ({finding.rule})"
    if finding.end > finding.start:
        row, column = _row(checked.text.text, finding.start)
        marked = max(1, min(finding.end - finding.start, len(row) - column))
        yield f"  {row}"
        yield f"  {' ' * column}{'^' * marked}"
    yield f"  {finding.message}"
    if finding.better:
        yield f"  Better: {finding.better}"
    if suppressed:
        yield f"  Suppressed by {suppressed.by} on {suppressed.on}: {suppressed.reason}"


def _where(checked: Checked, finding: "Finding") -> str:
    """Return the place as editors read it: file, line or paragraph or statement, column."""
    if finding.end == finding.start:
        return checked.file
    place = checked.text.position(finding.start, finding.end)
    if checked.statement:
        return f"{checked.file}:{checked.statement}:{finding.start + 1}"
    if place.paragraph:
        return f"{checked.file}: paragraph {place.paragraph}, character {place.start + 1}"
    return f"{checked.file}:{place.line}:{place.column}"


def _row(text: str, offset: int) -> tuple[str, int]:
    """Return the line of the text in which a character stands, and where in it."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return text[start : end if end >= 0 else None].rstrip("\r"), offset - start


def _rows(checked: Sequence[Checked]) -> list[dict[str, Any]]:
    return [
        _as_row(each, finding, each.suppressed.get(place))
        for each in checked
        for place, finding in enumerate(each.findings)
    ]


def _as_row(checked: Checked, finding: "Finding", suppressed: "Suppression | None") -> dict[str, Any]:
    whole = finding.end == finding.start
    position = None if whole else checked.text.position(finding.start, finding.end)
    return {
        "file": checked.file,
        "statement": checked.statement,
        "position": position
        and {key: getattr(position, key) for key in ("line", "column", "paragraph", "start", "end")},
        "marked": checked.text.text[finding.start : finding.end],
        **finding.model_dump(include={"label", "severity", "rule", "message", "better", "source"}),
        "suppressed": suppressed and suppressed.model_dump(mode="json", include={"reason", "by", "on"}),
    }


def as_json(checked: Sequence[Checked]) -> str:
    value = {"format": FORMAT, "findings": _rows(checked)}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_json_lines(checked: Sequence[Checked]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(checked))


def as_sarif(checked: Sequence[Checked]) -> str:
    rows = _rows(checked)
    told = {each["rule"]: each["message"] for each in rows}
    rules = [{"id": rule, "shortDescription": {"text": message}} for rule, message in told.items()]
    driver = {"name": "recruiter-kit check", "rules": rules}
    results = [_result(each) for each in rows]
    value = {
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _result(row: Mapping[str, Any]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(Path(row["file"]).as_posix())}}
    location: dict[str, Any] = {"physicalLocation": physical}
    position = row["position"]
    if position and position["line"] and not row["statement"]:
        physical["region"] = {
            "startLine": position["line"],
            "startColumn": position["column"],
            "charOffset": position["start"],
            "charLength": position["end"] - position["start"],
        }
    names = [row["statement"], position and position["paragraph"] and f"paragraph {position['paragraph']}"]
    if any(names):
        location["logicalLocations"] = [{"name": each} for each in names if each]
    result = {
        "ruleId": row["rule"],
        "level": SARIF_LEVELS[row["severity"]],
        "message": {"text": row["message"]},
        "locations": [location],
    }
    if row["suppressed"]:
        result["suppressions"] = [{"kind": "external", "justification": row["suppressed"]["reason"]}]
    return result


SHAPES: Mapping[str, Callable[[Sequence[Checked]], str]] = {
    "text": text,
    "json": as_json,
    "jsonl": as_json_lines,
    "sarif": as_sarif,
}
