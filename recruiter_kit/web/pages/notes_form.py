"""The form on which a person confirms the sentences of a document, one by one.

In: a Sorting, and what the form sent. Out: blocks to show (one per interviewer and interview), what is
missing, and the scorecards. Nothing is used that was not ticked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from recruiter_kit.language.screening import screen
from recruiter_kit.messages import say
from recruiter_kit.model import Interviewer, Rating, Role, Scorecard
from recruiter_kit.workflow import scorecards
from recruiter_kit.workflow.sorting.record import OVERALL, Level, Meant, Sorted, Sorting

NOT_ASSESSED = "-"
LONGEST_NAME = 300
Form = Mapping[str, str]


@dataclass
class Row:
    """One sentence on the form; `apart` says that its words are only for those who may see them (R13)."""

    number: int
    sentence: Sorted
    block: int
    used: bool = False
    criterion: str = ""
    apart: bool = False
    wrong: str = ""


@dataclass
class Block:
    """What one interviewer wrote on one interview: the fields, the sentences and the levels.

    `written` are the levels that the document writes, by criterion; `levels` what the fields hold.
    """

    number: int
    interviewer: str
    interview: str
    who: Meant
    what: Meant
    rows: list[Row] = field(default_factory=list)
    written: dict[str, list[Level]] = field(default_factory=dict)
    levels: dict[str, str] = field(default_factory=dict)
    levels_used: bool = False
    wrong: dict[str, str] = field(default_factory=dict)

    @property
    def is_used(self) -> bool:
        """Whether anything in it was confirmed."""
        return self.levels_used or any(row.used for row in self.rows)


def blocks(sorting: Sorting, role: Role, form: Form | None = None) -> list[Block]:
    """Return the blocks, those without an interviewer first, as proposed or as the form was filled in."""
    found = _proposed(sorting)
    for block in found:
        for criterion in role.criteria:
            block.levels[criterion.id] = _proposed_level(block.written.get(criterion.id, ()))
    if form is not None:
        found = _filled(found, role, form)
    return found


def is_apart(text: str) -> bool:
    """Whether only those who may see them are shown these words (R13)."""
    found = screen(text)
    return bool(found and found.quarantined)


def use_all(found: Sequence[Block], number: int) -> None:
    """Tick everything in one block."""
    for block in found:
        if block.number == number:
            block.levels_used = any(level != NOT_ASSESSED for level in block.levels.values())
            for row in block.rows:
                row.used = True


def check(found: Sequence[Block]) -> bool:
    """Say in the blocks what is missing; return whether they can be saved."""
    used = [block for block in found if block.is_used]
    for block in used:
        for name in ("interviewer", "interview"):
            if not getattr(block, name):
                block.wrong[name] = say(
                    "notes_needs_interviewer" if name == "interviewer" else "notes_needs_interview"
                )
        if block.levels_used and all(level == NOT_ASSESSED for level in block.levels.values()):
            block.wrong["levels"] = say("notes_no_level")
        for row in block.rows:
            if row.used and not row.criterion:
                row.wrong = say("notes_needs_criterion")
    return bool(used) and not any(block.wrong or any(row.wrong for row in block.rows) for block in used)


def cards(found: Iterable[Block], sent_at: datetime, by: str) -> list[Scorecard]:
    """Return the scorecards of what was confirmed; blocks of one interviewer and interview make one."""
    together: dict[tuple[str, str], list[Block]] = {}
    for block in found:
        if block.is_used:
            key = (block.interviewer.casefold(), block.interview.casefold())
            together.setdefault(key, []).append(block)
    return [_card(same, sent_at, by) for same in together.values()]


def _proposed(sorting: Sorting) -> list[Block]:
    found: dict[tuple[str, str], Block] = {}

    def block(who: Meant, what: Meant) -> Block:
        key = (who.value or "", what.value or "")
        return found.setdefault(key, Block(len(found), *key, who, what))

    for number, sentence in enumerate(sorting.sentences):
        here = block(sentence.interviewer, sentence.interview)
        apart = is_apart(sentence.place.text)
        row = Row(number, sentence, here.number, criterion=sentence.criterion.value or "", apart=apart)
        here.rows.append(row)
    for level in sorting.levels:
        block(level.interviewer, level.interview).written.setdefault(level.criterion, []).append(level)
    return sorted(found.values(), key=lambda each: (bool(each.interviewer), each.number))


def _proposed_level(written: Sequence[Level]) -> str:
    """Return the one level that is written for a criterion, none where two differ."""
    values = {level.value for level in written}
    (only,) = values if len(values) == 1 else (None,)
    return NOT_ASSESSED if only is None else f"{only:g}"


def _filled(found: list[Block], role: Role, form: Form) -> list[Block]:
    """Return the blocks as the form was filled in; a sentence may have gone to another block."""
    by_number = {str(block.number): block for block in found}
    known = {OVERALL, "", *(criterion.id for criterion in role.criteria)}
    rows = [row for block in found for row in block.rows]
    for block in found:
        block.interviewer = _name(form.get(f"interviewer-{block.number}", ""))
        block.interview = _name(form.get(f"interview-{block.number}", ""))
        block.levels_used = f"levels-{block.number}" in form
        for place, criterion in enumerate(role.criteria):
            given = form.get(f"level-{block.number}-{place}", NOT_ASSESSED)
            block.levels[criterion.id] = given if given in levels(role, block, criterion.id) else NOT_ASSESSED
        block.rows = []
    for row in sorted(rows, key=lambda each: each.number):
        row.used = f"use-{row.number}" in form
        chosen = form.get(f"criterion-{row.number}", row.criterion)
        row.criterion = chosen if chosen in known else ""
        home = by_number.get(form.get(f"block-{row.number}", ""), by_number[str(row.block)])
        row.block = home.number
        home.rows.append(row)
    return found


def levels(role: Role, block: Block, criterion: str) -> list[str]:
    """Return the levels to choose from: the whole ones of the scale, and one that is written between two."""
    whole = range(role.scale.lowest, role.scale.highest + 1)
    written = {level.value for level in block.written.get(criterion, ()) if level.value is not None}
    return [f"{level:g}" for level in sorted({*map(float, whole), *written})]


def _name(text: str) -> str:
    return " ".join(text.split())[:LONGEST_NAME]


def _card(same: Sequence[Block], sent_at: datetime, by: str) -> Scorecard:
    rows = sorted((row for block in same for row in block.rows if row.used), key=lambda row: row.number)
    on: dict[str, list[Row]] = {}
    for row in rows:
        on.setdefault(row.criterion, []).append(row)
    given: dict[str, tuple[float, str | None]] = {}
    for block in same:
        for criterion, level in block.levels.items() if block.levels_used else ():
            if level != NOT_ASSESSED:
                given[criterion] = float(level), _raw(block.written.get(criterion, ()), float(level))
    ratings = [
        Rating(
            criterion=criterion,
            level=given.get(criterion, (None, None))[0],
            raw=given.get(criterion, (None, None))[1],
            note=_note(on.get(criterion, ())),
            **_assisted(on.get(criterion, ()), by),
        )
        for criterion in dict.fromkeys([*on, *given])
        if criterion != OVERALL
    ]
    overall = on.get(OVERALL, ())
    return Scorecard(
        id=scorecards.new_id(),
        interviewer=Interviewer(name=same[0].interviewer),
        interview=same[0].interview,
        submitted_at=sent_at,
        ratings=tuple(ratings),
        note=_note(overall),
        **_assisted(overall, by),
    )


def _raw(written: Sequence[Level], level: float) -> str | None:
    return next((each.raw for each in written if each.value == level), None)


def _note(rows: Sequence[Row]) -> str | None:
    return "\n".join(row.sentence.place.text for row in rows) or None


def _assisted(rows: Sequence[Row], by: str) -> dict[str, object]:
    """Return whose note it is, where an assistant wrote any of it: the person confirms it here and now."""
    return (
        {"by_assistant": True, "confirmed_by": by} if any(row.sentence.by_assistant for row in rows) else {}
    )
