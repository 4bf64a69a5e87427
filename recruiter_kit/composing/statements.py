"""The plan put into statements, in reading order, each with what it rests on.

In: the plan and what it was made from. Out: the statements of a letter. Keeps R2 and R10.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from recruiter_kit.case import Case
from recruiter_kit.composing import advice, phrasing, process
from recruiter_kit.composing.choosing import Evidence
from recruiter_kit.composing.interviews import interview_label
from recruiter_kit.composing.outcome import outcome
from recruiter_kit.composing.plan import Gap, Plan
from recruiter_kit.composing.promises import dates, sender_name
from recruiter_kit.composing.same_person import count_people
from recruiter_kit.composing.voice import Voice
from recruiter_kit.feedback import Basis, Part, Standing, Statement
from recruiter_kit.language.screening import Names, is_withheld
from recruiter_kit.model import Application, Decision


def letter(
    case: Case, panel: Sequence[Standing], planned: Plan, *, criticised: bool
) -> tuple[Statement, ...]:
    """Return every statement of the feedback, in reading order.

    `panel` is how each criterion was rated, `criticised` whether any note speaks of a failure.
    """
    voice = Voice(standard=case.standard)
    statements = [
        _own(Part.DECISION, process.decision(case, voice), Basis.DECISION),
        _own(Part.PROCESS, process.process(case, voice, planned), Basis.DECISION),
    ]
    came = outcome(voice, case, panel, planned, criticised=criticised)
    if came:
        statements.append(_own(Part.OUTCOME, came, Basis.LEVELS))
    interviews = interview_names(case.application, case.people)
    for gap in planned.below:
        statements += _seen_or_waiting(voice, gap, interviews)
    for gap in planned.gaps:
        statements += _gap(voice, gap, interviews)
    if planned.unseen:
        names = phrasing.joined([phrasing.inside_sentence(criterion.name) for criterion in planned.unseen])
        unseen = voice.say("letter.outcome.nothing_on", criteria=names)
        statements.append(_own(Part.UNSEEN, unseen, Basis.DECISION))
    for strength in planned.strengths:
        statements += [
            _told(Part.STRENGTH, strength.criterion.id, piece, interviews) for piece in strength.seen
        ]
    statements = [*advice.tested_once(statements), *_closing(voice, case.decision, case.today)]
    return tuple(
        statement.model_copy(update={"id": f"t{number}"})
        for number, statement in enumerate(statements, start=1)
    )


def _own(part: Part, text: str, basis: Basis, criterion: str | None = None) -> Statement:
    return Statement(id="t", part=part, text=text, basis=basis, criterion=criterion)


def _told(part: Part, criterion: str, piece: Evidence, interviews: Mapping[str, str]) -> Statement:
    return Statement(
        id="t",
        part=part,
        text=piece.text,
        basis=Basis.OBSERVATION,
        criterion=criterion,
        interview=interviews.get(piece.unit.scorecard.id),
        form=piece.form,
        observations=piece.observations,
        sources=piece.sources,
    )


def _gap(voice: Voice, gap: Gap, interviews: Mapping[str, str]) -> Iterator[Statement]:
    criterion = gap.criterion.id
    if gap.needs:
        yield _own(Part.NEEDS, gap.needs, Basis.ROLE, criterion)
    if gap.other_view and gap.seen:
        yield _own(Part.DIFFERING, _differing(voice, gap), Basis.LEVELS, criterion)
        yield from (_told(Part.SEEN, criterion, piece, interviews) for piece in gap.other_view)
    yield from _seen_or_waiting(voice, gap, interviews)
    if gap.next_step:
        text, basis = gap.next_step
        said = text if basis is Basis.ROLE else voice.spell(text)
        yield _own(Part.ADVICE, said, basis, criterion)


def _differing(voice: Voice, gap: Gap) -> str:
    """Return that both views follow: those of several people, or of one who interviewed twice."""
    people = count_people(piece.unit.scorecard.interviewer for piece in (*gap.other_view, *gap.seen))
    return voice.say(f"letter.outcome.differing{'_one' if people == 1 else ''}")


def _seen_or_waiting(voice: Voice, gap: Gap, interviews: Mapping[str, str]) -> Iterator[Statement]:
    """Yield what was seen, or the visible blank that keeps a letter from leaving until a person fills it."""
    criterion = gap.criterion.id
    yield from (_told(Part.SEEN, criterion, piece, interviews) for piece in gap.seen)
    if not gap.seen and gap.waiting:
        name = phrasing.inside_sentence(gap.criterion.name)
        count = len(gap.waiting)
        key = "waiting_one" if count == 1 else "waiting"
        blank = voice.say(f"letter.outcome.{key}", criteria=name, count=count)
        yield _own(Part.WAITING, blank, Basis.STANDARD, criterion)


def _closing(voice: Voice, decision: Decision, drafted_on: date | None) -> list[Statement]:
    standard = voice.standard
    promised = dates(decision, standard, drafted_on)

    def say(name: str, *fields: str, **more: str) -> str:
        return voice.say(f"letter.closing.{name}", **{field: promised[field] for field in fields}, **more)

    sender = standard.sender
    if sender and sender.email and "letter.closing.dispute" not in standard.wording:
        dispute = say("dispute_by_email", "dispute_date", "answer_date", address=sender.email)
    else:
        dispute = say("dispute", "dispute_date", "answer_date", sender=sender_name(standard))
    statements = [_own(Part.DISPUTE, dispute, Basis.STANDARD)]
    if standard.retention_shown:
        statements.append(_own(Part.RETENTION, say("retention", "retention_date"), Basis.STANDARD))
    if standard.reapply_from:
        statements.append(_own(Part.REAPPLY, say("reapply", "reapply_date"), Basis.STANDARD))
    return statements


def interview_names(application: Application, people: Sequence[str]) -> dict[str, str]:
    """Return how each interview is named by scorecard, where the name itself may be mentioned (R7, R9)."""
    names = Names.of(people, own=application.candidate)
    labels = {card.id: interview_label(card.interview) for card in application.scorecards}
    return {card: label for card, label in labels.items() if label and not is_withheld(label, names)}
