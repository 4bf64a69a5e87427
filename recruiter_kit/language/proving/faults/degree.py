"""A softener or a booster gained or lost, and a habit made of what was seen once.

In: a Case. Out: faults.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from recruiter_kit.language.grammar.dictionary import verb_forms
from recruiter_kit.language.lexicons import Lexicon, load
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.meanings import bases
from recruiter_kit.language.proving.phrasebook import Phrasebook, Phrases
from recruiter_kit.language.proving.reading import Token
from recruiter_kit.language.proving.record import Fault

KIND = "degree"
# What interviewers put in without weighing it.
_FILLERS = frozenset(
    {
        "just",
        "really",
        "quite",
        "even",
        "so",
        "rather",
        "at all",
        "all",
        "actually",
        "never",
        "kept",
        "keeps",
        "always",
        "only",
        "any",
    }
)
_STATES = frozenset(
    "have be know need want will can would should could may might must do did like are were".split()
)


class Degrees(Lexicon):
    """Phrases that make milder, that make stronger, and that make a habit of one time."""

    model_config = {"arbitrary_types_allowed": True}

    softeners: Phrases
    boosters: Phrases
    habits: Phrases


@cache
def _books() -> tuple[tuple[str, Phrasebook], ...]:
    known = load("degrees", Degrees)
    return ("softer", known.softeners), ("stronger", known.boosters), ("habit", known.habits)


def find(case: Case) -> Iterator[Fault]:
    """Yield what weakens, strengthens or makes general and is in no note, and what a note has and the text lost."""
    for kind, book in _books():
        mine = list(book.found(case.tokens))
        for first, last in mine:
            near = case.aligned.near(case.tokens[first].sentence)
            if not _has(near, case.tokens[first:last]) and not any(True for _ in book.found(near)):
                yield case.fault(KIND, first, last, f"proving_degree_{kind}")
        if not mine and kind != "habit":
            yield from _lost(case, book)
    yield from _made_general(case)


def _has(near: Sequence[Token], words: Sequence[Token]) -> bool:
    there = {base for token in near for base in (token.low, *bases(token.low))}
    return all(word.low in there or bases(word.low) & there for word in words)


def _lost(case: Case, book: Phrasebook) -> Iterator[Fault]:
    """Yield words of the text that stand for words of a note which a word of degree goes with."""
    for note, told in enumerate(case.aligned.told):
        if not told:
            continue
        reading = case.aligned.notes[note]
        for first, last in book.found(reading.tokens):
            words = " ".join(token.low for token in reading.tokens[first:last])
            if words in _FILLERS or any(place in told for place in range(first, last)):
                continue
            after = last
            while after < len(reading.tokens) and not reading.tokens[after].content and after - last < 2:
                after += 1
            if (
                after in told
                and after < len(reading.tokens)
                and reading.tokens[after].clause == reading.tokens[first].clause
            ):
                yield case.fault(KIND, told[after][0], told[after][0] + 1, "proving_degree_lost", lost=words)


def _made_general(case: Case) -> Iterator[Fault]:
    """Yield "you hide the decision" where the note tells what was done once."""
    tokens = case.tokens
    for place, token in enumerate(tokens[:-1]):
        if token.low != "you" or token.quote >= 0:
            continue
        verb = place + 1
        if tokens[verb].low in _STATES or not tokens[verb].content or tokens[verb].clause != token.clause:
            continue
        forms = verb_forms(tokens[verb].low)
        if (
            "VBP" not in forms
            or "VBD" in forms
            or (place and tokens[place - 1].low in ("did", "do", "would", "could", "can"))
        ):
            continue
        held = case.aligned.held(verb)
        if held is None or not verb_forms(held.low) & {"VBZ", "VBP"}:
            yield case.fault(KIND, place, verb + 1, "proving_degree_habit")
