"""The letter counts people, not forms: one person's two forms are one, an empty form is nobody's."""

import pytest

from recruiter_kit.call.script import call_script
from recruiter_kit.feedback import Feedback, Part
from recruiter_kit.model import Reason, Scorecard
from recruiter_kit.review.review import compose
from recruiter_kit.standard import Standard
from tests import build

EMPTY = build.scorecard(build.rating(None), id="s3", interviewer="Omar Haddad", interview="Pairing")


def seen(level: float = 2, note: str = "Left out the index.", **fields: str) -> Scorecard:
    return build.scorecard(build.rating(level, note), **fields)  # type: ignore[arg-type]


def composed(*cards: Scorecard, reason: Reason = Reason.BELOW_BAR) -> Feedback:
    application = build.application(*cards, decided=build.decision(reason))
    return compose(application, build.role(build.criterion(required=4)), Standard())


def process(*cards: Scorecard) -> str:
    (said,) = composed(*cards).said(Part.PROCESS)
    return said.text


@pytest.mark.parametrize("other", ["Ana Reyes", "ana.reyes@example.org", "Reyes, Ana", "A. Reyes"])
def test_two_forms_of_one_person_are_one_interviewer(other: str) -> None:
    said = process(seen(), seen(id="s2", interviewer=other, interview="Pairing"))
    assert "the notes of your interviewer" in said


@pytest.mark.parametrize("user", ["u1", "42", "5f1c0e0a-77ab-4c1e-9d7e-0a1b2c3d4e5f"])
def test_a_user_known_by_id_only_is_one_person_and_another_id_another(user: str) -> None:
    one, same = seen(interviewer=user), seen(id="s2", interviewer=user)
    assert "your interviewer," in process(one, same)
    assert "the two people who interviewed you" in process(one, same, seen(id="s4", interviewer=f"{user}9"))


def test_who_assessed_nothing_is_not_among_the_people_who_interviewed() -> None:
    assert "the notes of your interviewer" in process(seen(), EMPTY)
    assert "the two people" in process(seen(), EMPTY, seen(id="s2", interviewer="Tom Beck"))


def test_one_full_form_is_enough_to_be_counted() -> None:
    again = seen(id="s4", interviewer="Omar Haddad", interview="Screening call")
    assert "the two people" in process(seen(), EMPTY, again)


def test_where_nobody_assessed_anything_no_notes_are_spoken_of() -> None:
    (said,) = composed(EMPTY, reason=Reason.OTHER).said(Part.PROCESS)
    assert "notes" not in said.text
    assert "made the decision on 12 November" in said.text


def split(other: str) -> Feedback:
    bad = seen(1, "Left out the index on the order table.")
    good = seen(5, "Drew the schema from the three reports.", id="s2", interviewer=other, interview="Pairing")
    again = seen(1, "Joined the tables twice by mistake.", id="s5", interview="Screening call")
    return composed(bad, good, again)


def test_one_person_with_two_views_is_not_two_who_disagree() -> None:
    feedback = split("Ana Reyes")
    (said,) = feedback.said(Part.DIFFERING)
    assert said.text == "Your interviewer wrote down two different views here; both follow."
    script = call_script(feedback).model_dump_json()
    assert "Your interviewers saw" not in script
    assert "the interviewers disagreed" not in script
    assert "noted two" in script


def test_two_people_with_two_views_disagree() -> None:
    feedback = split("Omar Haddad")
    (said,) = feedback.said(Part.DIFFERING)
    assert said.text == "Your interviewers disagreed here; both views follow."
    assert "Your interviewers saw this differently." in call_script(feedback).model_dump_json()
