"""The notes of a scorecard are plain, wherever they stand in it."""

from recruiter_kit.intake.plain_card import plain_card
from recruiter_kit.model import Rating, Scorecard


def card(**fields: object) -> Scorecard:
    return Scorecard.model_validate({"id": "s1", **fields})


def test_every_text_is_cleaned_and_nothing_else() -> None:
    before = card(
        note="<p>Overall</p>",
        private_note="**Mine**",
        interview="<b>Case</b> &amp; call",
        raw="<p>1 - No</p>",
        ratings=[Rating(criterion="a", level=2, note="No *plan*", raw="<b>no</b>")],
    )
    after, left_out = plain_card(before)
    assert after == card(
        note="Overall",
        private_note="Mine",
        interview="Case & call",
        raw="<p>1 - No</p>",
        ratings=[Rating(criterion="a", level=2, note="No plan", raw="<b>no</b>")],
    )
    assert not left_out


def test_a_plain_scorecard_is_the_same_one() -> None:
    before = card(note="Overall", ratings=[Rating(criterion="a", level=2, note="No plan")])
    assert plain_card(before)[0] is before


def test_a_note_of_which_nothing_is_left_is_none() -> None:
    after, left_out = plain_card(card(ratings=[Rating(criterion="a", note="Sent from my iPhone")]))
    assert after.ratings[0].note is None
    assert left_out
