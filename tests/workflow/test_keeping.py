"""What a person changed in one draft stays in the next."""

from collections.abc import Callable, Sequence
from functools import partial

import pytest

from recruiter_kit.case import Case
from recruiter_kit.composing import revising
from recruiter_kit.feedback import Basis, Feedback, Part, Statement
from recruiter_kit.review.review import draft
from recruiter_kit.workflow.keeping import kept, without_blanks
from tests.workflow.build import INES, asking

Change = Callable[[tuple[Statement, ...]], tuple[Statement, ...]]


def drafted(*answered: int) -> Feedback:
    """Return the draft in which the questions with these numbers are answered: it is the candidate."""
    application, role = asking()
    bare = draft(Case(application=application, role=role))
    questions = [left.question.id for left in bare.left_to_recruiter if left.question]
    answers = {questions[number]: "candidate" for number in answered}
    return draft(Case(application=application, role=role, answers=answers))


def after(change: Change, *, before: Sequence[int] = (), now: Sequence[int] = (0,)) -> tuple[Statement, ...]:
    """Return the statements after one more answer, where a person changed those before it."""
    old, new = drafted(*before), drafted(*now)
    changed = old.model_copy(update={"statements": change(old.statements)})
    return kept(changed, old, new, (*old.statements, *changed.statements))


def only(statements: Sequence[Statement], part: Part, criterion: str | None = None) -> Statement:
    (found,) = (each for each in statements if (each.part, each.criterion) == (part, criterion))
    return found


def texts(statements: Sequence[Statement]) -> list[str]:
    return [statement.text for statement in statements]


def test_without_changes_it_is_the_new_draft_with_the_ids_of_before() -> None:
    told = after(lambda statements: statements)
    assert texts(told) == texts(drafted(0).statements)
    before = {each.text: each.id for each in drafted().statements}
    assert all(each.id == before.get(each.text, each.id) for each in told)
    assert len({each.id for each in told}) == len(told)
    assert only(told, Part.SEEN, "calm").id not in before.values()


def test_reworded_sentences_stay_reworded() -> None:
    seen = only(drafted().statements, Part.SEEN, "modelling")
    words = {"t1": "We are not offering you this role.", seen.id: "You left the index out."}
    told = after(lambda statements: revising.reworded(statements, words, INES))
    assert told[0].text == words["t1"]
    assert told[0].by == INES
    assert only(told, Part.SEEN, "modelling").text == "You left the index out."
    assert "The customer was angry and you raised your voice." in texts(told)


def test_a_reworded_sentence_names_its_observation_as_the_new_draft_does() -> None:
    new = drafted(0)
    seen = only(drafted().statements, Part.SEEN, "modelling")
    told = after(lambda statements: revising.reworded(statements, {seen.id: "You left it out."}, INES))
    (behind,) = only(told, Part.SEEN, "modelling").observations
    assert next(each.text for each in new.observations if each.id == behind) == "Left out the index."


def test_what_a_person_dropped_stays_dropped_and_nothing_else_does() -> None:
    for part in (Part.ADVICE, Part.SEEN, Part.NEEDS):
        gone = only(drafted().statements, part, "modelling")
        told = after(partial(revising.dropped, id=gone.id))
        assert gone.text not in texts(told)
        assert set(texts(drafted(0).statements)) - set(texts(told)) == {gone.text}


def test_what_an_answer_took_out_comes_back_with_another_answer() -> None:
    old, new = drafted(0), drafted(1)
    seen = only(old.statements, Part.SEEN, "calm")
    assert seen.text not in texts(new.statements)
    told = kept(new, new, old, (*old.statements, *new.statements))
    assert seen.text in texts(told)


def test_what_a_person_added_has_its_place_in_its_criterion() -> None:
    def add(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        more = revising.added(statements, Part.ADVICE, "calm", "Ask two people.", INES, waiver="asked for")
        return revising.added(more, Part.STRENGTH, "modelling", "You named keys.", INES, waiver="said so")

    told = after(add)
    calm = [each.part for each in told if each.criterion == "calm"]
    assert calm == [Part.NEEDS, Part.SEEN, Part.ADVICE]
    assert told.index(only(told, Part.STRENGTH, "modelling")) > told.index(
        only(told, Part.ADVICE, "modelling")
    )
    assert only(told, Part.ADVICE, "calm").by == INES


def test_a_persons_words_for_a_note_replace_what_the_answer_makes_of_it() -> None:
    old = drafted()
    source = next(left.source for left in old.left_to_recruiter if left.criterion == "calm")

    def word(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return without_blanks(
            revising.added(statements, Part.SEEN, "calm", "You raised your voice.", INES, source)
        )

    told = after(word)
    assert only(told, Part.SEEN, "calm").text == "You raised your voice."
    assert not [each for each in told if each.part is Part.WAITING]


def test_a_blank_goes_once_a_person_words_what_was_seen_and_no_sooner() -> None:
    statements = drafted().statements
    advised = revising.added(statements, Part.ADVICE, "calm", "Ask two people.", INES, waiver="x")
    assert only(without_blanks(advised), Part.WAITING, "calm").by is None
    elsewhere = revising.added(statements, Part.SEEN, "modelling", "You forgot it.", INES, waiver="x")
    assert only(without_blanks(elsewhere), Part.WAITING, "calm").by is None
    worded = revising.added(statements, Part.SEEN, "calm", "You raised your voice.", INES, waiver="x")
    calm = [each.part for each in without_blanks(worded) if each.criterion == "calm"]
    assert calm == [Part.NEEDS, Part.SEEN], "in the place of the blank"
    both = revising.added(advised, Part.SEEN, "calm", "You raised your voice.", INES, waiver="x")
    assert [each.part for each in without_blanks(both) if each.criterion == "calm"] == [
        Part.NEEDS,
        Part.SEEN,
        Part.ADVICE,
    ]


def test_the_answer_to_another_question_leaves_a_blank_where_it_is() -> None:
    told = after(lambda statements: statements, now=(1,))
    assert only(told, Part.WAITING, "calm").id == only(drafted().statements, Part.WAITING, "calm").id
    assert any("Asked the lead when you were stuck." in text for text in texts(told))


def test_the_order_that_a_person_gave_the_gaps_stays() -> None:
    first = only(drafted().statements, Part.WAITING, "calm")
    told = after(lambda statements: revising.moved(statements, first.id, "down"))
    gaps = list(dict.fromkeys(each.criterion for each in told if each.criterion))
    assert gaps == ["modelling", "calm"]
    assert [each.part for each in told if each.criterion == "calm"] == [Part.NEEDS, Part.SEEN]


def test_an_addition_beside_a_sentence_of_ours_does_not_replace_it() -> None:
    def add(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return revising.added(statements, Part.NEEDS, "modelling", "It needs care.", INES, waiver="x")

    needs = [each for each in after(add) if (each.part, each.criterion) == (Part.NEEDS, "modelling")]
    assert [each.basis for each in needs] == [Basis.ROLE, Basis.PERSON]


@pytest.mark.parametrize("part", [Part.ADVICE, Part.SEEN])
def test_words_whose_note_is_no_longer_chosen_are_not_lost(part: Part) -> None:
    old, new = drafted(0), drafted()
    seen = only(old.statements, Part.SEEN, "calm")
    if part is Part.SEEN:
        statements = revising.reworded(old.statements, {seen.id: "You shouted."}, INES)
    else:
        statements = revising.added(old.statements, part, "calm", "You shouted.", INES, waiver="x")
    changed = old.model_copy(update={"statements": statements})
    assert "You shouted." in texts(kept(changed, old, new, statements))
