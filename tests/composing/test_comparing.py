"""What changed between two versions, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.composing.comparing import Run, differences, runs
from recruiter_kit.feedback import Basis, Feedback, Part, Statement
from tests.workflow.build import feedback

WORDS = st.lists(st.sampled_from(["you", "left", "out", "the", "index", "table"]), max_size=12).map(" ".join)


def told(*texts: str) -> Feedback:
    """Return a feedback whose statements are "id text"."""
    statements = tuple(
        Statement(id=id, part=Part.SEEN, text=text, basis=Basis.DECISION)
        for id, _, text in (each.partition(" ") for each in texts)
    )
    return feedback().model_copy(update={"statements": statements})


def test_words_that_went_and_came_stand_where_they_were() -> None:
    assert runs("You left the index out.", "You left the key out.") == (
        Run("same", "You left the"),
        Run("gone", " index"),
        Run("new", " key"),
        Run("same", " out."),
    )


def test_changed_added_dropped_and_moved_statements_are_found() -> None:
    before, after = (
        told("a One.", "b Two.", "c Three.", "d Four."),
        told("b Two.", "a One.", "c 3.", "e Five."),
    )
    found = {each.statement.id: each for each in differences(before, after)}
    assert set(found) == {"c", "e", "d"} | {each for each in ("a", "b") if each in found}
    assert sum(found[each].moved for each in ("a", "b") if each in found) == 1
    assert found["d"].runs == (Run("gone", "Four."),)


def test_the_same_version_differs_in_nothing() -> None:
    assert differences(told("a One."), told("a One.")) == ()


@given(WORDS, WORDS)
def test_the_runs_give_back_both_texts(before: str, after: str) -> None:
    found = runs(before, after)
    assert "".join(each.text for each in found if each.kind != "new") == before
    assert "".join(each.text for each in found if each.kind != "gone") == after
