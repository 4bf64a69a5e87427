"""Words that their notes do not bear out are errors, and words that no note holds are marked."""

import pytest

from recruiter_kit.composing.revising import reworded
from recruiter_kit.errors import InputError
from recruiter_kit.feedback import Feedback, Finding, Part, Statement
from recruiter_kit.intake import read
from recruiter_kit.model import Application, Bundle
from recruiter_kit.review.candour import out_of_bounds
from recruiter_kit.review.review import compose, errors, review, revised
from recruiter_kit.review.suppressions import suppress
from recruiter_kit.review.unproved import ADDED, REFUSED
from tests.places import GOLD

INES = "ines@example.org"
SWORE = "You swore at two pupils."
JUMPED = "You jumped to the warehouse tables before asking what the reports were for."


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return read(GOLD / "marta.json")


@pytest.fixture(scope="module")
def about(bundle: Bundle) -> Application:
    return bundle.applications[0]


@pytest.fixture(scope="module")
def marta(bundle: Bundle, about: Application) -> Feedback:
    role = bundle.role(about.role)
    assert role is not None
    return compose(about, role, people=bundle.people())


def jumped(marta: Feedback) -> Statement:
    return next(each for each in marta.said(Part.SEEN) if each.text.startswith("You jumped"))


def slipped_in(marta: Feedback, text: str) -> Feedback:
    """Return the draft with words that somebody saved before anything asked what they rest on."""
    changed = reworded(marta.statements, {jumped(marta).id: text}, INES)
    return marta.model_copy(update={"statements": changed})


def found(feedback: Feedback, label: str) -> list[Finding]:
    return [each for each in feedback.findings if each.label == label]


def test_a_draft_has_nothing_to_prove(marta: Feedback, bundle: Bundle, about: Application) -> None:
    judged = review(marta, bundle.people(), about)
    assert not found(judged, REFUSED) + found(judged, ADDED)


def test_words_under_a_note_that_does_not_bear_them_out_are_an_error_that_nobody_dismisses(
    marta: Feedback, bundle: Bundle, about: Application
) -> None:
    judged = review(slipped_in(marta, SWORE), bundle.people(), about)
    wrong = found(judged, REFUSED)
    assert wrong
    assert {(each.severity, each.statement) for each in wrong} == {("error", jumped(marta).id)}
    assert wrong[0] in errors(judged, bundle.people(), about)
    with pytest.raises(InputError, match=REFUSED):
        suppress(judged, wrong[0], "It is true.", INES, marta.decision.decided_on)


def test_candour_counts_them_as_resting_on_nothing(
    marta: Feedback, bundle: Bundle, about: Application
) -> None:
    judged = review(slipped_in(marta, SWORE), bundle.people(), about).candour
    assert judged is not None
    assert judged.without_source == (jumped(marta).id,)
    assert "evidence_share" in out_of_bounds(judged)


def test_a_reason_instead_of_a_note_does_not_count_as_a_source(
    marta: Feedback, bundle: Bundle, about: Application
) -> None:
    changed = revised(marta, slipped_in(marta, SWORE).statements, bundle.people(), about)
    waived = tuple(
        each.model_copy(update={"waiver": "I was there."}) if each.id == jumped(marta).id else each
        for each in changed.statements
    )
    judged = revised(marta, waived, bundle.people(), about)
    assert not any(each.lacks_source for each in judged.statements)
    assert judged.candour is not None
    assert judged.candour.without_source == (jumped(marta).id,)
    assert (judged.candour.evidence_share or 0) < 1


def test_a_change_loses_its_note_and_lacks_a_source(
    marta: Feedback, bundle: Bundle, about: Application
) -> None:
    changed = revised(marta, slipped_in(marta, SWORE).statements, bundle.people(), about)
    assert [each.id for each in changed.statements if each.lacks_source] == [jumped(marta).id]
    assert not found(changed, REFUSED)
    assert {each.statement for each in found(changed, "unsupported")} == {jumped(marta).id}


def test_added_words_are_named_with_whose_note_does_not_hold_them(
    marta: Feedback, bundle: Bundle, about: Application
) -> None:
    judged = review(slipped_in(marta, JUMPED), bundle.people(), about)
    (marked,) = found(judged, ADDED)
    assert (marked.severity, marked.message) == ("warning", "“warehouse” is not in Owen Walsh's note")
    assert JUMPED[marked.start : marked.end] == "warehouse"
    (from_a_file,) = found(review(slipped_in(marta, JUMPED), (), None), ADDED)
    assert from_a_file.message == "“warehouse” is not in the note"
