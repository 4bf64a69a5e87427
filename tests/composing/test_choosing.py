"""Which units show how a criterion was met, and what of each is told."""

from dataclasses import replace

from recruiter_kit.composing.choosing import for_gap, for_strength
from recruiter_kit.composing.units import Unit
from recruiter_kit.feedback import Direction, Form, Observation, Source
from tests import build


def unit(level: float | None, *texts: str, card: str = "s1", waiting: int = 0) -> Unit:
    told = []
    for number, text in enumerate(texts, start=1):
        source = Source(
            scorecard=card, place="ratings[0].note", start=number * 100, end=number * 100 + 1, text=text
        )
        told.append(
            Observation(
                id=f"{card}o{number}", criterion="modelling", direction=Direction.NEUTRAL, source=source,
                text=text, form=Form.NOTED,
            )
        )  # fmt: skip
    sources = tuple(seen.source for seen in told)
    return Unit(build.scorecard(id=card), "modelling", level, tuple(told), sources, waiting)


def test_a_gap_shows_the_units_rated_below_the_required_level_lowest_first() -> None:
    high = unit(4, "Drew the whole schema.", card="s1")
    low = unit(2, "Left out the refund path.", card="s2")
    lowest = unit(1, "Never named an index.", card="s3")
    seen = for_gap([high, low, lowest], 3).evidence
    assert [piece.unit.scorecard.id for piece in seen] == ["s3", "s2"]


def test_beside_a_failure_a_unit_that_names_none_is_told_only_where_it_is_rated_as_low() -> None:
    failure = unit(2, "Walked past the open edge without a word.", card="s1")
    fact = unit(3, "Stopped a crane lift at 22 mph, the limit was 20.", card="s2")
    seen = for_gap([failure, fact], 4).evidence
    assert [piece.unit.scorecard.id for piece in seen] == ["s1"]
    assert for_gap([fact], 4).evidence[0].text == "Stopped a crane lift at 22 mph, the limit was 20."


def test_a_unit_is_told_whole_with_praise_that_is_part_of_it() -> None:
    (piece,) = for_gap([unit(2, "Joins were correct.", "Got stuck on window functions.")], 3).evidence
    assert piece.text == "Joins were correct. Got stuck on window functions."


def test_praise_alone_is_never_told_under_a_gap_and_goes_to_a_person() -> None:
    chosen = for_gap([unit(2, "Clear and well structured answer.")], 3)
    assert chosen.evidence == ()
    assert len(chosen.contradicting) == 1


def test_of_a_unit_that_waits_in_part_only_a_failure_is_told() -> None:
    assert for_gap([unit(2, "The scenario ran for ten minutes.", waiting=1)], 3).evidence == ()
    (piece,) = for_gap([unit(2, "Did not call anyone for ten minutes.", waiting=1)], 3).evidence
    assert piece.text == "Did not call anyone for ten minutes."


def test_where_most_of_a_unit_is_not_told_only_a_plain_failure_says_why() -> None:
    rest = Source(scorecard="s1", place="ratings[0].note", start=900, end=901, text="a word " * 20)
    scene = replace(unit(2, "Is found by the bins and doesn't want to go home.", waiting=1), untold=(rest,))
    assert for_gap([scene], 3).evidence == ()
    failure = replace(unit(2, "Did not call anyone for ten minutes.", waiting=1), untold=(rest,))
    assert len(for_gap([failure], 3).evidence) == 1


def test_a_long_unit_keeps_the_sentences_nearest_to_the_failure_within_seventy_words() -> None:
    filler = "The task was a schema for a shop with orders and customers and stock in it."
    texts = [*[f"{filler} Part {number}." for number in range(6)], "Did not record a refund."]
    (piece,) = for_gap([unit(2, *texts)], 3).evidence
    assert piece.text.endswith("Did not record a refund.")
    assert len(piece.text.split()) <= 70


def test_a_question_is_never_told_without_its_answer() -> None:
    (piece,) = for_gap([unit(2, "Did not record a refund.", "And what about late events?")], 3).evidence
    assert piece.text == "Did not record a refund."


def test_a_strength_is_one_unit_rated_at_or_above_the_level_highest_first() -> None:
    at = unit(3, "Asked two good questions on the brief.", card="s1")
    above = unit(5, "Explained the trade-off clearly with an example.", card="s2")
    (piece,) = for_strength([at, above], 3).evidence
    assert piece.unit.scorecard.id == "s2"


def test_a_criticism_is_never_told_under_a_strength() -> None:
    texts = ["Explained the trade-off clearly with an example.", "Missed the deadline in the brief."]
    (piece,) = for_strength([unit(4, *texts)], 3).evidence
    assert piece.text == texts[0]


def test_a_failure_rated_as_a_strength_goes_to_a_person_with_both_shown() -> None:
    chosen = for_strength([unit(4, "Could not explain the trade-off.")], 3)
    assert chosen.evidence == ()
    assert chosen.contradicting[0].level == 4


def test_only_a_plain_failure_gets_a_you_in_front() -> None:
    (piece,) = for_gap([unit(2, "Jumped to tables before asking what for.")], 3).evidence
    assert (piece.text, piece.form) == ("You jumped to tables before asking what for.", Form.ADDRESSED)
