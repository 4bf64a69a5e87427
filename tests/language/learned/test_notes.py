"""The second opinion on notes: what is told, asked and withheld, and why."""

import pytest

from benchmarks.labelled import KEPT
from benchmarks.labelled import notes as labelled
from recruiter_kit.language.learned.notes import kind_of, suspect, thresholds, why
from recruiter_kit.language.screening import Names, ask_rules, screen
from recruiter_kit.model import Candidate


@pytest.mark.parametrize(
    "note",
    [
        "has to be gone by three for the twins",
        "puffed after one flight of stairs",
        "surname says it all really",
        "wants 38/hr, we've got 31",
    ],
)
def test_what_no_list_holds_is_not_told(note: str) -> None:
    assert screen(note) is not None


@pytest.mark.parametrize(
    "note",
    [
        "Forgot the where clause on the update.",
        "Asked the customer for the order number before promising a date.",
        "Her care plan for the resident had no review date.",
        "Drew the queue before the database and explained why.",
        "Found the race condition in the booking code.",
        "Told the patient in the scenario what her diabetes means for the operation.",
        "Read the salaries in the case study from the wrong column.",
    ],
)
def test_ordinary_observations_and_near_misses_stay_free(note: str) -> None:
    assert screen(note) is None


def test_less_is_taken_for_granted_of_a_note_beside_no_rating() -> None:
    lines = thresholds()
    assert lines.asked_overall < lines.asked < lines.withheld
    notes = [note.note for note in labelled([KEPT])]
    overall = sum(screen(note, overall=True) is not None for note in notes)
    assert sum(screen(note) is not None for note in notes) < overall < len(notes)


def test_a_rule_that_the_second_opinion_contradicts_is_asked_about_and_not_dropped() -> None:
    note = "Best bit of the day: she measured twice and cut once."
    assert ask_rules(note).rule is not None
    found = screen(note)
    assert found is not None
    assert found.asked
    assert not found.quarantined
    assert found.reason.startswith("May the candidate read this? Perhaps it ")


def test_what_is_meant_for_software_is_never_overruled() -> None:
    found = screen("Her SQL was fine, but the page said {{ 7*7 }} in the test.")
    assert found is not None
    assert not found.asked


def test_a_rule_about_somebody_in_an_exercise_is_let_go_only_where_both_agree() -> None:
    assert screen("Explained the HIV window period to the patient in plain words.") is None
    assert screen("Knew the case study inside out, but has HIV himself.") is not None
    assert screen("In the scenario he told us he is diabetic himself.") is not None


def test_suspicion_of_a_protected_kind_is_quarantined_and_no_other_is() -> None:
    kinds = {name: kind_of(note) for name, note in (("family", "twins at home"), ("pay", "wants 40k a year"))}
    assert kinds["family"].quarantined
    assert not kinds["pay"].quarantined


def test_a_reason_names_the_kind_and_the_words_that_weighed_most() -> None:
    note = "wants 40k a year"
    assert why(note, kind_of(note), note).startswith(
        "it reads like something that must not reach a candidate (pay): "
    )
    asked = why(note, kind_of(note), note, asked=True)
    assert asked.startswith("May the candidate read this? ")
    assert "(pay)" in asked


def test_it_does_not_matter_whether_a_note_is_about_a_man_or_a_woman_or_what_they_are_called() -> None:
    assert suspect("He raised his voice himself") == suspect("She raised her voice herself")
    scores = set()
    for given, family in (("Chloe", "Marchand"), ("Mark", "Hope"), ("Oluwaseun", "Adeyemi-Brown")):
        names = Names.of(own=Candidate(given_name=given, family_name=family))
        scores.add(suspect(names.without_own(f"{given} closed up w/o checking, {family} was told")))
    assert len(scores) == 1


def test_the_same_sentence_always_has_the_same_score() -> None:
    assert suspect("wants 40k a year") == suspect("wants 40k a year")


def test_the_kept_author_was_never_learned_from_and_little_of_theirs_is_told() -> None:
    assert KEPT not in thresholds().card.data
    notes = labelled([KEPT])
    unfit = [note.note for note in notes if note.why_not]
    told = [note for note in unfit if screen(note, overall=True) is None]
    assert len(told) <= 0.04 * len(unfit), told
    fit = [note.note for note in notes if not note.why_not]
    withheld = [note for note in fit if (found := screen(note)) and not found.asked]
    assert len(withheld) <= 0.06 * len(fit), withheld


def test_the_figures_by_author_left_out_have_not_fallen() -> None:
    figures = thresholds().card.figures.values()
    total = {name: sum(each[name] for each in figures) for name in next(iter(figures))}
    assert total["unfit_told"] <= 0.03 * total["unfit"]
    assert total["fit_withheld"] <= 0.035 * total["fit"]
