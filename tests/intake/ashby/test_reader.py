"""Ashby's feedback, with the applications, interviews and users that it points to."""

import tempfile
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from recruiter_kit.intake.joining.statuses import Status
from recruiter_kit.model import Bundle, Scorecard
from tests.intake.ashby.samples import (
    FIELDS,
    INTERVIEW,
    SAMPLES,
    a_field,
    a_form,
    a_user,
    application,
    feedback,
)
from tests.intake.sources import a_decision, messages, only, told, write


def read_all(folder: Path, *values: object) -> Bundle:
    return read(*(write(folder, f"f{index}.json", value) for index, value in enumerate(values)))


def card_of(folder: Path, **others: object) -> Scorecard:
    (read_application,) = read_all(folder, [feedback(**others)], [application()]).applications
    return read_application.scorecards[0]


def filled(kind: str, answer: object, title: str = "Testing", **others: object) -> dict[str, Any]:
    return {
        "formDefinition": a_form(a_field(kind, "it", title, **others), FIELDS[1]),
        "submittedValues": {"it": answer, "modelling": 2},
    }


def test_it_works(tmp_path: Path) -> None:
    bundle = read_all(tmp_path, SAMPLES["feedback"], SAMPLES["applications"], SAMPLES["interview"])
    (read_application,) = bundle.applications
    assert (read_application.id, read_application.role, read_application.stage) == (
        "app-1",
        "job-1",
        "Final round",
    )
    assert read_application.candidate.full_name == "Marta Silva"
    assert read_application.candidate.email == "marta@example.org"
    assert read_application.decision is None
    (card,) = read_application.scorecards
    assert (card.id, card.interviewer.name, card.interview) == ("fb-1", "Ana Reyes", "Modelling exercise")
    assert card.note == "Careful, but slow to ask."
    (rating,) = card.ratings
    assert (rating.criterion, rating.level, rating.note) == ("data-modelling", 2, "Began with the tables.")
    (role,) = bundle.roles
    assert (role.title, role.scale.lowest, role.scale.highest) == ("Data Engineer", 1, 4)


@pytest.mark.parametrize("score", [4, "4", 4.0, {"score": 4}, {"score": "4"}])
def test_a_score_is_a_number_a_text_or_an_object(tmp_path: Path, score: object) -> None:
    assert card_of(tmp_path, submittedValues={"modelling": score}).ratings[0].level == 4


@pytest.mark.parametrize("score", [0, 5, "5", "high", True, 2.5, {"score": 7}])
def test_a_score_off_the_scale_is_reported_and_kept(tmp_path: Path, score: Any) -> None:
    bundle = read_all(tmp_path, [feedback(submittedValues={"modelling": score})], [application()])
    (rating,) = bundle.applications[0].scorecards[0].ratings
    assert rating.level is None
    assert rating.raw == str(score["score"] if isinstance(score, dict) else score)
    assert "of Data modelling is not on the scale" in only(bundle, "not_understood").message


def test_the_words_of_a_recommendation_have_no_order_and_are_kept(tmp_path: Path) -> None:
    bundle = read_all(tmp_path, SAMPLES["feedback"], SAMPLES["applications"])
    (card,) = bundle.applications[0].scorecards
    assert (card.recommendation, card.raw) == (None, "No Hire")
    assert "the recommendation “No Hire” is not on the scale" in only(bundle, "not_understood").message


@pytest.mark.parametrize("text", ["Slow.", {"type": "PlainText", "value": "Slow."}])
@pytest.mark.parametrize("kind", ["RichText", "LongText", "String"])
def test_a_text_is_plain_or_an_object(tmp_path: Path, kind: str, text: object) -> None:
    assert card_of(tmp_path, **filled(kind, text)).note == "Slow."


def test_a_text_whose_heading_says_so_is_private(tmp_path: Path) -> None:
    card = card_of(tmp_path, **filled("RichText", "Wants 80k.", "Private notes"))
    assert (card.note, card.private_note) == (None, "Wants 80k.")


def test_a_text_that_cannot_be_read_costs_its_application(tmp_path: Path) -> None:
    broken = feedback(**filled("RichText", {"type": "doc", "content": []}))
    other = [feedback(id="fb-2", applicationId="app-2"), broken]
    bundle = read_all(tmp_path, other, [application(), application(id="app-2")])
    assert [each.id for each in bundle.applications] == ["app-2"]
    assert "the answer to “Testing” is" in only(bundle, "error").message


def test_other_answers_are_left_out_with_their_labels(tmp_path: Path) -> None:
    select = [{"label": "Senior", "value": "s"}, {"label": "Staff", "value": "t"}]
    answered = filled("MultiValueSelect", ["s", "t"], "Level", selectableValues=select)
    bundle = read_all(tmp_path, [feedback(**answered)], [application()])
    assert "“Level”: Senior, Staff" in messages(bundle, "left_out")[0]


def test_an_answer_without_a_field_is_reported(tmp_path: Path) -> None:
    bundle = read_all(tmp_path, [feedback(submittedValues={"modelling": 2, "other": 4})], [application()])
    assert "the answer “4” to other has no field" in only(bundle, "not_understood").message


def test_two_scores_of_one_title_are_two_criteria(tmp_path: Path) -> None:
    form = a_form(a_field("Score", "a", "Depth"), a_field("Score", "b", "Depth"))
    card = card_of(tmp_path, formDefinition=form, submittedValues={"a": 1, "b": 3})
    assert [(rating.criterion, rating.level) for rating in card.ratings] == [
        ("depth-(a)", 1),
        ("depth-(b)", 3),
    ]


def test_a_form_may_come_from_the_list_of_forms(tmp_path: Path) -> None:
    bare = feedback()
    del bare["formDefinition"]
    assert "add the saved response of feedbackFormDefinition.list" in (
        only(read_all(tmp_path, [bare], [application()]), "error").message
    )
    form = {"id": "form-1", "title": "Scorecard", "isArchived": False, "formDefinition": a_form(*FIELDS)}
    bundle = read_all(tmp_path, [bare], [application()], {"success": True, "results": [form]})
    assert bundle.applications[0].scorecards[0].ratings[0].level == 2


def test_the_interviewer_is_whom_the_feedback_is_credited_to(tmp_path: Path) -> None:
    other = a_user(id="u2", firstName="Olu", lastName="Ade")
    assert card_of(tmp_path, creditedToUser=other).interviewer.name == "Olu Ade"


def test_a_name_may_come_from_the_list_of_users_and_is_asked_for_where_it_does_not(tmp_path: Path) -> None:
    card = feedback(submittedByUser={"id": "u1"})
    lacking = read_all(tmp_path, [card], [application()])
    assert "add the export of the users" in messages(lacking, "lacking")[0]
    bundle = read_all(tmp_path, [card], [application()], SAMPLES["users"])
    assert bundle.applications[0].scorecards[0].interviewer.name == "Ana Reyes"


def test_several_applications_of_one_candidate_are_never_mixed(tmp_path: Path) -> None:
    job = {"id": "job-2", "title": "Data Analyst"}
    cards = [feedback(), feedback(id="fb-2", applicationId="app-2", submittedValues={"modelling": 4})]
    bundle = read_all(tmp_path, cards, [application(), application(id="app-2", job=job)])
    assert [(each.id, each.role, [card.id for card in each.scorecards]) for each in bundle.applications] == [
        ("app-1", "job-1", ["fb-1"]),
        ("app-2", "job-2", ["fb-2"]),
    ]


def test_one_interview_event_is_one_occasion(tmp_path: Path) -> None:
    events = ["e1", "e1", "e2", None]
    cards = [feedback(id=f"fb-{number}", interviewEventId=event) for number, event in enumerate(events)]
    (read_application,) = read_all(tmp_path, cards, [application()]).applications
    assert [card.occasion for card in read_application.scorecards] == ["e1", "e1", None, None]


def test_drafts_and_empty_forms_are_left_out_and_reported(tmp_path: Path) -> None:
    cards = [
        feedback(),
        feedback(id="fb-2", submittedAt=None),
        feedback(id="fb-3", submittedValues={"modelling": None, "notes": ""}),
    ]
    bundle = read_all(tmp_path, cards, [application()])
    assert [card.id for card in bundle.applications[0].scorecards] == ["fb-1"]
    assert set(messages(bundle, "left_out")) >= {
        "the scorecard is a draft; it was left out",
        "the form has neither a level nor a text; it was left out",
    }


def test_an_archive_reason_is_reported_and_is_not_a_decision(tmp_path: Path) -> None:
    bundle = read_all(tmp_path, SAMPLES["feedback"], SAMPLES["applications"])
    assert bundle.applications[0].decision is None
    assert "Modelling (RejectedByOrg); that is not a decision" in only(bundle, "left_out").message


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"status": "Hired", "archivedAt": None}, Status.HIRED),
        ({"archiveReason": {"text": "Pay", "reasonType": "RejectedByCandidate"}}, Status.WITHDRAWN),
        ({"status": "Active", "archivedAt": None, "updatedAt": "2026-12-01T09:00:00Z"}, Status.ACTIVE),
        (
            {
                "status": "Active",
                "archivedAt": None,
                "currentInterviewStage": {"title": "Six", "type": "Offer"},
            },
            Status.OFFERED,
        ),
    ],
)
def test_what_became_of_it_is_held_against_the_decision(
    tmp_path: Path, fields: dict[str, Any], said: Status
) -> None:
    decisions = {"app-1": a_decision(decisive=["data-modelling"])}
    bundle = read_all(tmp_path, [feedback()], [application(**fields)], decisions)
    assert bundle.applications == ()
    assert {
        Status.HIRED: "“Hired”",
        Status.WITHDRAWN: "“RejectedByCandidate”",
        Status.ACTIVE: "still says “Active”",
        Status.OFFERED: "“Offer”",
    }[said] in only(bundle, "error").message


def test_a_missing_application_is_named(tmp_path: Path) -> None:
    assert (
        "the application app-1 is not in the files" in only(read_all(tmp_path, [feedback()]), "error").message
    )


def test_two_applications_that_differ_are_an_error_and_an_older_copy_is_not(tmp_path: Path) -> None:
    older = application(updatedAt="2026-11-01T09:00:00Z", status="Active", archivedAt=None)
    assert read_all(tmp_path, [feedback()], [older, application()]).applications[0].stage == "Final round"
    other = application(candidate={"id": "can-2", "name": "Jo Kay"})
    bundle = read_all(tmp_path, [feedback()], [application(), other])
    assert "the object appears twice" in only(bundle, "error").message


@pytest.mark.parametrize(
    ("sample", "what"),
    [
        ("applications", "applications of Ashby and no feedback"),
        ("jobs", "jobs of Ashby and no feedback"),
        ("users", "users of Ashby"),
        ("reasons", "reasons to close an application of Ashby"),
        ("webhook", "bodies of webhooks of Ashby"),
    ],
)
def test_what_holds_no_feedback_is_named_with_what_to_add(tmp_path: Path, sample: str, what: str) -> None:
    with pytest.raises(InputError, match=rf"{what}.*applicationFeedback\.list"):
        read_all(tmp_path, SAMPLES[sample])


def test_notes_on_a_candidate_are_left_out_and_reported(tmp_path: Path) -> None:
    note = {"id": "n1", "createdAt": "2026-11-01T09:00:00Z", "content": "Wants 80k.", "author": a_user()}
    bundle = read_all(tmp_path, [feedback()], [application()], {"success": True, "results": [note]})
    assert any("left out: notes on candidates" in message for message in messages(bundle, "left_out"))
    assert "80k" not in bundle.model_dump_json()


def test_further_pages_are_reported(tmp_path: Path) -> None:
    more = {"success": True, "results": [feedback()], "moreDataAvailable": True, "nextCursor": "x"}
    assert "more pages" in messages(read_all(tmp_path, more, [application()]), "lacking")[0]


def test_files_may_come_in_any_order(tmp_path: Path) -> None:
    values = [SAMPLES["feedback"], SAMPLES["applications"], INTERVIEW]
    assert len({repr(told(read_all(tmp_path, *order))) for order in permutations(values)}) == 1


def a_row(number: int) -> dict[str, Any]:
    form = a_form(a_field("Score", "it", f"Skill {number}"))
    answers = {"it": number + 1}
    to = f"app-{number % 2 + 1}"
    return feedback(id=f"fb-{number}", applicationId=to, formDefinition=form, submittedValues=answers)


@given(st.permutations(range(4)), st.permutations(range(2)))
def test_rows_may_come_in_any_order(cards: list[int], applications: list[int]) -> None:
    def read_in(cards: Iterable[int], applications: Iterable[int]) -> Bundle:
        rows = [application(id=f"app-{number + 1}") for number in applications]
        with tempfile.TemporaryDirectory() as folder:
            return read_all(Path(folder), [a_row(number) for number in cards], rows)

    bundle = read_in(cards, applications)
    assert told(bundle) == told(read_in(range(4), range(2)))
    assert [[card.id for card in each.scorecards] for each in bundle.applications] == [
        ["fb-0", "fb-2"],
        ["fb-1", "fb-3"],
    ]
