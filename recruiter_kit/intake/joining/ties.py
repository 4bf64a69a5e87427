"""Notes that belong to no criterion, and how a person ties them to one, by the heading they were given under.

In: a bundle. Out: for a role the headings of such notes, and the bundle with those notes on the criteria that
a person named. Nothing is tied by guess (R3), no word of a note is lost, and private notes are never looked
at (R9); a heading that was tied is then the criterion. A heading is a line such as "Planning: lists the tasks
first", or "Planning:" above its lines; what has none is under the name of the interview. Source: our own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from recruiter_kit.files.text import one_line
from recruiter_kit.intake.criteria.matching import found, may_mean
from recruiter_kit.intake.criteria.names import folded
from recruiter_kit.intake.joining.private import is_private
from recruiter_kit.model import Application, Bundle, Criterion, Rating, Record, Role, Scorecard

MOST_EXAMPLES = 3
_HEADED = re.compile(r"(?P<heading>(?=\S)[^\n:.!?;]{2,60}?)[ \t]*:(?:[ \t]+(?P<text>\S[^\n]*))?[ \t]*")
_MOST_WORDS = 6


class Untied(Record):
    """Notes of a role that are on no criterion, given under one heading; "" where they have none.

    `by` says whether the heading is in the note or is the interview's name; `meant` holds the ids of criteria
    that it may mean, nearest first.
    """

    heading: str
    by: Literal["note", "interview"]
    notes: int
    examples: tuple[str, ...]
    meant: tuple[str, ...]


@dataclass(frozen=True)
class _Part:
    """Some lines of a note under one heading; `text` is without the heading, `whole` as it was written."""

    heading: str
    by: Literal["note", "interview"]
    text: str
    whole: str


def untied(bundle: Bundle, role_id: str) -> tuple[Untied, ...]:
    """Return what is on no criterion of the role, one entry per heading, most notes first."""
    role = bundle.role(role_id)
    cards = [
        card
        for application in bundle.applications
        if application.role == role_id
        for card in application.scorecards
    ]
    grouped: dict[str, list[_Part]] = {}
    for card in cards:
        for part in _parts(card):
            if part.text and not is_private(part.heading):
                grouped.setdefault(folded(part.heading), []).append(part)
    entries = [_entry(parts, role) for parts in grouped.values()]
    return tuple(sorted(entries, key=lambda entry: (not entry.heading, -entry.notes)))


def tied(bundle: Bundle, ties: Mapping[str, str]) -> Bundle:
    """Return the bundle with the notes under the headings of `ties` on the criteria that these name.

    `ties` goes from a heading to the name or id of a criterion; one that a role does not have is not used for
    it. A note joins the one that the scorecard has on the criterion, or becomes a rating without a level.
    Doing so twice changes nothing.
    """
    meant = {folded(heading): name for heading, name in ties.items() if heading.strip() and name}
    roles = {role.id: role for role in bundle.roles}
    if not meant:
        return bundle
    applications = tuple(
        _application(application, roles[application.role], meant)
        if application.role in roles
        else application
        for application in bundle.applications
    )
    return bundle.model_copy(update={"applications": applications})


def _entry(parts: Sequence[_Part], role: Role | None) -> Untied:
    first = parts[0]
    criteria = role.criteria if role else ()
    known = found("", first.heading, criteria)
    meant = (known,) if known else may_mean(first.heading, criteria)
    return Untied(
        heading=first.heading,
        by=first.by,
        notes=len(parts),
        examples=tuple(dict.fromkeys(one_line(part.text) for part in parts))[:MOST_EXAMPLES],
        meant=tuple(criterion.id for criterion in meant),
    )


def _application(application: Application, role: Role, meant: Mapping[str, str]) -> Application:
    cards = tuple(_card(card, role, meant) for card in application.scorecards)
    return (
        application.model_copy(update={"scorecards": cards})
        if cards != application.scorecards
        else application
    )


def _card(card: Scorecard, role: Role, meant: Mapping[str, str]) -> Scorecard:
    parts = list(_parts(card))
    goes = [_criterion(part, role, meant) for part in parts]
    if not any(goes):
        return card
    ratings = list(card.ratings)
    for part, criterion in zip(parts, goes, strict=True):
        if criterion:
            _add(ratings, criterion.id, part.text)
    return card.model_copy(update={"ratings": tuple(ratings), "note": _left(parts, goes) or None})


def _criterion(part: _Part, role: Role, meant: Mapping[str, str]) -> Criterion | None:
    name = meant.get(folded(part.heading)) if part.text and _may_be_tied(part.heading) else None
    return found(name, name, role.criteria) if name else None


def _may_be_tied(heading: str) -> bool:
    return bool(heading) and not is_private(heading)


def _add(ratings: list[Rating], criterion: str, text: str) -> None:
    for place, rating in enumerate(ratings):
        if rating.criterion == criterion:
            note = f"{rating.note}\n{text}" if rating.note else text
            ratings[place] = rating.model_copy(update={"note": note})
            return
    ratings.append(Rating(criterion=criterion, note=text))


def _left(parts: Sequence[_Part], goes: Sequence[Criterion | None]) -> str:
    """Return what stays in the note; where lines between were taken, a blank one keeps them apart."""
    left = ""
    taken = False
    for part, criterion in zip(parts, goes, strict=True):
        if criterion:
            taken = True
            continue
        between = "\n\n" if taken else "\n"
        left = f"{left}{between}{part.whole}" if left else part.whole
        taken = False
    return left.strip("\n")


def _parts(card: Scorecard) -> Iterator[_Part]:
    """Yield the lines of the overall note by heading, in their order; together they are the whole note."""
    interview = one_line(card.interview or "")
    lines = (card.note or "").split("\n") if (card.note or "").strip() else []
    for heading, chunk in _chunks(lines):
        if heading is None:
            yield _Part(interview, "interview", "\n".join(chunk).strip(), "\n".join(chunk))
        else:
            match = _HEADED.fullmatch(chunk[0])
            beside = (match["text"] or "") if match else ""
            text = "\n".join([beside, *chunk[1:]] if beside else chunk[1:]).strip()
            yield _Part(heading, "note", text, "\n".join(chunk))


def _chunks(lines: Iterable[str]) -> Iterator[tuple[str | None, list[str]]]:
    """Yield runs of lines with their heading.

    A heading with words beside it is of its own line only, because whose the next line is cannot be known;
    one that is alone on its line is of the lines below it, up to a blank one.
    """
    heading: str | None = None
    chunk: list[str] = []
    for line in lines:
        match = _HEADED.fullmatch(line)
        headed = match is not None and len(match["heading"].split()) <= _MOST_WORDS
        if not headed and (line.strip() or heading is None):
            chunk.append(line)
            continue
        if chunk:
            yield heading, chunk
        if match is not None and headed:
            heading, chunk = one_line(match["heading"]), [line]
            if match["text"]:
                yield heading, chunk
                heading, chunk = None, []
        else:
            heading, chunk = None, [line]
    if chunk:
        yield heading, chunk
