"""What was seen once, told as if it were always so.

In: a Case. Out: the places [first, last) of the words that make it so.
"""

from collections.abc import Iterator, Sequence

from recruiter_kit.language.grammar.dictionary import is_plural, kinds, verb_forms
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading.phrasebook import degrees
from recruiter_kit.language.proving.reading.reading import Token

_REACH = 3


def find(case: Case) -> Iterator[tuple[int, int]]:
    """Yield the verbs, the plurals and the denials that make a habit of one time."""
    for place, low in enumerate(case.text.lows):
        if low == "you" and _is_present(case, place):
            yield place, place + 2
    last = ""
    for place, low in enumerate(case.text.lows):
        if low[-1:] == "s" and _is_many_of_one(case, place):
            yield place, place + 1
        if low and last == "not" and _was_denied_once(case, place):
            yield place - _REACH, place + 1
        last = case.tokens[place].low


def _is_present(case: Case, you: int) -> bool:
    """Whether "you hide the decision" is told where the note tells what was done once."""
    known, tokens = degrees(), case.tokens
    if you + 1 == len(tokens) or (you and tokens[you - 1].low in known.before_you):
        return False
    verb = tokens[you + 1]
    if verb.low in known.lasting or not verb.content or verb.clause != tokens[you].clause:
        return False
    forms = verb_forms(verb.low)
    if "VBP" not in forms or "VBD" in forms:
        return False
    held = case.aligned.held(you + 1)
    return held is None or verb_forms(held.low).isdisjoint({"VBZ", "VBP"})


def _before(case: Case, place: int) -> Sequence[Token]:
    """Return the three words before a place in its sentence."""
    first = case.text.sentences[case.tokens[place].sentence].first
    return case.tokens[max(first, place - _REACH) : place]


def _is_many_of_one(case: Case, place: int) -> bool:
    """Whether "your letters" is told where the note has one letter."""
    held = case.aligned.held(place)
    token = case.tokens[place]
    if held is None or token.low not in (f"{held.low}s", f"{held.low}es"):
        return False
    before = _before(case, place)
    yours = any(one.low == "your" for one in before)
    if not (yours or case.aligned.firm(place)) or not _is_plural_of(token.low, held.low):
        return False
    if token.denied or held.denied or held.end - held.start != len(held.low):
        return False
    if any(one.number or one.low in degrees().several for one in before):
        return False
    return yours or not _is_verb(token.low, before)


def _is_plural_of(many: str, one: str) -> bool:
    return "NOUN" in kinds(one) and "ADJ" not in kinds(one) and is_plural(many)


def _is_verb(low: str, before: Sequence[Token]) -> bool:
    """Whether a word in "s" is a verb, because its subject stands before it: "the printer jams"."""
    subject = bool(before) and before[-1].content and not verb_forms(before[-1].low)
    return subject and "VBZ" in verb_forms(low)


def _was_denied_once(case: Case, place: int) -> bool:
    """Whether "you do not log off" is told where the note has "didn't"."""
    at = case.aligned.places[place]
    if at is None or [one.low for one in _before(case, place)] != ["you", "do", "not"]:
        return False
    if not case.aligned.firm(place):
        return False
    there = case.aligned.notes[at[0]].tokens[max(0, at[1] - _REACH) : at[1]]
    return "did" in [token.low for token in there]
