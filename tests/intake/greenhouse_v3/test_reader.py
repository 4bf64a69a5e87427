"""Flat lists of Greenhouse Harvest v3 become scorecards; what is missing is named and nothing is mixed."""

import json
import tempfile
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from recruiter_kit.model import Bundle, Scorecard
from tests.intake.greenhouse_v3.lists import CARD, LISTS, changed_row, v3_files, v3_lists
from tests.intake.sources import (
    a_decision,
    greenhouse_application,
    greenhouse_candidate,
    greenhouse_card,
    messages,
    only,
    write,
)


def the_card(bundle: Bundle) -> Scorecard:
    (application,) = bundle.applications
    (card,) = application.scorecards
    return card


def test_it_works(tmp_path: Path) -> None:
    bundle = read(*v3_files(tmp_path))
    (application,) = bundle.applications
    assert (application.id, application.role, application.stage) == ("201", "401", "Final")
    assert application.candidate.full_name == "Marta Silva"
    assert application.candidate.email == "marta@example.org"
    card = the_card(bundle)
    assert (card.id, card.interviewer.name, card.recommendation) == ("501", "Ana Reyes", "no")
    assert [(rating.criterion, rating.level, rating.note) for rating in card.ratings] == [
        ("data-modelling", 2, "Began with the tables."),
        ("testing", None, None),
    ]
    assert card.note == "Careful, but slow to ask.\nOne task."
    assert card.private_note == "Wants 80k."
    assert bundle.roles[0].title == "Data Engineer"
    assert messages(bundle, "error") == []
    assert messages(bundle, "left_out") == [
        "answers that are not free text were left out: “Hire again?”, “Which office?”",
        "the scorecard is a draft; it was left out",
    ]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda lists: [lists],
        lambda lists: [{name: rows} for name, rows in lists.items()],
        lambda lists: [{"results": rows, "next": None} for rows in lists.values()],
        lambda lists: [
            "\n".join(
                json.dumps({"stream": name, "data": row, "emitted_at": 1})
                for name, rows in lists.items()
                for row in rows
            )
        ],
        lambda lists: [
            "\n".join(json.dumps({"type": "RECORD", "stream": name, "record": row}) for row in rows)
            for name, rows in lists.items()
        ],
        lambda lists: [
            "\n".join(json.dumps({"_airbyte_data": row}) for row in rows) for rows in lists.values()
        ],
    ],
)
def test_lists_may_come_in_any_wrapping(tmp_path: Path, wrap: Any) -> None:
    plain = read(*v3_files(tmp_path))
    files = [write(tmp_path, f"f{at}.jsonl", value) for at, value in enumerate(wrap(v3_lists()))]
    assert read(*files).applications == plain.applications


def test_ids_may_be_texts(tmp_path: Path) -> None:
    plain = read(*v3_files(tmp_path))
    texts = {
        name: [
            {
                key: str(value) if isinstance(value, int) and not isinstance(value, bool) else value
                for key, value in row.items()
            }
            for row in rows
        ]
        for name, rows in v3_lists().items()
    }
    assert read(*v3_files(tmp_path, **texts)).applications == plain.applications


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_order_of_files_and_rows_gives_the_same_bundle(random: Any) -> None:
    second = CARD | {"id": 503, "interviewer_id": 43, "interviewed_at": "2026-11-10T15:00:00Z"}
    lists = v3_lists(scorecards=[*LISTS["scorecards"], second])
    bundles = []
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in lists.items():
            write(Path(folder), f"{name}.json", rows)
        bundles.append(read(*(Path(folder, f"{name}.json") for name in lists)))
        names = list(lists)
        random.shuffle(names)
        for name in names:
            random.shuffle(lists[name])
            write(Path(folder), f"{name}.json", lists[name])
        bundles.append(read(*(Path(folder, f"{name}.json") for name in names)))
    first, other = bundles
    assert (first.roles, first.applications) == (other.roles, other.applications)
    assert sorted(messages(first, "left_out")) == sorted(messages(other, "left_out"))


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("jobs", "the row 401 of jobs is not in the files; add the list jobs"),
        ("candidates", "add the export of the candidates"),
        ("applications", "add the export of the applications"),
        ("scorecard_candidate_attributes", "add the list scorecard_candidate_attributes"),
        ("job_candidate_attributes", "the row 301 of job_candidate_attributes is not in the files"),
        ("scorecard_questions", "of scorecard_questions is not in the files"),
    ],
)
def test_a_missing_list_is_named_and_no_application_is_made_of_the_rest(
    tmp_path: Path, missing: str, message: str
) -> None:
    bundle = read(*v3_files(tmp_path, **{missing: None}))
    assert bundle.applications == ()
    assert any(message in error for error in messages(bundle, "error"))


def test_without_scorecards_it_is_said_what_is_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="and no scorecards; add the export of the scorecards"):
        read(*v3_files(tmp_path, scorecards=None))


def test_answers_that_a_connector_does_not_deliver_are_reported(tmp_path: Path) -> None:
    files = v3_files(tmp_path, scorecard_question_answers=None, scorecard_questions=None)
    bundle = read(*files)
    assert the_card(bundle).note == "Careful, but slow to ask."
    assert (
        "add the lists scorecard_questions and scorecard_question_answers" in messages(bundle, "lacking")[0]
    )


def test_missing_users_are_reported_because_their_names_must_be_kept_out(tmp_path: Path) -> None:
    bundle = read(*v3_files(tmp_path, users=None))
    assert the_card(bundle).interviewer.name == "42"
    assert "add the export of the users" in messages(bundle, "lacking")[0]


@pytest.mark.parametrize(
    ("user", "name"),
    [
        ({"id": 42, "name": "Ana Reyes"}, "Ana Reyes"),
        ({"id": 42, "name": "Ana Reyes", "deactivated": True, "site_admin": False}, "Ana Reyes"),
        (
            {"id": 42, "first_name": None, "last_name": None, "primary_email": "ana.reyes@example.org"},
            "Ana Reyes",
        ),
    ],
)
def test_users_may_have_little_more_than_a_name(tmp_path: Path, user: dict[str, Any], name: str) -> None:
    assert the_card(read(*v3_files(tmp_path, users=[user]))).interviewer.name == name


def test_the_seat_in_the_interview_says_who_it_was(tmp_path: Path) -> None:
    seats = [{"id": 1, "interview_id": 5, "user_id": 43, "scorecard_id": 501, "email": None}]
    files = v3_files(tmp_path, **changed_row("scorecards", interviewer_id=None))
    assert the_card(read(*files, write(tmp_path, "i.json", seats))).interviewer.name == "Ben Marsh"


def test_the_interview_has_its_name_by_its_kit(tmp_path: Path) -> None:
    kits = write(tmp_path, "kits.json", [{"id": 11, "job_id": 401, "job_interview_id": 21}])
    interviews = write(tmp_path, "job_interviews.json", [{"id": 21, "job_id": 401, "name": "Modelling"}])
    assert the_card(read(*v3_files(tmp_path), kits, interviews)).interview == "Modelling"


def test_an_id_that_is_two_things_is_not_guessed(tmp_path: Path) -> None:
    people = [{"id": 42, "name": "Ana Reyes"}]
    lists = changed_row("applications", job_id=42) | {"jobs": None, "users": people}
    bundle = read(*v3_files(tmp_path, **lists))
    assert bundle.applications == ()
    assert 'say which by writing the list as {"users": […]}' in messages(bundle, "error")[0]
    named = {"users": {"users": people}, "jobs": [{"id": 42, "name": "Data Engineer"}]}
    assert len(read(*v3_files(tmp_path, **(lists | named))).applications) == 1


@pytest.mark.parametrize("literal", ["strong_no", "definitely_not"])
def test_the_lowest_grade_has_two_spellings(tmp_path: Path, literal: str) -> None:
    lists = changed_row("scorecards", candidate_rating=literal)
    lists |= changed_row("scorecard_candidate_attributes", candidate_attribute_rating=literal)
    card = the_card(read(*v3_files(tmp_path, **lists)))
    assert (card.recommendation, card.ratings[0].level, card.ratings[0].raw) == ("strong_no", 1, literal)


def test_a_level_that_is_not_on_the_scale_is_kept_as_it_is(tmp_path: Path) -> None:
    lists = changed_row("scorecard_candidate_attributes", candidate_attribute_rating="stong_yes")
    bundle = read(*v3_files(tmp_path, **lists))
    notice = only(bundle, "not_understood")
    assert "“stong_yes” of Data modelling" in notice.message
    assert notice.file == "scorecard_candidate_attributes.json"
    assert (the_card(bundle).ratings[0].level, the_card(bundle).ratings[0].raw) == (None, "stong_yes")


def test_a_text_with_tags_is_read_where_there_is_no_other(tmp_path: Path) -> None:
    lists = changed_row(
        "scorecards",
        notes=None,
        public_notes=None,
        private_notes=None,
        private_notes_with_tags="<b>Wants 80k.</b>",
    )
    card = the_card(read(*v3_files(tmp_path, **lists)))
    assert card.note == "Careful, but slow to ask.\nOne task."
    assert card.private_note == "Wants 80k."


def test_an_answer_to_a_private_question_is_private(tmp_path: Path) -> None:
    lists = changed_row("scorecard_questions", question="Internal remarks")
    card = the_card(read(*v3_files(tmp_path, **lists)))
    assert card.note == "Careful, but slow to ask."
    assert card.private_note == "Wants 80k.\nOne task."


def test_an_empty_scorecard_is_left_out_and_reported(tmp_path: Path) -> None:
    empty = {
        "id": 503,
        "application_id": 201,
        "status": "complete",
        "submitted_at": CARD["submitted_at"],
        "candidate_rating": "no_decision",
        "interviewer_id": 43,
    }
    bundle = read(*v3_files(tmp_path, scorecards=[CARD, empty]))
    assert the_card(bundle).id == "501"
    assert "the form has neither a level nor a text; it was left out" in messages(bundle, "left_out")


@pytest.mark.parametrize(
    ("status", "message"),
    [
        ("hired", "says “hired”, but the decision"),
        ("in_process", "still says “in_process”"),
        ("converted", "still says “converted”"),
    ],
)
def test_a_status_that_contradicts_the_decision_is_an_error(
    tmp_path: Path, status: str, message: str
) -> None:
    decisions = write(tmp_path, "decisions.json", [a_decision(application="201", decisive=[])])
    files = v3_files(tmp_path, **changed_row("applications", status=status))
    bundle = read(*files, decisions)
    assert bundle.applications == ()
    assert message in messages(bundle, "error")[0]


def test_a_candidate_who_withdrew_is_heard_and_the_reason_is_no_decision(tmp_path: Path) -> None:
    rejection = [
        {"id": 1, "application_id": 201, "rejection_reason_id": 4, "rejected_at": CARD["submitted_at"]}
    ]
    kind = {"id": 2, "key": "THEY_REJECTED_US", "name": "They rejected us"}
    files = [*v3_files(tmp_path), write(tmp_path, "rejection_details.json", rejection)]
    assert "add the list rejection_reasons" in messages(read(*files), "lacking")[0]
    files.append(write(tmp_path, "reasons.json", [{"id": 4, "name": "Took another offer", "type": kind}]))
    bundle = read(*files)
    assert bundle.applications[0].decision is None
    assert any("Took another offer (They rejected us)" in each for each in messages(bundle, "left_out"))
    decisions = write(tmp_path, "decisions.json", [a_decision(application="201", decisive=[])])
    assert "gives another reason" in messages(read(*files, decisions), "error")[0]


def test_private_candidates_and_confidential_jobs_are_told_and_addresses_left_out(tmp_path: Path) -> None:
    lists = changed_row("candidates", can_email=False, private=True)
    lists |= changed_row("jobs", confidential=True)
    bundle = read(*v3_files(tmp_path, **lists))
    assert bundle.applications[0].candidate.email is None
    told = " ".join(messages(bundle, "left_out"))
    assert "may not be e-mailed" in told
    assert "marks the candidate as private" in told
    assert "marks the job as confidential" in told


def test_several_applications_of_one_candidate_are_never_mixed(tmp_path: Path) -> None:
    other = LISTS["applications"][0] | {"id": 202, "job_id": 402}
    lists: dict[str, Any] = {
        "applications": [*LISTS["applications"], other],
        "jobs": [*LISTS["jobs"], {"id": 402, "name": "Data Analyst"}],
        "scorecards": [CARD, CARD | {"id": 503, "application_id": 202}],
    }
    bundle = read(*v3_files(tmp_path, **lists))
    found = [(each.id, each.role, [card.id for card in each.scorecards]) for each in bundle.applications]
    assert found == [("201", "401", ["501"]), ("202", "402", ["503"])]


def test_rows_that_stand_twice_have_to_agree(tmp_path: Path) -> None:
    ratings = LISTS["scorecard_candidate_attributes"]
    for name, rows in (
        ("scorecard_candidate_attributes", [*ratings, ratings[0] | {"note": "Another note."}]),
        ("scorecards", [CARD, CARD | {"notes": "Another note."}]),
        ("jobs", [*LISTS["jobs"], {"id": 401, "name": "Another job"}]),
    ):
        bundle = read(*v3_files(tmp_path, **{name: rows}))
        assert bundle.applications == ()
        assert "the object appears twice in the files" in messages(bundle, "error")[0]
    twice = v3_files(tmp_path, scorecard_candidate_attributes=[*ratings, *ratings])
    assert the_card(read(*twice)) == the_card(read(*v3_files(tmp_path)))


def test_a_rating_that_nobody_can_place_is_reported(tmp_path: Path) -> None:
    bundle = read(*v3_files(tmp_path, **changed_row("scorecard_candidate_attributes", scorecard_id=None)))
    assert "scorecard_id" in next(each.place for each in bundle.notices if each.kind == "error")


def test_notes_and_other_lists_are_left_out_and_reported(tmp_path: Path) -> None:
    note = {
        "id": 1,
        "candidate_id": 101,
        "body": "Called.",
        "visibility": "privately_visible",
        "type": "NOTE",
    }
    more = {"notes": [note], "offices": [{"id": 1, "location": {}}]}
    bundle = read(*v3_files(tmp_path), write(tmp_path, "more.json", more))
    assert "Called" not in bundle.model_dump_json()
    assert "notes on the profile are not scorecards; they were left out (1 in all)" in messages(
        bundle, "left_out"
    )
    assert any("left out: offices" in message for message in messages(bundle, "left_out"))


def test_v1_files_beside_v3_files_are_read_each_on_its_own(tmp_path: Path) -> None:
    job = [{"id": 401, "name": "Data Engineer"}]
    old = [
        write(tmp_path, "old_cards.json", [greenhouse_card(application_id=299)]),
        write(tmp_path, "old_applications.json", [greenhouse_application(id=299, jobs=job)]),
        write(tmp_path, "old_candidates.json", [greenhouse_candidate(application_ids=[299])]),
    ]
    for files in permutations([*old, v3_files(tmp_path)[0]], 4):
        others = [file for file in v3_files(tmp_path) if file not in files]
        bundle = read(*files, *others)
        assert {each.id for each in bundle.applications} == {"201", "299"}
        assert messages(bundle, "error") == []


def test_one_application_in_v1_and_in_v3_has_to_be_the_same(tmp_path: Path) -> None:
    old = [
        write(tmp_path, "old_cards.json", [greenhouse_card()]),
        write(tmp_path, "old_applications.json", [greenhouse_application()]),
        write(tmp_path, "old_candidates.json", [greenhouse_candidate()]),
    ]
    bundle = read(*old, *v3_files(tmp_path))
    assert bundle.applications == ()
    assert any("201 is in" in each and "the two differ" in each for each in messages(bundle, "error"))


def test_a_list_of_names_alone_is_said_to_need_its_export(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="may belong to an export of Greenhouse Harvest v3"):
        read(write(tmp_path, "users.json", LISTS["users"]))


def test_names_and_addresses_go_with_the_version_that_points_at_them(tmp_path: Path) -> None:
    bare = {key: value for key, value in greenhouse_candidate(id=399).items() if key != "application_ids"}
    old = [
        write(tmp_path, "old_cards.json", [greenhouse_card(application_id=299, candidate_id=399)]),
        write(tmp_path, "old_applications.json", [greenhouse_application(id=299, candidate_id=399)]),
        write(tmp_path, "old_candidates.json", [bare]),
    ]
    bundle = read(*old, *v3_files(tmp_path))
    assert {each.id for each in bundle.applications} == {"201", "299"}


def test_a_candidate_that_both_versions_name_goes_with_the_one_that_has_nobody_yet(tmp_path: Path) -> None:
    old = [
        write(tmp_path, "old_cards.json", [greenhouse_card(application_id=299, candidate_id=101)]),
        write(tmp_path, "old_applications.json", [greenhouse_application(id=299, candidate_id=101)]),
        write(tmp_path, "old_candidates.json", [greenhouse_candidate(id=101)]),
    ]
    bundle = read(*old, *v3_files(tmp_path))
    assert {each.id for each in bundle.applications} == {"201", "299"}
    without = read(*old[:2], *v3_files(tmp_path))
    assert any("files of each are here" in each for each in messages(without, "error"))
