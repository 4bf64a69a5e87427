"""The call as it is said."""

from recruiter_kit.composing.call import call_script
from recruiter_kit.composing.spoken import sentences
from recruiter_kit.feedback import Part, Statement
from recruiter_kit.model import Reason
from tests.gold import gold

MOST_WORDS = 330
DECISION_WITHIN = 45


def spoken(**changes: object) -> list[str]:
    script = call_script(gold(**changes))
    return [line.text for part in script.parts for line in part.lines if line.kind == "say"]


def test_the_decision_is_said_within_forty_five_words() -> None:
    said = " ".join(spoken())
    before = said[: said.index("We are not offering you the role.")]
    assert len(before.split()) + 7 <= DECISION_WITHIN


def test_the_parts_come_in_the_order_of_the_specification() -> None:
    names = [part.name for part in call_script(gold()).parts]
    assert names == ["Opening", "Decision", "Feeling", "Choice", "Reasons", "Questions", "Close"]


def test_there_is_a_pause_after_the_decision_and_it_counts() -> None:
    (decision,) = [part for part in call_script(gold()).parts if part.name == "Decision"]
    assert decision.lines[-1].text == "pause, 5 to 8 seconds"
    assert decision.seconds >= 8 + decision.words * 60 // 125


def test_it_stays_within_five_minutes_and_330_words() -> None:
    script = call_script(gold())
    assert script.words <= MOST_WORDS
    assert script.seconds <= 300


def test_one_strength_and_two_gaps_are_said_and_each_seen_sentence_is_a_statement() -> None:
    said = spoken()
    told = {one for each in gold().said(Part.SEEN, Part.STRENGTH) for one in sentences(each.text)}
    assert sum(one in told for one in said) == 4
    assert "The first was data modelling." in said
    assert "The second was SQL." in said


def test_a_third_gap_of_the_letter_is_not_said() -> None:
    standard = gold().standard.model_copy(update={"most_gaps_on_call": 1})
    said = spoken(standard=standard)
    assert "One thing that decided it was data modelling." in said
    assert not any("SQL" in one for one in said)


def test_a_long_need_is_cut_where_the_voice_would_stop() -> None:
    assert (
        "The role needs a schema that survives a change in requirements, with its trade-offs named."
        in spoken()
    )
    longer = _with_needs(
        "A schema that survives a change in requirements, with all its trade-offs named in writing."
    )
    assert "The role needs a schema that survives a change in requirements." in spoken(statements=longer)


def test_a_closed_role_is_said_as_one() -> None:
    decision = gold().decision.model_copy(update={"reason": Reason.ROLE_CLOSED})
    assert "We are not offering you the role, because it has been closed." in spoken(decision=decision)


def test_cards_are_filled_from_this_feedback() -> None:
    cards = {card.id: card for card in call_script(gold()).cards}
    assert "by 26 November" in cards["fact-dispute"].then
    assert "data modelling, SQL" in cards["anger"].then
    assert cards["apply-again"].first == "I have no date for that, and I won't promise one."
    assert not any("{" in card.then + card.first for card in cards.values())


def test_what_was_withheld_is_named_by_category() -> None:
    assert call_script(gold()).do_not_say[0] == "Anything about another candidate."


def _with_needs(text: str) -> tuple[Statement, ...]:
    return tuple(
        each.model_copy(update={"text": text})
        if each.part is Part.NEEDS and each.criterion == "modelling"
        else each
        for each in gold().statements
    )
