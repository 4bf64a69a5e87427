"""What changed between two versions, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.composing.comparing import Run, differences, runs
from recruiter_kit.feedback import Basis, Feedback, Part, Statement
from tests.workflow.build import feedback

WORDS = st.lists(st.sampled_from(["you", "left", "out", "the", "index", "table"]), max_size=12).map(" ".join)


def version(*texts: str) -> Feedback:
    """Return a feedback whose statements are "id text"."""
    statements = tuple(
        Statement(id=name, part=Part.SEEN, text=text, basis=Basis.DECISION)
        for name, _, text in (words.partition(" ") for words in texts)
    )
    return feedback().model_copy(update={"statements": statements})


def test_words_that_went_and_came_are_where_they_were() -> None:
    assert runs("You left the index out.", "You left the key out.") == (
        Run("same", "You left the"),
        Run("gone", " index"),
        Run("new", " key"),
        Run("same", " out."),
    )


def test_changed_added_dropped_and_moved_statements_are_found() -> None:
    before, after = (
        version("a One.", "b Two.", "c Three.", "d Four."),
        version("b Two.", "a One.", "c 3.", "e Five."),
    )
    changed = {difference.statement.id: difference for difference in differences(before, after)}
    assert set(changed) - {"a", "b"} == {"c", "d", "e"}
    assert [difference.moved for name, difference in changed.items() if name in ("a", "b")] == [True]
    assert changed["d"].runs == (Run("gone", "Four."),)


def test_the_same_version_differs_in_nothing() -> None:
    assert differences(version("a One."), version("a One.")) == ()


@given(WORDS, WORDS)
def test_the_runs_give_back_both_texts(before: str, after: str) -> None:
    pieces = runs(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after
