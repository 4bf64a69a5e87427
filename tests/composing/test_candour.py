"""How candid a draft is."""

from recruiter_kit.composing.candour import measure
from recruiter_kit.feedback import Agreement, Part
from recruiter_kit.model import Reason
from tests.gold import gold


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
    assert measure(gold(statements=kept)).action_share == 0.5


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
