"""The labelled sentences and notes of tests/corpora, each with its author.

In: nothing. Out: every line that is for learning and measuring, validated. One author, KEPT, is for the last
measurement alone; OF_RULES are sets that the rules were written with, and say nothing of what is unseen.
Raises ValueError with file and line for one that is not as it should be.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self, TypeVar

from pydantic import ConfigDict, Field, model_validator

from recruiter_kit.language.checking.packs.examples import MARK
from recruiter_kit.language.checking.packs.loading import packs
from recruiter_kit.language.screening import rules
from recruiter_kit.language.sentences import split
from recruiter_kit.model import Record

CORPORA = Path(__file__).parents[1] / "tests" / "corpora"
KEPT = "author_z"
RULES = "rules"
OF_RULES = frozenset(
    {"devset", "guide", "house", "real", "own", "own_a", "own_b", "own_c", "own_d", "own_e", RULES}
)
# A colleague is for names.py, another language has its own gate, markup has its rule.
NOT_SUSPICION = frozenset({"named_colleague", "not_english", "markup"})
# What authors call it, and what it is here.
KINDS = {
    **dict.fromkeys(("protected", "criminal", "belief", "union", "appearance"), "protected"),
    **dict.fromkeys(("referee", "third_party", "third-party", "outside"), "third-party"),
    **dict.fromkeys(("other_candidate", "comparison"), "comparison"),
    **dict.fromkeys(("internal_process", "internal", "disclosure"), "internal"),
    **dict.fromkeys(("proxy_only", "proxy"), "proxy"),
    **dict.fromkeys(("verdict_only", "opinion"), "verdict"),
    **{
        why: why for why in ("health", "family", "confidential", "instruction", "pay", "accusation", "insult")
    },
}
LABELS = frozenset(rule.label for rule in packs().rules if rule.kind == "learned")


class Span(Record):
    """Where a label is in a text."""

    text: str
    label: str


class Sentence(Record):
    """One or a few sentences to a candidate.

    `borderline` are labels on which careful readers differ: they count neither way. `tempting` are those that
    a clean text only seems to have.
    """

    author: str
    text: str = Field(min_length=1)
    labels: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    borderline: tuple[str, ...] = ()
    tempting: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _fits(self) -> Self:
        named = {*self.labels, *self.borderline, *self.tempting, *(span.label for span in self.spans)}
        if unknown := sorted(named - LABELS) if self.author != RULES else ():
            raise ValueError(f"unknown labels: {', '.join(unknown)}")
        if lost := [span.text for span in self.spans if span.text not in self.text]:
            raise ValueError(f"not in the text: {lost[0]}")
        return self

    def parts(self) -> list["Sentence"]:
        """Return the sentences one by one, each with the labels of its spans; as it is where spans lack."""
        texts = [part.text for part in split(self.text)]
        if len(texts) < 2 or {span.label for span in self.spans} != set(self.labels):
            return [self]
        return [
            self.model_copy(update={"text": text, "labels": tuple(dict.fromkeys(self._labels_in(text)))})
            for text in texts
        ]

    def _labels_in(self, text: str) -> Iterator[str]:
        start = self.text.find(text)
        for span in self.spans:
            first = self.text.find(span.text)
            if first < start + len(text) and start < first + len(span.text):
                yield span.label


class Note(Record):
    """A note, whether it may leave, and why not; `shareable` is None where nobody has said.

    `noted` is the note as its author tidied it. What else a row has is for other measurements.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    author: str
    note: str = Field(min_length=1)
    shareable: bool | None = True
    why_not: str | None
    noted: str | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.shareable is not None and self.shareable is (self.why_not is not None):
            raise ValueError("either it is shareable or it says why not")
        return self


Row = TypeVar("Row", Sentence, Note)


def sentences(authors: Iterable[str] | None = None) -> list[Sentence]:
    """Return every labelled sentence but the kept author's, or those of `authors`; each text once.

    The examples of the rules are among all; they say something of their own label only.
    """
    found: dict[str, Sentence] = {}
    for sentence in _read(Sentence, "sentences", authors):
        found.setdefault(sentence.text, sentence)
    if authors is None:
        for example in _examples():
            found.setdefault(example.text, example)
    return list(found.values())


def _examples() -> Iterator[Sentence]:
    every = {rule.label for rule in packs().rules}
    for rule in packs().rules:
        if rule.scope not in ("sentence", "paragraph") or rule.kind == "learned":
            continue
        others = tuple(sorted(every - {rule.label}))
        for flagged in rule.flag:
            spans = [{"text": words, "label": rule.label} for words in MARK.findall(flagged)]
            text = MARK.sub(r"\1", flagged)
            yield Sentence(author=RULES, text=text, labels=(rule.label,), spans=spans, borderline=others)
        for allowed in rule.allow:
            yield Sentence(author=RULES, text=allowed, labels=(), borderline=others)


def notes(authors: Iterable[str] | None = None) -> list[Note]:
    """Return every labelled note but the kept author's, or those of `authors`; each text once.

    Left out are notes that have a gate of their own, and those that nobody has labelled. The examples of the
    screening rules are among all.
    """
    found: dict[str, Note] = {}
    for note in _read(Note, "notes", authors):
        found.setdefault(note.note, note)
        if note.shareable and note.noted:
            found.setdefault(note.noted, note.model_copy(update={"note": note.noted}))
    if authors is None:
        for rule in rules().rules:
            for text in rule.examples.withhold:
                why_not = Note(author=RULES, note=text, shareable=False, why_not=rule.label)
                found.setdefault(text, why_not)
            for text in rule.examples.allow:
                found.setdefault(text, Note(author=RULES, note=text, why_not=None))
    return [
        note for note in found.values() if note.shareable is not None and note.why_not not in NOT_SUSPICION
    ]


def _read(shape: type[Row], kind: str, authors: Iterable[str] | None) -> Iterator[Row]:
    """Yield the rows of a folder of tests/corpora, each with its author, which is the name of its file."""
    files = sorted((CORPORA / kind).glob("*.jsonl"))
    named = set(authors) if authors is not None else {path.stem for path in files} - {KEPT}
    for path in files:
        if path.stem in named:
            for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
                try:
                    yield shape.model_validate({"author": path.stem, **json.loads(line)})
                except ValueError as error:
                    raise ValueError(f"{path.name}, line {number}: {error}") from error
