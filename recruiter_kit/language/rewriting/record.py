"""What rewording a note gives, and why it may give nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from recruiter_kit.feedback import Choice, Form
from recruiter_kit.language.screening import Screened
from recruiter_kit.messages import say

CANDIDATE = "candidate"
MAY_LEAVE, STAYS = "tell", "keep"
SOMEBODY_ELSE = "somebody else"
MOST_OTHERS = 2


@dataclass(frozen=True)
class Asking:
    """A question that one answer settles, such as whom a word means; `text` is what the recruiter reads."""

    text: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Wording:
    """One sentence as the candidate reads it."""

    text: str
    form: Form


@dataclass(frozen=True)
class Rewrite:
    """A note and its wording for the candidate.

    `text` is None when a person has to write it (`reason` says why), when an answer is needed first
    (`questions`), or when the note must not reach the candidate (`withheld` says why).
    """

    note: str
    text: str | None
    form: Form
    questions: tuple[Asking, ...] = ()
    reason: str | None = None
    withheld: Screened | None = None


def may_it_leave(found: Screened) -> Asking:
    """Return the question whether a sentence in doubt may be told."""
    choices = (
        Choice(answer=MAY_LEAVE, label=say("asked_tell")),
        Choice(answer=STAYS, label=say("asked_keep")),
    )
    return Asking(found.reason, choices)


class Unclear(Exception):  # noqa: N818
    """A pronoun may mean the candidate or one of `others` ("the patient"); an answer settles it."""

    def __init__(self, word: str, others: Sequence[str]) -> None:
        self.word = word
        self.others = tuple(others)
        super().__init__(word, others)

    @property
    def asking(self) -> Asking:
        """The question with its two or three answers."""
        others = [Choice(answer=other, label=other) for other in _distinct(self.others)][:MOST_OTHERS]
        return Asking(
            say("asked_who", word=self.word),
            (
                Choice(answer=CANDIDATE, label=say("asked_candidate")),
                *others,
                Choice(answer=SOMEBODY_ELSE, label=say("asked_somebody_else")),
            ),
        )


def _distinct(others: Sequence[str]) -> list[str]:
    """Return each person once, by the name that says most: "Mr Quist" for "Quist"."""
    once = list(dict.fromkeys(others))
    return [one for one in once if not any(other != one and other.endswith(f" {one}") for other in once)]
