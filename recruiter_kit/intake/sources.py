"""The applicant tracking systems whose exports are read: a folder here and a line in SOURCES for each.

In: nothing. Out: for each source its name, how its JSON is recognised, and its reader.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.intake.ashby.reader import read_ashby
from recruiter_kit.intake.ashby.shapes import is_ashby
from recruiter_kit.intake.bamboohr.reader import read_bamboohr
from recruiter_kit.intake.bamboohr.shapes import is_bamboohr
from recruiter_kit.intake.breezy.reader import read_breezy
from recruiter_kit.intake.breezy.shapes import is_breezy
from recruiter_kit.intake.frappe.reader import read_frappe
from recruiter_kit.intake.frappe.shapes import is_frappe, may_be_frappe
from recruiter_kit.intake.greenhouse.reader import read_greenhouse
from recruiter_kit.intake.greenhouse.shapes import is_greenhouse, may_be_greenhouse
from recruiter_kit.intake.greenhouse_v3.reader import read_greenhouse_v3
from recruiter_kit.intake.greenhouse_v3.shapes import is_greenhouse_v3, may_be_greenhouse_v3
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.lever.reader import read_lever
from recruiter_kit.intake.lever.shapes import is_lever
from recruiter_kit.intake.merge.reader import read_merge
from recruiter_kit.intake.merge.shapes import is_merge
from recruiter_kit.intake.odoo.reader import read_odoo
from recruiter_kit.intake.odoo.shapes import is_odoo
from recruiter_kit.intake.records import items
from recruiter_kit.intake.recruitee.reader import read_recruitee
from recruiter_kit.intake.recruitee.shapes import is_recruitee
from recruiter_kit.intake.smartrecruiters.reader import read_smartrecruiters
from recruiter_kit.intake.smartrecruiters.shapes import is_smartrecruiters
from recruiter_kit.intake.stackone.reader import read_stackone
from recruiter_kit.intake.stackone.shapes import is_stackone
from recruiter_kit.intake.teamtailor.reader import read_teamtailor
from recruiter_kit.intake.teamtailor.shapes import is_teamtailor
from recruiter_kit.intake.values import as_id
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


# The first source that recognises a file has it. Unified APIs use the words of others, so they come first.
SOURCES: tuple[ExportSource, ...] = (
    ExportSource("Merge", is_merge, read_merge),
    ExportSource("StackOne", is_stackone, read_stackone),
    ExportSource("Greenhouse Harvest v1", is_greenhouse, read_greenhouse, may_be_greenhouse),
    ExportSource("Greenhouse Harvest v3", is_greenhouse_v3, read_greenhouse_v3, may_be_greenhouse_v3),
    ExportSource("Lever feedback forms", is_lever, read_lever),
    ExportSource("Frappe HR", is_frappe, read_frappe, may_be_frappe),
    ExportSource("Odoo", is_odoo, read_odoo),
    ExportSource("Recruitee", is_recruitee, read_recruitee),
    ExportSource("SmartRecruiters", is_smartrecruiters, read_smartrecruiters),
    ExportSource("Teamtailor", is_teamtailor, read_teamtailor),
    ExportSource("Ashby feedback", is_ashby, read_ashby),
    ExportSource("Workable activities", is_workable, read_workable),
    ExportSource("BambooHR applications", is_bamboohr, read_bamboohr),
    ExportSource("Breezy scorecards", is_breezy, read_breezy),
)


def may_belong(value: Any) -> bool:
    """Whether a value that no source recognises may belong to other files of one."""
    return any(source.may_be(value) for source in SOURCES)


def adopting(value: Any, present: Mapping[ExportSource, Sequence[Any]]) -> ExportSource:
    """Return the one source to which a value that none recognises belongs.

    `present` holds the values of the files of each source that is there. Where it may belong to several,
    it is that whose files point at its ids and do not hold them. Raises LookupError with the sources in
    question when there is not exactly one.
    """
    may_be = [source for source in SOURCES if source.may_be(value)]
    here = [source for source in may_be if source in present]
    if len(here) > 1:
        ids = {as_id(item.get("id")) for _, item in items(value) if isinstance(item, dict)}
        wanting = [source for source in here if ids & _wanted(present[source])]
        here = wanting if len(wanting) == 1 else here
    if len(here) != 1:
        raise LookupError(*(here or may_be))
    return here[0]


def _wanted(values: Sequence[Any]) -> set[str]:
    """Return the ids that are pointed at in some values and are of no object in them."""
    written = list(_written("", values))
    own = {its_id for key, its_id in written if key == "id"}
    return {its_id for key, its_id in written if key != "id"} - own


def _written(key: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield every id or text in a value, with the key under which it is written."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _written(name, item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _written(key, item)
    elif (its_id := as_id(value)) is not None:
        yield key, its_id
