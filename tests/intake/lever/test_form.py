from typing import Any

import pytest

from recruiter_kit.files.place import Where
from recruiter_kit.intake.lever.form import Form, read_form, scorecard_value
from recruiter_kit.intake.scorecards import Card
from tests.intake.sources import RATING, SCORES, lever_form


def form(*fields: dict[str, Any], **others: Any) -> tuple[dict[str, Any], Form]:
    value = lever_form(*fields, **others)
    read = read_form(value, Where("f"))
    return scorecard_value(value, read), read


def told(read: Form) -> list[tuple[str, str]]:
    return [(notice.place, notice.kind) for notice in read.notices]


def test_it_works() -> None:
    value, read = form()
    assert value == {
        "id": "form-1",
        "interview": "Modelling exercise",
        "submitted_at": "2026-11-09T11:00:00+00:00",
        "recommendation": "no",
        "raw": "2 - No Hire",
        "ratings": [
            {"criterion": "data-modelling", "level": 2, "note": "Began with the tables.", "raw": "2"},
            {"criterion": "testing", "level": None, "note": None, "raw": None},
        ],
        "note": "Careful, but slow to ask.",
        "private_note": None,
    }
    assert read.criteria == {"data-modelling": "Data modelling", "testing": "Testing"}
    assert told(read) == []


@pytest.mark.parametrize(
    "marks", [{"overall": True}, {"isSummary": True}, {"options": [{"text": "3 - Hire"}]}, {}]
)
def test_a_score_with_a_label_is_the_overall_rating(marks: dict[str, Any]) -> None:
    value, _ = form({"type": "score", "text": "Rating", "value": "3 - Yes"} | marks)
    assert (value["recommendation"], value["raw"], value["ratings"]) == ("yes", "3 - Yes", [])


def test_a_score_with_a_number_is_a_rating() -> None:
    value, _ = form(
        {"type": "score", "text": "SQL", "value": 3}, {"type": "score", "text": "Go", "value": None}
    )
    assert [(rating["criterion"], rating["level"]) for rating in value["ratings"]] == [
        ("sql", 3),
        ("go", None),
    ]


@pytest.mark.parametrize("score", [5, 0, -1, 2.5, "2", True, [2]])
def test_a_level_off_the_scale_is_kept_as_it_was_and_reported(score: object) -> None:
    field = SCORES | {"value": [{"score": score, "comment": None}, None]}
    value, read = form(field)
    assert (value["ratings"][0]["level"], value["ratings"][0]["raw"]) == (None, str(score))
    assert told(read) == [("fields[0].value[0]", "not_understood")]


def test_a_label_that_is_not_understood_is_kept_and_reported() -> None:
    value, read = form(RATING | {"value": "Maybe"})
    assert (value["recommendation"], value["raw"]) == (None, "Maybe")
    assert told(read) == [("", "not_understood")]


def test_two_overall_ratings_that_differ_are_not_guessed() -> None:
    value, read = form(RATING, RATING | {"value": "3 - Hire"})
    assert (value["recommendation"], value["raw"]) == (None, "2 - No Hire; 3 - Hire")
    assert told(read) == [("", "not_understood")]


def test_an_overall_rating_that_is_not_a_label_is_reported() -> None:
    _, read = form(RATING | {"value": 2})
    assert told(read) == [("fields[0].value", "not_understood")]


@pytest.mark.parametrize("value", [[{"score": 2}], [{"score": 2}] * 3])
def test_levels_that_do_not_fit_their_names_are_left_out(value: list[Any]) -> None:
    _, read = form(SCORES | {"value": value})
    assert read.ratings == []
    assert told(read) == [("fields[0]", "not_understood")]


def test_levels_without_names_are_left_out() -> None:
    _, read = form(SCORES | {"scores": None})
    assert told(read) == [("fields[0]", "not_understood")]
    _, read = form(SCORES | {"scores": [{"text": ""}, {"text": ""}]})
    assert told(read) == [("fields[0].value[0]", "not_understood")]


def test_an_untouched_list_of_levels_is_nothing() -> None:
    value, read = form(SCORES | {"value": None})
    assert (read.ratings, told(read), Card(value, Where("f")).empty) == ([], [], True)


def test_texts_join_the_note_and_private_ones_do_not() -> None:
    value, _ = form(
        {"type": "textarea", "text": "Comments", "value": "Careful."},
        {"type": "text", "text": "", "value": "Slow to ask."},
        {"type": "text", "text": "Empty", "value": ""},
        {"type": "textarea", "text": "Private remarks", "value": "Wants 80k a year."},
    )
    assert (value["note"], value["private_note"]) == ("Careful.\nSlow to ask.", "Wants 80k a year.")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("dropdown", "Next round"),
        ("multiple-choice", "Execution"),
        ("multiple-select", ["a", "b"]),
        ("yes-no", "no"),
        ("code", "print()"),
        ("date", 1794222000000),
        ("currency", 80000),
        ("file-upload", ["f1"]),
        ("note", "x"),
        ("hologram", {"a": 1}),
        (None, "x"),
    ],
)
def test_other_answers_are_left_out_and_reported(kind: str | None, value: object) -> None:
    read_value, read = form(RATING, {"type": kind, "text": "What next?", "value": value})
    assert read_value["note"] is None
    assert [notice.message for notice in read.notices] == [
        "answers that are not free text were left out: “What next?”"
    ]
    assert [
        notice.kind for notice in form({"type": kind, "text": "What next?", "value": None})[1].notices
    ] == []


@pytest.mark.parametrize("time", [10**30, "2026-11-09", True, 1.5, 46335, 1794222000])
def test_a_time_that_is_none_is_reported(time: object) -> None:
    value, read = form(completedAt=time)
    assert value["submitted_at"] is None
    assert told(read) == [("completedAt", "not_understood")]
