"""The model as a second reader: it may add a finding with its sentence, and never takes one away.

In: a text, or a feedback. Out: findings of the rules model.<label>, warnings all, because nobody can prove
them. One request a text. A finding whose sentence is not in the text, or whose label is unknown, is dropped.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pydantic import ValidationError

from recruiter_kit.errors import ModelError
from recruiter_kit.feedback import Feedback, Finding
from recruiter_kit.language.sentences import split
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Record, Text
from recruiter_kit.writing.client import Client
from recruiter_kit.writing.placeholders import Placeholders, without_addresses
from recruiter_kit.writing.prompt import prompt

RULE = "model"
LONGEST = 20_000
"""Characters of a text that are read; a letter is a page."""
_MOST_FOUND = 50


class _Found(Record):
    sentence: Text
    label: Text


class _Answer(Record):
    found: tuple[_Found, ...]


class _Sentence(NamedTuple):
    """A sentence with its place, and as the model is shown it."""

    statement: str | None
    start: int
    end: int
    shown: str


def read_text(text: str, client: Client) -> list[Finding]:
    """Return what the model finds in a text, in reading order.

    The text is shown as it is, but for e-mail addresses: who is named in it is not known here. Raises
    ModelError.
    """
    return _read(list(_sentences(None, text[:LONGEST], without_addresses)), client)


def read_feedback(
    feedback: Feedback, application: Application, people: Sequence[str], client: Client
) -> list[Finding]:
    """Return what the model finds in the statements of a feedback, shown without names; raises ModelError."""
    hide = Placeholders(application, people).hide
    sentences = [
        sentence
        for statement in feedback.statements
        for sentence in _sentences(statement.id, statement.text, hide)
    ]
    return _read(sentences, client)


def _sentences(statement: str | None, text: str, hide: Callable[[str], str]) -> Iterator[_Sentence]:
    for sentence in split(text):
        yield _Sentence(statement, sentence.start, sentence.end, hide(sentence.text))


def _read(sentences: Sequence[_Sentence], client: Client) -> list[Finding]:
    if not sentences:
        return []
    said = client.ask(_messages(sentences), _schema())
    try:
        answer = _Answer.model_validate_json(json.dumps(dict(said.content)))
    except ValidationError as error:
        raise ModelError.of("model_schema") from error
    found: dict[tuple[int, str], Finding] = {}
    for one in answer.found[:_MOST_FOUND]:
        place = _place(one.sentence, sentences)
        if place is not None and one.label in prompt().labels:
            found[place, one.label] = _finding(sentences[place], one.label)
    return [found[key] for key in sorted(found)]


def _messages(sentences: Sequence[_Sentence]) -> list[dict[str, str]]:
    labels = "\n".join(f"- {label}: {what}" for label, what in prompt().labels.items())
    text = " ".join(sentence.shown for sentence in sentences)
    return [
        {"role": "system", "content": prompt().reader.replace("{labels}", labels)},
        {"role": "user", "content": json.dumps({"text": text}, ensure_ascii=False)},
    ]


def _schema() -> dict[str, object]:
    one = {
        "type": "object",
        "properties": {
            "sentence": {"type": "string"},
            "label": {"type": "string", "enum": list(prompt().labels)},
        },
        "required": ["sentence", "label"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"found": {"type": "array", "items": one}},
        "required": ["found"],
        "additionalProperties": False,
    }


def _place(quoted: str, sentences: Sequence[_Sentence]) -> int | None:
    """Return which sentence is quoted, word for word; a quotation of no sentence counts for nothing."""
    quoted = " ".join(quoted.split())
    places = (n for n, each in enumerate(sentences) if " ".join(each.shown.split()) == quoted)
    return next(places, None)


def _finding(sentence: _Sentence, label: str) -> Finding:
    return Finding(
        label=label,
        severity="warning",
        start=sentence.start,
        end=sentence.end,
        rule=f"{RULE}.{label}",
        message=say("model_reader", label=label, what=prompt().labels[label]),
        statement=sentence.statement,
    )
