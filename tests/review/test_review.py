"""A drafted feedback is checked statement by statement and as a whole."""

from collections.abc import Mapping

import pytest

from recruiter_kit.feedback import (
    Agreement,
    Band,
    Basis,
    Closeness,
    Feedback,
    Finding,
    Part,
    Standing,
    Statement,
    Verdict,
)
from recruiter_kit.language.checking import check
from recruiter_kit.model import Reason
from recruiter_kit.review.statements import check_feedback
from tests.gold import gold
from tests.places import CORPORA

GOLD = CORPORA / "gold"
PEOPLE = ("Ana Reyes", "Tom Hill", "Dana Okafor", "Marta Silva")
FAR = Closeness(verdict=Verdict.CLEAR, margin=-1.7, standard_error=0.4)
NEAR = Closeness(verdict=Verdict.CLOSE, margin=-0.1, standard_error=0.4)


def labels(found: tuple[Finding, ...], severity: str = "error") -> list[str]:
    return [each.label for each in found if each.severity == severity]


def changed(texts: Mapping[str, str], **fields: object) -> Feedback:
    """Return the gold feedback with some of its statements reworded."""
    return gold(
        statements=tuple(
            each.model_copy(update={"text": texts.get(each.id, each.text)}) for each in gold().statements
        ),
        **fields,
    )


def first(part: Part) -> Statement:
    return gold().said(part)[0]


def without(*parts: Part) -> tuple[Statement, ...]:
    return tuple(each for each in gold().statements if each.part not in parts)


@pytest.mark.parametrize("name", ["letter.md", "close-call.md", "call.txt"])
def test_the_gold_texts_are_clean(name: str) -> None:
    assert check((GOLD / name).read_text(encoding="utf-8"), document=True) == []


def test_the_gold_feedback_is_clean() -> None:
    assert [each for each in check_feedback(gold(), PEOPLE) if each.severity != "warning"] == []


def test_a_finding_on_a_statement_has_its_id_and_offsets_in_its_text() -> None:
    seen = gold().said(Part.SEEN)[1]
    feedback = changed({seen.id: "You asked for the reports. We had many strong candidates."})
    (found,) = [each for each in check_feedback(feedback, ()) if each.label == "evasion"]
    assert found.statement == seen.id
    text = next(each.text for each in feedback.statements if each.id == seen.id)
    assert text[found.start : found.end] == "many strong candidates"


def test_what_was_seen_may_stand_in_the_next_statement_on_the_same_criterion() -> None:
    one, other = gold().said(Part.SEEN)[:2]
    feedback = changed({one.id: "Your answer was thin.", other.id: "You named one of the five checks."})
    assert "unsupported" not in labels(check_feedback(feedback, ()), "warning")
    alone = changed({one.id: "Your answer was thin.", other.id: "Your design was weak."})
    assert labels(check_feedback(alone, ()), "warning").count("unsupported") == 2


def test_what_the_role_needs_is_no_claim_on_the_candidate() -> None:
    needs = first(Part.NEEDS)
    found = check_feedback(changed({needs.id: "Strong communication, and a confident presenter."}), ())
    assert [each for each in found if each.statement == needs.id] == []


def test_a_decision_is_said_within_the_first_forty_words() -> None:
    decision = first(Part.DECISION)
    assert "no-decision" in labels(
        check_feedback(changed({decision.id: "Thank you for coming to see us."}), ())
    )
    late = "We met on a Monday. " * 10 + decision.text
    assert "late-decision" in labels(check_feedback(changed({decision.id: late}), ()))


def test_a_gap_without_what_was_seen_is_an_error() -> None:
    found = check_feedback(gold(statements=without(Part.SEEN)), ())
    assert {each.rule for each in found if each.label == "incomplete-gap"} == {"incomplete-gap.no-seen"}


@pytest.mark.parametrize("part", [Part.NEEDS, Part.ADVICE])
def test_a_gap_may_be_told_without_a_next_step_or_what_the_role_needs(part: Part) -> None:
    found = check_feedback(gold(statements=without(part)), ())
    assert not [each for each in found if each.label == "incomplete-gap"]


def test_a_statement_that_rests_on_nothing_is_an_error() -> None:
    bare = tuple(
        each.model_copy(update={"sources": ()}) if each.basis is Basis.OBSERVATION else each
        for each in gold().statements
    )
    found = [
        each for each in check_feedback(gold(statements=bare), ()) if each.rule == "unsupported.no-source"
    ]
    assert len(found) == len([each for each in bare if each.basis is Basis.OBSERVATION])


def standings(**bands: Band) -> tuple[Standing, ...]:
    return tuple(
        each.model_copy(update={"band": bands.get(each.criterion, each.band)}) for each in gold().standings
    )


def test_a_gap_at_the_bar_and_praise_below_it_contradict_the_scorecards() -> None:
    found = check_feedback(gold(standings=standings(sql=Band.AT, working=Band.BELOW)), ())
    rules = {each.rule for each in found if each.label == "contradicts-scorecard"}
    assert rules == {"contradicts-scorecard.gap-at-bar", "contradicts-scorecard.praise-below"}


@pytest.mark.parametrize(("closeness", "wrong"), [(FAR, True), (None, True), (NEAR, False)])
def test_close_is_said_only_where_it_was_computed(closeness: Closeness | None, wrong: bool) -> None:
    process = first(Part.PROCESS)
    feedback = changed({process.id: "It was very close."}, closeness=closeness)
    rules = [each.rule for each in check_feedback(feedback, ())]
    assert ("contradicts-scorecard.close-not-computed" in rules) is wrong


def told(*criteria: str) -> tuple[Statement, ...]:
    return tuple(
        each
        for each in gold().statements
        if each.criterion in criteria or each.part not in (Part.NEEDS, Part.SEEN, Part.ADVICE)
    )


def test_the_heaviest_reason_and_most_of_the_shortfall_are_told() -> None:
    found = check_feedback(gold(statements=told("sql")), ())
    rules = {each.rule for each in found if each.label == "reason-coverage"}
    assert rules == {"reason-coverage.coverage", "reason-coverage.heaviest"}


def test_a_criterion_on_which_the_panel_split_may_be_left_out() -> None:
    split = tuple(
        each.model_copy(update={"agreement": Agreement.SPLIT}) if each.criterion == "modelling" else each
        for each in gold().standings
    )
    found = check_feedback(gold(statements=told("sql"), standings=split), ())
    assert not [each for each in found if each.label == "reason-coverage"]


def test_a_close_call_needs_no_gap() -> None:
    decision = gold().decision.model_copy(update={"reason": Reason.CLOSE_CALL, "decisive": ()})
    found = check_feedback(gold(statements=told(), decision=decision), ())
    assert not [each for each in found if each.label == "reason-coverage"]


def test_nobody_but_the_candidate_and_the_sender_is_named() -> None:
    seen = first(Part.SEEN)
    feedback = changed({seen.id: "You did not answer Ana when she asked about refunds."})
    (found,) = [each for each in check_feedback(feedback, PEOPLE) if each.rule == "disclosure.name"]
    assert (found.statement, feedback.statements[3].text[found.start : found.end]) == (seen.id, "Ana")


def test_a_raw_score_does_not_leave() -> None:
    seen = first(Part.SEEN)
    found = check_feedback(changed({seen.id: "You scored 2/5 on modelling."}), ())
    assert "disclosure" in labels(found)


def test_a_long_text_and_a_long_sentence_are_hard_to_read_but_terms_count_as_one() -> None:
    seen = first(Part.SEEN)
    long = "You " + "named one table and " * 6 + "stopped."
    assert "hard-to-read" in labels(check_feedback(changed({seen.id: long}), ()), "warning")
    exempt = "You named the " + "Explaining decisions and the " * 7 + "table."
    assert "hard-to-read" not in labels(check_feedback(changed({seen.id: exempt}), ()), "warning")
    assert "too-long" in labels(
        check_feedback(changed({seen.id: "You named one table. " * 90}), ()), "warning"
    )


def test_the_same_feedback_gives_the_same_findings() -> None:
    worse = changed({first(Part.SEEN).id: "Your answer was thin and you were shy."})
    assert check_feedback(worse, PEOPLE) == check_feedback(worse, PEOPLE)
