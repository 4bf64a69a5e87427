"""What rewording a note gives, and the doubt that leaves it to a person."""

from dataclasses import dataclass, field

from recruiter_kit.feedback import Tier
from recruiter_kit.language.lexicons import Lexicon, load
from recruiter_kit.language.screening import Screened


class Reasons(Lexicon):
    """Why a sentence is left to a person, in plain English."""

    reasons: dict[str, str]


class Doubt(Exception):  # noqa: N818
    """The rewriter is not sure; `key` names the reason in lexicon/reasons.yaml, `word` what raised it."""

    def __init__(self, key: str, word: str = "") -> None:
        self.key = key
        self.word = word
        super().__init__(key, word)

    @property
    def reason(self) -> str:
        """The reason in plain English."""
        return load("reasons", Reasons).reasons[self.key].format(word=self.word)


@dataclass(frozen=True)
class Rewrite:
    """A note and its wording for the candidate.

    `text` is None when a person has to write it (`reason` says why) or when the note must not
    reach the candidate (`withheld` says why). `inserted` marks the characters [start, end) of
    `text` that the note did not have; `rules` names the rules that fired, in order.
    """

    note: str
    text: str | None
    tier: Tier
    rules: tuple[str, ...] = ()
    inserted: tuple[tuple[int, int], ...] = ()
    reason: str | None = None
    withheld: Screened | None = None


@dataclass
class Trace:
    """The rules that fired while one sentence was reworded, each once."""

    rules: list[str] = field(default_factory=list)

    def fired(self, rule: str) -> None:
        """Remember that `rule` had a part in the wording."""
        if rule not in self.rules:
            self.rules.append(rule)
