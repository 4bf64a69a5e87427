"""Check a whole feedback: each statement, then order, coverage and levels.

In: a Feedback and the names around it. Out: findings, those on the whole first, then statement by
statement. Keeps R10 through the rules of the scope document, and what its neighbours here keep.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, groupby

from recruiter_kit.feedback import Feedback, Finding, Part, Statement
from recruiter_kit.language.checking.engine.ruleset import Ruleset
from recruiter_kit.language.checking.engine.running import run
from recruiter_kit.language.checking.packs.loading import packs
from recruiter_kit.language.checking.packs.rule import Scope
from recruiter_kit.review import against_panel, order
from recruiter_kit.review.names import named

# What the role needs and what would help are the role's published words, no claim on the candidate.
OF_THE_ROLE = frozenset({Part.NEEDS, Part.ADVICE})
CLAIMS = frozenset({"unsupported", "vague", "personality", "comparison"})
_BREAK = "\n\n"


def check_feedback(feedback: Feedback, people: Sequence[str]) -> tuple[Finding, ...]:
    """Return everything that is wrong in `feedback`; the same feedback gives the same findings."""
    found = [*_checked(feedback.statements, ("document",), feedback), *against_panel.findings(feedback)]
    found += order.findings(feedback)
    for neighbours in _together(feedback.statements):
        found += _checked(neighbours, ("sentence", "paragraph"), feedback)
    found += named(feedback, people)
    places = {statement.id: place for place, statement in enumerate(feedback.statements)}
    return tuple(sorted(found, key=lambda finding: (places.get(finding.statement or "", -1), finding.start)))


def _together(statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Put neighbours on one criterion together, because what was seen may be in the next."""
    for _, neighbours in groupby(
        statements, key=lambda statement: (statement.part, statement.criterion, statement.interview)
    ):
        yield list(neighbours)


@cache
def _always(rules: Ruleset) -> Ruleset:
    """Return rules without what they ask of a text first: a feedback is always about a decision."""
    return Ruleset(tuple((rule.model_copy(update={"when": ()}), claim) for rule, claim in rules.pairs))


def _checked(
    statements: Sequence[Statement], scopes: Sequence[Scope], feedback: Feedback
) -> Iterator[Finding]:
    """Check statements as one text; give each finding back to its statement, with offsets there."""
    terms = [feedback.role, *(standing.name for standing in feedback.standings)]
    texts = [statement.text for statement in statements]
    starts = list(accumulate((len(text) + len(_BREAK) for text in texts), initial=0))
    for found in run(_BREAK.join(texts), _always(packs().of(*scopes)), terms):
        if found.start == found.end:
            yield found
            continue
        place = bisect_right(starts, found.start) - 1
        statement, begin = statements[place], starts[place]
        of_the_role = statement.part in OF_THE_ROLE
        # What the role needs and a note are told as they were written, however long a sentence is.
        as_written = found.label == "hard-to-read" and (of_the_role or statement.form is not None)
        # A guess is made of what a person typed; our own sentences and the notes have gates of their own.
        guessed = found.is_guess and statement.by is None
        if not (as_written or guessed or (of_the_role and found.label in CLAIMS)):
            at = {"start": found.start - begin, "end": found.end - begin}
            yield found.model_copy(update={**at, "statement": statement.id})
