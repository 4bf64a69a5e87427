"""The labelled notes of tests/corpora and the examples of the screening rules, each with its author.

In: nothing. Out: notes that may be learned from; an author kept for the last measurement is not there.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from recruiter_kit.language.screening import rules

CORPORA = Path(__file__).parents[1] / "tests" / "corpora"
WORDED = ("notes_a", "notes_b", "notes_own", "notes_trades", "notes_gold")
# A colleague is for names.py, another language has its own gate, markup has its rule.
NOT_LEARNED = {"named_colleague", "not_english", "markup"}


class Note(NamedTuple):
    """One note, who wrote it, and why it must not leave, or None."""

    author: str
    text: str
    why: str | None


def notes() -> list[Note]:
    """Return every labelled note that may be learned from, each once."""
    found: dict[str, Note] = {}
    for note in (*_by_author(), *_worded(), *_screened(), *_examples()):
        if note.why not in NOT_LEARNED:
            found.setdefault(note.text, note)
    return list(found.values())


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _by_author() -> Iterator[Note]:
    for path in sorted((CORPORA / "notes").glob("*.jsonl")):
        for row in _rows(path):
            yield Note(path.stem, row["note"], None if row["shareable"] else row.get("why_not") or "other")
            if row["shareable"] and row.get("noted"):
                yield Note(path.stem, row["noted"], None)


def _worded() -> Iterator[Note]:
    for name in WORDED:
        for row in _rows(CORPORA / f"{name}.jsonl"):
            if row["gold"] is not None:
                yield Note(name, row["note"], None)
            elif row.get("first_pass") in {"withheld", "leaked", "opinion", None}:
                why = row.get("withheld") or ("opinion" if row.get("first_pass") == "opinion" else "other")
                yield Note(name, row["note"], why)
    for row in _rows(CORPORA / "notes_judged.jsonl"):
        yield Note("notes_judged", row["note"], "other" if row["status"] == "flag" else None)


def _screened() -> Iterator[Note]:
    for row in _rows(CORPORA / "screening.jsonl"):
        yield Note("screening", row["note"], "other" if row["withhold"] else None)


def _examples() -> Iterator[Note]:
    for rule in rules().rules:
        yield from (Note("rules", text, rule.label) for text in rule.examples.withhold)
        yield from (Note("rules", text, None) for text in rule.examples.allow)
