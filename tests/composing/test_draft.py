"""From scorecards and a decision to a drafted feedback."""

import pytest

from recruiter_kit.errors import IncompleteError, UndecidedError
from recruiter_kit.feedback import Basis, Feedback, Part
from recruiter_kit.model import Application, Criterion, Reason, Role
from recruiter_kit.review.review import compose
from recruiter_kit.standard import Sender, Standard
from tests.build import application, criterion, decision, rating, role, scorecard

STANDARD = Standard(sender=Sender(name="Dana Okafor", title="Talent"))
GAP_NOTE = "Jumped to tables before asking what the reports were for."
GOOD_NOTE = "Talked through batch vs streaming w/ an example from her last job"


def draft(application: Application, asked: Role | None = None, standard: Standard = STANDARD) -> Feedback:
    return compose(application, asked or role(), standard)


def texts(feedback: Feedback, *parts: Part) -> list[str]:
    return [each.text for each in feedback.said(*parts)]


def rules(feedback: Feedback) -> set[str]:
    return {each.rule for each in feedback.findings}


def test_without_a_decision_nothing_is_drafted_and_the_error_names_r1() -> None:
    undecided = application(scorecard(rating(2, GAP_NOTE))).model_copy(update={"decision": None})
    with pytest.raises(UndecidedError, match=r"a1.*\(R1\)"):
        draft(undecided)


def test_nothing_rests_on_what_an_assistant_wrote_before_a_person_has_confirmed_it() -> None:
    note = rating(2, GAP_NOTE).model_copy(update={"by_assistant": True})
    feedback = draft(application(scorecard(note)))
    assert not any(each.sources for each in feedback.said(Part.SEEN, Part.STRENGTH, Part.WAITING))
    (left,) = feedback.left_to_recruiter
    assert (left.unconfirmed, left.observed) == (True, False)
    assert left.reason.startswith("written by an assistant and confirmed by nobody")
    confirmed = note.model_copy(update={"confirmed_by": "Ana Reyes"})
    (seen,) = draft(application(scorecard(confirmed))).said(Part.SEEN)
    assert [source.text for source in seen.sources] == [GAP_NOTE]


def test_an_overall_note_of_an_assistant_is_left_out_too() -> None:
    card = scorecard(rating(2, GAP_NOTE)).model_copy(
        update={"note": "Her data modelling was slow to start.", "by_assistant": True}
    )
    feedback = draft(application(card))
    assert [left.source.place for left in feedback.left_to_recruiter if left.unconfirmed] == ["note"]
    assert all(source.place != "note" for each in feedback.statements for source in each.sources)


def test_without_scorecards_nothing_is_drafted() -> None:
    with pytest.raises(IncompleteError, match="no scorecards"):
        draft(application())


def test_without_an_organisation_nothing_is_signed_in_somebodys_name() -> None:
    nameless = role().model_copy(update={"organisation": None})
    with pytest.raises(IncompleteError, match="the organisation of the role Data Engineer"):
        draft(application(scorecard(rating(2, GAP_NOTE))), nameless)


def test_below_the_bar_needs_a_decisive_criterion() -> None:
    open_decision = decision().model_copy(update={"decisive": ()})
    with pytest.raises(IncompleteError, match="names no decisive criterion"):
        draft(application(scorecard(rating(2, GAP_NOTE)), decided=open_decision))


def test_the_decision_comes_first_and_is_plain() -> None:
    feedback = draft(application(scorecard(rating(2, GAP_NOTE))))
    assert feedback.statements[0].part is Part.DECISION
    assert feedback.statements[0].text.startswith("We are not offering you the Data Engineer role.")


def test_a_gap_has_what_is_needed_what_was_seen_and_what_would_help() -> None:
    feedback = draft(application(scorecard(rating(1, GAP_NOTE))))
    parts = [each.part for each in feedback.statements if each.criterion == "modelling"]
    assert parts == [Part.NEEDS, Part.SEEN, Part.ADVICE]
    assert texts(feedback, Part.SEEN) == ["You jumped to tables before asking what the reports were for."]


def test_every_evaluative_statement_carries_its_sources() -> None:
    feedback = draft(application(scorecard(rating(1, GAP_NOTE))))
    (seen,) = feedback.said(Part.SEEN)
    assert seen.basis is Basis.OBSERVATION
    (source,) = seen.sources
    assert (source.scorecard, source.place) == ("s1", "ratings[0].note")
    assert GAP_NOTE[source.start : source.end] == source.text


def test_gaps_come_heaviest_first_and_only_decisive_ones_are_told() -> None:
    asked = role(criterion("modelling", 3), criterion("sql", 4), criterion("testing", 3))
    card = scorecard(
        rating(2, "Left out the refund path.", "modelling"),
        rating(1, "Got stuck on window functions.", "sql"),
        rating(1, "Wrote no tests for the edge cases.", "testing"),
    )
    feedback = draft(application(card, decided=decision(Reason.BELOW_BAR, "modelling", "sql")), asked)
    assert feedback.gaps() == ("sql", "modelling")


def test_a_gap_nobody_saw_is_not_told_and_the_recruiter_is_told_whom_to_ask() -> None:
    feedback = draft(application(scorecard(rating(1))))
    assert feedback.gaps() == ()
    assert texts(feedback, Part.UNSEEN) == [
        "On modelling, your interviewers did not write down an example we can share. "
        "That is our fault, not yours."
    ]
    (finding,) = [each for each in feedback.findings if each.rule == "composing.not_seen"]
    assert "ask Ana Reyes for one thing" in finding.message


def test_a_decision_against_the_levels_is_brought_to_the_recruiter() -> None:
    feedback = draft(application(scorecard(rating(4, GOOD_NOTE))))
    assert feedback.gaps() == ()
    assert "composing.decisive_at_bar" in rules(feedback)


def test_a_split_panel_is_said_as_a_split() -> None:
    cards = [
        scorecard(rating(level, note), id=f"s{place}", interviewer=f"Rater {place}")
        for place, (level, note) in enumerate(
            [(1, GAP_NOTE), (2, "Left out the refund path."), (4, GOOD_NOTE)]
        )
    ]
    feedback = draft(application(*cards))
    assert texts(feedback, Part.DIFFERING) == ["Your interviewers disagreed here; both views follow."]
    assert len(feedback.said(Part.SEEN)) == 3


def test_a_strength_is_told_only_where_it_was_seen_and_the_bar_was_met() -> None:
    asked = role(criterion("modelling"), criterion("explaining"), criterion("working"))
    card = scorecard(
        rating(1, GAP_NOTE, "modelling"), rating(4, GOOD_NOTE, "explaining"), rating(5, None, "working")
    )
    feedback = draft(application(card), asked)
    assert feedback.strengths() == ("explaining",)


def test_a_close_call_points_to_no_gap() -> None:
    asked = role(criterion("modelling"), criterion("explaining"))
    card = scorecard(rating(3, None, "modelling"), rating(4, GOOD_NOTE, "explaining"))
    feedback = draft(application(card, decided=decision(Reason.CLOSE_CALL)), asked)
    assert feedback.gaps() == ()
    assert texts(feedback, Part.OUTCOME) == [
        "It was close. You were at or above the level we need on both criteria. "
        "No criterion decided against you, and there is nothing we would ask you to change."
    ]


def test_a_close_call_is_called_close_only_where_the_levels_bear_it_out() -> None:
    card = scorecard(rating(1, GAP_NOTE))
    feedback = draft(application(card, decided=decision(Reason.CLOSE_CALL)))
    assert not any("close" in text for text in texts(feedback, Part.OUTCOME))


def test_what_was_written_and_waits_for_a_person_is_a_visible_blank_and_no_confession() -> None:
    feedback = draft(application(scorecard(rating(1, "Told the mum she was wrong, twice."))))
    assert texts(feedback, Part.WAITING) == ["[1 note on modelling waits for you]"]
    assert texts(feedback, Part.UNSEEN) == []
    (finding,) = [each for each in feedback.findings if each.rule == "composing.waiting"]
    assert "Ana Reyes wrote what was seen" in finding.message
    (left,) = [each for each in feedback.left_to_recruiter if each.question]
    answered = compose(
        application(scorecard(rating(1, "Told the mum she was wrong, twice."))),
        role(), STANDARD, answers={left.question.id: "candidate"},
    )  # fmt: skip
    assert texts(answered, Part.SEEN) == ["Told the mum you were wrong, twice."]
    assert answered.answers == {left.question.id: "candidate"}


def test_a_closed_role_says_so_and_names_no_gap() -> None:
    feedback = draft(application(scorecard(rating(1, GAP_NOTE)), decided=decision(Reason.ROLE_CLOSED)))
    assert "because the role has been closed" in feedback.statements[0].text
    assert feedback.gaps() == ()


def test_dates_count_from_the_decision() -> None:
    feedback = draft(application(scorecard(rating(1, GAP_NOTE))))
    (dispute,) = texts(feedback, Part.DISPUTE)
    assert "write to Dana Okafor by 26 November" in dispute
    assert "answer by 3 December" in dispute
    assert texts(feedback, Part.RETENTION) == ["We keep your interview records until 12 November 2027."]


def test_american_spelling_writes_american_dates() -> None:
    american = STANDARD.model_copy(update={"spelling": "en-US"})
    feedback = draft(application(scorecard(rating(1, GAP_NOTE))), standard=american)
    assert texts(feedback, Part.RETENTION) == ["We keep your interview records until November 12, 2027."]


def test_without_a_sender_there_is_a_visible_blank_and_a_finding() -> None:
    feedback = draft(application(scorecard(rating(1, GAP_NOTE))), standard=Standard())
    assert "[name of the sender]" in texts(feedback, Part.DISPUTE)[0]
    assert "composing.no_sender" in rules(feedback)


def test_another_candidate_in_a_note_is_withheld_and_said_nowhere() -> None:
    note = f"{GAP_NOTE} Reminds me of Tom who we turned down in May."
    feedback = compose(application(scorecard(rating(1, note))), role(), STANDARD, people=("Tom Hale",))
    assert [each.rule for each in feedback.withheld] == ["R7"]
    assert not any("Tom" in each.text for each in feedback.statements)


def test_a_private_note_is_never_read() -> None:
    card = scorecard(rating(1, GAP_NOTE), private_note="Kept looking at the clock.")
    feedback = draft(application(card))
    assert "clock" not in feedback.model_dump_json()


def test_an_interview_named_after_an_interviewer_is_not_named() -> None:
    card = scorecard(rating(1, GAP_NOTE), interview="Chat with Ana Reyes")
    feedback = compose(application(card), role(), STANDARD, people=("Ana Reyes",))
    assert [each.interview for each in feedback.said(Part.SEEN)] == [None]


def test_the_same_input_gives_the_same_feedback() -> None:
    given = application(scorecard(rating(1, GAP_NOTE)))
    assert draft(given) == draft(given)


def test_a_role_without_level_texts_is_asked_for_them_and_one_without_advice_gives_no_next_step() -> None:
    bare: Criterion = criterion("modelling", levels={}, advice=())
    found = rules(draft(application(scorecard(rating(1, GAP_NOTE))), role(bare)))
    assert "composing.no_level_text" in found
    assert "composing.no_advice" not in found
