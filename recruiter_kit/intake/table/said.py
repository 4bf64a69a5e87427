"""What a person said of an organisation's own table: which column holds what, and what its values mean.

In: a columns file (docs/formats.md), or what the app has asked. Out: Said, one for each kind of table, which
is recognised by its headings. Nothing that is not said is guessed.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from recruiter_kit.errors import InputError
from recruiter_kit.files.contents import decode, read_bytes
from recruiter_kit.files.place import Where
from recruiter_kit.files.records import record_of
from recruiter_kit.intake.table.columns import TABLE_COLUMNS
from recruiter_kit.intake.table.heading_line import column_name
from recruiter_kit.messages import say
from recruiter_kit.model import Notice, Recommendation, Record, Scale

# Beside the documented columns: the whole name in one column, and ids that tables are joined by.
OWN_MEANINGS = ("name", "candidate", "role_id", "interviewer_id", "criterion_id")
SINGLE_MEANINGS = (*TABLE_COLUMNS, *OWN_MEANINGS)
LEVEL_OF, NOTE_ON = "level of ", "note on "
Days = Literal["day_first", "month_first"]


class Said(Record):
    """What was said of the tables with these headings.

    `columns` gives the meaning by heading: a documented column, one of OWN_MEANINGS, "level of Planning" or
    "note on Planning" for a column of one criterion, "" for what is left out. `days` is the order in dates
    such as 09/11/2026. `levels` and `recommendations` say what the table's own words mean. `constant` holds
    what is the same for the whole file, by documented column. `formulas` allows the values that a spreadsheet
    stored for them.
    """

    columns: Mapping[str, str]
    days: Days | None = None
    scale: Scale | None = None
    levels: Mapping[str, float | None] = Field(default_factory=dict)
    recommendations: Mapping[str, Recommendation | None] = Field(default_factory=dict)
    constant: Mapping[str, str] = Field(default_factory=dict)
    formulas: bool | None = None

    @model_validator(mode="after")
    def _understood(self) -> Self:
        for meaning in (*self.columns.values(), *self.constant):
            if meaning and not is_meaning(meaning):
                raise ValueError(say("meaning_unknown", meaning=meaning, expected=", ".join(SINGLE_MEANINGS)))
        single = [meaning for meaning in self.columns.values() if meaning]
        for meaning in single:
            if single.count(meaning) > 1:
                raise ValueError(say("meaning_twice", meaning=meaning))
        return self

    def fits(self, headings: Sequence[str]) -> bool:
        """Whether every column that was spoken of is among these headings."""
        return {column_name(heading) for heading in self.columns} <= set(headings)

    def by_heading(self) -> dict[str, str]:
        """Return the meaning by heading, as sheets spell headings."""
        return {column_name(heading): meaning for heading, meaning in self.columns.items()}


class ColumnsFile(Record):
    """A columns file: what was said of each kind of table.

    Also which published criterion a name in the files means ("" for none), and to which criterion the notes
    under a heading belong that are on none.
    """

    tables: tuple[Said, ...] = ()
    criteria: Mapping[str, str] = Field(default_factory=dict)
    ties: Mapping[str, str] = Field(default_factory=dict)


def is_meaning(meaning: str) -> bool:
    """Whether a column may mean this."""
    of_criterion = meaning.startswith((LEVEL_OF, NOTE_ON)) and bool(meaning.split(" ", 2)[2:])
    return meaning in SINGLE_MEANINGS or of_criterion


def said_of(headings: Sequence[str], listed: Iterable[Said]) -> Said | None:
    """Return what was said of tables with these headings: where several fit, what says most."""
    fitting = [said for said in listed if said.fits(headings)]
    return max(fitting, key=lambda said: len(said.columns), default=None)


def read_columns(path: str | Path | None) -> ColumnsFile:
    """Return what a columns file says; nothing without one.

    Raises InputError for a file that cannot be read, and for the first thing in it that is not understood.
    """
    from recruiter_kit.files.yaml_text import parse_yaml

    if path is None:
        return ColumnsFile()
    path = Path(path)
    document = parse_yaml(decode(read_bytes(path, path.name), path.name), path.name)
    for place, key in document.repeated:
        raise InputError.of("json_duplicate_key", file=path.name, place=place, repeated=key)
    notices: list[Notice] = []
    read = record_of(ColumnsFile, document.value, Where(path.name), notices)
    if read is None:
        raise InputError(notices[0].message, file=path.name, place=notices[0].place)
    return read
