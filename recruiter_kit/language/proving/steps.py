"""A next step: it may say what no note holds, but promises nothing, compares nobody and presumes no fact.

In: a Case whose text is advice. Out: faults. Keeps R7, R8 and R12.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from recruiter_kit.language.grammar.dictionary import kinds, verb_forms
from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.faults import addition, withheld
from recruiter_kit.language.proving.reading.reading import Token
from recruiter_kit.language.proving.record import Fault

KIND = "addition"
_REACH = 3


class Steps(Lexicon):
    """What a next step begins with, and what it may not presume; the file explains each field."""

    presumed: WordSet
    granting: WordSet
    earlier: WordSet
    leads: WordSet
    doing: WordSet
    unchanged: WordSet


@cache
def _known() -> Steps:
    return load("steps", Steps)


def find(case: Case) -> Iterator[Fault]:
    """Yield what a next step may not say; its first sentence must tell somebody what to do (R12)."""
    yield from withheld.find(case)
    yield from addition.promised(case)
    if case.tokens and not is_step(case, 0):
        yield case.fault(KIND, 0, 1, "proving_no_step")
    for number in range(len(case.text.sentences)):
        yield from presumed(case, number)


def is_step(case: Case, sentence: int) -> bool:
    """Whether a sentence tells somebody what to do: it begins with the base form of a verb."""
    words = case.text.tokens_of(sentence)
    if not words:
        return False
    first = _first(case.text.text, words)
    if first in _known().leads:
        clauses = case.text.clauses_of(sentence)[1:]
        return any(clause.mark == "," and _is_told(case.tokens[clause.first].low) for clause in clauses)
    return _is_told(first) or (first in _known().doing and len(words) > 1)


def _first(text: str, words: Sequence[Token]) -> str:
    """Return the first word, of "re-read" and "cross-check" the part that says what to do."""
    joined = takewhile(lambda pair: text[pair[0].end : pair[1].start] == "-", pairwise(words))
    return next((after.low for _, after in reversed(list(joined))), words[0].low)


def _is_told(low: str) -> bool:
    """Whether a word tells what to do: it can be a base form, and is not a past form that is never a noun."""
    forms = verb_forms(low)
    past = "VBD" in forms and "NOUN" not in kinds(low) and low not in _known().unchanged
    return "VB" in forms and not past


def presumed(case: Case, sentence: int) -> Iterator[Fault]:
    """Yield what a step takes for granted: "your Android course", "as you did in your thesis"."""
    here = case.text.sentences[sentence]
    for place in range(here.first, here.last):
        token = case.tokens[place]
        if token.quote < 0 and case.aligned.places[place] is None:
            before = [one.low for one in case.tokens[max(here.first, place - _REACH) : place]]
            if _is_presumed(token.low, before):
                yield case.fault(KIND, place, place + 1, "proving_presumed")


def _is_presumed(low: str, before: list[str]) -> bool:
    """Whether a word takes something of the reader's life for granted, after the three words before it."""
    known = _known()
    if low in known.earlier and "your" in before[-2:]:
        return True
    return low in known.presumed and any(one in known.granting or one in known.earlier for one in before)
