"""The learned second opinion: what it adds where the rules are silent, and what it must not get worse at."""

import math

import pytest

from recruiter_kit.language.screening import ask_rules, screen
from recruiter_kit.language.suspicion import FEWEST_WORDS, kind_of, suspect, weights, why, words_of
from tests.language.corpus import rows

SAMPLE = rows("notes_suspicion")
MOST_LEAKED = {"author_a": 0.36, "author_d": 0.34, "author_e": 0.50}
MOST_HELD_BACK = 0.06


@pytest.mark.parametrize(
    ("note", "label"),
    [
        ("has to be gone by three for the twins", "family"),
        ("she'll be off every Diwali", "protected"),
        ("Bootcamp, not a proper degree", "proxy"),
    ],
)
def test_it_withholds_what_no_rule_lists_and_says_what_it_reads_like(note: str, label: str) -> None:
    assert ask_rules(note).rule is None
    found = screen(note)
    assert found is not None
    assert found.label in {label, "doubt"}
    assert "must not reach a candidate" in found.reason


@pytest.mark.parametrize(
    "note",
    [
        "Forgot the where clause on the update.",
        "Asked the customer for the order number before promising a date.",
        "Her care plan for the resident had no review date.",
        "Drew the queue before the database and explained why.",
        "Pairing session",
        "System design",
        "Panel interview",
    ],
)
def test_ordinary_observations_and_names_of_interviews_pass(note: str) -> None:
    assert screen(note) is None


def test_a_rule_about_somebody_in_an_exercise_is_let_go_only_where_both_agree() -> None:
    assert screen("Explained the HIV window period to the patient in plain words.") is None
    assert screen("Knew the case study inside out, but has HIV himself.") is not None
    assert screen("In the scenario he told us he is diabetic himself.") is not None


def test_it_says_nothing_of_one_or_two_words() -> None:
    assert not suspect("Meh.").withheld
    assert not suspect("two days").withheld


def test_suspicion_of_a_protected_kind_is_quarantined_and_no_other_is() -> None:
    kinds = {name: kind_of(note) for name, note in (("family", "twins at home"), ("pay", "wants 40k a year"))}
    assert kinds["family"].quarantined
    assert not kinds["pay"].quarantined


def test_a_reason_names_the_kind_in_plain_words() -> None:
    assert why(kind_of("wants 40k a year")) == "it reads like something that must not reach a candidate (pay)"


def test_what_is_added_up_is_what_was_learned() -> None:
    wrong = [
        row["note"]
        for row in SAMPLE
        if not math.isclose(suspect(row["note"]).score, row["score"], abs_tol=1e-5)
    ]
    assert wrong == []
    assert len(SAMPLE) > 200


@pytest.mark.parametrize(("author", "most"), MOST_LEAKED.items())
def test_figures_by_author_left_out_have_not_fallen(author: str, most: float) -> None:
    figures = weights().card.figures[author]
    assert figures.leaked / figures.unfit <= most
    assert figures.leaked < figures.leaked_by_rules_alone
    assert figures.held_back <= MOST_HELD_BACK * figures.fit


def test_the_figures_on_the_card_are_those_of_the_stored_sample() -> None:
    known = weights()
    for author, figures in known.card.figures.items():
        sample = [row for row in SAMPLE if row["author"] == author]
        unfit = [row for row in sample if not row["shareable"]]
        leaked = [row for row in unfit if not _held(row)]
        if not unfit:
            continue
        spread = 3 * math.sqrt(0.25 / len(unfit))
        assert abs(len(leaked) / len(unfit) - figures.leaked / figures.unfit) <= spread, author


def _held(row: dict) -> bool:
    said = ask_rules(row["note"])
    if said.rule is not None:
        return not (said.in_exercise and row["left_out"] < weights().release)
    enough = len(words_of(row["note"])) >= FEWEST_WORDS
    return enough and not said.near_miss and row["left_out"] > weights().threshold


def test_the_last_author_was_never_learned_from() -> None:
    assert "author_b" not in weights().card.data
