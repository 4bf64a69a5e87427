"""Shorthand is written out; what has several meanings is left."""

from pathlib import Path

import pytest

from recruiter_kit.errors import DataFileError
from recruiter_kit.language.lexicons import load
from recruiter_kit.language.rewriting import rewrite, shorthand
from recruiter_kit.language.rewriting.shapes import Shapes, write_out
from recruiter_kit.language.rewriting.shorthand import expand, packs, trades_for


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("w/ help, w/o help, w/out help", "with help, without help, without help"),
        ("v. weak", "very weak"),
        ("6 yrs exp in A&E", "6 years' experience in A&E"),
        ("took 10 mins, 1 hr, 30 secs", "took 10 minutes, 1 hour, 30 seconds"),
        ("did Q1 and Q12", "did question 1 and question 12"),
        ("Q3 revenue and targets for Q4", "Q3 revenue and targets for Q4"),
        ("asked 2 good Qs", "asked 2 good questions"),
        ("Comms ok, comms fine", "Communication ok, communication fine"),
        ("k8s", "Kubernetes"),
        ("re: churn & price + cost", "about churn and price and cost"),
        ("~30", "about 30"),
        ("didn't use `w/` or re.match", "didn't use `w/` or re.match"),
        ('said "v. good comms"', 'said "v. good comms"'),
        ("exported, experience, example", "exported, experience, example"),
    ],
)
def test_short_forms_are_written_out(short: str, long: str) -> None:
    assert expand(short) == long


@pytest.mark.parametrize(
    "short", ["good obs", "weak on comp", "got to the pt", "read the diff", "a tab left open"]
)
def test_what_has_several_meanings_stays_as_it_was_typed(short: str) -> None:
    assert expand(short) == short


EXAMPLES = [
    (short, long) for shape in load("shapes", Shapes).shapes for short, long in shape.examples.items()
]


@pytest.mark.parametrize(("short", "long"), EXAMPLES)
def test_what_is_beside_a_short_form_settles_its_meaning(short: str, long: str) -> None:
    assert write_out(short) == long


def test_every_shape_changes_one_of_its_examples() -> None:
    for shape in load("shapes", Shapes).shapes:
        assert any(short != long for short, long in shape.examples.items()), shape.pattern


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("v good on SQL", "very good on SQL"),
        ("was v patient", "was very patient"),
        ("batch v streaming", "batch against streaming"),
        ("felt v patient", "felt v patient"),
        ("Smith v Jones", "Smith v Jones"),
        ("V. weak on joins", "Very weak on joins"),
    ],
)
def test_v_is_very_or_against_and_stays_where_it_may_be_either(short: str, long: str) -> None:
    assert expand(short) == long


@pytest.mark.parametrize(
    "typed",
    [
        "DR plan, RE lesson, US office",
        "`cd src` and cd_rate",
        'said "v good, cdnt say"',
        "Max and Jan agreed",
        "s47 and K+",
    ],
)
def test_quotations_code_names_and_terms_in_capitals_stay(typed: str) -> None:
    assert expand(typed) == typed


def test_a_quarter_is_no_question_in_trades_that_count_in_quarters() -> None:
    assert expand("rephrased Q3") == "rephrased question 3"
    assert expand("rephrased Q3", ["sales"]) == "rephrased Q3"
    assert expand("said Q3 was a dud, one deal slipped") == "said Q3 was a dud, one deal slipped"


def test_the_stop_of_a_short_form_goes_with_it_inside_a_sentence() -> None:
    assert expand("approx. 5 people, incl. me") == "approximately 5 people, including me"
    assert expand("weak comms. Late.") == "weak communication. Late."


def test_a_long_form_that_is_spelled_in_two_ways_follows_the_organisation() -> None:
    assert expand("level to a mm, weak org") == "level to a millimetre, weak organisation"
    assert expand("level to a mm, weak org", spelling="en-US") == "level to a millimeter, weak organization"


def test_a_trade_settles_the_meaning() -> None:
    assert expand("obs and pts", ["nursing"]) == "observations and patients"
    assert expand("weak diff", ["teaching"]) == "weak differentiation"
    assert expand("good rec", ["finance"]) == "good reconciliation"
    assert expand("asked the yp", ["social-work"]) == "asked the young person"


@pytest.mark.parametrize(
    ("title", "trades"),
    [
        ("Staff Nurse", ("nursing",)),
        ("Senior Software Engineer", ("software",)),
        ("Store Manager", ("retail",)),
        ("Family Solicitor", ("law",)),
        ("HR Adviser", ("hr",)),
        ("Beekeeper", ()),
    ],
)
def test_a_roles_title_calls_for_its_trade(title: str, trades: tuple[str, ...]) -> None:
    assert trades_for(title) == trades


def test_an_organisation_adds_its_own_shorthand_as_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shorthand").mkdir()
    (tmp_path / "shorthand" / "ours.yaml").write_text(
        "source: our depot\ntrade: general\nroles: []\nexpand: {lgv: lorry, comms: radio}\nunclear: ''\n"
    )
    monkeypatch.setenv("RECRUITER_KIT_INSTANCE", str(tmp_path))
    forget()
    try:
        assert expand("parked the lgv, comms ok") == "parked the lorry, radio ok"
    finally:
        monkeypatch.undo()
        forget()


def test_a_broken_file_of_an_organisation_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shorthand").mkdir()
    (tmp_path / "shorthand" / "ours.yaml").write_text("trade: general\n")
    monkeypatch.setenv("RECRUITER_KIT_INSTANCE", str(tmp_path))
    forget()
    try:
        with pytest.raises(DataFileError, match=r"ours\.yaml"):
            expand("comms ok")
    finally:
        monkeypatch.undo()
        forget()


def forget() -> None:
    """Read the packs again."""
    packs.cache_clear()
    shorthand._table.cache_clear()


def test_words_put_in_follow_the_organisations_spelling_and_the_notes_own_stay() -> None:
    note = "Weak beh mgmt, colour-coded and color-coded the groups"
    british, american = (
        rewrite(note, trades=["teaching"], spelling=each).text for each in ("en-GB", "en-US")
    )
    assert british == "Weak behaviour management, colour-coded and color-coded the groups."
    assert american == british.replace("behaviour", "behavior")
