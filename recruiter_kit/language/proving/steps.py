"""A next step: it may say what no note holds, but promises nothing, compares nobody and presumes no fact.

In: a Case whose text is advice. Out: faults. Keeps R7, R8 and R12.
"""

from collections.abc import Iterator

from recruiter_kit.language.grammar.dictionary import kinds, verb_forms
from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.faults import addition, withheld
from recruiter_kit.language.proving.record import Fault

KIND = "addition"
_REACH = 3
_LEADS = frozenset({"in", "on", "for", "at", "before", "after", "with", "when", "next"})


class Steps(Lexicon):
    """`presumed` are things of a person's life that an adviser cannot know of; `new` are those that a step makes."""

    presumed: WordSet
    new: WordSet
    earlier: WordSet


def find(case: Case) -> Iterator[Fault]:
    """Yield what a next step may not say; a text whose first sentence tells nobody what to do is none (R12)."""
    yield from withheld.find(case)
    yield from addition.promised(case)
    if case.tokens and not is_step(case, 0):
        yield case.fault(KIND, 0, 1, "proving_no_step")
    for number in range(len(case.text.sentences)):
        yield from presumed(case, number)


def is_step(case: Case, sentence: int) -> bool:
    """Whether a sentence tells somebody what to do: it begins with the base form of a verb."""
    words = [token for token in case.tokens if token.sentence == sentence][:2]
    first = words[0] if words else None
    if first is not None and first.low in _LEADS:
        clauses = [clause for clause in case.text.clauses if clause.sentence == sentence]
        return any(clause.mark == "," and _tells(case.tokens[clause.first].low) for clause in clauses[1:])
    return first is not None and (
        _tells(first.low) or (first.low in ("do", "have", "get", "go", "let") and len(words) > 1)
    )


def _tells(low: str) -> bool:
    forms = verb_forms(low)
    return "VB" in forms and not (
        "VBD" in forms and "NOUN" not in kinds(low) and low not in ("put", "set", "read", "cut", "let")
    )


def presumed(case: Case, sentence: int) -> Iterator[Fault]:
    """Yield what a step takes for granted: "your Android course", "as you did in your thesis"."""
    known = load("steps", Steps)
    tokens = case.tokens
    for place, token in enumerate(tokens):
        if token.sentence != sentence or token.quote >= 0 or case.aligned.places[place] is not None:
            continue
        before = [one.low for one in tokens[max(0, place - _REACH) : place] if one.sentence == sentence]
        if (token.low in known.presumed and (
            {"your", "you", "the"} & set(before) or known.earlier & set(before)
        )) or (token.low in known.earlier and "your" in before[-2:]):
            yield case.fault(KIND, place, place + 1, "proving_presumed")
