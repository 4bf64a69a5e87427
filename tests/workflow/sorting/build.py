"""A role and the people around one application, for documents about it."""

from recruiter_kit.intake.documents.reader import read_text
from recruiter_kit.model import Criterion, Role
from recruiter_kit.workflow.sorting.around import Around
from recruiter_kit.workflow.sorting.cutting import sort
from recruiter_kit.workflow.sorting.record import Sorting

ROLE = Role(
    id="de",
    title="Data Engineer",
    criteria=(
        Criterion(id="planning", name="Planning", levels={"2": "Partly meets", "3": "Meets"}),
        Criterion(id="sql", name="SQL"),
        Criterion(id="explaining", name="Explaining decisions"),
    ),
)
AROUND = Around(ROLE, "Marta Silva", ("Noa Berg", "Jon Hale"), ("Ana Reyes", "Owen Walsh"))


def of_text(text: str) -> Sorting:
    return sort(read_text(text), AROUND)


def proposed(sorting: Sorting) -> list[tuple[str, str | None, str | None]]:
    """Return each sentence with the interviewer and the criterion that are proposed."""
    return [(each.place.text, each.interviewer.value, each.criterion.value) for each in sorting.sentences]


def left(sorting: Sorting) -> list[tuple[str, str]]:
    return [(each.place.text, each.reason) for each in sorting.left]


def levels(sorting: Sorting) -> list[tuple[str | None, str, str, float | None]]:
    return [(each.interviewer.value, each.criterion, each.raw, each.value) for each in sorting.levels]
