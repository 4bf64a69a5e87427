"""The applicant tracking systems whose exports are read: a folder here and a line in SOURCES for each.

In: nothing. Out: for each source its name, how its JSON is recognised, and its reader.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.intake.frappe.reader import read_frappe
from recruiter_kit.intake.frappe.shapes import is_frappe, may_be_frappe
from recruiter_kit.intake.greenhouse.reader import read_greenhouse
from recruiter_kit.intake.greenhouse.shapes import is_greenhouse
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.lever.reader import read_lever
from recruiter_kit.intake.lever.shapes import is_lever
from recruiter_kit.intake.merge.reader import read_merge
from recruiter_kit.intake.merge.shapes import is_merge
from recruiter_kit.intake.odoo.reader import read_odoo
from recruiter_kit.intake.odoo.shapes import is_odoo
from recruiter_kit.intake.recruitee.reader import read_recruitee
from recruiter_kit.intake.recruitee.shapes import is_recruitee
from recruiter_kit.intake.smartrecruiters.reader import read_smartrecruiters
from recruiter_kit.intake.smartrecruiters.shapes import is_smartrecruiters
from recruiter_kit.intake.stackone.reader import read_stackone
from recruiter_kit.intake.stackone.shapes import is_stackone
from recruiter_kit.intake.teamtailor.reader import read_teamtailor
from recruiter_kit.intake.teamtailor.shapes import is_teamtailor


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


# The first source that recognises a file has it. Unified APIs use the words of others, so they come first.
SOURCES: tuple[ExportSource, ...] = (
    ExportSource("Merge", is_merge, read_merge),
    ExportSource("StackOne", is_stackone, read_stackone),
    ExportSource("Greenhouse Harvest v1", is_greenhouse, read_greenhouse),
    ExportSource("Lever feedback forms", is_lever, read_lever),
    ExportSource("Frappe HR", is_frappe, read_frappe, may_be_frappe),
    ExportSource("Odoo", is_odoo, read_odoo),
    ExportSource("Recruitee", is_recruitee, read_recruitee),
    ExportSource("SmartRecruiters", is_smartrecruiters, read_smartrecruiters),
    ExportSource("Teamtailor", is_teamtailor, read_teamtailor),
)


def adopting(value: Any, present: Iterable[ExportSource]) -> ExportSource | None:
    """Return the one source of those present to which a value that none recognises may belong."""
    may_be = [source for source in SOURCES if source in set(present) and source.may_be(value)]
    return may_be[0] if len(may_be) == 1 else None
