"""The gold examples of a letter come out word for word."""

from datetime import date
from pathlib import Path

from recruiter_kit.case import Case
from recruiter_kit.documents.templates import fill
from recruiter_kit.documents.view import letter_values
from recruiter_kit.feedback import Feedback, Form, Part
from recruiter_kit.model import Criterion, Decision, Reason, Role
from recruiter_kit.review.review import draft
from recruiter_kit.standard import Sender, Standard
from tests import build


def _criterion(id: str, name: str, required: float, weight: float = 1, **fields: object) -> Criterion:
    return build.criterion(id, required, weight, **fields).model_copy(update={"name": name})


DATA_ENGINEER = Role(
    id="r1",
    title="Data Engineer",
    organisation="Northgate Logistics",
    criteria=(
        _criterion("modelling", "Data modelling", 4, 3, advice=(),
            levels={"4": "A schema that survives a change in requirements, with its trade-offs named"},
        ),
        _criterion("sql", "SQL", 4, 2, advice=(),
            levels={"4": "Joins and window functions written without help"},
        ),
        _criterion("explaining", "Explaining decisions", 3, 2),
        _criterion("others", "Working with others", 3),
        _criterion("role", "Knowing the role", 3),
    ),
)  # fmt: skip
SCORECARDS = (
    build.scorecard(
        build.rating(
            2, "Normalised orders ok but no way to record a refund. "
            "Asked how she'd handle late events, no answer.",
        ),
        id="s1", interviewer="Priya Raman", interview="Modelling exercise",
    ),
    build.scorecard(
        build.rating(
            2, "Schema would break on first change imo. "
            "Jumped to tables before asking what the reports were for.",
        ),
        build.rating(
            4, "Clear. Talked through batch vs streaming w/ an example from her last job", "explaining",
        ),
        build.rating(
            4, "Good story on the migration, got finance to agree to a cut-over date they'd first refused. "
            "Reminds me of Tom who we turned down in May", "others",
        ),
        build.rating(3, "Had read the brief, asked 2 good Qs about the warehouse team", "role"),
        id="s2", interviewer="Tom Beck", interview="Design conversation",
    ),
    build.scorecard(
        build.rating(3, "Joins fine, stuck on window functions, needed a hint", "sql"),
        id="s3", interviewer="Ana Reyes", interview="Coding exercise",
    ),
)  # fmt: skip
NORTHGATE = Standard(
    sender=Sender(name="Dana Okafor", title="Talent", email="dana.okafor@example.org"),
    organisation="Northgate Logistics",
)
LETTER = (Path(__file__).parent / "gold" / "data-engineer.txt").read_text("utf-8")


def data_engineer() -> Feedback:
    application = build.application(
        *SCORECARDS,
        decided=Decision(
            outcome="not_offered", reason=Reason.BELOW_BAR, decisive=("modelling", "sql"),
            decided_by="Ines Duarte (she/her), Head of Data", decided_on=date(2026, 11, 12),
        ),
    )  # fmt: skip
    people = ("Marta Silva", "Priya Raman", "Tom Beck", "Ana Reyes")
    return draft(
        Case(
            application=application,
            role=DATA_ENGINEER,
            standard=NORTHGATE,
            people=people,
            today=date(2026, 11, 13),
        )
    )


def as_text(feedback: Feedback) -> str:
    from recruiter_kit.documents.email import _paragraphs

    return _paragraphs(fill("email/feedback.txt", **letter_values(feedback)))


def test_the_first_gold_example_comes_out_word_for_word() -> None:
    feedback = data_engineer()
    assert as_text(feedback) == LETTER
    assert letter_values(feedback)["subject"] == (
        "Your interviews for Data Engineer: our decision and our feedback"
    )
    assert not [finding for finding in feedback.findings if finding.severity == "error"]


def test_what_is_withheld_and_what_is_an_opinion_is_shown_to_the_recruiter_as_such() -> None:
    feedback = data_engineer()
    assert [withheld.source.text for withheld in feedback.withheld] == [
        "Reminds me of Tom who we turned down in May"
    ]
    assert "Schema would break on first change imo." in {
        left.source.text for left in feedback.left_to_recruiter if not left.observed
    }


def test_a_statement_says_its_form_and_keeps_every_source_of_its_unit() -> None:
    seen = data_engineer().said(Part.SEEN)
    assert [statement.form for statement in seen] == [Form.NOTED, Form.ADDRESSED, Form.NOTED]
    assert [source.text for source in seen[0].sources] == [
        "Normalised orders ok but no way to record a refund.",
        "Asked how she'd handle late events, no answer.",
    ]


def test_a_close_call_names_the_one_criterion_that_was_below() -> None:
    names = ("discovery", "negotiation", "forecasting", "writing", "industry")
    criteria: tuple[Criterion, ...] = tuple(build.criterion(name, 3) for name in names)
    criteria = (*criteria[:4], _criterion("industry", "Industry knowledge", 3))
    good = [build.rating(3, "Fine", name) for name in names[:4]]
    application = build.application(
        build.scorecard(
            *good, build.rating(2, "Doesn't know what a 3PL is paid on. Was upfront about it.", "industry"),
            id="s1", interviewer="Priya Raman", interview="Deal review",
        ),
        build.scorecard(
            *good, build.rating(2, "Didn't know what demurrage was.", "industry"),
            id="s2", interviewer="Tom Beck", interview="Demo handover",
        ),
        decided=Decision(
            outcome="not_offered", reason=Reason.CLOSE_CALL, decided_by="Ines Duarte",
            decided_on=date(2026, 11, 12),
        ),
    )  # fmt: skip
    role = Role(id="r1", title="Account Executive", organisation="Northgate Logistics", criteria=criteria)
    feedback = draft(Case(application=application, role=role, standard=NORTHGATE, today=date(2026, 11, 13)))
    assert (
        "It was close. You were at or above the level we need on four of the five criteria. "
        "The fifth, industry knowledge, was below it:\n\n"
        "- Deal review: Doesn't know what a 3PL is paid on. Was upfront about it.\n\n"
        "- Demo handover: Didn't know what demurrage was.\n"
    ) in as_text(feedback)
