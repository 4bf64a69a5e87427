import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from tests.intake.lever.samples import REASON, TEMPLATE, WEBHOOK, recorded
from tests.intake.sources import LEVER_PARTS, RATING, a_role, lever_files, lever_form, messages, only, write


def test_it_works(tmp_path: Path) -> None:
    bundle = read(*lever_files(tmp_path))
    (application,) = bundle.applications
    assert (application.id, application.role, application.stage) == ("opp-1", "p1", "On-site")
    assert (application.candidate.given_name, application.candidate.family_name) == ("Marta Silva", None)
    assert application.candidate.email == "marta@example.org"
    assert application.scorecards[0].interviewer.name == "Ana Reyes"
    (role,) = bundle.roles
    assert (role.title, role.scale.lowest, role.scale.highest) == ("Data Engineer", 1, 4)
    assert [criterion.id for criterion in role.criteria] == ["data-modelling", "testing"]


def test_files_may_come_in_any_order(tmp_path: Path) -> None:
    files = lever_files(tmp_path)
    assert len({read(*order).applications for order in list(permutations(files))[::40]}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        {"opportunity": "opp-1", "data": [lever_form()]},
        [{"opportunity": "opp-1", "data": [lever_form()]}, {"opportunity": "opp-2", "data": []}],
        {"opp-1": [lever_form()]},
        {"opp-1": {"data": [lever_form()], "hasNext": False}, "opp-2": {"data": []}},
        {"data": [lever_form(opportunityId="opp-1")]},
        {"data": lever_form(profileId="opp-1")},
        [lever_form(opportunity={"id": "opp-1", "name": "Marta Silva"})],
    ],
)
def test_forms_are_joined_by_their_wrapping_or_their_own_keys(tmp_path: Path, forms: object) -> None:
    second = LEVER_PARTS["opportunity"] | {"id": "opp-2", "name": "Jo Kay"}
    files = lever_files(tmp_path, opportunity=[LEVER_PARTS["opportunity"], second])
    bundle = read(write(tmp_path, "forms.json", forms), *files[1:])
    assert [application.id for application in bundle.applications] == ["opp-1"]
    assert messages(bundle, "error") == []


def test_a_recorded_call_names_the_opportunity_in_its_address(tmp_path: Path) -> None:
    second = LEVER_PARTS["opportunity"] | {"id": "opp-2", "name": "Jo Kay"}
    files = lever_files(tmp_path, opportunity=[LEVER_PARTS["opportunity"], second])
    put = lever_form(updatedAt=1794222000001)
    bundle = read(write(tmp_path, "forms.json", recorded(lever_form()) + recorded(put)), *files[1:])
    assert [application.id for application in bundle.applications] == ["opp-1"]
    assert len(bundle.applications[0].scorecards) == 1
    assert messages(bundle, "error") == []


def test_records_of_a_connector_are_read_as_lists_are(tmp_path: Path) -> None:
    plain = read(*lever_files(tmp_path))
    parts = {"feedback": lever_form(opportunity="opp-1"), **LEVER_PARTS}
    for record in (
        lambda name, value: {"stream": name, "data": value, "emitted_at": 1},
        lambda name, value: {"type": "RECORD", "stream": name, "record": value},
    ):
        lines = "\n".join(json.dumps(record(name, value)) for name, value in parts.items())
        assert read(write(tmp_path, "all.jsonl", lines)).applications == plain.applications
    wrapped = {name: [value] for name, value in parts.items()}
    assert read(write(tmp_path, "all.json", wrapped)).applications == plain.applications


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (WEBHOOK, "this is what Lever sends when something happens"),
        ({"data": [TEMPLATE]}, "holds templates of Lever and no feedback forms"),
        (recorded(REASON), "holds archive reasons of Lever and no feedback forms"),
    ],
)
def test_what_is_not_a_form_is_named(tmp_path: Path, value: object, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(write(tmp_path, "f.json", value))


def test_with_several_opportunities_a_bare_form_is_not_guessed(tmp_path: Path) -> None:
    second = LEVER_PARTS["opportunity"] | {"id": "opp-2"}
    bundle = read(*lever_files(tmp_path, opportunity=[LEVER_PARTS["opportunity"], second]))
    assert bundle.applications == ()
    assert "nothing says which opportunity the form belongs to" in only(bundle, "error").message


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("opportunity", "the opportunity opp-1 is not in the files"),
        ("application", "add the export of its applications"),
        ("posting", "the posting p1 is not in the files"),
    ],
)
def test_a_lacking_file_is_named(tmp_path: Path, part: str, message: str) -> None:
    wrapped = {"opportunity": "opp-1", "data": [lever_form()]}
    files = [write(tmp_path, "wrapped.json", wrapped), *lever_files(tmp_path, **{part: None})[1:]]
    notice = only(read(*files), "error")
    assert notice.application == "opp-1"
    assert message in notice.message


def test_missing_users_are_reported_because_their_names_must_be_kept_out(tmp_path: Path) -> None:
    bundle = read(*lever_files(tmp_path, user=None))
    assert bundle.applications[0].scorecards[0].interviewer.name == "u1"
    assert "add the export of the users" in messages(bundle, "lacking")[0]


def test_a_name_may_be_in_the_interview_only(tmp_path: Path) -> None:
    person = {"id": "u1", "name": "Ana Reyes", "email": "ana@example.org"}
    interview = {"id": "i1", "panel": "p", "interviewers": [person]}
    bundle = read(*lever_files(tmp_path, user=None, interview=interview))
    assert bundle.applications[0].scorecards[0].interviewer.name == "Ana Reyes"


def test_expanded_objects_are_read(tmp_path: Path) -> None:
    opportunity = LEVER_PARTS["opportunity"] | {
        "stage": {"id": "st1", "text": "On-site"},
        "applications": [LEVER_PARTS["application"]],
    }
    person = {"id": "u1", "name": "Ana Reyes", "jobTitle": "Staff Engineer"}
    files = lever_files(
        tmp_path, lever_form(user=person), opportunity=opportunity, application=None, user=None, stage=None
    )
    (application,) = read(*files).applications
    assert (application.stage, application.role) == ("On-site", "p1")
    assert application.scorecards[0].interviewer.role == "Staff Engineer"


def test_the_dialect_of_put_names_opportunity_posting_and_user(tmp_path: Path) -> None:
    form: dict[str, Any] = lever_form(profileId="opp-1", postingIds=["p1"], userId="u1", isCompleted=True)
    for key in ("user", "panel", "interview", "deletedAt"):
        del form[key]
    bundle = read(*lever_files(tmp_path, form, application=None))
    assert bundle.applications[0].scorecards[0].interviewer.name == "Ana Reyes"


def test_drafts_deleted_and_empty_forms_are_left_out_and_reported(tmp_path: Path) -> None:
    forms = [
        lever_form(),
        lever_form(id="f2", completedAt=None),
        lever_form(id="f3", deletedAt=1794222000001),
        lever_form(RATING | {"value": None}, id="f4"),
    ]
    bundle = read(*lever_files(tmp_path, *forms))
    assert [card.id for card in bundle.applications[0].scorecards] == ["form-1"]
    assert messages(bundle, "left_out") == [
        "the scorecard is a draft; it was left out",
        "the scorecard was deleted in the source; it was left out",
        "the form has neither a level nor a text; it was left out",
    ]


def test_one_interview_is_one_occasion(tmp_path: Path) -> None:
    forms = [
        lever_form(id=f"f{number}", interview=room) for number, room in enumerate(["i1", "i1", "i2", None])
    ]
    (application,) = read(*lever_files(tmp_path, *forms)).applications
    assert [card.occasion for card in application.scorecards] == ["i1", "i1", None, None]


def test_an_archived_opportunity_is_reported_and_is_not_a_decision(tmp_path: Path) -> None:
    opportunity = LEVER_PARTS["opportunity"] | {"archived": {"reason": "r1", "archivedAt": 1794222000000}}
    reason = {"id": "r1", "text": "Underqualified", "status": "active", "type": "non-hired"}
    bundle = read(*lever_files(tmp_path, opportunity=opportunity, reason=reason))
    assert bundle.applications[0].decision is None
    assert "Underqualified; that is not a decision" in only(bundle, "left_out").message


def test_further_pages_are_reported(tmp_path: Path) -> None:
    files = lever_files(tmp_path)
    more = write(tmp_path, "more.json", {"data": [lever_form(id="f2")], "hasNext": True, "next": "x"})
    bundle = read(*files, more)
    assert (bundle.notices[0].kind, bundle.notices[0].place) == ("lacking", "hasNext")


def test_secret_notes_and_templates_are_left_out(tmp_path: Path) -> None:
    note = {"id": "n1", "text": "Note", "fields": [{"type": "note", "value": "Wants 80k."}], "secret": True}
    template = {"id": "t1", "text": "Phone", "instructions": "", "group": {}, "fields": []}
    bundle = read(*lever_files(tmp_path, note=note, template=template))
    assert only(bundle, "left_out").message == "a note on the profile is not a scorecard; it was left out"
    assert "80k" not in bundle.model_dump_json()


def test_several_postings_are_not_guessed(tmp_path: Path) -> None:
    second = {"id": "app-2", "opportunityId": "opp-1", "posting": "p2"}
    bundle = read(*lever_files(tmp_path, application=[LEVER_PARTS["application"], second]))
    assert "for several postings (p1, p2)" in only(bundle, "error").message


def test_objects_that_stand_twice_have_to_agree(tmp_path: Path) -> None:
    other = LEVER_PARTS["opportunity"] | {"name": "Marta Souza"}
    bundle = read(*lever_files(tmp_path, opportunity=[LEVER_PARTS["opportunity"], other]))
    assert "the object appears twice in the files" in only(bundle, "error").message


def test_an_opportunity_without_a_name_is_an_error(tmp_path: Path) -> None:
    bundle = read(*lever_files(tmp_path, opportunity=LEVER_PARTS["opportunity"] | {"name": ""}))
    notice = only(bundle, "error")
    assert (notice.file, notice.application) == ("opportunity.json", "opp-1")


def test_a_role_file_of_another_scale_is_an_error(tmp_path: Path) -> None:
    role = write(tmp_path, "role.json", a_role(scale={"lowest": 1, "highest": 5}))
    assert "differ in scale: 1–5 / 1–4" in messages(read(*lever_files(tmp_path), role), "error")[0]
