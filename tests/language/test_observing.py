"""Notes of an application become observations; nothing is lost, nothing private is read."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruiter_kit.feedback import Direction, Form
from recruiter_kit.language.observing import Observed, observe
from recruiter_kit.language.sentences import split
from recruiter_kit.model import Application, Role

ROLE = Role(
    id="de",
    title="Data Engineer",
    criteria=tuple(
        {"id": key, "name": name, "required": required}
        for key, name, required in (
            ("modelling", "Data modelling", 4),
            ("sql", "SQL", 4),
            ("explaining", "Explaining decisions", 3),
            ("others", "Working with others", 3),
            ("role", "Knowing the role", 3),
        )
    ),
)
PEOPLE = ("Marta Silva", "Sam Lee", "Tom Hale")


def read(
    *cards: dict[str, Any], people: tuple[str, ...] = PEOPLE, answers: dict[str, str] | None = None
) -> Observed:
    candidate = {"given_name": "Marta", "family_name": "Silva"}
    numbered = [{"id": f"s{place}", **card} for place, card in enumerate(cards, start=1)]
    application = Application(id="a", role="de", candidate=candidate, scorecards=numbered)
    return observe(application, ROLE, people, answers=answers)


def rated(note: str, criterion: str = "sql", level: float = 2) -> dict[str, Any]:
    return {"ratings": [{"criterion": criterion, "level": level, "note": note}]}


GOLD = (
    rated(
        "Normalised orders ok but no way to record a refund. Asked how she'd handle late events, no answer.",
        "modelling",
    ),
    rated(
        "Schema would break on first change imo. Jumped to tables before asking what the reports were for.",
        "modelling",
    ),
    rated("Joins fine, stuck on window functions, needed a hint", "sql", 3),
    rated("Clear. Talked through batch vs streaming w/ an example from her last job", "explaining", 4),
    rated(
        "Good story on the migration, got finance to agree to a cut-over date they'd first refused. "
        "Reminds me of Tom who we turned down in May",
        "others",
        4,
    ),
    rated("Had read the brief, asked 2 good Qs about the warehouse team", "role", 3),
)


def test_the_gold_example_gives_the_facts_of_the_letter() -> None:
    found = read(*GOLD)
    assert [
        (observation.criterion, observation.direction.value, observation.text)
        for observation in found.observations
    ] == [
        ("modelling", "gap", "Normalised orders OK but no way to record a refund."),
        ("modelling", "gap", "Asked how you'd handle late events, no answer."),
        ("modelling", "gap", "Jumped to tables before asking what the reports were for."),
        ("sql", "gap", "Joins fine, stuck on window functions, needed a hint."),
        (
            "explaining",
            "strength",
            "Talked through batch against streaming with an example from your last job.",
        ),
        (
            "others",
            "strength",
            "Good story on the migration; got finance to agree to a cut-over date they had first refused.",
        ),
        ("role", "strength", "Had read the brief, asked 2 good questions about the warehouse team."),
    ]
    assert [(sentence.rule, sentence.source.text) for sentence in found.withheld] == [
        ("R7", "Reminds me of Tom who we turned down in May")
    ]
    assert [sentence.source.text for sentence in found.left] == [
        "Schema would break on first change imo.",
        "Clear.",
    ]
    assert not any(sentence.observed for sentence in found.left)


def test_ids_follow_the_reading_order_and_sources_are_exact() -> None:
    found = read(*GOLD)
    assert [observation.id for observation in found.observations] == [f"o{n}" for n in range(1, 8)]
    for part in (*found.observations, *found.withheld, *found.left):
        note = GOLD[int(part.source.scorecard[1:]) - 1]["ratings"][0]["note"]
        assert part.source.place == "ratings[0].note"
        assert note[part.source.start : part.source.end] == part.source.text


def test_a_private_note_is_never_read() -> None:
    assert read({"private_note": "Missed the edge case."}) == Observed()


def test_an_overall_note_is_tied_by_its_words_or_to_nothing() -> None:
    found = read({"note": "SQL was slow. Arrived ten minutes early.", **rated("Missed it.", "sql", 1)})
    assert [(observation.criterion, observation.source.place) for observation in found.observations] == [
        ("sql", "ratings[0].note"),
        ("sql", "note"),
        (None, "note"),
    ]


def test_they_after_a_noun_is_somebody_else_when_all_notes_say_she() -> None:
    found = read(rated("She told the team what they had missed."), rated("She tested it."))
    assert found.observations[0].text == "You told the team what they had missed."


def test_a_question_is_asked_where_one_answer_settles_it_and_the_answer_is_used() -> None:
    note = rated("She told the mum she was wrong.")
    (left,) = read(note).left
    assert left.question is not None
    assert left.question.text == "Who is “she” here?"
    assert [choice.label for choice in left.question.choices] == ["the candidate", "the mum", "somebody else"]
    (told,) = read(note, answers={left.question.id: "the mum"}).observations
    assert (told.text, told.form) == ("The mum told the mum she was wrong.", Form.ASKED)


def test_a_note_in_another_language_waits_whole_with_the_language_named() -> None:
    found = read(rated("Hat drei Kinder und kommt aus dem Einzelhandel. Nennt keine Kennzahl."))
    assert not found.observations
    assert [left.reason for left in found.left if "German" in left.reason]


def test_a_name_of_the_bundle_is_withheld() -> None:
    found = read(rated("Sam thought the joins were slow."))
    assert [sentence.rule for sentence in found.withheld] == ["R7"]


def test_sensitive_kinds_are_quarantined() -> None:
    found = read(rated("Seems depressed. Missed the join."))
    assert [(sentence.rule, sentence.quarantined) for sentence in found.withheld] == [("R13", True)]
    assert len(found.observations) == 1


@pytest.mark.parametrize("note", ["👍", "مرحبا بكم جميعا", "候选人很好", "x" * 10_000, "7/10", "Notes:"])
def test_what_cannot_be_worded_is_left_with_a_reason(note: str) -> None:
    found = read(rated(note))
    assert not found.observations
    assert [sentence.reason != "" for sentence in found.left] == [True]
    assert found.left[0].direction in Direction


def test_nul_and_endless_notes_do_not_stop_the_reading() -> None:
    found = read(rated("Missed\x00 it."), rated("Missed the join. " * 2_000))
    assert len(found.observations) > 1_000


def test_nothing_written_is_lost() -> None:
    note = "Missed it. Clear. Too old. {{x}} ok 👍; تم\n- Not a hire"
    found = read(rated(note))
    told = sorted(part.source.text for part in (*found.observations, *found.withheld, *found.left))
    assert told == sorted(part.text for part in split(note))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(note: str) -> None:
    found = read(rated(note), {"note": note})
    for part in (*found.observations, *found.withheld, *found.left):
        assert note[part.source.start : part.source.end] == part.source.text
