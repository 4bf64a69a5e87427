"""Two forms of a name are one person, and two people stay two."""

import pytest

from recruiter_kit.composing.same_person import count_people, find, same_person
from recruiter_kit.model import Interviewer


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ines Duarte", "ines duarte"),
        ("Ines Duarte", "DUARTE, Ines"),
        ("Ines Duarte", "I. Duarte"),
        ("Ines Duarte", "Duarte I"),
        ("Ines Duarte", "Ines D."),
        ("Ines Duarte", "Inês Duarte"),
        ("Ines Duarte", "Dr Ines Duarte"),
        ("I. Duarte", "Dr. Ines Duarte, PhD"),
        ("Ines Duarte", "Ines Maria Duarte"),
        ("Ines Duarte", "Ines Duarte (Head of Data)"),
        ("Ines Duarte", "ines.duarte@example.org"),
        ("Ines Duarte", "iduarte@example.org"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Jürgen Müller", "Jurgen Muller"),
        ("Søren Ødegård", "Soren Odegard"),
        ("Seán O'Brien", "Sean OBrien"),
        ("Seán O’Brien", "Sean O'Brien"),
        ("Anne-Marie Roy", "Anne Marie Roy"),
        ("J.R. Smith", "J R Smith"),
        ("प्रिया शर्मा", "शर्मा प्रिया"),
        ("김민준", "김민준"),
    ],
)
def test_two_forms_of_one_person_are_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ines Duarte", "Maria Duarte"),
        ("Ines Duarte", "Ines Lima"),
        ("I. Duarte", "M. Duarte"),
        ("Ines Duarte", "I. D."),
        ("Interviewer 1", "Interviewer 2"),
        ("Interviewer 1", "Interviewer 10"),
        ("Ines Duarte", "dlima@example.org"),
        ("प्रिया शर्मा", "प्रिया वर्मा"),
        ("김민준", "김민지"),
        ("Jack Ma", "Jack Reed"),
    ],
)
def test_two_people_are_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)


def interviewers(*names: str | None) -> list[Interviewer]:
    return [Interviewer(name=name) for name in names]


def test_people_are_counted_and_not_scorecards() -> None:
    assert count_people(interviewers("Ines Duarte", "Duarte, Ines", "Tom Beck", "I. Duarte")) == 2


def test_a_given_name_alone_is_the_one_person_who_has_it() -> None:
    assert count_people(interviewers("Ines", "Ines Duarte", "Tom Beck")) == 2
    assert count_people(interviewers("Ines", "Tom Beck")) == 2


def test_a_short_form_that_fits_two_people_joins_neither_and_is_nobody_new() -> None:
    assert count_people(interviewers("I. Duarte", "Ines Duarte", "Ivan Duarte")) == 2


def test_anonymous_scorecards_are_a_person_each() -> None:
    assert count_people(interviewers(None, None, "Tom Beck")) == 3


def test_nobody_is_nobody() -> None:
    assert count_people([]) == 0


def test_an_interviewer_is_found_by_another_form_with_the_record_that_has_a_post() -> None:
    ines = Interviewer(name="Ines Duarte", role="Head of Data")
    people = [*interviewers("I. Duarte", "Tom Beck"), ines]
    assert find("Duarte, Ines", people) == ines
    assert find("Ines", people) == ines
    assert find("Ruth Calder", people) is None


def test_nobody_is_found_where_two_people_fit() -> None:
    assert find("I. Duarte", interviewers("Ines Duarte", "Ivan Duarte")) is None
