"""Advice: from interviewers, from the role, from the library."""

import pytest

from recruiter_kit.composing import advice
from recruiter_kit.errors import DataFileError
from recruiter_kit.feedback import Basis, Part, Statement
from recruiter_kit.language.checking import check
from recruiter_kit.model import Criterion, CriterionKind
from recruiter_kit.review.review import compose
from recruiter_kit.standard import Standard
from tests.build import ADVICE, application, criterion, decision, rating, role, scorecard

GAP_NOTE = "Jumped to tables before asking what the reports were for."
EVERY_PIECE = [(name, piece) for name, family in advice.families().items() for piece in family.advice()]


def named(name: str, **fields: object) -> Criterion:
    return criterion(**({"name": name, "id": "c1", "advice": (), "levels": {}} | fields))


def advised(*notes: str, asked: Criterion) -> list[Statement]:
    cards = [
        scorecard(rating(1, note, asked.id), id=f"s{number}", interviewer=f"Person {number}")
        for number, note in enumerate(notes)
    ]
    decided = application(*cards, decided=decision(decision().reason, asked.id))
    feedback = compose(decided, role(asked), Standard())
    return list(feedback.said(Part.ADVICE))


def test_the_library_holds_120_pieces_over_30_families_and_all_three_kinds() -> None:
    assert len(EVERY_PIECE) >= 120
    assert len(advice.families()) >= 30
    for kind in CriterionKind:
        assert any(getattr(family, kind.value) for family in advice.families().values())
    assert len({piece for _, piece in EVERY_PIECE}) == len(EVERY_PIECE)


@pytest.mark.parametrize(("family", "piece"), EVERY_PIECE)
def test_a_piece_passes_our_own_check_and_says_how_to_know(family: str, piece: str) -> None:
    assert [finding.label for finding in check(piece)] == [], family
    assert piece.split(". ")[-1].startswith("You will know it works when ")
    assert not piece.startswith(("You ", "Try ", "Be ", "Consider ", "The ", "A "))
    assert all(len(sentence.split()) <= 25 for sentence in piece.split(". "))


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Data modelling", "data_modelling"),
        ("SQL", "sql"),
        ("Python programming", "programming"),
        ("Safe medication and doses", "medicines"),
        ("Handover", "handover"),
        ("Explaining decisions", "explaining"),
        ("Working with others", "working_with_others"),
        ("Knowing the role", "knowing_the_role"),
        ("Managing a class, behaviour management", "teaching"),
        ("Picking", "warehouse"),
        ("Food hygiene", "food_service"),
        ("Leading people", "managing_people"),
        ("Barrister skills", None),
        ("Career history", None),
        ("Organisation", None),
        ("Glassblowing", None),
    ],
)
def test_a_criterion_finds_its_family_by_name_or_none(name: str, family: str | None) -> None:
    assert advice.family(named(name)) == family


def test_a_family_can_be_named_by_the_level_text_alone() -> None:
    asked = named("Criterion 4", levels={"3": "Reconciles the ledger each month."})
    assert advice.family(asked) == "finance"


def test_the_kind_of_the_criterion_chooses_among_the_advice_of_a_family() -> None:
    asked = named("Explaining decisions", kind="interview_performance")
    pieces = {advice.for_criterion(asked, str(seed)) for seed in range(40)}
    assert pieces == set(advice.families()["explaining"].interview_performance)


def test_the_role_goes_before_the_library_and_nothing_is_made_up_where_no_family_fits() -> None:
    assert advice.for_criterion(named("SQL", advice=(ADVICE,)), "a1") == ADVICE
    assert advice.for_criterion(named("Glassblowing"), "a1") is None


def test_an_interviewers_suggestion_comes_first_with_its_source_and_is_not_said_to_be_seen() -> None:
    asked = named("SQL", advice=(ADVICE,))
    first, second = advised(f"{GAP_NOTE} She should practise ranking queries on paper.", asked=asked)
    assert first.text == "Practise ranking queries on paper."
    assert (first.basis, second.basis) == (Basis.OBSERVATION, Basis.ROLE)
    assert first.sources
    assert second.text == ADVICE


def test_advice_of_our_own_is_marked_as_such() -> None:
    (only,) = advised(GAP_NOTE, asked=named("SQL"))
    assert only.basis is Basis.LIBRARY


@pytest.mark.parametrize(
    "text",
    [
        "You could name 2 of the 6 checks.",
        "You should have asked what the reports were for.",
        "You should know the six checks.",
        "You started on the tables.",
    ],
)
def test_what_is_not_a_suggestion_is_not_turned_into_one(text: str) -> None:
    assert advice.suggestion(text) is None


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"words": []}, "words"),
        ({"words": ["sql"], "training": ["Read a book."]}, "training"),
        ({"words": ["sql"], "preparation": "Read a book."}, "preparation"),
    ],
)
def test_a_broken_family_is_refused_with_file_line_and_reason(values: object, reason: str) -> None:
    with pytest.raises(DataFileError, match=rf"advice\.yaml: line \d+: sql: {reason}"):
        advice.read({"sql": values})
