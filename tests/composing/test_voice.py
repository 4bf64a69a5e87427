"""An organisation's voice: spelling, tone, own wording."""

import re
from itertools import product

import pytest

from recruiter_kit.call.script import call_script
from recruiter_kit.composing import advice, phrasing
from recruiter_kit.composing.voice import Voice
from recruiter_kit.documents.view import letter_values
from recruiter_kit.feedback import Feedback, Part
from recruiter_kit.review.review import compose
from recruiter_kit.standard import Standard, Tone
from tests.build import application, rating, role, scorecard

NOTE = "Jumped to tables before asking what the reports were for."
BRITISH = (
    "practis|behaviour|colour|organis|summaris|recognis|prioritis|programme|judgement|licence|analys(?:e|ing)"
)
SEVERE = (Part.NEEDS, Part.SEEN, Part.ADVICE, Part.STRENGTH)


def draft(standard: Standard) -> Feedback:
    return compose(application(scorecard(rating(1, NOTE))), role(), standard)


def test_two_applications_hear_the_same_sentences() -> None:
    first, second = (
        compose(application(scorecard(rating(1, NOTE))).model_copy(update={"id": name}), role(), Standard())
        for name in ("a1", "a2")
    )
    assert [each.text for each in first.statements] == [each.text for each in second.statements]
    assert call_script(first) == call_script(second)


def test_only_our_own_words_are_re_spelled() -> None:
    voice = Voice(standard=Standard(spelling="en-US"))
    assert voice.spell("Practise saying it. {organisation}") == "Practice saying it. {organisation}"
    british = application(
        scorecard(rating(1, "Jumped to the colour table before asking what the reports were for."))
    )
    feedback = compose(british, role(), Standard(spelling="en-US"))
    seen = " ".join(statement.text for statement in feedback.said(Part.SEEN))
    assert "the colour table" in seen


def test_no_british_spelling_is_left_in_american_words_of_ours() -> None:
    voice = Voice(standard=Standard(spelling="en-US"))
    files = ("letter", "call", "answers")
    texts = [text for file in files for text in phrasing._sentences(file).values()]
    texts += [text for family in advice.families().values() for text in family.advice()]
    ours = voice.spell(" ".join(texts))
    assert "Practice" in ours
    assert not re.search(BRITISH, re.sub(r"\{\w+\}", "", ours), re.IGNORECASE)


def test_contractions_can_be_written_out() -> None:
    voice = Voice(standard=Standard(tone=Tone(contractions=False)))
    assert voice.spell("I'll send it. It isn't long.") == "I will send it. It is not long."
    for text in phrasing._sentences("call").values():
        if "“" not in text:  # what the candidate says stays as it is said
            assert not re.search(r"\w'\w", voice.spell(text)), text


def test_an_organisation_words_a_sentence_itself() -> None:
    own = {"letter.closing.retention": "Records are kept until {retention_date}."}
    (retention,) = draft(Standard(wording=own)).said(Part.RETENTION)
    assert retention.text == "Records are kept until 12 November 2027."


def severe(feedback: Feedback) -> list[str]:
    return [statement.text for statement in feedback.said(*SEVERE)]


TONES = [Tone(contractions=a, thanks=b) for a, b in product((True, False), repeat=2)]


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("level", [1, 2.5])
def test_no_tone_changes_a_word_of_severity(tone: Tone, level: float) -> None:
    asked = application(scorecard(rating(level, NOTE)))
    feedback, plain = (compose(asked, role(), Standard(tone=chosen)) for chosen in (tone, Tone()))
    assert severe(feedback) == severe(plain)
    assert feedback.standings == plain.standings
    assert letter_values(feedback)["gaps"] == letter_values(plain)["gaps"]
    assert "We are not offering you the Data Engineer role." in feedback.statements[0].text
    said = " ".join(line.text for part in call_script(feedback).parts for line in part.lines)
    assert "not offering you th" in said.casefold()
    assert plain.said(Part.SEEN)[0].text in said


def test_a_lone_interviewer_is_not_counted() -> None:
    process = draft(Standard()).statements[1].text
    assert "It rests on the notes of your interviewer, against the criterion in the job brief." in process
