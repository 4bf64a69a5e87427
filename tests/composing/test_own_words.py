"""What a person types keeps its note only where the note bears it out."""

import pytest

from recruiter_kit.composing.grounds import proof_of
from recruiter_kit.composing.own_words import is_alone, rested, settled
from recruiter_kit.composing.revising import reworded
from recruiter_kit.feedback import Basis, Feedback, Form, Part, Source, Statement, Withheld
from recruiter_kit.model import Application
from tests import build
from tests.workflow.build import feedback

INES = "ines@example.org"
READ = "Read the stack trace and found the null pointer after two hints."
TEST = "Wrote one test in 45 minutes, but it did not run."
RULE = "I explained the retry rule to him."
NOTE = f"{READ} {TEST} {RULE}"
DREW = "Drew the tables before the questions were asked."
CHILDREN = "Mentioned his three children in Leith."
PEOPLE = ("Grace Adeyemi", "Omar Haddad", "Tom Hill", "Noa Berg")


def source(text: str, card: str = "s1", note: str = NOTE) -> Source:
    start = note.index(text)
    return Source(scorecard=card, place="ratings[0].note", start=start, end=start + len(text), text=text)


@pytest.fixture
def about() -> Application:
    return build.application(
        build.scorecard(build.rating(2, NOTE), interviewer="Grace Adeyemi", interview="Debugging exercise"),
        build.scorecard(
            build.rating(2, DREW), id="s2", interviewer="Omar Haddad", interview="Design conversation"
        ),
        given_name="Tom",
        family_name="Hill",
        pronouns="he/him",
    )


@pytest.fixture
def seen() -> Statement:
    return Statement(
        id="t3",
        part=Part.SEEN,
        text=f"{READ} {TEST}",
        basis=Basis.OBSERVATION,
        criterion="modelling",
        interview="Debugging exercise",
        form=Form.NOTED,
        observations=("o1", "o2"),
        sources=(source(READ), source(TEST)),
    )


@pytest.fixture
def told(about: Application, seen: Statement) -> Feedback:
    children = Withheld(
        source=source(CHILDREN, "s2", CHILDREN), rule="R6", label="family", reason="It speaks of family."
    )
    return feedback(about).model_copy(update={"statements": (seen,), "withheld": (children,)})


def typed(told: Feedback, about: Application, text: str) -> Statement:
    (found,) = settled(reworded(told.statements, {"t3": text}, INES), told, about, PEOPLE)
    return found


KEPT = {
    "the exact words": READ,
    "the exact words, addressed": "You read the stack trace and found the null pointer after two hints.",
    "another tense": "You have read the stack trace and found the null pointer after two hints.",
    "a number as a figure": "You read the stack trace and found the null pointer after 2 hints.",
    "another word for one act": "You read the stack trace and located the null pointer after two hints.",
    "two sentences in another order": f"{TEST} {READ}",
}
LOST = {
    "an invented act": "You swore at two pupils.",
    "turned round": "You did not read the stack trace.",
    "praise in front of a gap": f"Your debugging was excellent throughout. {TEST}",
    "another number": "You read the stack trace and found the null pointer after three hints.",
    "an act of the interviewer's": "You explained the retry rule.",
    "another exercise": "In the design conversation, you found the null pointer after two hints.",
    "softened": "You wrote one test in 45 minutes, but it did not run very smoothly.",
    "made a habit": "You often found the null pointer after two hints.",
    "a cause": "You wrote one test in 45 minutes, but it did not run, because you had not prepared.",
    "a withheld sentence": "You found the null pointer and mentioned your three children in Leith.",
    "other candidates": "You found the null pointer after two hints, later than the other candidates did.",
    "half of a sentence": "You wrote one test in 45 minutes.",
    "words of a note that it does not name": "You drew the tables before the questions were asked.",
}  # fmt: skip


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_words_that_the_note_bears_out_keep_it(
    told: Feedback, about: Application, seen: Statement, text: str
) -> None:
    found = typed(told, about, text)
    assert (found.text, found.by, found.form) == (text, INES, Form.YOURS)
    assert (found.basis, found.sources, found.interview) == (seen.basis, seen.sources, seen.interview)
    assert not found.lacks_source


@pytest.mark.parametrize("text", LOST.values(), ids=LOST)
def test_words_that_the_note_does_not_bear_out_are_the_persons_own(
    told: Feedback, about: Application, text: str
) -> None:
    found = typed(told, about, text)
    assert (found.text, found.by, found.basis, found.form) == (text, INES, Basis.PERSON, Form.YOURS)
    assert (found.sources, found.observations, found.interview) == ((), (), None)
    assert found.lacks_source
    assert is_alone(found)


def test_the_software_s_own_words_are_not_asked_about(told: Feedback, about: Application) -> None:
    assert settled(told.statements, told, about, PEOPLE) == told.statements
    assert proof_of(told.statements[0], told, about, PEOPLE) is None


def test_refused_words_do_not_get_their_note_back_by_saving_again(told: Feedback, about: Application) -> None:
    lost = typed(told, about, LOST["an invented act"])
    again = reworded((lost,), {"t3": LOST["an invented act"]}, INES)
    assert settled(again, told, about, PEOPLE) == (lost,)


def test_a_reason_is_kept_where_the_note_is_lost_and_goes_where_there_is_a_note(
    told: Feedback, about: Application, seen: Statement
) -> None:
    reasoned = {"by": INES, "waiver": "I sat beside him.", "basis": Basis.PERSON}
    refused = seen.model_copy(update=reasoned | {"text": LOST["an invented act"]})
    borne_out = seen.model_copy(update=reasoned)
    lost, kept = settled((refused, borne_out), told, about, PEOPLE)
    assert (lost.waiver, lost.sources, lost.lacks_source) == ("I sat beside him.", (), False)
    assert (kept.waiver, kept.sources) == (None, seen.sources)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You read the stack trace and found the null pointer after two hints.", (READ,)),
        ("You wrote one test in 45 minutes, but it did not run.", (READ, TEST)),
    ],
    ids=["the sentence alone", "another sentence of the same note"],
)
def test_a_note_that_bears_the_words_out_is_chosen_for_them(
    told: Feedback, about: Application, text: str, expected: tuple[str, ...]
) -> None:
    lost = typed(told, about, LOST["an invented act"]).model_copy(update={"text": text})
    everything = (source(READ), source(TEST), source(DREW, "s2", DREW))
    given = rested(lost, source(READ), everything, told, about, PEOPLE)
    (found,) = settled((given,), told, about, PEOPLE)
    assert tuple(each.text for each in found.sources) == expected
    assert (found.basis, found.interview) == (Basis.PERSON, "Debugging exercise")
    assert not found.lacks_source


def test_a_note_that_does_not_bear_the_words_out_is_not_kept(told: Feedback, about: Application) -> None:
    lost = typed(told, about, LOST["an invented act"])
    given = rested(lost, source(DREW, "s2", DREW), (source(READ),), told, about, PEOPLE)
    assert settled((given,), told, about, PEOPLE) == (lost,)
