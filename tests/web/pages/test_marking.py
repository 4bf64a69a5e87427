"""What is wrong in a text is marked where it stands."""

import pytest

from recruiter_kit.web.pages.marking import Run, Span, runs

TEXT = "You swore at two pupils."


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], []),
        ([(4, 9, "warning")], [("You ", ""), ("swore", "warning"), (" at two pupils.", "")]),
        (
            [(4, 12, "error"), (4, 23, "warning")],
            [("You ", ""), ("swore at", "error"), (" two pupils", "warning"), (".", "")],
        ),
        ([(0, len(TEXT), "error")], []),
        ([(13, 99, "info")], [("You swore at ", ""), ("two pupils.", "info")]),
    ],
    ids=["nothing", "one word", "the worst where two meet", "the whole marks nothing", "beyond the end"],
)
def test_a_text_is_cut_where_something_is_wrong(spans: list[Span], expected: list[Run]) -> None:
    assert runs(TEXT, spans) == expected


def test_no_letter_is_lost() -> None:
    assert "".join(text for text, _ in runs("a\n  é😀b", [(1, 3, "info")])) == "a\n  é😀b"
