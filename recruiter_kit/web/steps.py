"""What each status means to a person: its words, the next step, and the page where it is taken (steps.yaml).

In: a status. Out: a Step. Raises DataFileError when a status has no step.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from recruiter_kit.errors import DataFileError
from recruiter_kit.files.data_file import content
from recruiter_kit.model import Record
from recruiter_kit.people.rights import Right
from recruiter_kit.workflow.status import Status

FILE = "steps.yaml"


Tab = Literal["decide", "draft", "review", "tell", "promised", "disputes", "waiting"]
TABS: Mapping[Tab, str] = {
    "decide": "Decide",
    "draft": "Draft",
    "review": "Review",
    "tell": "Tell",
    "promised": "Promised",
    "disputes": "Disputes",
    "waiting": "Waiting for somebody",
}
"""What a person comes to do, in the order of the work."""


class Step(Record):
    """How a status is called, and what is next; `page` is "" where nothing is.

    `bulk` is what can be done with many of this status at once, `tone` the colour of its tag, `tab` where in
    the queue it stands.
    """

    waits: str
    next: str = ""
    page: str = ""
    right: Right = "see_applications"
    bulk: Literal["", "decide", "draft", "send"] = ""
    tone: Literal["", "good", "warning", "error"] = ""
    tab: Tab | None = None


def step(status: str) -> Step:
    """Return what the status means to a person."""
    return _steps()[Status(status)]


def statuses(tab: Tab) -> tuple[Status, ...]:
    """Return the statuses of a tab."""
    return tuple(status for status, step in _steps().items() if step.tab == tab)


@cache
def _steps() -> Mapping[Status, Step]:
    try:
        steps = TypeAdapter(dict[Status, Step]).validate_python(content(files("recruiter_kit.web") / FILE))
    except ValidationError as error:
        raise DataFileError.of("data_fields", file=FILE, unknown=str(error), expected="steps") from error
    if set(steps) != set(Status):
        raise DataFileError.of("data_keys", file=FILE, expected=", ".join(sorted(Status)))
    return steps
