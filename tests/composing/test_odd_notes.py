"""Notes as people paste and type them: told as a reader would expect, or waiting for a person."""

import json
from pathlib import Path

import pytest

from recruiter_kit import compose, read
from recruiter_kit.feedback import Feedback, Part
from tests.build import application, rating, role, scorecard


def drafted(tmp_path: Path, note: str) -> Feedback:
    file = tmp_path / "bundle.json"
    values = {
        "format": "recruiter-kit/1",
        "roles": [role().model_dump(mode="json")],
        "applications": [application(scorecard(rating(1, note))).model_dump(mode="json")],
    }
    file.write_text(json.dumps(values), encoding="utf-8")
    bundle = read(file)
    return compose(bundle.applications[0], bundle.roles[0], people=bundle.people())


def said(feedback: Feedback) -> list[str]:
    return [statement.text for statement in feedback.said(Part.SEEN)]


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (
            "1) no index named 2) no refund path 3) did not ask who reads it",
            "No index named. No refund path. Did not ask who reads it.",
        ),
        (
            "**Schema**: did not record a refund. _No_ index named.",
            "Schema: did not record a refund. No index named.",
        ),
        ("<p>Did not record a refund &amp; no index.</p>", "Did not record a refund and no index."),
        ("Did not record a refund.\n\nSent from my iPhone", "Did not record a refund."),
        ("\u200fDid not record a refund.\u200e", "Did not record a refund."),
        ("Refund path\tnone\nIndex\tnot named", "Refund path: none. Index: not named."),
        ("- did not record a refund\n- no index named", "Did not record a refund. No index named."),
    ],
)  # fmt: skip
def test_what_was_pasted_is_told_as_a_reader_would_expect(tmp_path: Path, note: str, told: str) -> None:
    assert said(drafted(tmp_path, note)) == [told]


@pytest.mark.parametrize(
    "note",
    [
        "Hat das Schema nicht erklärt und keinen Index genannt.",
        "Did not record a refund. Hat auch keinen Index genannt und nicht gefragt.",
        "did not ask who reads it, told the mum she was wrong",
    ],
)
def test_what_cannot_be_told_waits_for_a_person_and_nothing_is_denied(tmp_path: Path, note: str) -> None:
    feedback = drafted(tmp_path, note)
    assert said(feedback) == []
    assert len(feedback.said(Part.WAITING)) == 1
    assert feedback.said(Part.UNSEEN) == ()


@pytest.mark.parametrize("note", ["👍", "…", "n/a", "not covered"])
def test_what_says_nothing_is_not_told_and_nobody_waits_for_it(tmp_path: Path, note: str) -> None:
    feedback = drafted(tmp_path, note)
    assert said(feedback) == []
    assert feedback.said(Part.WAITING) == ()
    assert len(feedback.said(Part.UNSEEN)) == 1


def test_a_chat_log_keeps_who_spoke_out_of_the_letter(tmp_path: Path) -> None:
    log = "[10:32] Ana Reyes: did she record a refund?\n[10:33] Ana Reyes: no, did not record a refund"
    assert not any("Ana" in text for text in said(drafted(tmp_path, log)))


def test_a_note_of_twenty_thousand_characters_is_cut_between_sentences(tmp_path: Path) -> None:
    note = "Did not record a refund in the schema. " * 600
    (told,) = said(drafted(tmp_path, note[:20_000]))
    assert len(told.split()) <= 70
    assert set(told.split(". ")) <= {
        "Did not record a refund in the schema",
        "Did not record a refund in the schema.",
    }


def test_nothing_is_cut_in_the_middle_of_a_pair(tmp_path: Path) -> None:
    note = "Did not record a refund " + "👍🏽" * 200 + " and named no index."
    (told,) = said(drafted(tmp_path, note))
    assert told == "Did not record a refund and named no index."
