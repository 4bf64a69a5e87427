"""The plan put into statements, in reading order, each with what it rests on.

In: the plan and what it was made from. Out: the statements of a letter. Keeps R2 and R10.
"""

from collections.abc import Sequence
from datetime import date

from recruiter_kit.case import Case
from recruiter_kit.composing import phrasing
from recruiter_kit.composing.evidence import Evidence
from recruiter_kit.composing.plan import Gap, Plan
from recruiter_kit.composing.promises import dates, sender_name
from recruiter_kit.composing.voice import Voice
from recruiter_kit.feedback import BELOW_BAR, REASONS_WITH_GAPS, Basis, Part, Standing, Statement
from recruiter_kit.language.screening import Names, screen
from recruiter_kit.model import Application, Decision, Reason, Role


def letter(case: Case, panel: Sequence[Standing], planned: Plan) -> tuple[Statement, ...]:
    """Return every statement of the feedback, in reading order; `panel` is how each criterion was rated."""
    application, decision, role = case.application, case.decision, case.role
    voice = Voice(seed=application.id, standard=case.standard)
    statements = [
        _own(Part.DECISION, _decision(voice, decision, role), Basis.DECISION),
        _own(Part.PROCESS, _process(voice, application, decision, role, planned), Basis.DECISION),
    ]
    outcome = _outcome(voice, decision, role, panel, planned)
    if outcome:
        statements.append(_own(Part.OUTCOME, outcome, Basis.LEVELS))
    interviews = _interviews(application, case.people)
    for gap in planned.gaps:
        statements += _gap(voice, gap, interviews)
    if planned.unseen:
        names = phrasing.joined([phrasing.inside_sentence(name) for name in planned.unseen])
        unseen = voice.say("letter.outcome.nothing_on", criteria=names)
        statements.append(_own(Part.UNSEEN, unseen, Basis.DECISION))
    for strength in planned.strengths:
        statements += [_seen(Part.STRENGTH, strength.criterion.id, piece) for piece in strength.seen]
    statements += _closing(voice, decision, case.today)
    return tuple(
        statement.model_copy(update={"id": f"t{number}"})
        for number, statement in enumerate(statements, start=1)
    )


def _own(part: Part, text: str, basis: Basis, criterion: str | None = None) -> Statement:
    return Statement(id="t", part=part, text=text, basis=basis, criterion=criterion)


def _seen(part: Part, criterion: str, piece: Evidence, interview: str | None = None) -> Statement:
    return Statement(
        id="t",
        part=part,
        text=piece.text,
        basis=Basis.OBSERVATION,
        criterion=criterion,
        interview=interview,
        observations=piece.observations,
        sources=piece.sources,
    )


def _decision(voice: Voice, decision: Decision, role: Role) -> str:
    special = {Reason.ROLE_CLOSED: "role_closed", Reason.WITHDREW: "withdrew"}
    return voice.say(f"letter.decision.{special.get(decision.reason, 'not_offered')}", role=role.title)


def _process(voice: Voice, application: Application, decision: Decision, role: Role, planned: Plan) -> str:
    when = phrasing.day(decision.decided_on, voice.standard, decision.decided_on)
    if decision.reason in (Reason.ROLE_CLOSED, Reason.WITHDREW):
        key = "withdrew" if decision.reason is Reason.WITHDREW else "plain"
        return voice.say(f"letter.process.{key}", date=when)
    cards = application.scorecards
    people = len({card.interviewer.name or card.id for card in cards})
    one_room = len(cards) > 1 and len({card.occasion for card in cards}) == 1 and cards[0].occasion
    fields = {
        "date": when,
        "criteria": phrasing.criteria(len(role.criteria)),
        "document": voice.standard.criteria_document,
    }
    if people == 1:
        sentences = [voice.say("letter.process.single", **fields)]
    else:
        key = f"letter.process.{'panel' if one_room else 'separate'}"
        sentences = [voice.say(key, people=phrasing.people(people), **fields)]
    if decision.reason in REASONS_WITH_GAPS and decision.decisive:
        sentences.append(_what_decided(voice, len(decision.decisive), len(role.criteria)))
        if planned.left_out:
            named = phrasing.number(len(planned.gaps))
            sentences.append(voice.say("letter.process.heaviest", told=named))
    return " ".join(sentences)


def _what_decided(voice: Voice, decisive: int, criteria: int) -> str:
    whole = "only_decided" if criteria == 1 else "all_decided"
    key = whole if decisive == criteria else "some_decided"
    number = phrasing.number(decisive)
    return voice.say(f"letter.process.{key}", count=_capital(number), number=number)


def _outcome(
    voice: Voice, decision: Decision, role: Role, standings: Sequence[Standing], planned: Plan
) -> str:
    say = voice.say
    if decision.reason in REASONS_WITH_GAPS:
        # Without a criterion that decided it, nobody can say that the notes hold nothing on it.
        explained = planned.gaps or planned.unseen or not decision.decisive
        return "" if explained else say("letter.outcome.nothing_to_share")
    if decision.reason is Reason.ROLE_CLOSED:
        return say("letter.outcome.role_closed")
    if decision.reason is Reason.WITHDREW:
        return say("letter.outcome.withdrew")
    post = "internal_candidate" if decision.reason is Reason.INTERNAL_CANDIDATE else "one_post"
    return " ".join(
        [*_levels_met(voice, role, standings), say(f"letter.outcome.{post}"), *_no_gap(voice, standings)]
    )


def _levels_met(voice: Voice, role: Role, standings: Sequence[Standing]) -> list[str]:
    """Return the sentence on how many criteria were met; none when not a single one was."""
    met = sum(standing.band not in BELOW_BAR for standing in standings)
    if met and met == len(role.criteria):
        return [voice.say("letter.outcome.met_all", count=phrasing.all_of(met))]
    if not met:
        return []
    criteria = phrasing.criteria(len(role.criteria))
    return [voice.say("letter.outcome.met_some", met=phrasing.number(met), criteria=criteria)]


def _no_gap(voice: Voice, standings: Sequence[Standing]) -> list[str]:
    below = any(standing.band in BELOW_BAR for standing in standings)
    return [] if below else [voice.say("letter.outcome.no_gap")]


def _gap(voice: Voice, gap: Gap, interviews: dict[str, str]) -> list[Statement]:
    criterion = gap.criterion.id
    statements = []
    if gap.needs:
        statements.append(_own(Part.NEEDS, gap.needs, Basis.ROLE, criterion))
    statements += [
        _seen(Part.SEEN, criterion, piece, interviews.get(piece.scorecard)) for piece in gap.other_view
    ]
    if gap.differing:
        statements.append(
            _own(Part.DIFFERING, voice.say("letter.outcome.differing"), Basis.LEVELS, criterion)
        )
    statements += [_seen(Part.SEEN, criterion, piece, interviews.get(piece.scorecard)) for piece in gap.seen]
    statements += [_seen(Part.ADVICE, criterion, piece) for piece in gap.suggested]
    if gap.advice and gap.criterion.advice:
        statements.append(_own(Part.ADVICE, gap.advice, Basis.ROLE, criterion))
    elif gap.advice:
        statements.append(_own(Part.ADVICE, voice.spell(gap.advice), Basis.LIBRARY, criterion))
    return statements


def _closing(voice: Voice, decision: Decision, drafted_on: date | None) -> list[Statement]:
    standard = voice.standard
    promised = dates(decision, standard, drafted_on)

    def say(name: str, *fields: str, **more: str) -> str:
        return voice.say(f"letter.closing.{name}", **{field: promised[field] for field in fields}, **more)

    sender = sender_name(standard)
    dispute = say("dispute", "dispute_date", "answer_date", sender=sender)
    statements = [_own(Part.DISPUTE, dispute, Basis.STANDARD)]
    if standard.retention_shown:
        statements.append(_own(Part.RETENTION, say("retention", "retention_date"), Basis.STANDARD))
    if standard.reapply_from:
        statements.append(_own(Part.REAPPLY, say("reapply", "reapply_date"), Basis.STANDARD))
    return statements


def _interviews(application: Application, people: Sequence[str]) -> dict[str, str]:
    """Return the interview's name by scorecard, where the name itself may be mentioned (R7, R9)."""
    names = Names.of(people, own=application.candidate)
    return {
        card.id: card.interview
        for card in application.scorecards
        if card.interview and screen(card.interview, names) is None
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
