"""What an import says of health, family, belief, union or crime is set apart as it comes in (R13)."""

from pathlib import Path

from recruiter_kit.model import Rating, Scorecard
from recruiter_kit.store import audit
from recruiter_kit.workflow import quarantine
from recruiter_kit.workflow.applications import application, queue
from recruiter_kit.workflow.imports import accept_changes, compare, keep_import
from recruiter_kit.workflow.scorecards import add, meet
from tests import build
from tests.workflow.build import INES, applied, approved, bundle, store

SICK = "She mentioned her chemotherapy. She left out the index."


def sick(id: str = "a1") -> object:
    card = build.scorecard(build.rating(2, SICK))
    return applied(id).model_copy(update={"scorecards": (card,)})


def test_the_words_are_left_out_and_everything_else_stays(tmp_path: Path) -> None:
    db = store(tmp_path, sick())  # type: ignore[arg-type]
    (found,) = quarantine.places(db, "a1")
    assert (found.place, SICK[found.start : found.end]) == (
        "ratings[0].note",
        "She mentioned her chemotherapy.",
    )
    shown = quarantine.without(application(db, "a1"), [found])
    assert shown.scorecards[0].ratings[0].note == f"{quarantine.MASK * 31} She left out the index."
    assert application(db, "a1").scorecards[0].ratings[0].note == SICK


def test_it_is_found_wherever_a_person_may_have_written_it(tmp_path: Path) -> None:
    about = applied()
    assert about.decision is not None
    card = build.scorecard(build.rating(2, "She is pregnant, see {{note}}.")).model_copy(
        update={"interview": "Talk about her diabetes"}
    )
    decision = about.decision.model_copy(update={"note": "She has diabetes."})
    ill = about.model_copy(
        update={"scorecards": (card,), "decision": decision, "stage": "Final. She is pregnant."}
    )
    db = store(tmp_path, ill)
    shown = quarantine.without(application(db, "a1"), quarantine.places(db, "a1"))
    assert not [word for word in ("pregnant", "diabetes") if word in shown.model_dump_json()]
    assert application(db, "a1") == ill


def test_an_import_says_how_many_before_and_after_it_is_kept(tmp_path: Path) -> None:
    db = store(tmp_path)
    newer = bundle(applied(), sick("a2"))  # type: ignore[arg-type]
    assert compare(db, newer) == (1, 0, 1, 1, None)
    assert len(queue(db)) == 1
    assert keep_import(db, newer, b"second", "export.json", INES) == (1, 0, 1, 1, 2)


def test_a_change_that_is_accepted_is_looked_at_too(tmp_path: Path) -> None:
    db = store(tmp_path)
    keep_import(db, bundle(sick()), b"second", "export.json", INES)  # type: ignore[arg-type]
    assert quarantine.places(db, "a1") == []
    accept_changes(db, "a1", INES)
    assert len(quarantine.places(db, "a1")) == 1


def card(id: str = "written-1", note: str = SICK) -> Scorecard:
    return Scorecard(id=id, ratings=(Rating(criterion="modelling", level=2, note=note),))


def test_a_scorecard_written_here_counts_its_sentences_and_takes_the_approval_away(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    assert add(db, "a1", card(), INES) == 1
    assert [each.status for each in queue(db)] == ["draft"]
    assert audit.entries(db)[0].what == "scorecard written"


def test_a_scorecard_written_here_survives_a_newer_import(tmp_path: Path) -> None:
    db = store(tmp_path)
    add(db, "a1", card(), INES)
    assert keep_import(db, bundle(), b"second", "export.json", INES).same == 1
    keep_import(db, bundle(applied(given_name="Marte")), b"third", "export.json", INES)
    accept_changes(db, "a1", INES)
    assert [each.id for each in application(db, "a1").scorecards] == ["s1", "written-1"]


def test_a_candidate_can_be_met_here(tmp_path: Path) -> None:
    db = store(tmp_path)
    met = meet(db, "r1", applied(given_name="Noa", family_name="Berg").candidate, "final", INES)
    add(db, met, card(note="You left out the index."), INES)
    assert application(db, met).candidate.full_name == "Noa Berg"
    assert met not in ("Noa", "Berg")
