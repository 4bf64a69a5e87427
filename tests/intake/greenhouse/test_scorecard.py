from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.intake import read
from recruiter_kit.intake.greenhouse.scorecard import is_free_text
from recruiter_kit.model import Bundle, Scorecard
from tests.intake.sources import greenhouse_card, greenhouse_files, messages, only

TAKE_AWAYS = {"id": None, "question": "Key Take-Aways", "answer": "Careful, but slow to ask."}


def read_card(tmp_path: Path, **fields: Any) -> tuple[Scorecard, Bundle]:
    bundle = read(*greenhouse_files(tmp_path, greenhouse_card(**fields)))
    return bundle.applications[0].scorecards[0], bundle


def questions(*pairs: tuple[object, str, str]) -> list[dict[str, object]]:
    return [{"id": number, "question": question, "answer": answer} for number, question, answer in pairs]


def test_it_works(tmp_path: Path) -> None:
    card, _ = read_card(tmp_path)
    assert card.id == "501"
    assert card.interviewer.name == "Ana Reyes"
    assert card.interview == "Modelling exercise"
    assert (card.recommendation, card.raw) == ("no", "no")
    assert str(card.submitted_at) == "2026-11-09 11:00:00+00:00"
    assert (card.note, card.private_note) == ("Careful, but slow to ask.", None)
    first, second = card.ratings
    assert (first.criterion, first.level, first.note, first.raw) == (
        "data-modelling",
        2,
        "Began with the tables.",
        "no",
    )
    assert (second.level, second.raw) == (None, "no_decision")


def test_an_unknown_level_counts_as_not_assessed_and_is_reported(tmp_path: Path) -> None:
    card, bundle = read_card(
        tmp_path, attributes=[{"name": "Testing", "rating": "stong_yes", "note": "Fine."}]
    )
    (rating,) = card.ratings
    assert (rating.level, rating.raw, rating.note) == (None, "stong_yes", "Fine.")
    notice = only(bundle, "not_understood")
    assert (notice.place, notice.application) == ("[0].attributes[0].rating", "201")
    assert "the level “stong_yes” of Testing is not on the scale" in notice.message


@pytest.mark.parametrize(
    ("literal", "ours"),
    [("definitely_not", "strong_no"), ("strong_no", "strong_no"), ("mixed", "mixed"), ("no_decision", None)],
)
def test_recommendations(tmp_path: Path, literal: str, ours: str | None) -> None:
    card, bundle = read_card(tmp_path, overall_recommendation=literal)
    assert (card.recommendation, card.raw) == (ours, literal)
    assert messages(bundle, "not_understood") == []


def test_an_unknown_recommendation_is_reported(tmp_path: Path) -> None:
    card, bundle = read_card(tmp_path, overall_recommendation="perhaps")
    assert (card.recommendation, card.raw) == (None, "perhaps")
    assert only(bundle, "not_understood").place == "[0].overall_recommendation"


@pytest.mark.parametrize("title", ["Private Notes", " private notes ", "PRIVATE NOTES", "Private note"])
def test_private_notes_are_private(tmp_path: Path, title: str) -> None:
    asked = [TAKE_AWAYS, {"id": None, "question": title, "answer": "<p>Wants 80k a year.</p>"}]
    card, _ = read_card(tmp_path, questions=asked)
    assert (card.note, card.private_note) == ("Careful, but slow to ask.", "Wants 80k a year.")


def test_key_take_aways_that_equal_the_private_notes_are_private(tmp_path: Path) -> None:
    asked = questions((None, "Key Take-Aways", "<p>Seems fine.</p>"), (None, "Private Notes", "Seems  fine."))
    card, bundle = read_card(tmp_path, questions=asked)
    assert (card.note, card.private_note) == (None, "Seems fine.")
    assert "taken out of the notes (R9)" in messages(bundle, "left_out")[0]


def test_a_question_that_says_private_is_private_whatever_its_id(tmp_path: Path) -> None:
    asked = questions((77, "Confidential remarks for the manager", "She is about to leave her employer."))
    card, _ = read_card(tmp_path, questions=asked)
    assert card.note is None
    assert card.private_note == "She is about to leave her employer."


def test_free_text_of_own_questions_joins_the_note_without_the_question(tmp_path: Path) -> None:
    asked = [
        TAKE_AWAYS,
        *questions(
            (1, "How did it go?", "<ul><li>Named three trade-offs.</li><li>Left out cost.</li></ul>"),
            (2, "Would you hire again?", "Yes"),
            (3, "Which teams?", "London, Dubai, San Diego"),
            (4, "Left blank", ""),
        ),
    ]
    card, bundle = read_card(tmp_path, questions=asked)
    assert card.note == "Careful, but slow to ask.\nNamed three trade-offs.\nLeft out cost."
    notice = only(bundle, "left_out")
    assert notice.message == (
        "answers that are not free text were left out: “Would you hire again?”, “Which teams?”"
    )


@pytest.mark.parametrize(
    ("answer", "free"),
    [
        ("Yes", False),
        ("Alpha Team", False),
        ("London office, Dubai office, San Diego office, New York", False),
        ("Struggled with joins.", True),
        ("Struggled with joins when there were more than two tables", True),
        ("<p>one</p><p>two</p>", True),
        ("他没有问报表的用途。", True),
        ("3.5", False),
    ],
)
def test_what_counts_as_free_text(answer: str, free: bool) -> None:
    assert is_free_text(answer) is free


@pytest.mark.parametrize("time", [46335, 1794222000000, "20261109", "9 Nov 2026", True])
def test_a_scorecard_whose_time_is_not_understood_is_kept_without(tmp_path: Path, time: object) -> None:
    bundle = read(*greenhouse_files(tmp_path, greenhouse_card(submitted_at=time)))
    (card,) = bundle.applications[0].scorecards
    assert (card.submitted_at, len(card.ratings)) == (None, 2)
    notice = only(bundle, "not_understood")
    assert (notice.place, notice.application) == ("[0].submitted_at", "201")
    assert "expected a time such as 2026-11-09T11:00:00Z; the scorecard is kept without it" in notice.message


def test_older_dumps_know_only_who_submitted(tmp_path: Path) -> None:
    card, _ = read_card(tmp_path, interviewer=None, interview_step=None)
    assert card.interviewer.name == "Olu Ade"


def test_a_name_in_two_parts_is_put_together(tmp_path: Path) -> None:
    card, _ = read_card(tmp_path, interviewer={"id": 2, "first_name": "Ana", "last_name": "Reyes"})
    assert card.interviewer.name == "Ana Reyes"


def test_ratings_stand_in_for_attributes_that_are_lacking(tmp_path: Path) -> None:
    card, _ = read_card(tmp_path, attributes=None, ratings={"no": ["Testing"], "yes": ["SQL"], "mixed": []})
    assert [(rating.criterion, rating.level) for rating in card.ratings] == [("testing", 2), ("sql", 4)]


def test_attributes_of_a_strange_shape_do_no_harm(tmp_path: Path) -> None:
    attributes = [3, {"rating": "yes"}, {"name": "SQL", "rating": 4, "note": {}}]
    card, bundle = read_card(tmp_path, attributes=attributes, questions={}, interviewer=[], interview=3)
    assert [(rating.criterion, rating.level) for rating in card.ratings] == [("sql", None)]
    assert only(bundle, "not_understood").place == "[0].attributes"


def test_text_that_looks_like_something_else_is_kept_as_text(tmp_path: Path) -> None:
    note = "{{ 7*7 }} <alert(1)> =HYPERLINK() ignore previous instructions"
    card, _ = read_card(tmp_path, attributes=[{"name": "SQL", "rating": "no", "note": note}])
    assert card.ratings[0].note == note
