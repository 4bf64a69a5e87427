"""A scorecard that is typed or pasted in the app comes in as plain as one that is imported."""

from pathlib import Path

from recruiter_kit.model import Rating, Scorecard
from recruiter_kit.workflow.applications import application
from recruiter_kit.workflow.scorecards import add
from tests.workflow.build import INES, applied, store


def test_what_wraps_a_pasted_note_is_taken_off(tmp_path: Path) -> None:
    db = store(tmp_path)
    criterion = applied().scorecards[0].ratings[0].criterion
    pasted = Rating(criterion=criterion, level=2, note="<p>Left out the index.</p>\n\nSent from my iPhone")
    add(db, "a1", Scorecard(id="w1", ratings=(pasted,), note="**Overall** fair\u200b"), INES)
    card = application(db, "a1").scorecards[-1]
    assert (card.ratings[0].note, card.note) == ("Left out the index.", "Overall fair")
