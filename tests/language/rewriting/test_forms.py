"""A note as the candidate reads it: addressed, noted, asked, or left to a person."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruiter_kit.feedback import Form
from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.rewriting import Context, Person, reword, rewrite
from recruiter_kit.language.rewriting.record import Unclear
from recruiter_kit.language.rewriting.sentence import addressed

HER = Person(frozenset({"marta", "silva"}), "she")
HIM = Person(frozenset({"declan"}), "he")


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (
            "Normalised orders ok but no way to record a refund.",
            "Normalised orders OK but no way to record a refund.",
        ),
        ("asked how she'd handle late events, no answer", "Asked how you'd handle late events, no answer."),
        (
            "got finance to agree to a date they'd first refused",
            "Got finance to agree to a date they had first refused.",
        ),
        ("DID NOT call anyone, NEWS2 was 7", "Did not call anyone, NEWS2 was 7."),
        ("LEFT JOIN correct, SQL clean", "LEFT JOIN correct, SQL clean."),
        ("care plan – no review date", "Care plan: no review date."),
        ('what if it fails again? → "rerun it"', 'What if it fails again? "rerun it".'),
    ],
)
def test_a_note_without_a_subject_is_tidied_and_nothing_is_put_in(note: str, said: str) -> None:
    worded = reword(note, HER)
    assert (worded.text, worded.form) == (said, Form.NOTED)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (
            "She was clear on the trade-offs and listens well.",
            "You were clear on the trade-offs and listen well.",
        ),
        ("Marta has two examples, both from her last job", "You have two examples, both from your last job."),
        ("the candidate doesn't check the dose", "You don't check the dose."),
    ],
)
def test_where_the_note_says_who_acts_that_is_you(note: str, said: str) -> None:
    worded = reword(note, HER)
    assert (worded.text, worded.form) == (said, Form.ADDRESSED)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("I had to point at it", "The interviewer had to point at it."),
        ("I don't see why, told me twice", "The interviewer doesn't see why, told them twice."),
        ("opened the trace once I'd asked", "Opened the trace once the interviewer had asked."),
        (
            "my biggest headache came up at minute 11",
            "The interviewer's biggest headache came up at minute 11.",
        ),
        ("we asked her to stop", "We asked you to stop."),
    ],
)
def test_the_interviewer_is_called_the_interviewer(note: str, said: str) -> None:
    assert reword(note, HER).text == said


@pytest.mark.parametrize(
    ("note", "person", "before", "word"),
    [
        ("told the mum she was wrong", HER, "", "she"),
        ("gave the blind pupil her sheet in print", HER, "", "her"),
        ("asked the customer what he wanted", HIM, "", "he"),
        ("Stood in the doorway so he couldn't get out.", HIM, "Man with a rucksack refuses the check.", "he"),
        ("She caught it, not him.", HIM, "", "she"),
        ("let them go too early", HER, "", "them"),
    ],
)
def test_a_pronoun_that_may_be_somebody_elses_is_asked_about(
    note: str, person: Person, before: str, word: str
) -> None:
    with pytest.raises(Unclear) as unclear:
        reword(note, person, before)
    assert unclear.value.word == word
    assert 2 <= len(unclear.value.asking.choices) <= 3


@pytest.mark.parametrize(
    ("note", "person", "said"),
    [
        ("sat at his level and asked the patient what he feared", HER, "what he feared"),
        ("told the daughter he would ring", HIM, "Told the daughter you would ring."),
        ("asked 3 customers what they wanted", HER, "what they wanted"),
    ],
)
def test_a_pronoun_that_cannot_be_the_candidates_stays(note: str, person: Person, said: str) -> None:
    assert said in reword(note, person, context=Context(note, "Interview")).text


def test_where_others_act_a_pronoun_after_a_verb_without_a_subject_is_asked_about() -> None:
    note = "Asked what she already knew, showed her where to write it."
    with pytest.raises(Unclear):
        reword(note, HER, context=Context(note, "Patient scenario"))
    assert reword(note, HER, context=Context(note, "Interview")).text.startswith(
        "Asked what you already knew"
    )


def test_the_only_other_person_of_the_note_is_named_where_only_a_pronoun_is() -> None:
    context = Context("Told the patient each step. Sat at his level.", "Scenario")
    assert reword("Sat at his level.", HER, context=context).text == "Sat at the patient's level."


def test_an_answer_settles_it_and_only_an_answer_that_was_offered() -> None:
    note = "Told the mum she was wrong"
    assert reword(note, HER, answer="candidate").text == "Told the mum you were wrong."
    assert reword(note, HER, answer="the mum").text == "Told the mum she was wrong."
    assert reword(note, HER, answer="the mum").form is Form.ASKED
    with pytest.raises(Unclear):
        reword(note, HER, answer="a liar and a thief")


@pytest.mark.parametrize("note", ["you could see the nerves", "👌", "9/10", "Coding:", "x" * 601])
def test_what_cannot_be_told_is_left_with_a_reason(note: str) -> None:
    with pytest.raises(Doubt):
        reword(note, HER)


def test_a_question_that_was_put_to_the_candidate_is_told_as_it_is() -> None:
    assert (
        reword("asked: 3 visits left, what do you do?", HER).text == "Asked: 3 visits left, what do you do?"
    )


def test_after_an_answer_every_other_pronoun_has_its_owner_too() -> None:
    note = "Told the commis nuts were fine. She caught it, not him."
    assert reword("She caught it, not him.", HIM, context=Context(note, "Service")).text == (
        "The commis caught it, not you."
    )
    with pytest.raises(Unclear):
        reword("She caught it, not him.", HIM, context=Context("She caught it.", "Service"))


def test_an_act_in_the_present_and_the_pronoun_beside_it_become_you_together() -> None:
    said = reword("talks while coding, says what he's about to try", HIM).text
    assert said == "You talk while coding, say what you're about to try."
    assert reword("Talks between his teams were hard", HIM).form is Form.NOTED


def test_in_a_role_play_it_was_the_role_that_acted() -> None:
    context = Context("I swore, he stayed calm", "Customer role play")
    assert reword("I swore, he stayed calm", HIM, context=context).text == (
        "The interviewer, in role, swore, you stayed calm."
    )


@pytest.mark.parametrize(
    "note",
    ["After I stopped: 'I knew I should stop.", 'He said "never again', "nobody does that bloody thing"],
)
def test_an_open_quotation_and_a_coarse_word_stay_with_a_person(note: str) -> None:
    with pytest.raises(Doubt):
        reword(note, HIM)


def test_only_a_failure_that_nobody_notes_of_themselves_gets_a_you_in_front() -> None:
    assert addressed("Jumped to tables before asking what the reports were for.") == (
        "You jumped to tables before asking what the reports were for."
    )
    assert addressed("Asked how you'd handle late events.") is None
    assert addressed("Missed backdating, got there once told.") is None


def test_a_note_with_a_sentence_that_must_not_leave_is_withheld_whole() -> None:
    found = rewrite("Clear answers. Might be pregnant, would need cover.", ["Marta Silva"])
    assert found.text is None
    assert found.withheld is not None


def test_a_note_that_needs_an_answer_says_the_question() -> None:
    found = rewrite("She listens. Told the mum she was wrong.", pronouns="she/her")
    assert (found.form, found.text) == (Form.ASKED, None)
    assert found.questions[0].text == "Who is “she” here?"


@settings(deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_typed_nothing_breaks(note: str) -> None:
    found = rewrite(note, ["Marta Silva"], pronouns="she/her")
    assert found.text or found.reason or found.questions or found.withheld


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Room measured at 62 dB.", "Room measured at 62 dB."),
        ("3 min of silence.", "3 minutes of silence."),
        ("Asked how long it is valid. No. 28 d.", "Asked how long it is valid. No. 28 d."),
        ("MST 10mg x 60 into the register.", "MST 10 mg x 60 into the register."),
        ("Missed leaver still paid, neg. pension.", "Missed leaver still paid, neg. pension."),
        ("I could call it blindfold.", "The interviewer could call it blindfold."),
    ],
)
def test_units_stay_as_written_and_only_an_act_is_one_in_role(note: str, said: str) -> None:
    assert reword(note, HER, context=Context(note, "Mock call")).text == said


def test_who_asked_myself_is_left_to_a_person() -> None:
    with pytest.raises(Doubt):
        reword("Asked myself whether it was safe.", HER)


@pytest.mark.parametrize(
    ("note", "choices"),
    [
        ("Mr Quist asked for a bigger frame. Told him twice.", ["candidate", "Mr Quist", "somebody else"]),
        ("Let my pretend roofer in and signed him in.", ["candidate", "the roofer", "somebody else"]),
        ("Declan took the Felixstowe run. Stopped him.", ["candidate", "somebody else"]),
    ],
)
def test_an_answer_names_each_other_person_once_and_never_the_candidate(
    note: str, choices: list[str]
) -> None:
    sentence = note.partition(". ")[2] or note
    with pytest.raises(Unclear) as unclear:
        reword(sentence, HIM, context=Context(note, "Role play"))
    assert [choice.answer for choice in unclear.value.asking.choices] == choices
