"""Documents without a form: what each kind holds, and what is refused."""

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake.documents.reader import read_document, read_text
from recruiter_kit.intake.documents.written import Paragraph, Written
from tests.intake.documents.build import changed, compound, labelled, mail, outlook, word

SUBJECT, BODY, SENDER, ADDRESS = 0x0037, 0x1000, 0x0C1A, 0x0C1F


def told(written: Written) -> list[tuple[str, int, str, bool]]:
    return [(each.text, each.heading, each.label, each.item) for each in written.paragraphs]


def refused(data: bytes, name: str = "notes.docx") -> str:
    with pytest.raises(InputError) as caught:
        read_document(data, name)
    assert caught.value.file == name
    return caught.value.problem


def test_a_word_file_keeps_headings_bold_labels_and_lists() -> None:
    def fill(document) -> None:  # type: ignore[no-untyped-def]
        document.add_heading("Ana Reyes", 2)
        labelled(document, "Planning:", " Began with the code.")
        labelled(document, "SQL", " – joins were right.", "List Bullet")
        labelled(document, "Owen Walsh", "")
        document.add_paragraph("Drew a schema.\nNamed the keys.")

    assert told(read_document(word(fill), "notes.docx")) == [
        ("Ana Reyes", 2, "", False),
        ("Planning: Began with the code.", 0, "Planning:", False),
        ("SQL – joins were right.", 0, "SQL –", True),
        ("Owen Walsh", 9, "", False),
        ("Drew a schema.", 0, "", False),
        ("Named the keys.", 0, "", False),
    ]


def test_a_row_of_a_table_becomes_a_line_for_each_cell() -> None:
    def fill(document) -> None:  # type: ignore[no-untyped-def]
        table = document.add_table(2, 3)
        for at, cell in enumerate(
            ("Criterion", "Score", "Comments", "Planning", "2", "Began with the code.")
        ):
            table.rows[at // 3].cells[at % 3].text = cell
        plain = document.add_table(1, 2)
        plain.rows[0].cells[0].text, plain.rows[0].cells[1].text = "Interviewer", "Ana Reyes"

    assert [each.text for each in read_document(word(fill), "notes.docx").paragraphs] == [
        "Criterion: Score: Comments",
        "Planning: Score: 2",
        "Planning: Comments: Began with the code.",
        "Interviewer: Ana Reyes",
    ]


def test_what_was_deleted_in_a_word_file_is_not_read() -> None:
    def fill(document) -> None:  # type: ignore[no-untyped-def]
        paragraph = document.add_paragraph("Kept. ")
        run = paragraph.add_run("Deleted.")
        gone = paragraph._p.makeelement(run._r.tag.replace("}r", "}del"), {})
        run._r.addprevious(gone)
        gone.append(run._r)

    assert [each.text for each in read_document(word(fill), "notes.docx").paragraphs] == ["Kept."]


def test_an_email_says_who_wrote_it_when_and_about_what() -> None:
    read = read_document(
        mail("Slow to ask.\n\nBest regards,\nAna Reyes\nStaff Engineer\n", "Interview"), "n.eml"
    )
    assert (read.author, read.subject) == ("Ana Reyes", "Interview")
    assert read.sent_at is not None
    assert read.sent_at.isoformat() == "2026-11-09T10:00:00+01:00"
    assert [(each.text, each.by) for each in read.paragraphs] == [("Slow to ask.", "Ana Reyes")]
    assert [each.text for each in read.left] == ["Best regards,", "Ana Reyes", "Staff Engineer"]


def test_an_email_in_html_is_read_as_a_page_would_show_it() -> None:
    read = read_document(mail("<p>Slow to ask.</p><p>Named the keys &amp; joins.</p>", kind="html"), "n.eml")
    assert [each.text for each in read.paragraphs] == ["Slow to ask.", "Named the keys & joins."]


def test_a_mail_that_is_passed_on_belongs_to_who_wrote_it() -> None:
    text = (
        "See below.\n\n---------- Forwarded message ---------\nFrom: Owen Walsh <owen@example.org>\n"
        "Date: Mon, 9 Nov 2026\nSubject: Marta\nTo: Ana\n\nShe jumped to the tables.\n"
    )
    read = read_document(mail(text, "Fwd: Marta"), "n.eml")
    assert [(each.text, each.by) for each in read.paragraphs] == [
        ("See below.", "Ana Reyes"),
        ("She jumped to the tables.", "Owen Walsh"),
    ]


def test_a_mail_that_is_answered_is_left_out_and_said_to_be() -> None:
    headers = "From: Ines <ines@example.org>\nSent: Monday\nTo: Ana\nSubject: Marta"
    text = f"She jumped to the tables.\n\n{headers}\n\nHow was she?\n"
    read = read_document(mail(text, "RE: Marta"), "n.eml")
    assert [each.text for each in read.paragraphs] == ["She jumped to the tables."]
    assert "How was she?" in [each.text for each in read.left]
    quoted = "Slow to ask.\n\nOn Mon, 9 Nov 2026 Ines <ines@example.org> wrote:\n> How was she?\n"
    read = read_document(mail(quoted, "Re: Marta"), "n.eml")
    assert [each.text for each in read.paragraphs] == ["Slow to ask."]
    assert "How was she?" in [each.text for each in read.left]


def test_lines_that_a_mail_program_broke_are_joined() -> None:
    text = (
        "She jumped to the tables before she had asked anybody what\nthe reports were for. Named the keys.\n"
    )
    read = read_document(mail(f"{text}Short.\n"), "n.eml")
    assert [each.text for each in read.paragraphs] == [
        "She jumped to the tables before she had asked anybody what the reports were for. Named the keys.",
        "Short.",
    ]


def test_an_email_of_outlook_is_read_like_any_other() -> None:
    data = outlook(
        {
            SUBJECT: "Interview",
            BODY: "Slow to ask.\r\nNamed the keys.",
            SENDER: "Ana Reyes",
            ADDRESS: "/O=EXAMPLE/CN=ANA",
        }
    )
    read = read_document(data, "n.msg")
    assert (read.author, read.subject) == ("Ana Reyes", "Interview")
    assert [each.text for each in read.paragraphs] == ["Slow to ask.", "Named the keys."]


def test_markdown_and_plain_text_keep_their_headings() -> None:
    read = read_document(b"# Ana Reyes\n\n**Planning:** slow\n- joins\n\nSQL\n===\n", "n.md")
    assert told(read) == [
        ("Ana Reyes", 1, "", False),
        ("Planning: slow", 0, "Planning:", False),
        ("joins", 0, "", True),
        ("SQL", 1, "", False),
    ]
    assert [each.alone for each in read_text("One.\nTwo.\n\nThree.").paragraphs] == [True, False, True]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (word(str), "not a word"),
        (mail("\n"), "not a word"),
        (outlook({SUBJECT: "Interview"}), "not a word"),
        (b"x" * 10_000_000, "larger than 2 MB"),
        (b"\x00\x01\x02\xff\xfe" * 50, "not UTF-8"),
        (b"PK\x03\x04" + b"word/document.xml" * 9, "damaged"),
        (compound({"EncryptedPackage": b"x"}), "locked with a password"),
        (compound({"__properties_version1.0": b""}), "not a word"),
        (outlook({BODY: "x"})[:700], "old Office file"),
            (outlook({BODY: "x"})[:1_600], "damaged"),
            (compound({"Workbook": b"x"}), "this is a workbook"),
        (mail("x\n" * 1_500_000), "larger than 2 MB"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(data: bytes, said: str) -> None:
    assert said in refused(data)


def test_a_word_file_with_macros_is_read_without_them() -> None:
    data = changed(
        word(lambda document: document.add_paragraph("Slow.")), {"word/vbaProject.bin": b"Sub Open()"}
    )
    assert [each.text for each in read_document(data, "n.docx").paragraphs] == ["Slow."]


def test_a_word_file_that_unpacks_to_too_much_or_declares_entities_is_refused() -> None:
    plain = word(lambda document: document.add_paragraph("Slow."))
    assert "larger than 50 MB" in refused(changed(plain, {"word/media/a.bin": b"\0" * 60_000_000}))
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    assert "forbidden" in refused(changed(plain, {"word/document.xml": bomb}))


def test_a_very_long_line_is_read_whole() -> None:
    (paragraph,) = read_text("word " * 60_000).paragraphs
    assert isinstance(paragraph, Paragraph)
    assert len(paragraph.text) == 299_999
