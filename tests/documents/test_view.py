"""What the letter shows of an organisation's look: letterhead, footer and chart."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from recruiter_kit.documents.letter import letter_html, letter_pdf
from recruiter_kit.documents.view import letter_values
from recruiter_kit.standard import Policy
from tests.documents.looks import with_look
from tests.gold import gold


def test_letterhead_and_footer_are_on_the_page() -> None:
    feedback = with_look(letterhead=["1 Quay Street", "Leeds"], footer="Northgate Logistics Ltd")
    text = PdfReader(io.BytesIO(letter_pdf(feedback))).pages[0].extract_text()
    assert "Quay Street" in text
    assert "Northgate Logistics Ltd" in text


def test_the_chart_is_there_only_where_an_organisation_wants_it_and_goes_with_the_bands() -> None:
    assert "<svg" not in letter_html(gold())
    charted = with_look(chart=True)
    assert letter_html(charted).count("<svg") == 4
    bare = charted.standard.model_copy(update={"bands_shown": False})
    assert "<svg" not in letter_html(gold(standard=bare))


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        ({}, "12 November 2026"),
        ({"drafted_on": date(2026, 11, 13)}, "13 November 2026"),
        ({"drafted_on": date(2026, 11, 13), "approved_on": date(2026, 11, 16)}, "16 November 2026"),
    ],
)
def test_it_bears_the_day_of_its_approval_else_of_its_draft_else_of_the_decision(
    days: dict[str, date], shown: str
) -> None:
    assert letter_values(gold(**days))["date"] == shown
    assert f'<p class="date">{shown}</p>' in letter_html(gold(**days))


def test_its_day_is_spelled_as_the_standard_spells_it() -> None:
    american = gold().standard.model_copy(update={"spelling": "en-US"})
    assert letter_values(gold(standard=american))["date"] == "November 12, 2026"


def test_it_closes_as_a_letter_does_and_then_has_name_post_and_organisation() -> None:
    assert "Yours sincerely,<br>Dana Okafor, Talent, Northgate Logistics</p>" in letter_html(gold())


@pytest.mark.parametrize(
    ("sign_off", "shown"),
    [("With kind regards,", "With kind regards,<br>Dana"), (None, ">Dana Okafor, Talent")],
)
def test_an_organisation_closes_in_its_own_words_or_in_none(sign_off: str | None, shown: str) -> None:
    standard = gold().standard.model_copy(update={"sign_off": sign_off})
    assert shown in letter_html(gold(standard=standard))
    assert "Yours sincerely" not in letter_html(gold(standard=standard))


def corrected(*criteria: str, **changes: object) -> str:
    return str(letter_values(gold(corrects=date(2026, 11, 13), corrected=criteria, **changes))["correction"])


def test_a_letter_that_corrects_one_says_so_in_its_subject_and_its_first_line() -> None:
    feedback = gold(corrects=date(2026, 11, 13), corrected=("modelling", "sql"))
    subject = "Correction to our letter of 13 November 2026: your interviews for Data Engineer"
    assert letter_values(feedback)["subject"] == subject
    line = (
        "This letter corrects and replaces our letter of 13 November 2026. "
        "What has changed is what we say on data modelling and SQL."
    )
    assert f"<p>Dear Marta,</p>\n<p>{line}</p>\n<p>We are not offering" in letter_html(feedback)


def test_other_letters_correct_nothing() -> None:
    assert letter_values(gold())["correction"] == ""
    assert "corrects" not in letter_html(gold())


def test_what_is_corrected_names_three_criteria_at_the_most_and_none_where_only_the_outcome_is_written() -> (
    None
):
    assert corrected("modelling", "sql", "explaining", "working").endswith("what we say on four criteria.")
    only = "This letter corrects and replaces our letter of 13 November 2026."
    assert corrected() == only
    assert corrected("modelling", policy=Policy.CALL_ONLY) == only
