"""The opening of a letter: the decision, thanks, who decided, and which criteria decided it.

In: the case and the plan. Out: sentences. Who decided comes from the decision, never from the number of
scorecards (R1); the people who interviewed are named as deciders only where they decided.
"""

import re

from recruiter_kit.case import Case
from recruiter_kit.composing import phrasing
from recruiter_kit.composing.decider import Decider, count_people, decided_by
from recruiter_kit.composing.plan import Plan
from recruiter_kit.composing.voice import Voice
from recruiter_kit.feedback import REASONS_WITH_GAPS
from recruiter_kit.model import Application, Reason
from recruiter_kit.panel.assessing import assessing

_SPECIAL = {Reason.ROLE_CLOSED: "role_closed", Reason.WITHDREW: "withdrew"}
_PRONOUN = re.compile(r"\b(she|he|they)/\w+", re.IGNORECASE)


def decision(case: Case, voice: Voice) -> str:
    """Return the decision in the first sentence, and thanks for the time given."""
    reason = case.decision.reason
    told = voice.say(f"letter.decision.{_SPECIAL.get(reason, 'not_offered')}", role=case.role.title)
    interviews = _interviews(case.application)
    key = "thanks" if reason in REASONS_WITH_GAPS else "thanks_only"
    return f"{told} {voice.say(f'letter.decision.{key}', interviews=interviews)}"


def process(case: Case, voice: Voice, planned: Plan) -> str:
    """Return who decided, when, on whose notes and against what, and which criteria decided it."""
    decided = case.decision
    when = phrasing.day(decided.decided_on, voice.standard, decided.decided_on)
    if decided.reason is Reason.WITHDREW:
        return voice.say("letter.process.recorded", date=when)
    if decided.reason is Reason.ROLE_CLOSED:
        return voice.say("letter.process.unknown", date=when)
    interviewers = [card.interviewer for card in assessing(case.application)]
    who = decided_by(decided, interviewers)
    sentences = [_who(voice, who, when)]
    if interviewers:
        sentences.append(_basis(case, voice, who, count_people(interviewers)))
    if decided.reason in REASONS_WITH_GAPS and decided.decisive:
        sentences.append(_what_decided(case, voice, planned))
        if planned.left_out:
            told = phrasing.number(len(planned.gaps))
            sentences.append(voice.say("letter.process.heaviest", told=told))
    return " ".join(sentences)


def _interviews(application: Application) -> str:
    # Two people at one interview wrote two scorecards on it; one day may hold several interviews.
    count = len({card.interview or card.occasion or card.id for card in application.scorecards})
    return (
        phrasing.say("letter.count.interview")
        if count == 1
        else phrasing.say("letter.count.interviews", number=phrasing.number(count))
    )


def _who(voice: Voice, who: Decider, when: str) -> str:
    if who.kind == "person":
        key = ("interviewer" if who.interviewed else "person") + ("_with_post" if who.post else "")
        fields = {"decider": who.name, "date": when} | ({"post": who.post} if who.post else {})
        return voice.say(f"letter.process.{key}", **fields)
    if who.kind == "people":
        return voice.say("letter.process.person", decider=who.name, date=when)
    if who.kind == "group":
        return voice.say("letter.process.group", decider=who.name, date=when)
    if who.kind == "post":
        return voice.say("letter.process.post", post=who.post, date=when)
    return voice.say("letter.process.unknown", date=when)


def _basis(case: Case, voice: Voice, who: Decider, people: int) -> str:
    stated = _PRONOUN.search(case.decision.decided_by)
    fields = {
        "criteria": phrasing.criteria(len(case.role.criteria)),
        "document": voice.standard.criteria_document,
    }
    if people > 1:
        fields["people"] = phrasing.people(people)
    one = "_one" if people == 1 else ""
    if stated and who.kind == "person" and not who.interviewed:
        return voice.say(f"letter.process.had_read{one}", pronoun=stated[1].capitalize(), **fields)
    return voice.say(f"letter.process.rests_on{one}", **fields)


def _what_decided(case: Case, voice: Voice, planned: Plan) -> str:
    """Return which criteria decided it, all by name, in the order in which they are told."""
    order = [*(gap.criterion.id for gap in planned.gaps), *(criterion.id for criterion in planned.unseen)]
    decisive = [criterion for criterion in case.role.criteria if criterion.id in case.decision.decisive]
    decisive.sort(key=lambda criterion: order.index(criterion.id) if criterion.id in order else len(order))
    names = phrasing.joined([phrasing.inside_sentence(criterion.name) for criterion in decisive])
    if len(decisive) < len(case.role.criteria):
        count = phrasing.opening_number(len(decisive))
        return voice.say("letter.process.some_decided", count=count, names=names)
    key = {1: "only_decided", 2: "both_decided"}.get(len(decisive), "all_decided")
    more = {"number": phrasing.number(len(decisive))} if key == "all_decided" else {}
    return voice.say(f"letter.process.{key}", names=names, **more)
