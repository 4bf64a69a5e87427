"""The applicant tracking systems whose exports are read: a folder here and a line in SOURCES for each.

In: nothing. Out: for each source its name, how its JSON is recognised, and its reader.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.intake.ashby.reader import read_ashby
from recruiter_kit.intake.ashby.shapes import is_ashby
from recruiter_kit.intake.bamboohr.reader import read_bamboohr
from recruiter_kit.intake.bamboohr.shapes import is_bamboohr
from recruiter_kit.intake.breezy.reader import read_breezy
from recruiter_kit.intake.breezy.shapes import is_breezy
from recruiter_kit.intake.greenhouse.reader import read_greenhouse
from recruiter_kit.intake.greenhouse.shapes import is_greenhouse
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.lever.reader import read_lever
from recruiter_kit.intake.lever.shapes import is_lever
from recruiter_kit.intake.workable.reader import read_workable
from recruiter_kit.intake.workable.shapes import is_workable


@dataclass(frozen=True)
class ExportSource:
    """A source of exports: `name` is the one that messages use.

    `is_this` says whether a parsed JSON value is of this source; `read` adds what all files of this source
    hold to what was found, and is called with no documents when there are none. `may_be` says whether a value
    that is of no source by itself, such as a list of ids and names, may belong to other files of this one.
    """

    name: str
    is_this: Callable[[Any], bool]
    read: Callable[[Sequence[Document], Found], None]
    may_be: Callable[[Any], bool] = lambda _: False

    def __str__(self) -> str:
        return self.name


# The first source that recognises a file has it.
SOURCES: tuple[ExportSource, ...] = (
    ExportSource("Greenhouse Harvest v1", is_greenhouse, read_greenhouse),
    ExportSource("Lever feedback forms", is_lever, read_lever),
    ExportSource("Ashby feedback", is_ashby, read_ashby),
    ExportSource("Workable activities", is_workable, read_workable),
    ExportSource("BambooHR applications", is_bamboohr, read_bamboohr),
    ExportSource("Breezy scorecards", is_breezy, read_breezy),
)


def adopting(value: Any, present: Iterable[ExportSource]) -> ExportSource | None:
    """Return the one source of those present to which a value that none recognises may belong."""
    may_be = [source for source in SOURCES if source in set(present) and source.may_be(value)]
    return may_be[0] if len(may_be) == 1 else None
