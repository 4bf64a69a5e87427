"""Advice for a gap: what would help next time.

In: a criterion and what was observed on it. Out: a piece of advice, or None. Keeps R12: verb first, in
the candidate's control, with "you will know". Interviewers' own suggestions come first, then the
role's advice, then the library; where no family of the library fits, nothing is made up.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import Field, ValidationError

from recruiter_kit.composing import choosing
from recruiter_kit.composing.phrasing import wording_file
from recruiter_kit.errors import DataFileError
from recruiter_kit.feedback import Observation
from recruiter_kit.files.data_file import content, place_of
from recruiter_kit.model import Criterion, CriterionKind, Record

FILE = "advice.yaml"
_SUGGESTION = re.compile(
    r"^You (?:should|need to|ought to|would do well to) "
    r"(?P<do>(?!(?:be|have|not|know|understand|never|always)\b)[a-z]+ [^.]{8,})\.?$"
)


class Family(Record):
    """A family of competencies: the words that name it, and its advice by kind of criterion."""

    words: tuple[str, ...] = Field(min_length=1)
    interview_performance: tuple[str, ...] = ()
    experience_and_skills: tuple[str, ...] = ()
    preparation: tuple[str, ...] = ()

    def advice(self, kind: CriterionKind | None = None) -> tuple[str, ...]:
        """Return the advice for this kind, or all of it where the family has none for the kind."""
        of_kind: tuple[str, ...] = getattr(self, kind.value) if kind else ()
        return of_kind or (*self.experience_and_skills, *self.interview_performance, *self.preparation)


def for_criterion(criterion: Criterion, seed: str) -> str | None:
    """Return the role's own advice, or one piece of the library chosen by `seed`; None where none fits."""
    if criterion.advice:
        return criterion.advice[0]
    name = family(criterion)
    if name is None:
        return None
    return choosing.one_of(families()[name].advice(criterion.kind), seed, f"advice.{criterion.id}")


def family(criterion: Criterion) -> str | None:
    """Return the family named by the criterion's name, else by the text of its levels, else None."""
    for text in (criterion.name, " ".join(criterion.levels.values())):
        hits = {name: len(_named(name).findall(text)) for name in families()}
        best = max(hits, key=lambda name: hits[name])
        if hits[best]:
            return best
    return None


def suggestion(text: str) -> str | None:
    """Return what an interviewer suggests as advice, verb first: "You should practise joins." gives
    "Practise joins."; None for every other sentence."""
    match = _SUGGESTION.match(text)
    if match is None:
        return None
    action = match["do"]
    return f"{action[:1].upper()}{action[1:]}."


def apart(observations: Sequence[Observation]) -> tuple[list[Observation], list[Observation]]:
    """Return interviewers' suggestions, worded as advice, and the other observations."""
    suggested, others = [], []
    for observation in observations:
        advised = suggestion(observation.text)
        if advised is None:
            others.append(observation)
        else:
            suggested.append(observation.model_copy(update={"text": advised}))
    return suggested, others


@cache
def families() -> Mapping[str, Family]:
    """Return the library."""
    return read(content(wording_file(FILE)))


def read(library: Mapping[str, Any]) -> Mapping[str, Family]:
    """Return the families of a library. Raises DataFileError with file, line and reason."""
    families_by_name = {}
    for name, values in library.items():
        try:
            families_by_name[str(name)] = Family.model_validate(values)
        except ValidationError as error:
            reason = "; ".join(
                f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}" for problem in error.errors()
            )
            place = place_of(wording_file(FILE), str(name))
            raise DataFileError(reason, file=FILE, place=place) from error
    return families_by_name


@cache
def _named(name: str) -> re.Pattern[str]:
    words = (re.escape(word).replace(r"\*", r"\w*") for word in families()[name].words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?:s|es)?(?!\w)", re.IGNORECASE)
