"""Shorthand is written out; what has several meanings is left."""

from pathlib import Path

import pytest

from recruiter_kit.errors import DataFileError
from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.rewriting import rewrite, shorthand
from recruiter_kit.language.rewriting.shorthand import expand, packs, trades_for


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("w/ help, w/o help, w/out help", "with help, without help, without help"),
        ("v. weak", "very weak"),
        ("6 yrs exp in A&E", "6 years' experience in A&E"),
        ("took 10 mins, 1 hr, 30 secs", "took 10 minutes, 1 hour, 30 seconds"),
        ("Q1 and Q12", "question 1 and question 12"),
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


@pytest.mark.parametrize("short", ["good obs", "weak on comp", "the pt", "no diff"])
def test_what_has_several_meanings_raises_doubt(short: str) -> None:
    with pytest.raises(Doubt):
        expand(short)


def test_a_trade_settles_the_meaning() -> None:
    assert expand("obs and pts", ["nursing"]) == "observations and patients"
    assert expand("weak diff", ["teaching"]) == "weak differentiation"
    assert expand("no diff", ["software"]) == "no difference"


@pytest.mark.parametrize(
    ("title", "trades"),
    [
        ("Staff Nurse", ("nursing",)),
        ("Senior Software Engineer", ("software",)),
        ("Store Manager", ("retail",)),
        ("Beekeeper", ()),
    ],
)
def test_a_roles_title_calls_for_its_trade(title: str, trades: tuple[str, ...]) -> None:
    assert trades_for(title) == trades


def test_a_house_adds_its_own_shorthand_as_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_a_broken_house_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
    """Read the packs anew."""
    packs.cache_clear()
    shorthand._table.cache_clear()


def test_words_put_in_follow_the_spelling_of_the_house_and_the_notes_own_stay() -> None:
    note = "Weak beh mgmt, colour-coded and color-coded the groups"
    british, american = (
        rewrite(note, trades=["teaching"], spelling=each).text for each in ("en-GB", "en-US")
    )
    assert british == "Your behaviour management was weak; you colour-coded and color-coded the groups."
    assert american == british.replace("behaviour", "behavior")
