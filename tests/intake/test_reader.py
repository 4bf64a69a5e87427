from pathlib import Path

import pytest

import recruiter_kit
from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from recruiter_kit.model import Bundle
from tests.intake.sources import (
    LEVER_PARTS,
    a_bundle,
    a_decision,
    a_role,
    an_application,
    greenhouse_files,
    lever_files,
    lever_form,
    messages,
    only,
    write,
)


def test_it_works(tmp_path: Path) -> None:
    assert len(recruiter_kit.read(write(tmp_path, "b.json", a_bundle())).applications) == 1


def test_several_sources_make_one_bundle(tmp_path: Path) -> None:
    table = "application,given_name,role,interviewer,note\na9,Jo,Data Analyst,Ana,Careful.\n"
    (tmp_path / "gh").mkdir()
    bundle = read(
        write(tmp_path, "b.json", a_bundle()),
        write(tmp_path, "t.csv", table),
        *greenhouse_files(tmp_path / "gh"),
        *lever_files(tmp_path),
    )
    assert sorted(application.id for application in bundle.applications) == ["201", "a1", "a9", "opp-1"]


def test_role_and_decisions_may_stand_among_the_files(tmp_path: Path) -> None:
    export = write(tmp_path, "b.json", a_bundle(an_application(decision=None), roles=[]))
    role = write(tmp_path, "r.json", a_role())
    decisions = write(tmp_path, "d.json", {"a1": a_decision()})
    assert read(decisions, export, role) == read(export, role_file=role, decisions_file=decisions)


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    bundle = read(
        write(tmp_path, "good.json", a_bundle()),
        write(tmp_path, "bad.json", "{"),
        tmp_path / "none.json",
        write(tmp_path, "wrong.json", {"format": "recruiter-kit/9"}),
    )
    assert len(bundle.applications) == 1
    errors = {notice.file: notice for notice in bundle.notices if notice.kind == "error"}
    assert set(errors) == {"bad.json", "none.json", "wrong.json"}
    assert errors["wrong.json"].place == "format"


def test_when_nothing_can_be_read_every_reason_is_given(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(write(tmp_path, "bad.json", "{"), tmp_path / "none.json")
    assert "bad.json: this is not JSON" in str(caught.value)
    assert "none.json: there is no such file" in str(caught.value)


def test_one_bad_file_alone_keeps_its_place(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(write(tmp_path, "bad.json", {"format": "recruiter-kit/9"}))
    assert (caught.value.file, caught.value.place) == ("bad.json", "format")


def test_without_an_application_it_says_so_and_why(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^r\.json: there is no application with a scorecard in it"):
        read(write(tmp_path, "r.json", a_role()))
    with pytest.raises(InputError, match=r"were left out \(1 in all\): 201"):
        read(*greenhouse_files(tmp_path)[1:])
    with pytest.raises(InputError, match="give the path of at least one export"):
        read()


def test_applications_that_are_all_bad_are_reported_one_by_one(tmp_path: Path) -> None:
    bundle = read(write(tmp_path, "b.json", a_bundle(an_application(role=3), {})))
    assert bundle.applications == ()
    assert {notice.place.split(".")[0] for notice in bundle.notices} == {"applications[0]", "applications[1]"}


@pytest.mark.parametrize("keyword", ["role_file", "decisions_file"])
def test_a_file_given_by_name_has_to_be_readable(tmp_path: Path, keyword: str) -> None:
    export = write(tmp_path, "b.json", a_bundle())
    with pytest.raises(InputError, match="no such file"):
        read(export, **{keyword: tmp_path / "none.yaml"})


def test_an_empty_list_among_files_does_no_harm(tmp_path: Path) -> None:
    bundle = read(write(tmp_path, "b.json", a_bundle()), write(tmp_path, "reasons.json", []))
    assert only(bundle, "left_out").file == "reasons.json"


def test_files_of_one_name_are_shown_with_their_folders(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    first = write(tmp_path / "one", "b.json", a_bundle(an_application(role="pm")))
    second = write(tmp_path / "two", "b.json", a_bundle(an_application(id="a2")))
    assert only(read(first, second), "error").file == str(first)


def test_a_file_that_is_passed_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "b.json", a_bundle())
    bundle = read(path, str(path))
    assert len(bundle.applications) == 1
    assert len(messages(bundle, "left_out")) == 1


def test_bundles_are_found_to_be_equal(tmp_path: Path) -> None:
    path = write(tmp_path, "b.json", a_bundle())
    assert read(path) == read(str(path))


def test_scorecards_of_a_list_that_goes_on_are_no_whole_and_other_lists_may_go_on(tmp_path: Path) -> None:
    def forms(more: bool, candidates: bool) -> Bundle:
        parts = {name: {"data": [part], "hasNext": candidates} for name, part in LEVER_PARTS.items()}
        values = {"forms": {"data": [lever_form()], "hasNext": more}, **parts}
        return read(*(write(tmp_path, f"{name}.json", value) for name, value in values.items()))

    assert len(forms(more=False, candidates=True).applications) == 1
    cut = forms(more=True, candidates=False)
    assert cut.applications == ()
    assert any("goes on in another page" in message for message in messages(cut, "error"))
