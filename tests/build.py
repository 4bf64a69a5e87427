"""Small records for tests, each with a default for everything a test does not care about."""

from datetime import date

from recruiter_kit.model import (
    Application,
    Candidate,
    Criterion,
    CriterionKind,
    Decision,
    Interviewer,
    Rating,
    Reason,
    Role,
    Scale,
    Scorecard,
)

ADVICE = "Write down three trade-offs of your last design. You will know it works when each names a cost."


def criterion(name: str = "modelling", required: float = 3, weight: float = 1, **fields: object) -> Criterion:
    values: dict[str, object] = {
        "id": name,
        "name": name.capitalize(),
        "kind": CriterionKind.EXPERIENCE_AND_SKILLS,
        "required": required,
        "weight": weight,
        "levels": {str(int(required)): f"A sound grasp of {name}."},
        "advice": (ADVICE,),
    }
    return Criterion.model_validate(values | fields)


def role(*criteria: Criterion, scale: Scale | None = None) -> Role:
    return Role(
        id="r1",
        title="Data Engineer",
        organisation="Northgate Logistics",
        scale=scale or Scale(),
        criteria=criteria or (criterion(),),
    )


def rating(level: float | None, note: str | None = None, criterion: str = "modelling") -> Rating:
    return Rating(criterion=criterion, level=level, note=note)


def scorecard(
    *ratings: Rating, id: str = "s1", interviewer: str = "Ana Reyes", **fields: object
) -> Scorecard:
    values: dict[str, object] = {
        "id": id,
        "interviewer": Interviewer(name=interviewer),
        "interview": "Modelling exercise",
        "ratings": ratings,
    }
    return Scorecard.model_validate(values | fields)


def decision(reason: Reason = Reason.BELOW_BAR, *decisive: str) -> Decision:
    return Decision(
        outcome="not_offered",
        reason=reason,
        decisive=decisive or ("modelling",),
        decided_by="Ines Okoro",
        decided_on=date(2026, 11, 12),
    )


def application(*scorecards: Scorecard, decided: Decision | None = None, **candidate: object) -> Application:
    return Application(
        id="a1",
        role="r1",
        candidate=Candidate.model_validate({"given_name": "Marta", "family_name": "Silva"} | candidate),
        decision=decided or decision(),
        scorecards=scorecards,
    )
