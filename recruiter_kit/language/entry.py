"""Check a note while its author can still correct it.

In: a note as typed, the role, and the people around the application. Out: findings on what cannot be
used and why (screening), and on what is missing to make the rest usable, with what to add. Offsets are
characters of the note. Keeps R2, R6, R7 and R13 at the place where it costs least. Not every note must
be usable: nothing here keeps anybody from saving one.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import zip_longest

from pydantic import model_validator

from recruiter_kit.feedback import Finding
from recruiter_kit.language.doubt import Doubt as NotWorded
from recruiter_kit.language.doubt import Reasons
from recruiter_kit.language.gate import foreign
from recruiter_kit.language.grammar.candidate import pronoun_in, pronoun_of
from recruiter_kit.language.lexicons import Lexicon, load
from recruiter_kit.language.names import name_parts
from recruiter_kit.language.opinions import why_opinion
from recruiter_kit.language.rewriting import Person, reword
from recruiter_kit.language.rewriting.record import Unclear
from recruiter_kit.language.rewriting.shorthand import trades_for
from recruiter_kit.language.screening import Names, Screened, screen
from recruiter_kit.language.sentences import LONGEST_NOTE, Sentence, split
from recruiter_kit.messages import say
from recruiter_kit.model import Candidate, Role


class Entry(Lexicon):
    """What to add to a sentence, by the reason for which it cannot be used as it is."""

    label: str
    add: Mapping[str, str]

    @model_validator(mode="after")
    def _knows_every_reason(self) -> "Entry":
        unknown = sorted(set(load("reasons", Reasons).reasons) ^ set(self.add))
        if unknown:
            raise ValueError(say("entry_reasons", reasons=", ".join(unknown)))
        return self


Doubt = Callable[[str, str], str | None]
"""Why a sentence worded for the candidate would not be told, given the one after it; None when it would."""


def look_at(
    note: str,
    role: Role | None = None,
    people: Sequence[str] = (),
    candidate: Candidate | None = None,
    doubt: Doubt = lambda text, following: None,  # noqa: ARG005
) -> tuple[Finding, ...]:
    """Return what in `note` cannot be used and what is missing, in reading order.

    A note in another language, or partly in one, gives one finding: rules made for English cannot read it.
    `people` are other candidates and interviewers; `role` tells which shorthand its trade uses; `doubt` is
    what composing asks of each sentence before it tells it. The same note gives the same findings.
    """
    if language := foreign(note[:LONGEST_NOTE]):
        return (_in_other_language(note, language),)
    names = Names.of(people, own=candidate)
    own = name_parts((candidate.full_name,)) if candidate else frozenset()
    pronoun = pronoun_of(candidate.pronouns if candidate else None) or pronoun_in([note[:LONGEST_NOTE]])
    person = Person(own, pronoun, trades_for(role.title) if role else ())
    sentences = split(note[:LONGEST_NOTE])
    found = (
        _in_sentence(sentence, after.text if after else "", names, person, doubt)
        for sentence, after in zip_longest(sentences, sentences[1:])
    )
    return tuple(finding for finding in found if finding)


def _in_other_language(note: str, language: str) -> Finding:
    return Finding(
        label="not-english", severity="error", start=0, end=len(note), rule="entry.not-english",
        message=say("entry_not_english", language=language),
        better=load("entry", Entry).add["other_language"], source="FEEDBACK, Not English",
    )  # fmt: skip


def _in_sentence(
    sentence: Sentence, following: str, names: Names, person: Person, doubt: Doubt
) -> Finding | None:
    screened = screen(sentence.text, names)
    if screened and not screened.asked:
        return _withheld(sentence, screened)
    reason = why_opinion(sentence.text) or _doubt(sentence.text, following, person, doubt)
    return _incomplete(sentence, reason) if reason else None


def _doubt(text: str, following: str, person: Person, doubt: Doubt) -> str | None:
    try:
        return doubt(reword(text, person).text, following)
    except Unclear as unclear:
        return unclear.asking.text
    except NotWorded as not_worded:
        return not_worded.reason


def _withheld(sentence: Sentence, screened: Screened) -> Finding:
    return Finding(
        label=screened.label, severity="error", start=sentence.start, end=sentence.end,
        rule=f"entry.{screened.rule.lower()}", message=say("entry_withheld", reason=screened.reason),
        better=say("entry_leave_out"), source=screened.rule,
    )  # fmt: skip


def _incomplete(sentence: Sentence, reason: str) -> Finding:
    known = load("entry", Entry)
    key = next((key for key, pattern in _reasons() if pattern.fullmatch(reason)), "opinion")
    return Finding(
        label=known.label, severity="warning", start=sentence.start, end=sentence.end,
        rule=f"entry.{key.replace('_', '-')}", message=say("entry_incomplete", reason=reason),
        better=known.add[key], source="PRODUCT, R2",
    )  # fmt: skip


@cache
def _reasons() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each reason as the pattern of its sentence, because only the sentence is handed on."""
    reasons = load("reasons", Reasons).reasons
    return tuple(
        (key, re.compile(".*".join(map(re.escape, text.split("{word}"))))) for key, text in reasons.items()
    )
