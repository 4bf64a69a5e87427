"""What a person is asked about a table that is not in the columns of docs/formats.md.

In: a table. Out: first its headings, with a suggestion for each; then, once they are known, what its values
mean: the order of day and month, the scale, the table's own words, what is the same for all rows. What the
table says itself is not asked.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor

from recruiter_kit.intake.scales import UNKNOWN
from recruiter_kit.intake.table.blank_parents import totals
from recruiter_kit.intake.table.cell_values import (
    highest_named,
    level_of,
    order_of_days,
    recommendation_of,
)
from recruiter_kit.intake.table.looked_up import is_list
from recruiter_kit.intake.table.names import is_documented
from recruiter_kit.intake.table.said import LEVEL_OF, NOTE_ON, Said
from recruiter_kit.intake.table.sheet import Sheet
from recruiter_kit.intake.table.suggesting import suggestions
from recruiter_kit.intake.table.words import table_words
from recruiter_kit.messages import say
from recruiter_kit.model import Record, Scale

SHOWN = 3
FEWEST_COLUMNS = 2
MOST_WORDS = 40
SCALES = (
    Scale(),
    *(Scale(lowest=low, highest=high) for low, high in ((1, 4), (0, 5), (1, 10), (0, 10), (0, 100))),
)


class Heading(Record):
    """A heading, some values under it, and what it may hold, "" if nothing."""

    name: str
    values: tuple[str, ...]
    suggested: str


class Word(Record):
    """A word of a table, how often it appears, and what it may mean, "" if that is not known."""

    literal: str
    count: int
    suggested: str


class Values(Record):
    """What has to be asked about the values of a table.

    `days` gives a date whose day and month may change places. `scale` asks for lowest and highest level, with
    the likeliest; `highest` is the highest number in the table. `role` says that nothing in the table names
    it.
    """

    days: str = ""
    scale: Scale | None = None
    highest: float | None = None
    levels: tuple[Word, ...] = ()
    recommendations: tuple[Word, ...] = ()
    role: bool = False
    formulas: int = 0

    def __bool__(self) -> bool:
        return any((self.days, self.scale, self.levels, self.recommendations, self.role, self.formulas))


class Asked(Record):
    """The tables that have the same headings, and their headings."""

    tables: tuple[str, ...]
    headings: tuple[Heading, ...]


def to_ask(sheets: Sequence[Sheet], before: Mapping[str, str]) -> tuple[Asked, ...]:
    """Return what has to be asked about the headings of tables, once for all tables with the same ones.

    `before` is what a person has chosen for headings before. Tables of docs/formats.md of which a column is
    missing are not asked about, because no answer would help.
    """
    alike: dict[tuple[str, ...], list[Sheet]] = {}
    for sheet in sheets:
        if len(sheet.columns) >= FEWEST_COLUMNS and sheet.rows and not _documented(sheet):
            alike.setdefault(tuple(sorted(sheet.columns)), []).append(sheet)
    return tuple(_asked(those, before, sheets) for those in alike.values())


def values_to_ask(sheets: Iterable[Sheet], said: Said, *, with_role: bool) -> Values:
    """Return what has to be asked about the values of the tables with these headings.

    `with_role` says that another table gives the roles.
    """
    sheets = tuple(sheets)
    columns = said.by_heading()
    levels = _texts(
        sheets, [at for at, meaning in columns.items() if meaning == "level" or meaning.startswith(LEVEL_OF)]
    )
    recommendations = _texts(sheets, [at for at, meaning in columns.items() if meaning == "recommendation"])
    days = _texts(sheets, [at for at, meaning in columns.items() if meaning == "submitted_at"])
    supposed = said.model_copy(update={"scale": said.scale or _likeliest(levels, said)})
    known = _numbers(levels, supposed)
    words = _words(text for text in levels if level_of(text, supposed) is UNKNOWN)
    order = order_of_days(days)
    used = {at for at, meaning in columns.items() if meaning}
    return Values(
        days=next(filter(_is_ambiguous, days), "") if order == "either" and said.days is None else "",
        scale=supposed.scale if (known or words) and said.scale is None else None,
        highest=max(known, default=None),
        levels=words,
        recommendations=_words(text for text in recommendations if recommendation_of(text, said) is UNKNOWN),
        role=not with_role and not is_list(list(columns.values())) and _names_no_role(said),
        formulas=0
        if said.formulas is not None
        else sum(len(row.formulas.keys() & used) for sheet in sheets for row in sheet.rows),
    )


def certain(sheets: Iterable[Sheet], said: Said) -> Said:
    """Return what was said with what the dates of the tables say themselves: a 22 is not a month."""
    columns = [at for at, meaning in said.by_heading().items() if meaning == "submitted_at"]
    order = order_of_days(_texts(sheets, columns))
    return said if said.days or order in (None, "either") else said.model_copy(update={"days": order})


def still_missing(listed: Sequence[Said]) -> str:
    """Return what has to be said yet before the tables can be read together, "" for nothing."""
    tables = [set(filter(None, said.columns.values())) | set(said.constant) for said in listed]
    for said, meanings in zip(listed, tables, strict=True):
        if is_list([*meanings]):
            continue
        if not any(
            meaning in ("criterion", "note") or meaning.startswith((LEVEL_OF, NOTE_ON))
            for meaning in meanings
        ):
            return say("needs_ratings", headings=", ".join(list(said.columns)[:3]))
        if not meanings & {"application", "candidate", "scorecard", "name", "given_name", "family_name"}:
            return say("needs_candidate", headings=", ".join(list(said.columns)[:3]))
    everything = set().union(*tables) if tables else set()
    if tables and not everything & {"name", "given_name", "family_name"}:
        return say("needs_name")
    return ""


def _asked(sheets: Sequence[Sheet], before: Mapping[str, str], every: Sequence[Sheet]) -> Asked:
    first = sheets[0]
    others = [other for other in every if other.columns != first.columns]
    suggested = suggestions(first, before, others)
    names = tuple(sheet.file for sheet in sheets)
    return Asked(
        tables=names,
        headings=tuple(
            Heading(name=name, values=_examples(first, name), suggested=suggested[name])
            for name in first.columns
        ),
    )


def _examples(sheet: Sheet, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.get(name)[:60] for row in sheet.rows[:50] if row.get(name)))[:SHOWN]


def _documented(sheet: Sheet) -> bool:
    """Whether the table is one of docs/formats.md with a column missing, so that no question would help.

    Two headings that only a decisions file has make it one; one alone may be part of anything.
    """
    only_decisions = {"outcome", "reason", "decisive", "decided_by", "decided_on"}
    return (
        all(map(is_documented, sheet.columns)) or len(set(sheet.columns) & only_decisions) >= FEWEST_COLUMNS
    )


def _names_no_role(said: Said) -> bool:
    return not {"role", "role_id"} & {*said.columns.values(), *said.constant}


def _texts(sheets: Iterable[Sheet], columns: Sequence[str]) -> list[str]:
    """Return what is in these columns, and what is stored for formulas; not in rows that add up others."""
    listed: list[str] = []
    for sheet in sheets:
        adding_up = totals(sheet.rows, set(sheet.labels))
        for row in sheet.rows:
            stored = {column: formula.stored or "" for column, formula in row.formulas.items()}
            if row.number not in adding_up:
                listed += filter(None, (row.get(column) or stored.get(column, "") for column in columns))
    return listed


def _words(literals: Iterable[str]) -> tuple[Word, ...]:
    counted = Counter(literals).most_common(MOST_WORDS)
    known = table_words()
    return tuple(
        Word(literal=literal[:100], count=count, suggested=known.recommendation(literal) or "")
        for literal, count in counted
    )


def _is_ambiguous(text: str) -> bool:
    return order_of_days([text]) == "either"


def _likeliest(texts: Sequence[str], said: Said) -> Scale:
    """Return the first usual scale that holds all cells, with the highest level that they name ("8/10")."""
    named = {highest for text in texts if (highest := highest_named(text))}
    fitting = (scale for scale in SCALES if not named or scale.highest in named)
    for scale in fitting:
        levels = _numbers(texts, said.model_copy(update={"scale": scale}))
        if all(scale.holds(level) for level in levels):
            return scale
    levels = _numbers(texts, said)
    lowest = min(1, *map(floor, levels), 1)
    return Scale(lowest=lowest, highest=max(lowest + 1, *map(ceil, levels), *named))


def _numbers(texts: Iterable[str], said: Said) -> list[float]:
    return [level for text in texts if isinstance(level := level_of(text, said), float)]
