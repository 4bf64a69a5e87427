"""What a proof says of a text as a whole: its verdict, its words, the notes that each sentence rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.language.proving import Note, Person, prove, prove_step
from recruiter_kit.language.rewriting import rewrite
from tests.language.corpus import NAMES, rows

STACK = "never opened the stack trace until I pointed at it"


def test_a_word_that_no_note_holds_is_added_and_a_person_looks() -> None:
    text = "You did not open the crimson stack trace until the interviewer pointed at it."
    proof = prove(text, [STACK])
    assert proof.verdict == "look"
    assert [text[start:end] for start, end in proof.added] == ["crimson"]


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (
            "checked the postcode, wrote the job number, read out the balance",
            "You checked the postcode and read out the balance.",
        ),
        ("the manager used two of them", "The manager used them."),
        ("20 pallets loaded before nine", "You loaded pallets before nine."),
    ],
)
def test_what_is_left_out_between_told_things_makes_a_person_look(note: str, text: str) -> None:
    assert prove(text, [note]).verdict == "look"


def test_a_sentence_that_holds_nothing_of_a_note_is_not_proved() -> None:
    assert prove("You did so.", [STACK]).verdict != "proved"


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("asked abt volume w/out prompting", "You asked about volume without being prompted."),
        ("skipped DOB", "You skipped the date of birth."),
        ("found 3 of 4 faults in 20 min", "You found three of the four faults in twenty minutes."),
        ("He drew the load path on the board", "The load path was drawn by you on the board."),
        ("Didn't log off", "You did not log off."),
        ("rang the supplier", "You phoned the supplier."),
        ('I asked what happens next. "No idea"', 'Asked what happens next, you said "No idea".'),
        (
            "explained it, then checked the patient had understood",
            "You explained it and then checked that the patient had understood.",
        ),
        ("asked when the cutoff is", "You asked when the cut-off is."),
        ("drew the view model first", "You drew the viewmodel first."),
        ("ran the pass on Mon/Tues", "You ran the pass on Mondays and Tuesdays."),
        ("Resection took 3 goes", "You took 3 goes at the resection."),
        ("centered the motif, explained it v well", "You centred the motif and explained it very well."),
        ("explained it very simple", "You explained it very simply."),
        ("held the ruler with no warning", "You held the ruler without warning."),
        (
            "Sensible, though no word on when they would hear",
            "You were sensible, with no word on when they would hear.",
        ),
    ],
)
def test_the_same_thing_in_other_words_is_proved(note: str, text: str) -> None:
    proof = prove(text, [note])
    assert (proof.verdict, proof.faults) == ("proved", ())


def test_each_sentence_says_on_which_notes_it_rests() -> None:
    text = "You drew the load path. You named five risks."
    proof = prove(text, ["Named 5 risks.", "Drew the load path."])
    assert [sentence.notes for sentence in proof.sentences] == [(1,), (0,)]


@pytest.mark.parametrize(
    ("step", "fine"),
    [
        ("Solve ten ranking problems with window functions.", True),
        ("Go back to your Android course and rebuild its example.", False),
        ("Re-read each report before it leaves.", True),
        ("Solve ten problems, and we will invite you again.", False),
        ("You could solve ten problems.", False),
        ("Watch how other candidates do it.", False),
    ],
)
def test_a_next_step_begins_with_what_to_do_and_takes_nothing_for_granted(step: str, *, fine: bool) -> None:
    assert (prove_step(step, ["Stuck on window functions."]).verdict == "proved") is fine


WORDS = [
    "you",
    "not",
    "she",
    "I",
    "asked",
    "the",
    "before",
    "after",
    "never",
    "jumped",
    "tables",
    "stack",
    "trace",
    "two",
    "12",
    "of",
    "without",
    "when",
    "but",
    "only",
    "In",
    "exercise",
    '"no"',
    ",",
    ".",
    ";",
    "Marta",
    "interviewer",
    "told",
    "was",
    "by",
    "had",
    "to",
    "most",
    "often",
    "because",
]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


@given(SENTENCES, st.lists(SENTENCES, max_size=3))
def test_any_words_in_any_order_get_a_proof(text: str, notes: list[str]) -> None:
    units = [Note(note, "Tables exercise", "Tables", "Ines Duarte") for note in notes]
    proof = prove(text, units, [Person("Marta Silva", "candidate", "she/her"), "Ines Duarte"], notes[:1])
    assert proof == prove(
        text, units, [Person("Marta Silva", "candidate", "she/her"), "Ines Duarte"], notes[:1]
    )
    assert prove_step(text, units).text == text


@given(st.text(max_size=200), st.lists(st.text(max_size=200), max_size=3))
def test_any_text_beside_any_notes_gets_a_proof(text: str, notes: list[str]) -> None:
    proof = prove(text, notes, ["A B"], notes)
    assert all(0 <= word.start <= word.end <= len(text) for word in proof.words)
    assert all(0 <= fault.start < fault.end <= len(text) for fault in proof.faults)
    assert proof == prove(text, notes, ["A B"], notes)


def test_our_own_wording_of_a_note_is_hardly_ever_refused() -> None:
    """What the rules make of notes is judged by the same code as everybody's wording."""
    notes = [row["note"] for row in rows("notes/worded_gold")]
    worded = [(note, rewrite(note, NAMES).text) for note in notes]
    candidate = [Person(name, "candidate") for name in NAMES]
    refused = [text for note, text in worded if text and prove(text, [note], candidate).verdict == "refused"]
    assert len(refused) <= 1
