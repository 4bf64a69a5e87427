"""A next step: from the role, from the library where it fits, or none."""

import re

import pytest

from recruiter_kit.composing import advice
from recruiter_kit.composing.families import families
from recruiter_kit.feedback import Basis, Part, Statement
from recruiter_kit.language.checking import check
from recruiter_kit.model import Criterion, CriterionKind, Role
from tests.build import ADVICE, criterion, role

PIECES = [piece for family in families().values() for piece in family.advice()]
# Words a piece begins with; each is something a person does.
VERBS = frozenset(
    ("Act", "Answer", "Ask", "Build", "Copy", "Cut", "Do", "Draw", "Explain", "Guide", "Hold", "Keep", "List",
     "Make", "Plan", "Practise", "Prepare", "Record", "Repeat", "Read", "Say", "Solve", "Start", "Study",
     "Sum", "Take", "Teach", "Tell", "Walk", "Work", "Write")
)  # fmt: skip
PRESUMED = frozenset(
    ("course", "training", "employer", "colleague", "colleagues", "boss", "manager", "shift", "policy")
)


def named(name: str, **fields: object) -> Criterion:
    bare = {"name": name, "id": "c1", "advice": (), "levels": {}}
    return criterion().model_copy(update=bare | fields)


def job(title: str) -> Role:
    return role().model_copy(update={"title": title})


def test_the_roles_own_advice_goes_before_the_library_and_is_marked_as_such() -> None:
    assert advice.next_step(named("SQL", advice=(ADVICE,)), role()) == (ADVICE, Basis.ROLE)


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        (
            "Data modelling",
            "Take a schema you have built and add a requirement it was not made for. "
            "Write down what breaks and what you would change.",
        ),
        (
            "SQL",
            "Solve ten ranking and running-total problems with window functions, "
            "without looking anything up.",
        ),
    ],
)
def test_the_gold_steps_come_word_for_word(name: str, piece: str) -> None:
    assert advice.next_step(named(name), role()) == (piece, Basis.LIBRARY)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Stock control", "Shop Manager"),
        ("Loading of vans", "Shop Manager"),
        ("Hollandaise", "Chef de Partie"),
        ("Glassblowing", "Glass Artist"),
        ("Criterion 4", "Accountant"),
    ],
)
def test_no_step_is_told_where_no_family_is_named(name: str, title: str) -> None:
    spoken_of = {"3": "Writes SQL, plans the loading, reconciles the ledger, handles complaints."}
    assert advice.next_step(named(name, levels=spoken_of), job(title)) is None


@pytest.mark.parametrize(
    "name",
    ["Forklift licence", "NMC registration", "C1 German", "Teaching certificate", "SQL qualification",
     "Two years of bookkeeping", "Degree in statistics", "Spanish (spoken), level B2"],
)  # fmt: skip
def test_a_requirement_gets_no_step_and_no_choice_of_skills(name: str) -> None:
    asked = named(name, levels={"3": "Holds it: licence, SQL, German, accounts."})
    assert advice.next_step(asked, role()) is None
    assert advice.nearest(asked, role()) == ()


def test_a_role_may_tell_a_step_that_leads_to_a_requirement() -> None:
    step = "Book the test of the forklift licence."
    assert advice.next_step(named("Forklift licence", advice=(step,)), role()) == (step, Basis.ROLE)


def test_the_kind_of_the_criterion_chooses_the_piece() -> None:
    family = families()["explaining"]
    for kind in (CriterionKind.INTERVIEW_PERFORMANCE, CriterionKind.EXPERIENCE_AND_SKILLS):
        step = advice.next_step(named("Explaining decisions", kind=kind), role())
        assert step == (getattr(family, kind.value), Basis.LIBRARY)
    without = advice.next_step(named("Explaining decisions", kind=None), role())
    assert without == (family.experience_and_skills, Basis.LIBRARY)


def test_what_is_not_told_is_offered_the_nearest_first() -> None:
    asked = named("Stock control", levels={"3": "Finds and reports missing stock"})
    offered = advice.nearest(asked, job("Shop Manager"))
    assert offered[0] == families()["warehouse"].piece(asked.kind)
    assert offered == advice.nearest(asked, job("Shop Manager"))
    assert len(advice.nearest(named("Managing a customer's spreadsheet problems"), role(), most=3)) == 3
    assert len(advice.nearest(named("Managing a customer's spreadsheet problems"), role(), most=1)) == 1


def test_words_of_the_levels_and_the_trade_find_near_pieces_too() -> None:
    in_level = advice.nearest(named("Area 2", levels={"3": "Keeps allergens apart"}), job("Volunteer"))
    in_trade = advice.nearest(named("Hollandaise"), job("Chef de Partie"))
    assert in_level == in_trade == (families()["food_service"].piece(None),)


def test_the_family_that_is_named_is_the_nearest_and_what_shares_nothing_is_not_offered() -> None:
    step = advice.next_step(named("SQL"), role())
    assert step is not None
    assert advice.nearest(named("SQL", levels={"3": "customers guests complaints"}), role())[0] == step[0]
    assert advice.nearest(named("Glassblowing"), job("Glass Artist")) == ()


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_starts_with_a_verb_and_passes_our_own_check(piece: str) -> None:
    assert [finding.label for finding in check(piece)] == []
    for sentence in piece.removesuffix(".").split(". "):
        assert len(sentence.split()) <= 25
    assert piece.split()[0] in VERBS
    assert piece.endswith(".")


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_presumes_no_course_no_employer_and_nothing_that_was_seen(piece: str) -> None:
    assert not set(re.findall(r"\w+", piece.casefold())) & PRESUMED
    assert not re.search(r"\b(?:be|try to be) (?:more|less|better)\b", piece, re.IGNORECASE)


def test_each_piece_is_there_once_and_hardly_any_says_how_to_know() -> None:
    assert len(set(PIECES)) == len(PIECES)
    assert sum("You will know it works when" in piece for piece in PIECES) <= 1


TEST = "You will know it works when each table has a cost."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"List three trade-offs. Name their costs. {TEST}", "List three trade-offs. Name their costs."),
        (f"Draw it. {TEST} Then draw it again.", "Draw it. Then draw it again."),
        ("Draw it. You'll know that it works when nothing breaks.", "Draw it."),
        ("Draw it. You’ll know this works when nothing breaks.", "Draw it."),
        ("Draw it. You will know it works after ten in a row.", "Draw it."),
        ("Draw it. You will know you are ready when nothing breaks.", "Draw it."),
        ("Draw it. You will know when to ask.", "Draw it. You will know when to ask."),
        ("Draw it. You will know the tables by heart.", "Draw it. You will know the tables by heart."),
        ("Draw it until you will know it works when run.", "Draw it until you will know it works when run."),
        (TEST, TEST),
    ],
)  # fmt: skip
def test_how_to_know_can_be_left_out_of_a_step_and_nothing_else_is(text: str, told: str) -> None:
    assert advice.without_test(text) == told


def test_a_letter_says_how_to_know_in_the_first_step_that_does_and_in_no_later_one() -> None:
    texts = ["Draw it.", f"Build it. {TEST}", f"Copy it. {TEST}", f"Cut it. {TEST}"]
    steps = [
        Statement(id=f"t{place}", part=Part.ADVICE, text=text, basis=Basis.ROLE)
        for place, text in enumerate(texts)
    ]
    seen = steps[3].model_copy(update={"part": Part.SEEN})
    told = [statement.text for statement in advice.tested_once([*steps, seen])]
    assert told == ["Draw it.", f"Build it. {TEST}", "Copy it.", "Cut it.", f"Cut it. {TEST}"]
