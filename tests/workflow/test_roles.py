"""A role is changed as it was seen, every state of it is a version, and nothing rests on air afterwards."""

from pathlib import Path

import pytest

from recruiter_kit.errors import ConflictError, NotFoundError, StoreError
from recruiter_kit.model import Application, Role, Scale
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, role_versions, roles, status, versions
from recruiter_kit.workflow.role_ratings import Given, ratings
from recruiter_kit.workflow.tellings import record_telling
from tests import build
from tests.workflow.build import INES, OMAR, applied, approved, store

TWO = build.role(build.criterion(), build.criterion("sql"))


def here(db: Database) -> Role:
    (role,) = applications.roles(db)
    return role


def with_required(role: Role, required: float | None) -> Role:
    first, *rest = role.criteria
    return role.model_copy(update={"criteria": (first.model_copy(update={"required": required}), *rest)})


def undecided(folder: Path, *made: Application) -> Database:
    return store(folder, *(made or (applied(decided=False),)))


def test_an_answer_is_kept_and_audited_once_without_a_word_of_it(tmp_path: Path) -> None:
    db = store(tmp_path)
    answered = with_required(here(db), 5)
    assert roles.save(db, answered, 1, INES, "The bar is higher.") == 2
    assert here(db) == answered
    assert roles.save(db, answered, 2, INES) is None, "nothing in it is new"
    (line,) = [entry for entry in audit.entries(db) if entry.what == Event.ROLE_CHANGED]
    assert line.by == INES
    assert line.detail == {"role": "r1", "version": 2, "added": 0, "removed": 0, "changed": 1}


def test_what_somebody_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    db = store(tmp_path)
    before = here(db)
    roles.save(db, with_required(before, 5), 1, INES)
    with pytest.raises(ConflictError, match="somebody else changed Data Engineer"):
        roles.save(db, with_required(before, 2), 1, OMAR)
    assert here(db).criteria[0].required == 5


def test_a_role_that_is_not_here_is_not_found(tmp_path: Path) -> None:
    db = store(tmp_path)
    with pytest.raises(NotFoundError):
        roles.save(db, here(db).model_copy(update={"id": "other"}), 1, INES)


def test_a_role_is_incomplete_while_a_required_level_is_open(tmp_path: Path) -> None:
    db = undecided(tmp_path)
    assert roles.incomplete(db) == []
    roles.save(db, with_required(here(db), None), 1, INES)
    assert [role.id for role in roles.incomplete(db)] == ["r1"]


def test_every_state_is_a_version_with_who_and_why(tmp_path: Path) -> None:
    db = store(tmp_path)
    first = here(db)
    roles.save(db, with_required(first, 5), 1, OMAR, " The bar is higher. ")
    roles.save(db, first, 2, INES)
    history = role_versions.history(db, "r1")
    assert [(each.version, each.by, each.note) for each in history] == [
        (3, INES, ""),
        (2, OMAR, "The bar is higher."),
        (1, INES, ""),
    ]
    assert [each.role.criteria[0].required for each in history] == [3, 5, 3]
    assert role_versions.newest(db, "r1") == history[0]
    with pytest.raises(NotFoundError):
        role_versions.version(db, "r1", 4)


def test_an_approval_of_words_on_the_older_criteria_ends(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    roles.save(db, with_required(here(db), 4), 1, INES)
    assert status.of(db, "a1") is status.Status.DRAFT
    words = versions.newest(db, "a1")
    assert versions.outdated(db, words)
    behind = role_versions.behind(db, "r1", words.made_at)
    assert behind is not None
    assert (behind.version, behind.newer) == (1, True)


def test_a_criterion_that_a_decision_rests_on_stays(tmp_path: Path) -> None:
    db = store(tmp_path)
    for lost in (build.role(build.criterion("sql")), with_required(here(db), None)):
        with pytest.raises(StoreError, match="on Marta Silva rests on Modelling"):
            roles.save(db, lost, 1, INES, "A note is not enough before the candidate was told.")
    assert here(db) == build.role()


def test_once_the_candidate_was_told_it_goes_with_a_note(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    record_telling(db, "a1", "post", "posted", OMAR)
    lost = build.role(build.criterion("sql"))
    with pytest.raises(StoreError, match="say in the note why it goes"):
        roles.save(db, lost, 1, INES)
    assert roles.save(db, lost, 1, INES, "Another job from January on.") == 2


def test_ratings_go_out_of_use_only_with_a_note_and_come_back_with_their_criterion(tmp_path: Path) -> None:
    db = undecided(tmp_path)
    before = applications.application(db, "a1")
    lost = build.role(build.criterion("sql"))
    with pytest.raises(StoreError, match=r"interviewers wrote on Modelling \(1 ratings or notes in all\)"):
        roles.save(db, lost, 1, INES)
    roles.save(db, lost, 1, INES, "It is not part of the job.")
    assert applications.application(db, "a1") == before, "no rating is lost"
    roles.save(db, role_versions.version(db, "r1", 1).role, 2, INES)
    assert applications.application(db, "a1") == before
    assert here(db) == build.role()


def test_a_criterion_that_nobody_rated_goes_without_a_word(tmp_path: Path) -> None:
    db = store(tmp_path)
    roles.save(db, TWO, 1, INES)
    assert roles.save(db, build.role(), 2, INES) == 3


def test_the_scale_stays_once_a_level_was_given(tmp_path: Path) -> None:
    db = undecided(tmp_path)
    ten = here(db).model_copy(update={"scale": Scale(lowest=1, highest=10)})
    with pytest.raises(StoreError, match="would mean something else on another"):
        roles.save(db, ten, 1, INES, "We rate to ten now.")
    empty = undecided(tmp_path / "other", applied(decided=False).model_copy(update={"scorecards": ()}))
    assert roles.save(empty, ten, 1, INES) == 2


def test_a_new_role_gets_an_id_that_is_free(tmp_path: Path) -> None:
    db = store(tmp_path)
    made = [roles.add(db, build.role(), INES, "Copied").id for _ in range(2)]
    assert made == ["r1-2", "r1-3"]
    assert role_versions.newest(db, "r1-3").note == "Copied"


def test_only_a_role_that_nobody_applied_for_can_be_deleted(tmp_path: Path) -> None:
    db = store(tmp_path)
    copy = roles.add(db, build.role(), INES)
    roles.remove(db, copy.id, INES)
    assert here(db).id == "r1"
    assert db.execute("SELECT count(*) FROM role_versions").fetchone() == (1,)
    with pytest.raises(StoreError, match="has candidates"):
        roles.remove(db, "r1", INES)


def test_it_counts_how_each_criterion_was_rated(tmp_path: Path) -> None:
    cards = (
        build.scorecard(build.rating(2, "Left it out."), build.rating(None, "Knew joins.", "sql"), id="s1"),
        build.scorecard(build.rating(4), build.rating(None, None, "talk"), id="s2", interviewer="Omar"),
        build.scorecard(build.rating(4), id="s3", interviewer="Omar"),
    )
    db = store(tmp_path, applied(decided=False).model_copy(update={"scorecards": cards}), applied("a2"))
    assert ratings(db, "r1") == {
        "modelling": Given(levels=(2, 4), ratings=4, candidates=2, interviewers=2),
        "sql": Given(levels=(), ratings=1, candidates=1, interviewers=0),
    }
    assert roles.candidates(db) == {"r1": (2, 2)}


def test_roles_that_were_here_before_versions_have_their_first(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    db.execute("DROP TABLE role_versions")
    db.execute("DELETE FROM migrations WHERE name LIKE '023%'")
    db.conn.close()
    again = open_store(tmp_path / "recruiter-kit.db")
    (first,) = role_versions.history(again, "r1")
    assert (first.version, first.role, first.by) == (1, build.role(), INES)
    words = versions.newest(again, "a1")
    behind = role_versions.behind(again, "r1", words.made_at)
    assert behind is not None
    assert (behind.version, behind.newer) == (1, False)
