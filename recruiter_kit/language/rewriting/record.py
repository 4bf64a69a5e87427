"""What rewording a note gives."""

from dataclasses import dataclass, field

from recruiter_kit.feedback import Tier
from recruiter_kit.language.screening import Screened


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
