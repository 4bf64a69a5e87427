"""Who decided: a person with a post, several people, a group, or nobody who can be named."""

from datetime import date

import pytest

from recruiter_kit.composing.decider import Decider, decided_by
from recruiter_kit.model import Decision, Interviewer, Reason

INES = Interviewer(name="Ines Duarte", role="Head of Data")
PANEL = (
    INES,
    Interviewer(name="Tom Beck", role="Interviewer"),
    Interviewer(name="Ana Lima Reis"),
    Interviewer(),
)


def decider(text: str, *panel: Interviewer) -> Decider:
    decision = Decision(
        outcome="not_offered", reason=Reason.BELOW_BAR, decided_by=text, decided_on=date(2026, 11, 12)
    )
    return decided_by(decision, panel)


@pytest.mark.parametrize(
    "text",
    [
        "Ines Duarte, Head of Data",
        "Ines Duarte (Head of Data)",
        "Ines Duarte - Head of Data",
        "Ines Duarte\nHead of Data",
        "Head of Data, Ines Duarte",
        "Head of Data: Ines Duarte",
        "Duarte, Ines, Head of Data",
        "DUARTE, Ines (Head of Data)",
        "Ines Duarte <ines@example.org>, Head of Data",
        "Ines Duarte (she/her), Head of Data",
        "Ines Duarte, PhD, Head of Data",
    ],
)
def test_a_post_beside_a_name_is_told_apart_from_it(text: str) -> None:
    assert decider(text) == Decider("person", "Ines Duarte", "Head of Data")


@pytest.mark.parametrize(
    "text", ["Ines Duarte", "Duarte, Ines", "INES DUARTE", "ines duarte", "I. Duarte", "Ines", "Inês Duarte"]
)
def test_without_a_post_in_the_text_it_is_the_interviewers(text: str) -> None:
    found = decider(text, *PANEL)
    assert (found.post, found.interviewed) == ("Head of Data", True)
    assert found.name in ("Ines Duarte", "Inês Duarte")


def test_the_post_that_was_recorded_goes_before_the_interviewers() -> None:
    assert decider("Ines Duarte, Chief Data Officer", *PANEL).post == "Chief Data Officer"


def test_interviewer_is_not_a_post() -> None:
    assert decider("Tom Beck", *PANEL) == Decider("person", "Tom Beck", None, interviewed=True)


def test_somebody_who_did_not_interview_did_not() -> None:
    assert decider("Ruth Calder, Matron", *PANEL) == Decider("person", "Ruth Calder", "Matron")


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Matron Ruth Calder", "Ruth Calder", "Matron"),
        ("Hiring Manager Ruth Calder", "Ruth Calder", "Hiring Manager"),
        ("Ruth Calder, Ward Manager, Ward 4", "Ruth Calder", "Ward Manager"),
        ("Ruth Calder, Director of People and Culture", "Ruth Calder", "Director of People and Culture"),
        ("Dean Smith, Head of Sales & Marketing", "Dean Smith", "Head of Sales & Marketing"),
        ("Ruth Calder, Chair of the panel", "Ruth Calder", "Chair of the panel"),
        ("Ruth Calder, Talent", "Ruth Calder", None),
        ("Ruth Calder RN", "Ruth Calder", None),
        ("James Dean", "James Dean", None),
        ("van der Berg, Jan", "Jan van der Berg", None),
        ("JAN VAN DER BERG", "Jan van der Berg", None),
        ("MARY O'BRIEN-SMITH", "Mary O'Brien-Smith", None),
        ("J.R. Smith", "J.R. Smith", None),
        ("Dr Ruth Calder", "Dr Ruth Calder", None),
        ("Jack Ma", "Jack Ma", None),
        ("김민준", "김민준", None),
        ("प्रिया शर्मा", "प्रिया शर्मा", None),
    ],
)
def test_a_name_is_written_as_a_letter_writes_it(text: str, name: str, post: str | None) -> None:
    assert decider(text) == Decider("person", name, post)


def test_family_name_first_is_turned_round_where_that_is_sure() -> None:
    assert decider("Lima Reis, Ana", *PANEL).name == "Ana Lima Reis"
    assert decider("Garcia Lopez, Maria", *PANEL) == Decider("unknown")


@pytest.mark.parametrize(
    ("text", "name", "interviewed"),
    [
        ("Hiring committee", "hiring committee", False),
        ("The Hiring Team", "hiring team", False),
        ("Board of Governors", "board of governors", False),
        ("Talent team", "talent team", False),
        ("HR", "HR team", False),
        ("People & Culture", "people & culture team", False),
        ("the panel", "panel", True),
        ("TA Panel", "TA panel", True),
    ],
)
def test_a_group_is_a_group_and_not_a_person(text: str, name: str, interviewed: bool) -> None:
    assert decider(text, *PANEL) == Decider("group", name, None, interviewed)


def test_a_panel_of_which_nobody_interviewed_did_not() -> None:
    assert not decider("the panel").interviewed


def test_several_people_are_listed_and_interviewed_only_if_each_did() -> None:
    assert decider("Ines Duarte and Tom Beck", *PANEL) == Decider(
        "people", "Ines Duarte and Tom Beck", None, interviewed=True
    )
    assert decider("Ruth Calder & Tom Beck", *PANEL) == Decider("people", "Ruth Calder and Tom Beck")
    assert decider("Ines Duarte; the panel", *PANEL).name == "Ines Duarte and the panel"


@pytest.mark.parametrize(
    "text", ["Hiring Manager", "Head of Data", "Director of People and Culture", "Dean of Science"]
)
def test_a_post_alone_names_nobody(text: str) -> None:
    assert decider(text) == Decider("post", None, text)


@pytest.mark.parametrize(
    "text",
    [
        "dana@example.org",
        "<dana@example.org>",
        "admin",
        "user_123",
        "12345",
        "Interviewer 1",
        "n/a",
        "decided by the hiring manager after the debrief",
        "on behalf of Ruth Calder",
        "Ruth Calder, Quayside Works, Leeds Campus",
    ],
)
def test_what_may_be_anything_names_nobody(text: str) -> None:
    assert decider(text, *PANEL) == Decider("unknown")


def test_an_address_names_nobody_even_where_the_person_interviewed() -> None:
    assert decider("ines.duarte@example.org", *PANEL) == Decider("unknown", interviewed=True)
