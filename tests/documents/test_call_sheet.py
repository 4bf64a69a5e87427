"""The call script as a recruiter holds it."""

import io

from pypdf import PdfReader

from recruiter_kit.call.script import call_script
from recruiter_kit.documents.call_sheet import (
    call_script_html,
    call_script_markdown,
    call_script_pdf,
    call_script_text,
)
from tests.gold import gold


def test_the_call_is_on_one_page_and_its_cards_on_the_next() -> None:
    pages = PdfReader(io.BytesIO(call_script_pdf(gold()))).pages
    assert len(pages) == 2
    assert "We're not offering you the role." in pages[0].extract_text()
    assert "Cards" in pages[1].extract_text()


def test_paper_and_markdown_say_the_same() -> None:
    html, markdown = call_script_html(gold()), call_script_markdown(gold())
    for sentence in ("Two things decided it.", "The first was data modelling.", "That's a serious question."):
        assert sentence in markdown
        assert sentence.replace("'", "&#39;") in html


def test_what_was_withheld_is_named_by_category_only() -> None:
    markdown = call_script_markdown(gold())
    assert "Anything about another candidate." in markdown
    assert "Tom" not in markdown


def test_the_markdown_is_what_a_person_would_type() -> None:
    markdown = call_script_markdown(gold())
    assert "\n\n\n" not in markdown
    assert markdown.startswith("# Call script: Data Engineer\n")


def test_the_same_feedback_gives_the_same_bytes() -> None:
    assert call_script_pdf(gold()) == call_script_pdf(gold())


def test_the_text_version_says_what_the_markdown_says() -> None:
    plain = call_script_text(gold())
    script = call_script(gold())
    for part in (*script.parts, script.short, script.voicemail):
        assert all(line.text in plain for line in part.lines)
    assert all(card.first in plain for card in script.cards)
    assert "<" not in plain
    assert "**" not in plain
