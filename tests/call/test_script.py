"""The call as it is said."""

import pytest
import yaml

from recruiter_kit.call.script import call_script
from recruiter_kit.call.spoken import Line, words
from recruiter_kit.composing import phrasing
from recruiter_kit.feedback import Closeness, Feedback, Part, Statement, Verdict
from recruiter_kit.model import Reason
from tests.gold import gold
from tests.samples.made import feedbacks

MOST_WORDS = 330
DECISION_WITHIN = 45


def spoken(**changes: object) -> list[str]:
    script = call_script(gold(**changes))
    return [line.text for part in script.parts for line in part.lines if line.spoken]


def points(feedback: Feedback) -> list[Line]:
    return [line for part in call_script(feedback).parts for line in part.lines if line.kind == "point"]


def test_the_decision_is_said_within_forty_five_words() -> None:
    said = " ".join(spoken())
    before = said[: said.index("We're not offering you the role.")]
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


def test_one_strength_and_two_gaps_are_said_and_each_point_is_in_the_letter() -> None:
    said = spoken()
    letter = " ".join(statement.text for statement in gold().said(Part.SEEN, Part.STRENGTH))
    assert len(points(gold())) == 4
    assert all(point.text.rstrip(".") in letter for point in points(gold()))
    assert said.index("The first was data modelling.") < said.index("The second was SQL.")


def with_seen(*noted: str) -> Feedback:
    """The gold feedback with these notes on data modelling, each by one interviewer."""
    seen = gold().statements[3]
    units = [seen.model_copy(update={"id": f"n{place}", "text": text}) for place, text in enumerate(noted)]
    return gold(statements=(*gold().statements[:3], *units, *gold().statements[5:]))


def test_a_gap_is_told_in_three_points_with_the_words_of_the_letter_beside_them() -> None:
    note = (
        "Normalised orders OK but no way to record a refund, the schema had one table for all of it. Asked "
        "how you'd handle late events, no answer."
    )
    feedback = with_seen(note, "Jumped to tables before asking what the reports were for.")
    on_modelling = points(feedback)[1:-1]
    assert [line.text for line in on_modelling] == [
        "Normalised orders OK but no way to record a refund.",
        "Asked how you'd handle late events, no answer.",
        "Jumped to tables before asking what the reports were for.",
    ]
    assert [line.beside for line in on_modelling] == [
        None, f"Modelling exercise: {note}", "Modelling exercise",
    ]  # fmt: skip


def test_every_criterion_that_decided_it_is_named_and_two_are_told() -> None:
    decision = gold().decision.model_copy(update={"decisive": ("modelling", "sql", "working")})
    said = spoken(decision=decision)
    assert "Three things decided it: data modelling, SQL and working with others." in said
    assert "Let me take you through two of them." in said
    assert "The main reason was data modelling; the second was SQL." in said


def test_a_gap_that_the_call_has_no_room_for_is_named() -> None:
    standard = gold().standard.model_copy(update={"most_gaps_on_call": 1})
    said = spoken(standard=standard)
    assert "Two things decided it: data modelling and SQL." in said
    assert "Let me take you through one of them: data modelling." in said
    assert "The main reason was data modelling." in said
    assert not any("window functions" in line for line in said)


def test_where_nobody_wrote_on_a_criterion_no_other_is_called_the_main_reason() -> None:
    on_sql = ("sql",)
    kept = [statement for statement in gold().statements if statement.criterion not in on_sql]
    unseen = gold().statements[0].model_copy(update={"part": Part.UNSEEN, "text": "On SQL there is nothing."})
    said = spoken(statements=(*kept, unseen))
    assert "One of the reasons was data modelling." in said
    assert "On SQL there is nothing." in said


def test_the_one_next_step_is_that_of_the_first_gap_that_has_one() -> None:
    kept = [each for each in gold().statements if (each.part, each.criterion) != (Part.ADVICE, "modelling")]
    said = spoken(statements=tuple(kept))
    assert any(line.startswith("Solve ten ranking problems") for line in said)
    none = [statement for statement in kept if statement.part is not Part.ADVICE]
    assert "Here's one thing that would help." not in spoken(statements=tuple(none))


def test_both_views_are_told_where_the_interviewers_disagreed() -> None:
    feedback = with_seen("Drew a clear schema.", "No way to record a refund. Stuck on joins.")
    turn = feedback.statements[2].model_copy(update={"part": Part.DIFFERING, "text": "Both views follow."})
    said = spoken(statements=(*feedback.statements[:3], turn, *feedback.statements[3:]))
    place = said.index("Here are both views.")
    assert said[place - 1] == "Your interviewers saw this differently."
    assert said[place + 1 : place + 4] == [
        "Drew a clear schema.",
        "No way to record a refund.",
        "Stuck on joins.",
    ]


def test_notes_that_wait_for_a_person_are_a_blank_on_the_call_too() -> None:
    seen = gold().statements[3]
    blank = seen.model_copy(update={"part": Part.WAITING, "text": "[2 notes on data modelling wait for you]"})
    kept = [each for each in gold().statements if (each.part, each.criterion) != (Part.SEEN, "modelling")]
    script = call_script(gold(statements=(*kept[:3], blank, *kept[3:])))
    lines = [(line.kind, line.text) for part in script.parts for line in part.lines]
    assert ("stage", "2 notes on data modelling wait for you") in lines
    assert not any("get wrong on data modelling" in question.asked for question in script.questions)


def test_in_a_close_call_what_was_below_is_told_and_nothing_is_said_to_have_decided_it() -> None:
    decision = gold().decision.model_copy(update={"reason": Reason.CLOSE_CALL, "decisive": ()})
    outcome = (
        gold()
        .statements[0]
        .model_copy(update={"part": Part.OUTCOME, "text": "It was close. The fifth, SQL, was below it:"})
    )
    seen = next(each for each in gold().statements if (each.part, each.criterion) == (Part.SEEN, "sql"))
    feedback = gold(decision=decision, statements=(*gold().statements[:2], outcome, seen))
    script = call_script(feedback)
    said = [line.text for part in script.parts for line in part.lines]
    place = said.index("The fifth, SQL, was below it:")
    assert said[place + 1] == "You got stuck on window functions and needed a hint."
    assert not any("decided it" in line or "reason" in line for line in said[place:])
    assert "stuck on window functions" in " ".join(line.text for line in script.short.lines)
    assert [question.asked for question in script.questions][-1] == "“So what did I do wrong?”"


SURVIVES = "The role needs a schema that survives a change in requirements, with all its trade-offs named"


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        ("The role needs a schema that survives.", "The role needs a schema that survives."),
        ("Joins written without help.", "The level this role needs is “Joins written without help”."),
        (f"{SURVIVES} in writing.", f"{SURVIVES} in writing."),
        (
            f"{SURVIVES} in writing, for each of the tables, and again for each of the reports.",
            f"{SURVIVES} in writing, for each of the tables.",
        ),
    ],
)
def test_a_need_is_whole_unless_it_is_too_long_for_a_call(needs: str, said: str) -> None:
    spoken_in_full = " ".join(spoken(statements=_with_needs(needs))).replace(" …", "")
    assert f"{said} Here's what we noted." in spoken_in_full


NEEDS = yaml.safe_load(phrasing.wording_file("letter.yaml").read_text(encoding="utf-8"))["needs"]


@pytest.mark.parametrize("level", ["a sound schema", "Draws it. Asks first"])
@pytest.mark.parametrize("form", NEEDS)
def test_what_the_letter_says_of_the_level_is_said_whole_and_put_into_nothing_else(
    form: str, level: str
) -> None:
    needs = NEEDS[form].format(needs=level, lower=level, higher=f"{level} and tests it")
    said = " ".join(spoken(statements=_with_needs(needs))).replace(" …", "")
    assert f"The first was data modelling. {needs} Here's what we noted." in said


def test_a_closed_role_is_said_as_one() -> None:
    decision = gold().decision.model_copy(update={"reason": Reason.ROLE_CLOSED})
    assert "We're not offering you the role, because it has been closed." in spoken(decision=decision)


def test_cards_are_filled_from_this_feedback() -> None:
    cards = {card.id: card for card in call_script(gold()).cards}
    assert "by 26 November" in cards["fact-dispute"].then
    assert "data modelling and SQL" in cards["anger"].then
    assert cards["apply-again"].first == "I don't have a date for that, and I won't promise one."
    assert not any("{" in card.then + card.first for card in cards.values())


def test_what_was_withheld_is_named_by_category() -> None:
    assert call_script(gold()).do_not_say[0] == "Anything about another candidate."


def test_the_decision_comes_early_and_every_line_is_one_breath() -> None:
    script = call_script(gold())
    lines = [line.text for part in script.parts for line in part.lines if line.spoken]
    decision = next(index for index, line in enumerate(lines) if "not offering you" in line)
    assert len(" ".join(lines[: decision + 1]).split()) <= DECISION_WITHIN
    assert all(len(line.split()) <= 16 for line in lines)


def test_the_voicemail_asks_to_call_back_and_says_nothing_of_the_outcome() -> None:
    said = " ".join(line.text for line in call_script(gold()).voicemail.lines)
    assert "call me back" in said
    for word in ("Data Engineer", "interview", "decision", "offer", "role", "outcome", "feedback"):
        assert word not in said


def test_in_a_minute_the_decision_what_decided_it_one_point_and_one_next_step_are_said() -> None:
    short = call_script(gold()).short
    said = " ".join(line.text for line in short.lines)
    assert short.seconds <= 60
    assert "not offering you" in said
    assert "Two things decided it: data modelling and SQL." in said
    assert sum(line.kind == "point" for line in short.lines) == 1
    assert "Take a schema you have built" in said
    assert "window functions" not in said


def test_the_caller_is_asked_first_whether_the_decision_can_be_defended() -> None:
    before = call_script(gold()).before
    assert before[0].startswith("Can you defend this with the scorecards?")
    assert any(line.startswith("Data modelling:") for line in before)
    assert not any("too close" in line or "either way" in line for line in before)


def test_a_panel_too_close_to_call_sends_the_caller_back_first() -> None:
    near = Closeness(verdict=Verdict.TOO_CLOSE, margin=-0.1, standard_error=0.4)
    assert any("gone either way" in line for line in call_script(gold(closeness=near)).before)


def test_likely_questions_are_answered_from_the_statements() -> None:
    questions = {question.asked: question.answer for question in call_script(gold()).questions}
    assert (
        questions["“What did I get wrong on SQL?”"] == "You got stuck on window functions and needed a hint."
    )
    assert questions["“What would have been enough on SQL?”"].startswith("Joins and window functions")
    assert "data modelling and SQL" in questions["“Did explaining decisions not count for anything?”"]
    assert not any("agree" in asked for asked in questions)


def test_a_split_panel_is_admitted_when_the_candidate_asks() -> None:
    statements = gold().statements
    split = statements[3].model_copy(update={"part": Part.DIFFERING, "text": "Your interviewers differed."})
    script = call_script(gold(statements=(*statements[:3], split, *statements[4:])))
    (answer,) = [question.answer for question in script.questions if "all agree" in question.asked]
    assert answer.startswith("No. They saw it differently.")
    assert any("don't speak for all of them" in line for line in script.before)


def test_a_candidate_who_withdrew_is_not_warned_of_bad_news() -> None:
    decision = gold().decision.model_copy(update={"reason": Reason.WITHDREW})
    script = call_script(gold(decision=decision))
    assert "Feeling" not in [part.name for part in script.parts]
    assert not any("wanted" in line.text for line in script.parts[1].lines)


def _with_needs(text: str) -> tuple[Statement, ...]:
    return tuple(
        statement.model_copy(update={"text": text})
        if statement.part is Part.NEEDS and statement.criterion == "modelling"
        else statement
        for statement in gold().statements
    )


def test_where_only_one_thing_is_said_on_a_gap_it_is_a_failure_and_not_a_remark_beside_it() -> None:
    said = [line.text for line in call_script(feedbacks()["wa-01"]).short.lines]
    assert any("no forklift licence" in line for line in said)
    assert not any("booked for January" in line for line in said)


@pytest.mark.parametrize("name", sorted(feedbacks()))
def test_no_sentence_of_a_sample_call_is_too_long_for_one_breath(name: str) -> None:
    script = call_script(feedbacks()[name])
    lines = [line.text for part in script.parts for line in part.lines if line.spoken]
    greeting = feedbacks()[name].candidate.address_name
    assert [line for line in lines if words(line.replace(greeting, "Name")) > 15] == []
