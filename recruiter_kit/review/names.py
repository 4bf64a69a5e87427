"""Names of other people in what is said to the candidate.

In: a feedback and the names of everybody in the files. Out: findings. Keeps R7 and R9: no other
candidate and no interviewer is named; the candidate and the sender may be.
"""

from collections.abc import Iterator, Sequence

from recruiter_kit.feedback import Feedback, Finding, Part, Statement
from recruiter_kit.language.names import Names, name_parts
from recruiter_kit.language.sentences import split
from recruiter_kit.messages import say

RULE = "disclosure.name"


def named(feedback: Feedback, people: Sequence[str]) -> Iterator[Finding]:
    """Return where a statement names one of `people`."""
    allowed = [feedback.candidate.full_name]
    if feedback.standard.sender:
        allowed.append(feedback.standard.sender.name)
    names = Names(tuple(people), name_parts(allowed))
    # Who decided is named where the letter says who decided, and nowhere else.
    deciding = Names(tuple(people), name_parts([*allowed, feedback.decision.decided_by]))
    for statement in feedback.statements:
        yield from _in_statement(statement, deciding if statement.part is Part.PROCESS else names)


def _in_statement(statement: Statement, names: Names) -> Iterator[Finding]:
    for finding in _in_text(statement.text, names):
        yield finding.model_copy(update={"statement": statement.id})


def named_in(text: str, people: Sequence[str], allowed: Sequence[str]) -> Iterator[Finding]:
    """Return where a text names one of `people`, save those who are `allowed`."""
    yield from _in_text(text, Names(tuple(people), name_parts(allowed)))


def _in_text(text: str, names: Names) -> Iterator[Finding]:
    for sentence in split(text):
        name = names.found_in(sentence.text)
        if name:
            start = sentence.start + sentence.text.index(name)
            yield Finding(
                label="disclosure",
                severity="error",
                start=start,
                end=start + len(name),
                rule=RULE,
                message=say("checked_name"),
                better=say("checked_name_better"),
                source="PRODUCT, R7 and R9",
            )
