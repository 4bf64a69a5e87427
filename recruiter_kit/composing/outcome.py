"""What came of it where gaps are not the reason: how close it was, and what there is to change.

In: the case, the standings and the plan. Out: sentences, empty where gaps tell it. "Close" is said only where
it is recorded and the figures bear it out (H5); what became of the post only where that is recorded.
"""

from collections.abc import Sequence

from recruiter_kit.case import Case
from recruiter_kit.composing import phrasing
from recruiter_kit.composing.plan import Plan
from recruiter_kit.composing.voice import Voice
from recruiter_kit.feedback import BELOW_BAR, CLOSE_VERDICTS, REASONS_WITH_GAPS, Standing
from recruiter_kit.model import Reason
from recruiter_kit.panel.closeness import closeness


def outcome(
    voice: Voice, case: Case, standings: Sequence[Standing], planned: Plan, *, criticised: bool
) -> str:
    """Return what came of it, or an empty text where the gaps say why.

    `criticised` says whether any note speaks of a failure: then there is something to change.
    """
    reason = case.decision.reason
    met = [standing for standing in standings if standing.band not in BELOW_BAR]
    if reason in REASONS_WITH_GAPS:
        return "" if planned.strengths or not met else _met_by_name(voice, met)
    if reason in (Reason.ROLE_CLOSED, Reason.WITHDREW):
        return voice.say("letter.outcome.not_your_interviews")
    below = [standing for standing in standings if standing.band in BELOW_BAR]
    sentences = []
    if reason is Reason.INTERNAL_CANDIDATE:
        sentences.append(voice.say("letter.outcome.internal_candidate"))
    elif _was_close(case, standings):
        sentences.append(voice.say("letter.outcome.close"))
    sentences += _met(voice, case, standings)
    if not below:
        sentences.append(voice.say(f"letter.outcome.{'none_decided' if criticised else 'nothing_to_change'}"))
    elif planned.below:
        sentences.append(
            _below(
                voice, case, below, len(standings), told=any(gap.seen or gap.waiting for gap in planned.below)
            )
        )
    return " ".join(sentences)


def _was_close(case: Case, standings: Sequence[Standing]) -> bool:
    near = closeness(case.application, case.role, standings)
    return case.decision.reason is Reason.CLOSE_CALL and near is not None and near.verdict in CLOSE_VERDICTS


def _met(voice: Voice, case: Case, standings: Sequence[Standing]) -> list[str]:
    """Return the sentence on how many criteria were met; none where not a single one was."""
    met = sum(standing.band not in BELOW_BAR for standing in standings)
    if not met:
        return []
    if met == len(case.role.criteria):
        return [voice.say("letter.outcome.met_all", count=phrasing.all_of(met))]
    criteria = phrasing.criteria(len(case.role.criteria))
    return [voice.say("letter.outcome.met_some", met=phrasing.number(met), criteria=criteria)]


def _met_by_name(voice: Voice, met: Sequence[Standing]) -> str:
    """Return which criteria were met, where nothing seen on them can be told as a strength."""
    names = phrasing.joined([phrasing.inside_sentence(standing.name) for standing in met])
    return voice.say("letter.outcome.met", names=names)


def _below(voice: Voice, case: Case, below: Sequence[Standing], assessed: int, *, told: bool) -> str:
    names = phrasing.joined([phrasing.inside_sentence(standing.name) for standing in below])
    fields = {"names": names, "mark": ":" if told else "."}
    if len(below) > 1:
        return voice.say("letter.outcome.some_below", count=phrasing.opening_number(len(below)), **fields)
    if assessed == len(case.role.criteria) and assessed > 1:
        return voice.say("letter.outcome.last_below", ordinal=phrasing.ordinal(assessed), **fields)
    return voice.say("letter.outcome.one_below", **fields)
