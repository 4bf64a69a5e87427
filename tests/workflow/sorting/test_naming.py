"""A heading names a person, an interview or both, in whatever words are around the name."""

import pytest

from recruiter_kit.model import Role
from recruiter_kit.workflow.sorting.around import Around
from recruiter_kit.workflow.sorting.naming import named
from recruiter_kit.workflow.sorting.record import Sure

AROUND = Around(
    role=Role.model_validate(
        {"id": "de", "title": "Data Engineer", "criteria": [{"id": "planning", "name": "Planning"}]}
    ),
    candidate="Rowan Teal",
    others=("Noa Berg",),
    interviewers=("Ana Reyes",),
)


@pytest.mark.parametrize(
    ("heading", "kind", "value"),
    [
        ("Ana Reyes", "interviewer", "Ana Reyes"),
        ("Interview with Ana Reyes", "interviewer", "Ana Reyes"),
        ("Pairing session (Ana Reyes, 30 min)", "interviewer", "Ana Reyes"),
        ("Summary of the interview with Rowan Teal", "candidate", "Rowan Teal"),
        ("Round two for Noa Berg", "other", "Noa Berg"),
        ("Planning", "criterion", "planning"),
    ],
)
def test_a_heading_names_who_or_what_it_is_about(heading: str, kind: str, value: str) -> None:
    found = named(heading, AROUND)
    assert (found.kind, found.value) == (kind, value)


def test_a_name_that_ends_in_a_word_is_guessed_only_before_an_interview() -> None:
    found = named("Ben Marsh, pairing", AROUND)
    assert (found.kind, found.value, found.interview, found.sure) == (
        "interviewer",
        "Ben Marsh",
        "pairing",
        Sure.GUESSED,
    )
    assert named("Data Modelling, pairing", AROUND).kind != "interviewer"


def test_two_people_in_one_heading_are_not_one() -> None:
    assert named("Ana Reyes meets Rowan Teal", AROUND).kind not in ("interviewer", "candidate")
