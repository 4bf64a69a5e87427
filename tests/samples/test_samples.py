"""The samples, read as a candidate and as a privacy officer would."""

import io

import pytest
import yaml
from pypdf import PdfReader

from recruiter_kit.call.script import call_script
from recruiter_kit.composing import phrasing
from recruiter_kit.documents.call_sheet import call_script_markdown
from recruiter_kit.documents.letter import letter_html, letter_pdf
from recruiter_kit.feedback import Band, Basis, Direction, Feedback, Part
from recruiter_kit.language.sentences import split
from recruiter_kit.model import Reason
from tests.places import SAMPLES
from tests.samples.made import GOLDEN, feedbacks, letter_text, northgate

NAMES = sorted(feedbacks())
BELOW = (Band.BELOW, Band.WELL_BELOW)


def must_not_leave() -> list[tuple[str, str]]:
    found = []
    for folder in ("gold", "northgate"):
        listed = yaml.safe_load((SAMPLES / folder / "must-not-leave.yaml").read_text(encoding="utf-8"))
        found += [(name, str(phrase)) for name, phrases in listed.items() for phrase in phrases]
    return found


def who_decided(feedback: Feedback) -> str:
    """Return the one sentence of a letter that may name an interviewer: the one that says who decided."""
    (process,) = feedback.said(Part.PROCESS)
    return split(process.text)[0].text


def test_the_sample_organisation_is_what_it_says() -> None:
    bundle = northgate()
    assert len(bundle.applications) == 12
    assert not [each for each in bundle.notices if each.kind == "error"]
    reasons = [each.decision.reason for each in bundle.applications if each.decision]
    assert reasons.count(Reason.CLOSE_CALL) == 2
    assert reasons.count(Reason.ROLE_CLOSED) == 1
    assert reasons.count(Reason.MISSING_REQUIREMENT) == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_letter_reads_as_it_was_agreed(name: str) -> None:
    golden = GOLDEN / f"{name}.txt"
    assert letter_text(feedbacks()[name]) == golden.read_text(encoding="utf-8"), (
        "The letter has changed; read it, then renew it with: python -m tests.samples.made"
    )


@pytest.mark.parametrize(("name", "phrase"), must_not_leave())
def test_what_must_not_leave_stands_in_no_document_that_leaves(name: str, phrase: str) -> None:
    feedback = feedbacks()[name]
    for letter in (letter_text(feedback), letter_html(feedback)):
        assert phrase.casefold() not in letter.replace(who_decided(feedback), "").casefold()
    assert phrase.casefold() not in call_script_markdown(feedback).casefold()


@pytest.mark.parametrize("name", NAMES)
def test_who_decided_is_named_in_one_sentence_of_the_letter_and_nowhere_else(name: str) -> None:
    feedback = feedbacks()[name]
    letter, decider = letter_text(feedback), feedback.decision.decided_by
    # Where the role was closed, a date is all that is said.
    named = feedback.decision.reason is not Reason.ROLE_CLOSED
    assert (decider in who_decided(feedback)) is named
    assert letter.count(who_decided(feedback)) == 1
    for part in decider.split():
        assert part not in letter.replace(who_decided(feedback), "")
        assert part not in call_script_markdown(feedback)


@pytest.mark.parametrize(("name", "phrase"), must_not_leave())
def test_what_must_not_leave_does_stand_in_the_sources(name: str, phrase: str) -> None:
    """Guards the test above: a phrase that stands nowhere could never leak."""
    sources = "".join(
        path.read_text(encoding="utf-8") for path in SAMPLES.rglob("*") if path.suffix in (".json", ".csv")
    )
    assert phrase in sources, name


@pytest.mark.parametrize("name", NAMES)
def test_the_letter_fits_on_one_page(name: str) -> None:
    assert len(PdfReader(io.BytesIO(letter_pdf(feedbacks()[name]))).pages) == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_gap_and_strength_carries_its_sources(name: str) -> None:
    feedback = feedbacks()[name]
    for statement in feedback.said(Part.SEEN, Part.STRENGTH):
        assert statement.basis is Basis.OBSERVATION
        assert statement.sources
        for source in statement.sources:
            assert source.end > source.start


@pytest.mark.parametrize("name", NAMES)
def test_feedback_agrees_with_the_panel(name: str) -> None:
    feedback = feedbacks()[name]
    for criterion in feedback.gaps():
        standing = feedback.standing(criterion)
        assert standing is not None
        assert standing.band in BELOW
        assert criterion in feedback.decision.decisive
    for criterion in feedback.strengths():
        standing = feedback.standing(criterion)
        assert standing is not None
        assert standing.band not in BELOW


@pytest.mark.parametrize("name", NAMES)
def test_the_call_stays_in_its_budget(name: str) -> None:
    script = call_script(feedbacks()[name])
    assert script.words <= 330
    assert script.seconds <= 300


@pytest.mark.parametrize("name", NAMES)
def test_no_observation_points_against_the_criterion_it_is_told_for(name: str) -> None:
    feedback = feedbacks()[name]
    directions = {each.id: each.direction for each in feedback.observations}
    for statement in feedback.said(Part.STRENGTH):
        assert {directions[each] for each in statement.observations} == {Direction.STRENGTH}


def test_gold_one_tells_the_same_gaps_strengths_and_facts() -> None:
    feedback = feedbacks()["marta"]
    told = letter_text(feedback)
    assert feedback.gaps() == ("modelling", "sql")
    assert feedback.strengths() == ("explaining", "working")
    for fact in (
        "no way to record a refund", "before asking what the reports were for", "late events", "no answer",
        "window functions", "needed a hint", "batch against streaming", "last job", "cut-over date",
        "first refused", "26 November", "3 December", "12 November 2027",
        "Two of those criteria decided it: data modelling and SQL.",
    ):  # fmt: skip
        assert fact in told
    assert [each.rule for each in feedback.withheld] == ["R7"]
    assert any("Schema would break" in each.source.text for each in feedback.left_to_recruiter)


def test_gold_two_says_that_it_was_close_and_points_to_no_gap() -> None:
    told = letter_text(feedbacks()["ward-sister"])
    assert "It was close. You were at or above the level we need on all six criteria." in told
    assert "there is nothing we would ask you to change" in told
    assert "Ruth Calder, our Head of nursing, who interviewed you, made the decision on 4 March." in told
    assert "the notes of the four people who interviewed you, against the six criteria in the" in told
    for word in ("second", "strong field", "next time", "another applicant"):
        assert word not in told.casefold()


def test_two_applications_of_one_candidate_are_never_mixed() -> None:
    sales, nursing = feedbacks()["6001"], feedbacks()["6004"]
    assert sales.candidate == nursing.candidate
    assert "funnel" in letter_text(sales)
    assert "funnel" not in letter_text(nursing)
    assert "five rights" not in letter_text(sales)


def test_a_split_criterion_is_not_told_as_a_mild_one() -> None:
    told = letter_text(feedbacks()["6003"])
    assert phrasing.say("letter.outcome.differing") in told


def test_notes_without_anything_specific_are_admitted_not_padded() -> None:
    feedback = feedbacks()["re-02"]
    assert feedback.gaps() == ()
    assert "That is our fault, not yours." in letter_text(feedback)
