"""Notes that are on no criterion are tied to one by their heading, when a person says which."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.intake import read
from recruiter_kit.intake.joining.ties import tied, untied
from recruiter_kit.model import Bundle, Rating, Scorecard
from tests import build
from tests.intake.sources import a_bundle, an_application, write

NOTE = (
    "Communication: clear with the family.\n"
    "Handover:\nLeft out the allergy.\nNamed the next dose.\n\n"
    "Calm all day."
)
ROLE = build.role(build.criterion("communication"), build.criterion("handover"), build.criterion("medicines"))


def bundle(note: str | None = NOTE, *ratings: Rating, **card: object) -> Bundle:
    made = build.scorecard(*ratings, note=note, interview="Ward visit", **card)
    return Bundle(roles=(ROLE,), applications=(build.application(made),))


def card_of(bundle: Bundle) -> Scorecard:
    return bundle.applications[0].scorecards[0]


def notes_of(bundle: Bundle) -> dict[str, str | None]:
    return {rating.criterion: rating.note for rating in card_of(bundle).ratings}


def test_notes_on_no_criterion_are_listed_by_heading_with_what_they_may_mean() -> None:
    found = {each.heading: each for each in untied(bundle(), "r1")}
    assert list(found) == ["Communication", "Handover", "Ward visit"]
    assert found["Communication"].examples == ("clear with the family.",)
    assert found["Handover"].examples == ("Left out the allergy. Named the next dose.",)
    assert found["Handover"].meant == ("handover",)
    assert (found["Ward visit"].by, found["Ward visit"].examples) == ("interview", ("Calm all day.",))


def test_the_heading_with_most_notes_comes_first() -> None:
    twelve = tuple(
        build.scorecard(id=f"s{number}", note="Comms: calm with the family.", interview=None)
        for number in range(12)
    )
    many = Bundle(
        roles=(ROLE,), applications=(build.application(*twelve, *bundle().applications[0].scorecards),)
    )
    first = untied(many, "r1")[0]
    assert (first.heading, first.notes, first.examples) == ("Comms", 12, ("calm with the family.",))
    assert first.meant == ("communication",)


def test_a_note_goes_to_the_criterion_that_a_person_named() -> None:
    after = tied(bundle(), {"handover": "Handover", "Ward visit": "medicines"})
    assert notes_of(after) == {
        "handover": "Left out the allergy.\nNamed the next dose.",
        "medicines": "Calm all day.",
    }
    assert all(rating.level is None for rating in card_of(after).ratings)
    assert card_of(after).note == "Communication: clear with the family."


def test_a_note_joins_the_one_on_its_criterion() -> None:
    rated = build.rating(2, "Forgot the dose.", "handover")
    after = tied(bundle(NOTE, rated), {"Handover": "handover"})
    assert notes_of(after) == {"handover": "Forgot the dose.\nLeft out the allergy.\nNamed the next dose."}
    assert card_of(after).ratings[0].level == 2


def test_whose_the_line_after_a_headed_one_is_cannot_be_known() -> None:
    after = tied(bundle("Handover: left out the allergy.\nCalm all day."), {"Handover": "handover"})
    assert notes_of(after) == {"handover": "left out the allergy."}
    assert card_of(after).note == "Calm all day."


def test_what_is_left_does_not_come_under_another_heading() -> None:
    ties = {"Handover": "handover"}
    after = tied(bundle("Manner:\nPolite.\nHandover: left out the allergy.\nCalm all day."), ties)
    assert card_of(after).note == "Manner:\nPolite.\n\nCalm all day."
    assert tied(after, {"Manner": "communication"}).applications[0].scorecards[0].note == "Calm all day."


@pytest.mark.parametrize(
    "ties", [{}, {"Dress": "handover"}, {"Handover": "Charm"}, {"": "handover"}, {"Handover": ""}]
)
def test_a_heading_that_is_not_there_or_means_no_criterion_changes_nothing(ties: dict[str, str]) -> None:
    assert tied(bundle(), ties) == bundle()


def test_private_notes_are_left_alone() -> None:
    private = bundle("Internal: asks for too much.", private_note="Handover: never again.")
    assert tied(private, {"Internal": "handover", "Handover": "handover"}) == private
    assert untied(private, "r1") == ()


def test_reading_ties_what_it_is_told_to(tmp_path: Path) -> None:
    card = {"id": "s1", "ratings": [], "note": "Tables: began with the tables.", "private_note": "Too dear."}
    export = write(tmp_path, "export.json", a_bundle(an_application(scorecards=[card])))
    read_card = read(export, ties={"Tables": "Data modelling"}).applications[0].scorecards[0]
    assert read_card.ratings == (Rating(criterion="modelling", note="began with the tables."),)
    assert (read_card.note, read_card.private_note) == (None, "Too dear.")


LINES = st.sampled_from(
    [
        "Handover:",
        "Handover: left it out.",
        "Manner: polite",
        "Manner:",
        "Calm all day.",
        "",
        "Then: 3 doses",
        "  x",
    ]
)


@given(
    st.lists(LINES, max_size=8).map("\n".join),
    st.dictionaries(
        st.sampled_from(["Handover", "Manner", "Ward visit"]), st.sampled_from(["handover", "Medicines"])
    ),
)
def test_tying_loses_no_word_and_tying_twice_changes_nothing(note: str, ties: dict[str, str]) -> None:
    before = bundle(note or None, build.rating(2, "Forgot the dose.", "handover"))
    after = tied(before, ties)
    assert tied(after, ties) == after
    # A heading that was tied is now the criterion; every other word is there as often as before.
    headings = {word.lower() for heading in ties for word in heading.split()}
    assert kept(after, headings) == kept(before, headings)


def kept(bundle: Bundle, headings: set[str]) -> Counter[str]:
    card = card_of(bundle)
    texts = [card.note, *(rating.note for rating in card.ratings)]
    words = Counter(word for text in texts for word in re.findall(r"\w+", text or ""))
    return Counter({word: times for word, times in words.items() if word.lower() not in headings})
