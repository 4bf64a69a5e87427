"""An organisation's own templates: used before ours, in a sandbox, and named with the line that is broken."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from recruiter_kit.cli.main import recruiter_kit
from recruiter_kit.documents.letter import letter_html, letter_pdf
from recruiter_kit.documents.pdf import lay_out
from recruiter_kit.documents.templates import names
from recruiter_kit.errors import RenderError
from tests.gold import gold


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RECRUITER_KIT_INSTANCE", str(tmp_path))
    (tmp_path / "templates" / "documents").mkdir(parents=True)
    return tmp_path / "templates" / "documents"


def test_a_template_of_the_organisation_goes_before_ours(own: Path) -> None:
    (own / "body.html").write_text("<p>{{ candidate }}: {{ opening | join(' ') }}</p>", encoding="utf-8")
    assert "<p>Marta: We are not offering you" in letter_html(gold())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<p>\n{% if %}</p>", "documents/body.html, line 2"),
        ("<p>{{ salary }}</p>", "documents/body.html, line 1: 'salary' is undefined"),
        ("<p>{{ candidate.__class__ }}</p>", "line 1"),
        ("<p>{{ ''.__class__.__mro__ }}</p>", "line 1"),
        ("<p>{{ gaps.append(1) }}</p>", "line 1"),
        ("{{ cycler.__init__.__globals__ }}", "line 1"),
        ("{{ 1 // 0 }}", "line 1"),
    ],
)
def test_a_broken_template_is_named_with_its_line(own: Path, text: str, message: str) -> None:
    (own / "body.html").write_text(text, encoding="utf-8")
    with pytest.raises(RenderError, match=message.replace("(", r"\(")):
        letter_html(gold())


def test_a_template_gets_nothing_that_was_not_said(own: Path) -> None:
    (own / "body.html").write_text("{{ feedback }}", encoding="utf-8")
    with pytest.raises(RenderError, match="undefined"):
        letter_html(gold())


@pytest.mark.parametrize(
    "reach",
    [
        '<img alt="x" src="http://127.0.0.1:1/x.png">',
        '<img alt="x" src="file:///etc/hostname">',
        '<img alt="x" src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<link rel="stylesheet" href="file:///etc/hostname">',
        '<style>@import url("http://127.0.0.1:1/x.css");</style>',
        '<p style="background: url(file:///etc/hostname)">x</p>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hostname"/></svg>',
    ],
)
def test_a_page_reads_no_file_and_no_address(reach: str) -> None:
    with pytest.raises(RenderError, match="not its own"):
        lay_out(f"<html lang='en'><title>x</title>{reach}</html>", "letter.css", "A4")


def test_a_style_sheet_reads_none_either(own: Path) -> None:
    (own / "letter.css").write_text('body { background: url("file:///etc/hostname") }', encoding="utf-8")
    with pytest.raises(RenderError, match="not its own"):
        letter_pdf(gold())


def test_the_command_lists_copies_and_checks(own: Path) -> None:
    run = CliRunner().invoke
    assert "documents/letter.css" in run(recruiter_kit, ["templates", "list"]).output
    assert run(recruiter_kit, ["templates", "copy", "documents/letter.css"]).exit_code == 0
    assert "own" in run(recruiter_kit, ["templates", "list"]).output
    assert "there already" in str(run(recruiter_kit, ["templates", "copy", "documents/letter.css"]).exception)
    assert run(recruiter_kit, ["templates", "check"]).exit_code == 0
    (own / "letter.html").write_text("{{ nothing }}", encoding="utf-8")
    checked = run(recruiter_kit, ["templates", "check"])
    assert checked.exit_code == 1
    assert "letter: documents/letter.html, line 1" in checked.output


def test_every_template_can_be_replaced() -> None:
    assert "documents/chart.html" in names()
    assert "email/feedback.txt" in names()
