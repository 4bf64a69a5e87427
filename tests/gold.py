"""The first gold example as an agreed feedback, written by hand: documents are tested against it."""

from datetime import date

from recruiter_kit.feedback import (
    Agreement,
    Band,
    Basis,
    Closeness,
    Feedback,
    Part,
    Source,
    Standing,
    Statement,
    Verdict,
    Withheld,
)
from recruiter_kit.model import Candidate, Decision, Reason
from recruiter_kit.standard import Sender, Standard

SAID: tuple[tuple[Part, str | None, str], ...] = (
    (
        Part.DECISION,
        None,
        "We are not offering you the Data Engineer role. The decision is final for this opening.",
    ),
    (
        Part.PROCESS,
        None,
        "The three people who interviewed you made it on 12 November, against the five criteria in the job "
        "brief. Two of those criteria decided it.",
    ),
    (Part.NEEDS, "modelling", "A schema that survives a change in requirements, with its trade-offs named."),
    (Part.SEEN, "modelling", "You normalised orders ok but there was no way to record a refund."),
    (Part.SEEN, "modelling", "You jumped to tables before asking what the reports were for."),
    (
        Part.ADVICE,
        "modelling",
        "Take a schema you have built and add a requirement it was not made for. Write down what breaks "
        "and what you would change. You will know it works when you can name the cost of each table.",
    ),
    (Part.NEEDS, "sql", "Joins and window functions written without help."),
    (Part.SEEN, "sql", "You got stuck on window functions and needed a hint."),
    (
        Part.ADVICE,
        "sql",
        "Solve ten ranking problems with window functions, without looking anything up. You will know it "
        "works when you finish each in ten minutes.",
    ),
    (
        Part.STRENGTH,
        "explaining",
        "You talked through batch vs streaming with an example from your last job.",
    ),
    (Part.STRENGTH, "working", "You got finance to agree to a cut-over date they'd first refused."),
    (
        Part.DISPUTE,
        None,
        "If we have a fact wrong, write to Dana Okafor by 26 November. We will check it with the "
        "interviewers and answer by 3 December.",
    ),
    (Part.RETENTION, None, "We keep your interview records until 12 November 2027."),
)
NAMES = {
    "modelling": ("Data modelling", 4.0, (2.0, 2.0), Band.WELL_BELOW),
    "sql": ("SQL", 4.0, (3.0,), Band.WELL_BELOW),
    "explaining": ("Explaining decisions", 3.0, (4.0,), Band.ABOVE),
    "working": ("Working with others", 3.0, (4.0,), Band.ABOVE),
}


def gold(**changes: object) -> Feedback:
    """Return the feedback of gold example 1, with some fields changed."""
    feedback = Feedback(
        application="marta",
        role="Data Engineer",
        organisation="Northgate Logistics",
        candidate=Candidate(given_name="Marta", family_name="Silva", email="marta@example.org"),
        decision=Decision(
            outcome="not_offered",
            reason=Reason.BELOW_BAR,
            decisive=("modelling", "sql"),
            decided_by="Ines Okoro",
            decided_on=date(2026, 11, 12),
        ),
        standard=Standard(
            sender=Sender(name="Dana Okafor", title="Talent", email="dana.okafor@example.org"),
        ),
        statements=tuple(_statement(place, *each) for place, each in enumerate(SAID, start=1)),
        standings=tuple(_standing(*each) for each in NAMES.items()),
        closeness=Closeness(verdict=Verdict.CLEAR, margin=-1.7, standard_error=0.4),
        observations=(),
        withheld=(_withheld(),),
        left_to_recruiter=(),
    )
    return feedback.model_copy(update=changes)


def _statement(place: int, part: Part, criterion: str | None, text: str) -> Statement:
    seen = part in (Part.SEEN, Part.STRENGTH)
    source = Source(scorecard="s1", place="ratings[0].note", start=0, end=len(text), text=text)
    return Statement(
        id=f"t{place}",
        part=part,
        text=text,
        basis=Basis.OBSERVATION if seen else Basis.ROLE if criterion else Basis.DECISION,
        criterion=criterion,
        interview="Modelling exercise" if seen else None,
        observations=(f"o{place}",) if seen else (),
        sources=(source,) if seen else (),
    )


def _standing(criterion: str, values: tuple[str, float, tuple[float, ...], Band]) -> Standing:
    name, required, levels, band = values
    mean = sum(levels) / len(levels)
    return Standing(
        criterion=criterion,
        name=name,
        required=required,
        weight=1,
        levels=levels,
        mean=mean,
        shortfall=max(0.0, required - mean),
        band=band,
        agreement=Agreement.AGREED,
    )


def _withheld() -> Withheld:
    text = "Reminds me of Tom who we turned down in May"
    return Withheld(
        source=Source(scorecard="s3", place="ratings[0].note", start=88, end=88 + len(text), text=text),
        rule="R7",
        label="comparison",
        reason="It names another candidate.",
    )
