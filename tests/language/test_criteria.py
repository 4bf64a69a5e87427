"""Which criterion a sentence of an overall note speaks of."""

import pytest

from recruiter_kit.language.criteria import criterion_of
from recruiter_kit.model import Criterion, Role

ROLE = Role(
    id="de",
    title="Data Engineer",
    criteria=(
        Criterion(id="modelling", name="Data modelling", levels={"4": "A schema that survives a change"}),
        Criterion(id="sql", name="SQL", levels={"4": "Joins and window functions written without help"}),
        Criterion(id="explaining", name="Explaining decisions"),
    ),
)


@pytest.mark.parametrize(
    ("sentence", "criterion"),
    [
        ("SQL was slow.", "sql"),
        ("Data modelling was thin", "modelling"),
        ("Modelled the orders well", "modelling"),
        ("Stuck on window functions", "sql"),
        ("Good SQL, weak data modelling", None),
        ("Explained his decisions about SQL", "sql"),
        ("Arrived on time", None),
        ("", None),
    ],
)
def test_only_an_unambiguous_sentence_is_tied(sentence: str, criterion: str | None) -> None:
    assert criterion_of(sentence, ROLE) == criterion


def test_a_role_without_criteria_ties_nothing() -> None:
    assert criterion_of("SQL was slow", Role(id="x", title="X")) is None
