"""A next step: it may say what no note holds, but promises nothing, compares nobody and presumes no fact.

In: a Case whose text is advice. Out: faults. Keeps R7, R8 and R12.
"""

from collections.abc import Iterator

from recruiter_kit.language.grammar.dictionary import verb_forms
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.faults import addition, number, withheld
from recruiter_kit.language.proving.record import Fault


def find(case: Case) -> Iterator[Fault]:
    """Yield what a next step may not say."""
    yield from withheld.find(case)
    return


def is_step(case: Case, sentence: int) -> bool:
    """Whether a sentence tells somebody what to do: it begins with the base form of a verb."""
    first = next((token for token in case.tokens if token.sentence == sentence), None)
    return (
        first is not None
        and first.content
        and "VB" in verb_forms(first.low)
        and not verb_forms(first.low) & {"VBD"}
    )
