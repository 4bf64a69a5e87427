"""Workable's activities: ratings, comments, and what is neither."""

import tempfile
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from recruiter_kit.model import Bundle, Recommendation, Scorecard
from tests.intake.sources import a_decision, messages, only, told, write
from tests.intake.workable.samples import (
    EVERYBODY,
    SAMPLES,
    activity,
    candidate,
    comment,
    job_activity,
    rating_body,
    recorded,
    trait,
)


def read_all(folder: Path, *values: object) -> Bundle:
    return read(*(write(folder, f"f{index}.json", value) for index, value in enumerate(values)))


def cards_of(folder: Path, *values: object) -> tuple[Scorecard, ...]:
    (application,) = read_all(folder, *values, [candidate()]).applications
    return application.scorecards


def of_candidate(*activities: dict[str, Any]) -> dict[str, Any]:
    return {"candidate": "c1", "activities": list(activities)}


def test_it_works(tmp_path: Path) -> None:
    bundle = read_all(tmp_path, SAMPLES["activities"], SAMPLES["candidates"])
    (application,) = bundle.applications
    assert (application.id, application.role, application.stage) == ("c1", "9CD", "Interview")
    assert application.candidate.full_name == "Marta Silva"
    assert application.candidate.email == "marta@example.org"
    assert application.decision is None
    rated, commented = application.scorecards
    assert (rated.id, rated.interviewer.name, rated.interview) == ("act-1", "Ana Reyes", "Interview")
    assert (rated.recommendation, rated.raw) == (Recommendation.NO, "negative, thumbs, grade 0")
    assert (rated.note, commented.note) == ("Careful, but slow to ask.", "Began with the tables.")
    assert commented.recommendation is None


@pytest.mark.parametrize(
    ("rating", "recommendation"),
    [
        ({"score": "negative", "scale": "thumbs", "grade": 0}, Recommendation.NO),
        ({"score": "positive", "scale": "thumbs", "grade": 1}, Recommendation.YES),
        ({"score": "definite", "scale": "thumbs", "grade": 2}, Recommendation.STRONG_YES),
        ({"score": "negative", "scale": "stars", "grade": 0}, Recommendation.NO),
        ({"score": "positive", "scale": "stars", "grade": 3}, Recommendation.YES),
        ({"score": "definite", "scale": "numbers", "grade": 9}, Recommendation.STRONG_YES),
        ({"scale": "thumbs", "grade": 0}, Recommendation.NO),
        ({"score": "positive"}, Recommendation.YES),
    ],
)
def test_grades_begin_with_zero(
    tmp_path: Path, rating: dict[str, Any], recommendation: Recommendation
) -> None:
    (card,) = cards_of(tmp_path, of_candidate(activity(rating=rating)))
    assert card.recommendation is recommendation


@pytest.mark.parametrize(
    "rating",
    [
        {"score": "superb"},
        {"scale": "stars", "grade": 3},
        {"score": "definite", "scale": "thumbs", "grade": 0},
        {"score": "positive", "scale": "stars", "grade": 5},
        {"score": "positive", "scale": "smiles", "grade": 1},
        {"score": "positive", "scale": ["stars"], "grade": True},
    ],
)
def test_a_rating_that_is_not_on_a_scale_is_reported_and_kept(tmp_path: Path, rating: dict[str, Any]) -> None:
    bundle = read_all(tmp_path, of_candidate(activity(rating=rating)), [candidate()])
    (card,) = bundle.applications[0].scorecards
    assert card.recommendation is None
    assert card.raw
    assert "is not on the scale" in only(bundle, "not_understood").message


def test_a_restricted_comment_is_private(tmp_path: Path) -> None:
    (card,) = cards_of(tmp_path, of_candidate(comment(visibility_roles=["admin"])))
    assert (card.note, card.private_note) == (None, "Began with the tables.")


def test_comments_of_a_job_are_private_until_the_candidates_activities_say_who_may_see_them(
    tmp_path: Path,
) -> None:
    listed = {
        "activities": [job_activity(), job_activity(id="act-2", action="comment", body="Slow.", rating=None)]
    }
    bundle = read_all(tmp_path, listed, [candidate()])
    rated, commented = bundle.applications[0].scorecards
    assert (rated.note, commented.note, commented.private_note) == (
        "Careful, but slow to ask.",
        None,
        "Slow.",
    )
    assert "add the activities of the candidate" in messages(bundle, "lacking")[0]
    whole = of_candidate(activity(), comment(body="Slow."))
    assert [card.note for card in cards_of(tmp_path, listed, whole)] == ["Careful, but slow to ask.", "Slow."]


def test_what_is_said_to_colleagues_is_not_a_note(tmp_path: Path) -> None:
    listed = of_candidate(
        activity(body="Slow to ask. What do you think @olu_ade? Knows SQL, mail to a.b@example.org."),
        comment(body="Let's call her @olu_ade"),
    )
    bundle = read_all(tmp_path, listed, [candidate()])
    (card,) = bundle.applications[0].scorecards
    assert card.note == "Slow to ask. Knows SQL, mail to a.b@example.org."
    assert any("said to a colleague" in message for message in messages(bundle, "left_out"))
    assert any("they were left out (1 in all)" in message for message in messages(bundle, "left_out"))
    assert "olu_ade" not in bundle.model_dump_json()


def test_messages_and_remarks_of_the_system_are_left_out_and_reported(tmp_path: Path) -> None:
    mail = comment(id="act-3", action="message", body="<p>Dear Marta, thank you.</p>")
    bundle = read_all(tmp_path, of_candidate(activity(), mail), [candidate()])
    assert [card.id for card in bundle.applications[0].scorecards] == ["act-1"]
    assert any("left out: message (1)" in message for message in messages(bundle, "left_out"))


def test_a_score_card_of_a_saved_request_gives_the_traits_of_the_same_rating(tmp_path: Path) -> None:
    (card,) = cards_of(tmp_path, of_candidate(activity()), {"candidate": "c1", **rating_body()})
    assert card.id == "act-1"
    (rating,) = card.ratings
    assert (rating.criterion, rating.level, rating.note) == ("data-modelling", 1, "Began with the tables.")


def test_a_saved_request_alone_is_a_scorecard_of_the_one_candidate(tmp_path: Path) -> None:
    card = rating_body(trait("Testing", "definite"), trait("Speed", "quick"), trait("Depth", None))
    bundle = read_all(tmp_path, card, SAMPLES["candidate"], SAMPLES["members"])
    (read_card,) = bundle.applications[0].scorecards
    assert read_card.interviewer.name == "Ana Reyes"
    assert [(rating.criterion, rating.level, rating.raw) for rating in read_card.ratings] == [
        ("testing", 3, "definite"),
        ("speed", None, "quick"),
        ("depth", None, None),
    ]
    assert "“quick” of Speed" in only(bundle, "not_understood").message


def test_notes_on_questions_join_the_trait_and_their_scores_are_left_out(tmp_path: Path) -> None:
    question = {"id": 3, "body": "Tell me about a query.", "score": "positive", "note": "No index."}
    body = rating_body(trait("SQL", "negative", note="Slow.", questions=[question]))
    bundle = read_all(tmp_path, body, [candidate()])
    assert bundle.applications[0].scorecards[0].ratings[0].note == "Slow.\nNo index."
    assert any(
        "the scores of single questions under SQL" in message for message in messages(bundle, "left_out")
    )


@pytest.mark.parametrize(
    "score_card", ["4", {"sections": None}, {"sections": [{"traits": [{"score": "positive"}]}]}]
)
def test_a_score_card_that_cannot_be_read_costs_its_application(tmp_path: Path, score_card: object) -> None:
    bundle = read_all(tmp_path, rating_body(score_card=score_card), [candidate()])
    assert bundle.applications == ()
    assert "the application is not read without it" in only(bundle, "error").message


def test_a_request_without_its_candidate_is_named(tmp_path: Path) -> None:
    two = [candidate(), candidate(id="c2", name="Jo Kay")]
    assert "nothing says which candidate" in only(read_all(tmp_path, rating_body(), two), "error").message


@pytest.mark.parametrize(
    "call",
    [
        recorded("GET", "/spi/v3/candidates/c1/activities", response={"activities": [activity()]}),
        recorded("POST", "/spi/v3/candidates/c1/ratings", request={"data": rating_body()}, response=""),
    ],
)
def test_the_address_of_a_recorded_call_says_whose_it_is(tmp_path: Path, call: dict[str, Any]) -> None:
    two = [candidate(), candidate(id="c2", name="Jo Kay")]
    assert [each.id for each in read_all(tmp_path, [call], two).applications] == ["c1"]


def test_several_candidates_never_mix(tmp_path: Path) -> None:
    listed = [of_candidate(activity()), {"candidate": "c2", "activities": [activity(id="act-9")]}]
    bundle = read_all(tmp_path, listed, [candidate(), candidate(id="c2", name="Jo Kay")])
    assert [(each.id, [card.id for card in each.scorecards]) for each in bundle.applications] == [
        ("c1", ["act-1"]),
        ("c2", ["act-9"]),
    ]


def test_two_copies_that_differ_are_an_error(tmp_path: Path) -> None:
    copies = of_candidate(activity()), {"activities": [job_activity(body="Quick to ask.")]}
    assert "the object appears twice" in only(read_all(tmp_path, *copies, [candidate()]), "error").message


def test_a_missing_candidate_is_named(tmp_path: Path) -> None:
    bundle = read_all(tmp_path, SAMPLES["job activities"])
    assert "the candidate c1 is not in the files; add the export of the candidates" in (
        only(bundle, "error").message
    )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"withdrew": True}, "“withdrew”"),
        ({"disqualified": False, "hired_at": "2026-11-20T09:00:00Z"}, "“hired”"),
        ({"disqualified": False, "stage_kind": "offer"}, "“offer”"),
        ({"disqualified": False, "updated_at": "2026-12-24T09:00:00Z"}, "still says “active”"),
    ],
)
def test_what_became_of_it_is_held_against_the_decision(
    tmp_path: Path, fields: dict[str, Any], said: str
) -> None:
    decision = {"c1": a_decision(decisive=["data-modelling"])}
    bundle = read_all(tmp_path, rating_body(), [candidate(**fields)], decision)
    assert bundle.applications == ()
    assert said in only(bundle, "error").message


def test_a_reason_to_disqualify_is_not_a_decision(tmp_path: Path) -> None:
    closed = comment(id="act-5", action="disqualified", body="Too slow", visibility_roles=None)
    still = candidate(disqualified=False, disqualification_reason=None)
    bundle = read_all(tmp_path, of_candidate(activity(), closed), [still])
    assert bundle.applications[0].decision is None
    assert "Too slow; that is not a decision" in only(bundle, "left_out").message


@pytest.mark.parametrize(
    ("sample", "what"),
    [
        ("candidates", "candidates of Workable"),
        ("reasons", "reasons to close an application of Workable"),
        ("stages", "stages of Workable"),
        ("disqualify request", "bodies of requests of Workable"),
    ],
)
def test_what_holds_no_feedback_is_named_with_what_to_add(tmp_path: Path, sample: str, what: str) -> None:
    with pytest.raises(InputError, match=f"{what} and no activities; add the export of the activities"):
        read_all(tmp_path, SAMPLES[sample])


def test_further_pages_are_reported(tmp_path: Path) -> None:
    more = {"activities": [job_activity()], "paging": {"next": "page 2"}}
    assert "more pages" in messages(read_all(tmp_path, more, [candidate()]), "lacking")[0]


def test_files_may_come_in_any_order(tmp_path: Path) -> None:
    values = [SAMPLES["activities"], SAMPLES["job activities"], SAMPLES["rating body"], [candidate()]]
    assert len({repr(told(read_all(tmp_path, *order))) for order in permutations(values)}) == 1


@given(st.permutations(range(4)), st.booleans())
def test_rows_may_come_in_any_order(numbers: list[int], first: bool) -> None:
    rows = [activity(id=f"a{number}", created_at="2026-11-09T11:00:00Z") for number in numbers]
    fewer = [job_activity(id=f"a{number}") for number in reversed(numbers)]
    files = [of_candidate(*rows), {"activities": fewer}]
    with tempfile.TemporaryDirectory() as folder:
        cards = cards_of(Path(folder), *(files if first else reversed(files)))
    assert [card.id for card in cards] == ["a0", "a1", "a2", "a3"]
    assert {card.raw for card in cards} == {"negative, thumbs, grade 0"}


def test_everybody_is_who_sees_an_ordinary_comment(tmp_path: Path) -> None:
    (card,) = cards_of(tmp_path, of_candidate(comment(visibility_roles=[*EVERYBODY, "recruiter"])))
    assert card.note
