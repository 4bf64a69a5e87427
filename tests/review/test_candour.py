"""How candid a draft is."""

import pytest

from recruiter_kit.feedback import Agreement, Candour, Feedback, Part
from recruiter_kit.model import Reason
from recruiter_kit.review.candour import measure, out_of_bounds
from tests.gold import gold
from tests.samples.made import feedbacks


def test_a_letter_that_tells_every_gap_in_three_parts_is_wholly_candid() -> None:
    found = measure(gold())
    assert found.reason_coverage == 1
    assert found.evidence_share == 1
    assert found.action_share == 1


def test_a_gap_without_advice_lowers_the_action_share() -> None:
    whole = gold()
    kept = tuple(
        each
        for each in whole.statements
        if not (each.part is Part.ADVICE and each.criterion == whole.gaps()[0])
    )
    found = measure(gold(statements=kept))
    assert found.action_share == 0.5
    assert found.without_step == (whole.gaps()[0],)


def without(*parts: Part) -> Candour:
    """Measure the gold feedback without these parts of its first gap, and a word of advice on the second."""
    gap = gold().gaps()[0]
    kept = [each for each in gold().statements if not (each.part in parts and each.criterion == gap)]
    short = {"text": "Practise."}
    return measure(
        gold(
            statements=tuple(
                each.model_copy(update=short) if each.part is Part.ADVICE and each.criterion != gap else each
                for each in kept
            )
        )
    )


def test_a_gap_for_which_no_next_step_fits_is_not_less_candid() -> None:
    found = without(Part.ADVICE)
    assert found.future_share is not None
    assert found.future_share < 0.4
    assert not {"action_share", "future_share"} & set(out_of_bounds(found))


def test_a_gap_with_a_step_says_what_the_role_needs_and_steps_are_not_a_word_only() -> None:
    assert "action_share" in out_of_bounds(without(Part.NEEDS))
    assert "action_share" not in out_of_bounds(without())
    everywhere = tuple(
        each.model_copy(update={"text": "Practise."}) if each.part is Part.ADVICE else each
        for each in gold().statements
    )
    assert "future_share" in out_of_bounds(measure(gold(statements=everywhere)))


def read_on(feedback: Feedback, criterion: str) -> float:
    (found,) = [each.inferred for each in measure(feedback).by_criterion if each.criterion == criterion]
    return found


@pytest.mark.parametrize(
    ("part", "text", "decisive", "read"),
    [
        (Part.PROCESS, "Two criteria decided it: data modelling and SQL.", ("modelling", "sql"), -1.5),
        (Part.PROCESS, "One criterion decided it: data modelling.", ("modelling", "sql"), 0.0),
        (Part.PROCESS, "Ines Okoro, Head of SQL, decided it: data modelling.", ("modelling",), 0.0),
        (Part.UNSEEN, "On SQL, your interviewers wrote nothing.", ("modelling", "sql"), -1.5),
        (Part.UNSEEN, "On MySQL, your interviewers wrote nothing.", ("modelling", "sql"), 0.0),
    ],
)
def test_a_criterion_counts_as_named_where_the_letter_names_it(
    part: Part, text: str, decisive: tuple[str, ...], read: float
) -> None:
    decision = gold().decision.model_copy(update={"decisive": decisive})
    kept = [each for each in gold().statements if each.criterion != "sql" and each.part is not Part.PROCESS]
    named = gold().statements[1].model_copy(update={"part": part, "text": text})
    assert read_on(gold(decision=decision, statements=(*kept, named)), "sql") == read


def test_a_reader_sees_the_band_also_where_the_interviewers_disagreed() -> None:
    turn = gold().statements[2].model_copy(update={"part": Part.DIFFERING, "text": "They disagreed."})
    differing = gold(statements=(*gold().statements, turn))
    assert read_on(differing, "modelling") == read_on(gold(), "modelling")
    bare = gold(standard=gold().standard.model_copy(update={"bands_shown": False}))
    assert read_on(bare, "modelling") != read_on(gold(), "modelling")


def test_the_heaviest_gap_left_out_lowers_the_reason_coverage() -> None:
    whole = gold()
    kept = tuple(each for each in whole.statements if each.criterion != whole.gaps()[0])
    coverage = measure(gold(statements=kept)).reason_coverage
    assert coverage is not None
    assert 0 < coverage < 0.5


def test_nothing_evaluative_has_no_share_rather_than_a_perfect_one() -> None:
    assert measure(gold(statements=(gold().statements[0],))).evidence_share is None


def test_a_criterion_on_which_the_panel_split_need_not_be_told() -> None:
    whole = gold()
    modelling, sql, *rest = whole.standings
    split = modelling.model_copy(update={"agreement": Agreement.SPLIT})
    kept = tuple(each for each in whole.statements if each.criterion != "modelling")
    assert measure(gold(statements=kept, standings=(split, sql, *rest))).reason_coverage == 1


def test_a_role_that_closed_owes_no_reasons() -> None:
    decision = gold().decision.model_copy(update={"reason": Reason.ROLE_CLOSED})
    assert measure(gold(decision=decision)).reason_coverage is None


SAMPLES = sorted(feedbacks())


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_as_candid_as_it_must_be(name: str) -> None:
    candour = feedbacks()[name].candour
    assert candour is not None
    assert set(out_of_bounds(candour)) <= ({"reason_coverage"} if name == "re-02" else set())


def test_where_nothing_was_seen_the_recruiter_is_told_whom_to_ask_for_what() -> None:
    feedback = feedbacks()["re-02"]
    assert feedback.candour is not None
    assert feedback.candour.reason_coverage == 0
    assert set(feedback.candour.untold) == {"leading", "customers"}
    asked = [each.message for each in feedback.findings if each.rule == "composing.not_seen"]
    for name in ("Leading a shift", "Helping customers"):
        assert any(name in each and "Dean Foster, Yusuf Demir" in each for each in asked)


def test_a_split_criterion_is_told_as_a_split_with_both_views_and_has_no_inflation() -> None:
    feedback = feedbacks()["6003"]
    told = [each.text for each in feedback.statements if each.criterion == "escalation"]
    views = [place for place, text in enumerate(told) if "drop in oxygen" in text or "Waited for" in text]
    assert len(views) == 2
    assert views[0] < views[1]
    assert any(each.criterion == "escalation" for each in feedback.said(Part.DIFFERING))
    assert feedback.candour is not None
    assert "escalation" not in [each.criterion for each in feedback.candour.by_criterion]


def test_praise_in_the_note_of_a_gap_is_told_only_beside_the_failure() -> None:
    (said, *_) = [each.text for each in feedbacks()["sw-01"].said(Part.SEEN) if "quickly" in each.text]
    assert "Didn't mention a timeout." in said
