"""What a person changes in a draft is marked and checked again, and has a source or a reason."""

import pytest

from recruiter_kit.composing.revising import added, dropped, moved, reworded
from recruiter_kit.errors import InputError
from recruiter_kit.feedback import Basis, Feedback, Form, Part, Statement
from recruiter_kit.intake import read
from recruiter_kit.review.review import compose, revised
from recruiter_kit.review.untold import unseen_but_told
from tests.samples.made import feedbacks
from tests.web.conftest import GOLD

INES = "ines@example.org"


@pytest.fixture(scope="module")
def marta() -> Feedback:
    bundle = read(GOLD / "marta.json")
    (application,) = bundle.applications
    role = bundle.role(application.role)
    assert role is not None
    return compose(application, role, people=bundle.people())


def ids(statements: tuple[Statement, ...]) -> list[str]:
    return [each.id for each in statements]


def test_new_words_are_marked_as_somebodys_and_keep_their_sources(marta: Feedback) -> None:
    first = marta.said(Part.SEEN)[0]
    changed = reworded(marta.statements, {first.id: "  You left out \n the index. "}, INES)
    found = next(each for each in changed if each.id == first.id)
    assert (found.text, found.by, found.sources) == ("You left out the index.", INES, first.sources)
    assert [each.by for each in changed if each.id != first.id] == [None] * (len(changed) - 1)
    assert found.form is Form.YOURS
    assert [each.form for each in changed if each.id != first.id] == [
        each.form for each in marta.statements if each.id != first.id
    ]


@pytest.mark.parametrize(
    ("part", "form"),
    [(Part.SEEN, Form.YOURS), (Part.STRENGTH, Form.YOURS), (Part.ADVICE, None), (Part.NEEDS, None)],
)
def test_what_a_person_adds_of_what_was_seen_is_in_their_own_words(
    marta: Feedback, part: Part, form: Form | None
) -> None:
    changed = added(marta.statements, part, marta.gaps()[0], "Draw it.", INES, None, "I was there.")
    assert next(each for each in changed if each.id == "p1").form is form


def test_emptied_and_dropped_statements_are_gone(marta: Feedback) -> None:
    first = marta.statements[0].id
    assert first not in ids(reworded(marta.statements, {first: " "}, INES))
    assert first not in ids(dropped(marta.statements, first))


def test_a_statement_moves_among_its_like(marta: Feedback) -> None:
    alike = [each for each in marta.said(Part.SEEN) if each.criterion == marta.gaps()[0]]
    assert len(alike) > 1, "the gold example has two things seen on one criterion"
    up = moved(marta.statements, alike[1].id, "up")
    assert ids(up).index(alike[1].id) + 1 == ids(up).index(alike[0].id)
    assert moved(up, alike[1].id, "down") == marta.statements


def test_at_its_edge_the_whole_gap_moves_and_stays_whole(marta: Feedback) -> None:
    first, second = marta.gaps()[:2]
    needs = next(each for each in marta.said(Part.NEEDS) if each.criterion == second)
    changed = marta.model_copy(update={"statements": moved(marta.statements, needs.id, "up")})
    assert changed.gaps()[:2] == (second, first)
    assert sorted(ids(changed.statements)) == sorted(ids(marta.statements))
    back = moved(changed.statements, needs.id, "down")
    assert marta.model_copy(update={"statements": back}).gaps() == marta.gaps()


def test_what_has_no_neighbour_stays(marta: Feedback) -> None:
    assert moved(marta.statements, marta.statements[0].id, "up") == marta.statements
    assert moved(marta.statements, "nobody", "up") == marta.statements


def test_an_addition_stands_beside_its_like_with_its_source(marta: Feedback) -> None:
    gap, source = marta.gaps()[0], marta.observations[0].source
    changed = added(marta.statements, Part.SEEN, gap, "You named no owner.", INES, source)
    new = next(each for each in changed if each.id == "p1")
    assert (new.basis, new.by, new.sources, new.waiver) == (Basis.PERSON, INES, (source,), None)
    before = changed[changed.index(new) - 1]
    assert (before.part, before.criterion) == (Part.SEEN, gap)


def test_an_addition_needs_words_and_a_source_or_a_reason(marta: Feedback) -> None:
    with pytest.raises(InputError, match="no words"):
        added(marta.statements, Part.SEEN, marta.gaps()[0], " ", INES, None, "x")
    with pytest.raises(InputError, match="based on"):
        added(marta.statements, Part.SEEN, marta.gaps()[0], "You named no owner.", INES)
    waived = added(marta.statements, Part.ADVICE, marta.gaps()[0], "Read a book.", INES, None, "Ana said so.")
    assert next(each for each in waived if each.id == "p1").waiver == "Ana said so."


def test_a_changed_draft_is_checked_and_measured_again(marta: Feedback) -> None:
    first = marta.said(Part.SEEN)[0].id
    worse = revised(marta, reworded(marta.statements, {first: "You were not a culture fit."}, INES), (), None)
    assert "proxy" in {each.label for each in worse.findings}
    assert {each.rule for each in revised(marta, marta.statements, (), None).findings} == {
        each.rule for each in marta.findings
    }
    alone = revised(marta, [each for each in marta.statements if each.criterion != marta.gaps()[0]], (), None)
    assert alone.candour is not None
    assert marta.candour is not None
    assert (alone.candour.reason_coverage or 0) < (marta.candour.reason_coverage or 0)


def test_what_nobody_is_said_to_have_written_down_is_not_told_beside_it() -> None:
    re02 = feedbacks()["re-02"]
    (unseen,) = re02.said(Part.UNSEEN)
    assert unseen_but_told(re02) == ()
    source = re02.left_to_recruiter[0].source
    told = revised(
        re02, added(re02.statements, Part.SEEN, "leading", "You did the tills.", INES, source), (), None
    )
    (found,) = unseen_but_told(told)
    assert (found.statement, unseen.text[found.start : found.end]) == (unseen.id, "leading a shift")
    assert found in told.findings
    kept = unseen.text.replace("leading a shift and helping customers", "helping customers")
    mended = revised(told, reworded(told.statements, {unseen.id: kept}, INES), (), None)
    assert unseen_but_told(mended) == ()
    assert not [each for each in mended.findings if each.rule == found.rule]
