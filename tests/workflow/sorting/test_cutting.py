"""Notes without a form are sorted by interviewer and criterion; nothing is lost, nothing is made up."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruiter_kit.errors import InputError
from recruiter_kit.intake.documents.reader import read_document, read_text
from recruiter_kit.intake.documents.written import Written
from recruiter_kit.workflow.sorting.cutting import sort
from recruiter_kit.workflow.sorting.record import OVERALL, Sorting, Sure
from tests.intake.documents.build import labelled, mail, word
from tests.workflow.sorting.build import AROUND, left, levels, of_text, proposed

SLOW, KEYS = "Began with the code before asking.", "Named both keys at once."
LINES = (
    "Ana Reyes", "Owen Walsh:", "Noa Berg", "Marta Silva", "# Planning", "## SQL", "SQL (4/5)",
    "Planning: 2/5", "Score: 3",
    "Rating – Meets", "Overall:", "Comments:", "Private notes:", "AI summary",
    "Interview: Whiteboard session", "",
    "Ana: Asked for the reports late.", "Marta: I began with the code.",
    "Planning: Began with the code. Asked late.",
    "- Named both keys; used neither.", "* Needed 2 hints, e.g. on joins.", "Feedback from Owen Walsh",
    "Some thoughts:",
    "She said \"no idea\" twice. Then she drew it!", "Date: 12 November 2026", "**Planning** – slow to start",
    "| Planning | 2 | slow |", "Best regards,", "> quoted, but a note",
    "Explained each arrow of the schema without being asked to",
    "Kandidatin: Marta Silva", "Bewertung: 3 von 5", "Zusammenfassung",
)  # fmt: skip


def pieces(sorting: Sorting, number: int) -> list[tuple[int, int, str]]:
    everything = (*sorting.sentences, *sorting.levels, *sorting.headings, *sorting.left)
    return sorted(
        (e.place.start, e.place.end, e.place.text) for e in everything if e.place.paragraph == number
    )


def assert_whole(written: Written, sorting: Sorting) -> None:
    """Every sentence is there once, verbatim: between the pieces of a paragraph there are no words."""
    of_notes = (*sorting.sentences, *sorting.left)
    for number, paragraph in enumerate(written.paragraphs):
        covered = [False] * len(paragraph.text)
        for start, end, text in pieces(sorting, number):
            assert paragraph.text[start:end] == text
            covered[start:end] = [True] * (end - start)
        rest = "".join(sign for sign, is_in in zip(paragraph.text, covered, strict=True) if not is_in)
        assert not any(map(str.isalpha, rest)), (paragraph.text, rest)
        spans = sorted((e.place.start, e.place.end) for e in of_notes if e.place.paragraph == number)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@given(st.lists(st.sampled_from(LINES), max_size=25))
@settings(max_examples=150, deadline=None)
def test_every_sentence_is_there_once_and_verbatim(lines: list[str]) -> None:
    text = "\n".join([*lines, SLOW])
    written = read_text(text)
    sorting = sort(written, AROUND)
    assert_whole(written, sorting)
    assert all(level.raw in text for level in sorting.levels)


@given(st.text(min_size=1, max_size=300))
@settings(max_examples=150, deadline=None)
def test_whatever_is_pasted_is_sorted_or_refused(text: str) -> None:
    try:
        written = read_text(text)
    except InputError:
        return
    assert_whole(written, sort(written, AROUND))


def test_headings_of_interviewers_with_criteria_below_them() -> None:
    found = of_text(f"Ana Reyes\n\nPlanning\n{SLOW}\nSQL (4/5)\n- {KEYS}\n\nOwen Walsh\nPlanning: 2. {SLOW}")
    assert proposed(found) == [
        (SLOW, "Ana Reyes", "planning"),
        (KEYS, "Ana Reyes", "sql"),
        (SLOW, "Owen Walsh", "planning"),
    ]
    assert levels(found) == [("Ana Reyes", "sql", "4/5", 4), ("Owen Walsh", "planning", "2", 2)]


def test_headings_of_criteria_with_interviewers_below_them_all_in_one_size() -> None:
    found = of_text(f"## Planning\n### Ana\n{SLOW}\n### Owen\n{KEYS}\n## SQL\n### Ana\n{KEYS}")
    assert proposed(found) == [
        (SLOW, "Ana Reyes", "planning"),
        (KEYS, "Owen Walsh", "planning"),
        (KEYS, "Ana Reyes", "sql"),
    ]
    flat = of_text(f"## Ana Reyes\n## Planning\n{SLOW}\n## SQL\n{KEYS}\n## Owen Walsh\n{SLOW}")
    assert proposed(flat) == [
        (SLOW, "Ana Reyes", "planning"),
        (KEYS, "Ana Reyes", "sql"),
        (SLOW, "Owen Walsh", None),
    ]


def test_bullets_with_bold_labels_and_a_table_in_a_word_file() -> None:
    def fill(document) -> None:  # type: ignore[no-untyped-def]
        document.add_heading("Ana Reyes – Whiteboard session", 1)
        labelled(document, "Planning:", f" 2/5 – {SLOW}", "List Bullet")
        document.add_heading("Owen Walsh", 1)
        table = document.add_table(2, 3)
        for at, cell in enumerate(("Criterion", "Score", "Comments", "SQL", "4", KEYS)):
            table.rows[at // 3].cells[at % 3].text = cell

    written = read_document(word(fill), "n.docx")
    found = sort(written, AROUND)
    assert proposed(found) == [(SLOW, "Ana Reyes", "planning"), (KEYS, "Owen Walsh", "sql")]
    assert levels(found) == [("Ana Reyes", "planning", "2/5", 2), ("Owen Walsh", "sql", "4", 4)]
    assert found.sentences[0].interview.value == "Whiteboard session"
    assert_whole(written, found)


def test_a_table_with_a_column_for_each_interviewer() -> None:
    def fill(document) -> None:  # type: ignore[no-untyped-def]
        table = document.add_table(2, 3)
        for at, cell in enumerate(("", "Ana Reyes", "Owen Walsh", "Planning", SLOW, KEYS)):
            table.rows[at // 3].cells[at % 3].text = cell

    found = sort(read_document(word(fill), "n.docx"), AROUND)
    assert proposed(found) == [(SLOW, "Ana Reyes", "planning"), (KEYS, "Owen Walsh", "planning")]


def test_german_headings() -> None:
    found = of_text(
        "Kandidatin: Marta Silva\nInterviewerin: Ana Reyes\nDatum: 12.11.2026\n\n"
        f"Planning\nBewertung: 3 von 5\n{SLOW}\n\nFazit:\n{KEYS}"
    )
    assert proposed(found) == [(SLOW, "Ana Reyes", "planning"), (KEYS, "Ana Reyes", OVERALL)]
    assert levels(found) == [("Ana Reyes", "planning", "3 von 5", 3)]


def test_sentences_before_any_name_are_the_sender_s_or_nobody_s() -> None:
    found = sort(read_document(mail(SLOW, "Fwd: Whiteboard session"), "n.eml"), AROUND)
    (only,) = found.sentences
    assert (only.interviewer.value, only.interviewer.why) == ("Ana Reyes", "sent the e-mail")
    assert (only.interview.value, only.interview.sure) == ("Whiteboard session", Sure.GUESSED)
    (only,) = of_text(SLOW).sentences
    assert (only.interviewer.value, only.interviewer.sure, only.criterion.sure) == (
        None,
        Sure.NONE,
        Sure.NONE,
    )


def test_each_proposal_says_why_and_how_sure_it_is() -> None:
    found = of_text(f"Ana Reyes\nPlanning: {SLOW}\nAsked late.\nHer SQL was right.")
    said = [(each.criterion.value, each.criterion.sure.value, each.criterion.why) for each in found.sentences]
    assert said == [
        ("planning", "said", "under “Planning”"),
        ("planning", "guessed", "follows “Planning”"),
        ("sql", "guessed", "speaks of it"),
    ]


def test_what_is_about_another_candidate_is_left_out_and_told() -> None:
    found = of_text(
        f"Marta Silva\n\n{SLOW}\n\nNoa Berg\n\n{KEYS}\nPlanning: 4/5\n\nMarta Silva\n\nAsked late."
    )
    assert [text for text, *_ in proposed(found)] == [SLOW, "Asked late."]
    assert (KEYS, "about Noa Berg; it was left out") in left(found)
    assert levels(found) == []


def test_an_unknown_name_in_a_heading_as_large_as_the_candidate_s_is_another_candidate() -> None:
    found = of_text(f"## Marta Silva\n{SLOW}\n## Tomasz Wisniewski\n{KEYS}")
    assert proposed(found) == [(SLOW, None, None)]
    assert left(found) == [(KEYS, "about Tomasz Wisniewski; it was left out")]
    below = of_text(f"# Marta Silva\n## Tomasz Wisniewski\n{KEYS}")
    assert proposed(below) == [(KEYS, "Tomasz Wisniewski", None)]
    assert below.sentences[0].interviewer.sure is Sure.GUESSED


def test_what_the_candidate_says_in_a_transcript_is_no_observation() -> None:
    found = of_text(
        "Marta: I began with the code.\nAna: Why did you?\n"
        "Marta Silva: We had no time.\nAna: Marta hesitated."
    )
    assert proposed(found) == [("Marta hesitated.", "Ana Reyes", None)]
    assert [text for text, _ in left(found)] == ["I began with the code.", "Why did you?", "We had no time."]


def test_what_is_private_is_left_out() -> None:
    found = of_text(f"Ana Reyes\nPrivate notes:\nWants 90k.\nPlanning:\n{SLOW}")
    assert [text for text, *_ in proposed(found)] == [SLOW]
    assert left(found) == [("Wants 90k.", "marked as private; it was left out")]


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("Planning: 2/5", "2/5", 2), ("Planning (3)", "3", 3), ("Planning – 4", "4", 4),
        ("Planning: 3 out of 5", "3 out of 5", 3),
        ("Planning: 2,5", "2,5", 2.5), ("Planning: 7/10", "7/10", None), ("Planning: 9", "9", None),
        ("Planning: Meets", "Meets", 3), ("Planning\nRating – Meets", "Meets", 3),
        ("Planning\nScore: weak", "weak", None),
        ("Planning\nScore 3", "3", 3),
    ],
)  # fmt: skip
def test_a_level_is_read_as_it_is_written(text: str, raw: str, value: float | None) -> None:
    assert levels(of_text(f"Ana Reyes\n{text}\n{SLOW}")) == [("Ana Reyes", "planning", raw, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Planning: 2 hints needed.",
        "Planning: very good, really.",
        "Needed 3/5 of the time.",
        "Planning: 2026 plan.",
    ],
)
def test_no_level_is_made_of_other_numbers_or_of_praise(text: str) -> None:
    found = of_text(f"Ana Reyes\n{text}")
    assert levels(found) == []
    assert len(found.sentences) == 1


def test_what_an_assistant_wrote_is_marked() -> None:
    found = of_text(f"Ana Reyes\n{SLOW}\n\nAI summary\n{KEYS}")
    assert [(each.place.text, each.by_assistant) for each in found.sentences] == [(SLOW, False), (KEYS, True)]
    assert found.sentences[1].interviewer.value is None
    whole = of_text(f"Ana Reyes\n{SLOW}\n\nGenerated by Metaview")
    assert [each.by_assistant for each in whole.sentences] == [True]


def test_a_name_that_two_people_share_is_nobody_s() -> None:
    around = type(AROUND)(AROUND.role, "Marta Silva", ("Ana Berg",), ("Ana Reyes",))
    (only,) = sort(read_text(f"Ana:\n{SLOW}"), around).sentences
    assert only.interviewer.value is None


def test_more_sentences_than_a_person_can_look_at_are_refused() -> None:
    with pytest.raises(InputError, match="more than 1,000 sentences"):
        of_text("Slow.\n" * 1_001)
