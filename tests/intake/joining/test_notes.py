"""Notes come in plain from every source, and a signature is reported once for each scorecard."""

from pathlib import Path

import pytest

from recruiter_kit.intake import read
from tests.intake.sources import (
    WORDS,
    a_bundle,
    a_decision,
    a_scorecard,
    an_application,
    greenhouse_card,
    greenhouse_files,
    lever_files,
    lever_form,
    messages,
    write,
)

MARKED = "<p>Began with the **tables** &amp; stayed.</p>"
SIGNED = "Began with the tables.\n\n--\nSent from my iPhone"
TABLE = "application,given_name,role,scorecard,interviewer,criterion,level,note\n"


def bundle_of(folder: Path, note: str) -> list[Path]:
    card = a_scorecard(ratings=[{"criterion": "modelling", "level": 2, "note": note}], note=note)
    return [write(folder, "b.json", a_bundle(an_application(scorecards=[card])))]


def greenhouse_of(folder: Path, note: str) -> list[Path]:
    rated = {"name": "Data modelling", "type": "Skills", "note": note, "rating": "no"}
    asked = [{"id": None, "question": "Key Take-Aways", "answer": note}]
    return greenhouse_files(folder, greenhouse_card(attributes=[rated], questions=asked))


def lever_of(folder: Path, note: str) -> list[Path]:
    return lever_files(folder, lever_form(fields=[{**WORDS, "value": note}]))


def table_of(folder: Path, note: str) -> list[Path]:
    rows = f'a1,Marta,Data Engineer,s1,Ana Reyes,Data modelling,2,"{note}"\n'
    rows += f'a1,,,s1,,,,"{note}"\na1,,,s1,,,,Another row.\n'
    return [write(folder, "t.csv", TABLE + rows)]


SOURCES = [bundle_of, greenhouse_of, lever_of, table_of]


@pytest.mark.parametrize("source", SOURCES)
def test_no_markup_comes_in_from_any_source(source, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    bundle = read(*source(tmp_path, MARKED))
    card = bundle.applications[0].scorecards[0]
    notes = [card.note, *(rating.note for rating in card.ratings if rating.note)]
    assert all((note or "").startswith("Began with the tables & stayed.") for note in notes)
    assert not [message for message in messages(bundle, "left_out") if "signature" in message]


@pytest.mark.parametrize("source", SOURCES)
def test_a_signature_is_left_out_and_said_once(source, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    bundle = read(*source(tmp_path, SIGNED))
    card = bundle.applications[0].scorecards[0]
    assert "Sent from" not in card.model_dump_json()
    assert "--" not in card.model_dump_json()
    assert len([message for message in messages(bundle, "left_out") if "signature" in message]) == 1


def test_the_words_of_other_rows_stay_below_a_signature(tmp_path: Path) -> None:
    note = read(*table_of(tmp_path, SIGNED)).applications[0].scorecards[0].note
    assert note == "Began with the tables.\nAnother row."


def test_the_note_of_a_decision_is_plain_too(tmp_path: Path) -> None:
    application = an_application(decision=a_decision(note="<p>Below the level.</p>"))
    decision = read(write(tmp_path, "b.json", a_bundle(application))).applications[0].decision
    assert decision
    assert decision.note == "Below the level."


@pytest.mark.parametrize("name", ["Reference check", "references", "Referenzprüfung", "Prise de références"])
def test_what_referees_say_is_not_used_for_feedback(tmp_path: Path, name: str) -> None:
    cards = [a_scorecard(), a_scorecard(id="s2", interview=name, note="Would hire him again.")]
    bundle = read(write(tmp_path, "b.json", a_bundle(an_application(scorecards=cards))))
    assert [card.id for card in bundle.applications[0].scorecards] == ["s1"]
    assert any("reference check" in each for each in messages(bundle, "left_out"))


def test_an_interview_about_references_is_an_interview(tmp_path: Path) -> None:
    cards = [a_scorecard(interview="Reference architecture")]
    bundle = read(write(tmp_path, "b.json", a_bundle(an_application(scorecards=cards))))
    assert len(bundle.applications[0].scorecards) == 1
