import pytest
from pydantic import ValidationError

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices, describe, plain_errors
from recruiter_kit.files.records import record_of
from recruiter_kit.model import Application, Notice, Record, Role
from recruiter_kit.standard import Standard
from tests.intake.sources import a_decision, a_role, a_scorecard, an_application

REASONS = (
    "one of below_bar, close_call, missing_requirement, role_closed, internal_candidate, withdrew, other"
)


def wrong(model: type[Record], value: object) -> list[tuple[str, str]]:
    notices: list[Notice] = []
    assert record_of(model, value, Where("f"), notices) is None
    return [(notice.place, notice.message) for notice in notices]


def rated(**fields: object) -> dict[str, object]:
    return an_application(scorecards=[a_scorecard(ratings=[{"criterion": "modelling"} | fields])])


@pytest.mark.parametrize(
    ("value", "place", "message"),
    [
        (
            an_application(decision=a_decision(decided_on="12/11/2026")),
            "decision.decided_on",
            "“12/11/2026” was found; expected a date such as 2026-11-12",
        ),
        (
            an_application(decision=a_decision(reason="weak")),
            "decision.reason",
            f"“weak” was found; expected {REASONS}",
        ),
        (
            an_application(decision=a_decision(outcome="offered")),
            "decision.outcome",
            "“offered” was found; expected not_offered",
        ),
        (
            an_application(
                decision={"outcome": "not_offered", "reason": "other", "decided_on": "2026-11-12"}
            ),
            "decision.decided_by",
            "the field is missing; expected the name of the person who decided",
        ),
        (
            an_application(decision=a_decision(decided_by=" ")),
            "decision.decided_by",
            "an empty text was found; expected text that is not empty",
        ),
        (rated(level="3"), "scorecards[0].ratings[0].level", "“3” was found; expected a number"),
        (rated(level=True), "scorecards[0].ratings[0].level", "true or false was found; expected a number"),
        (
            rated(score=3),
            "scorecards[0].ratings[0].score",
            "the field is not part of the format; "
            "expected one of criterion, level, note, raw, by_assistant, confirmed_by",
        ),
        (
            an_application(scorecards=[a_scorecard(submitted_at=1794222000)]),
            "scorecards[0].submitted_at",
            "1794222000 was found; expected a time such as 2026-11-09T11:00:00Z",
        ),
        (an_application(id=7), "id", "7 was found; expected text"),
        (an_application(scorecards={}), "scorecards", "an object was found; expected a list"),
        (an_application(scorecards=[None]), "scorecards[0]", "nothing (null) was found; expected an object"),
        (
            an_application(candidate={"email": "a@example.org"}),
            "candidate",
            "the candidate has no name; expected given_name, family_name or both",
        ),
        (
            an_application(stage="x" * 301),
            "stage",
            f"“{'x' * 39}…” was found; expected text of at most 300 characters",
        ),
        ([], "", "a list was found; expected an object"),
        ("x" * 5000, "", f"“{'x' * 39}…” was found; expected an object"),
    ],
)
def test_what_is_wrong_with_an_application(value: object, place: str, message: str) -> None:
    assert wrong(Application, value) == [(place, message)]


@pytest.mark.parametrize(
    ("value", "place", "message"),
    [
        (a_role(scale={"lowest": 5, "highest": 1}), "scale", "the lowest level 5 is not below the highest 1"),
        (a_role(scale={"lowest": 0.5}), "scale.lowest", "0.5 was found; expected a whole number"),
        (
            a_role(criteria=[{"id": "c", "name": "C", "weight": 0}]),
            "criteria[0].weight",
            "0 was found; expected a number above 0",
        ),
        (
            a_role(criteria=[{"id": "c", "name": "C", "levels": {"3": 3}}]),
            "criteria[0].levels.3",
            "3 was found; expected text",
        ),
        (
            a_role(criteria=[{"id": "c", "name": "C", "kind": "skills"}]),
            "criteria[0].kind",
            "“skills” was found; expected one of interview_performance, experience_and_skills, preparation",
        ),
    ],
)
def test_what_is_wrong_with_a_role(value: object, place: str, message: str) -> None:
    assert wrong(Role, value) == [(place, message)]


@pytest.mark.parametrize("level", ["²", "--3", "9" * 5000, "9", "x", "3.", ".5", "5.5", "3.0001"])
def test_a_level_text_off_the_scale_is_told_in_plain_words(level: str) -> None:
    ((_, message),) = wrong(Role, a_role(criteria=[{"id": "c", "name": "C", "levels": {level: "x"}}]))
    assert message.startswith("there is a text for level ")


def test_settings_of_a_standard_are_told_with_their_limits() -> None:
    messages = dict(
        wrong(Standard, {"most_gaps": 9, "answer_days": 0, "sender": {"name": "A", "email": "x"}})
    )
    assert messages["most_gaps"] == "9 was found; expected a number up to 3"
    assert messages["answer_days"] == "0 was found; expected a number from 1"
    assert messages["sender.email"] == "“x” was found; expected text such as name@example.org"


def test_no_more_than_ten_errors_are_told() -> None:
    with pytest.raises(ValidationError) as caught:
        Application.model_validate({str(number): 1 for number in range(100)})
    assert len(list(plain_errors(caught.value, Application))) == 10


def test_no_word_of_the_validator_is_told() -> None:
    for value in (an_application(decision=3, candidate=[], scorecards="x", role=None), {"a": 1}):
        for _, message in wrong(Application, value):
            assert "valid" not in message
            assert "Input" not in message


def test_names_are_put_on_one_line() -> None:
    notices: list[Notice] = []
    value = an_application(candidate={"given_name": "Marta\nBcc: x", "family_name": "Silva"})
    application = record_of(Application, value, Where("f"), notices)
    assert application is not None
    assert application.candidate.full_name == "Marta Bcc: x Silva"


def test_values_are_described_in_few_words() -> None:
    assert [describe(value) for value in (None, False, 3, " ", [], {})] == [
        "nothing (null)",
        "true or false",
        "3",
        "an empty text",
        "a list",
        "an object",
    ]


def test_long_lists_are_cut() -> None:
    assert choices(["a", "b", "c"], most=2) == "a, b, …"
