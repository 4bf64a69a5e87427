"""Labelled notes: what was judged harmful stays away, and coverage does not fall unnoticed."""

import pytest

from recruiter_kit.feedback import Tier
from recruiter_kit.language.rewriting import Rewrite, rewrite
from tests.language.corpus import NAMES, rows, same

GOLD = rows("notes_gold")
JUDGED = rows("notes_judged")
OWN = [*rows("notes_own"), *rows("notes_trades")]

# Outputs that differ from a judged one in case only: the judgement was on the capital.
SETTLED = {"Initially quiet but grew in confidence."}
# Read and judged acceptable, though no listed wording equals them.
READ = {
    "Great energy, weak numbers.",
    "Got O(n^2), couldn't get to O(n log n) even w/ hint.",
}


def worded(row: dict) -> Rewrite:
    return rewrite(row["note"], NAMES)


def test_gold_notes_are_worded_as_a_person_would() -> None:
    shareable = [row for row in GOLD if row["gold"]]
    found = {row["note"]: worded(row).text for row in shareable}
    fine = [
        row
        for row in shareable
        if row["note"] in READ
        or (
            found[row["note"]]
            and any(same(found[row["note"]], each) for each in [row["gold"], *row.get("alts", [])])
        )
    ]
    others = [
        (row["note"], found[row["note"]]) for row in shareable if row not in fine and found[row["note"]]
    ]
    assert others == []
    assert len(fine) / len(shareable) >= 0.96


def test_gold_notes_that_must_not_leave_are_withheld() -> None:
    assert all(worded(row).withheld for row in GOLD if row["gold"] is None)


def test_no_output_judged_bad_is_produced_again() -> None:
    bad = [row for row in JUDGED if row["judgement"] in ("harmful", "ungrammatical")]
    again = [row["note"] for row in bad if (text := worded(row).text) and same(text, row["output"])]
    assert set(again) <= SETTLED


def test_notes_with_a_hidden_interviewer_are_left_to_a_person() -> None:
    harmful = [row["note"] for row in JUDGED if row["judgement"] == "harmful"]
    now = {note: text for note in harmful if (text := rewrite(note, NAMES).text)}
    assert set(now) == {
        "Average communicator.",
        "Strong communicator.",
        "Great listener, asks good follow ups.",
        "Strong technical skills but limited leadership experience.",
    }
    assert now["Strong communicator."] == "You were a strong communicator."


def test_every_wording_of_a_judged_note_was_read_and_found_acceptable() -> None:
    found = [(row, text) for row in JUDGED if (text := worded(row).text)]
    unread = [
        (row["note"], text)
        for row, text in found
        if not same(text, row.get("read", ""))
        and not (same(text, row["output"] or "") and row["judgement"] == "acceptable")
    ]
    assert [note for note, _ in unread if note not in SETTLED] == []


def test_few_notes_are_left_to_a_person() -> None:
    left = [row for row in JUDGED if worded(row).tier is Tier.YOURS]
    assert len(left) / len(JUDGED) <= 0.14


@pytest.mark.parametrize("row", OWN, ids=lambda row: row["note"][:40])
def test_own_notes_are_worded_as_listed_or_left(row: dict) -> None:
    found = rewrite(row["note"])
    assert found.withheld or not row.get("withheld")
    if found.text:
        assert any(same(found.text, each) for each in [row["gold"] or "", *row["alts"]]), found.text


def test_own_notes_are_mostly_worded() -> None:
    shareable = [row for row in OWN if not row.get("withheld")]
    assert len([row for row in shareable if rewrite(row["note"]).text]) / len(shareable) >= 0.75


@pytest.mark.parametrize("name", ["notes_a", "notes_b"])
def test_notes_by_other_hands_are_worded_as_they_would(name: str) -> None:
    """Written by people who had not seen the rules; each row says what it gave at first."""
    every = rows(name)
    secret = [row["note"] for row in every if row.get("withheld")]
    shareable = [row for row in every if row["gold"]]
    fine = [
        row
        for row in shareable
        if (text := rewrite(row["note"], row.get("names", ())).text)
        and any(same(text, each) for each in [row["gold"], *row.get("alts", [])])
    ]
    assert [note for note in secret if not rewrite(note).withheld] == []
    assert len(fine) / len(shareable) >= 0.66
