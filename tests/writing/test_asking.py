"""What a model is shown: everything that goes over the wire, for every sample."""

import json
import re
from functools import cache

import pytest

from recruiter_kit.feedback import Feedback
from recruiter_kit.intake import read, read_standard
from recruiter_kit.jobs.wording import better as reworded
from recruiter_kit.language.names import Names
from recruiter_kit.model import Application, Bundle
from recruiter_kit.review.review import compose
from recruiter_kit.writing.client import Client
from recruiter_kit.writing.placeholders import Placeholders
from tests.build import application, rating, scorecard
from tests.places import CORPORA, SAMPLES
from tests.writing.build import PEOPLE, better
from tests.writing.server import Answering, no_wait, one_after_another, serving, told_back, wording

NORTHGATE = SAMPLES / "northgate"
LETTERS = CORPORA / "letters"
SAMPLES_OF = {
    "northgate": (
        (
            NORTHGATE / "bundle.json",
            *sorted(NORTHGATE.glob("greenhouse-*.json")),
            NORTHGATE / "scorecards.csv",
        ),
        {"role_file": NORTHGATE / "roles.yaml", "decisions_file": NORTHGATE / "decisions.csv"},
        NORTHGATE / "standard.yaml",
    ),
    "letters": ((LETTERS / "candidates.json",), {}, LETTERS / "standard.yaml"),
}
# A model that is complained to is shown its own words again, and what is wrong with them.
BAD = wording("You swore at two pupils. Person A was better.", "Be better than the others.")


@cache
def bundle(name: str) -> Bundle:
    files, more, _ = SAMPLES_OF[name]
    return read(*files, **more)


@cache
def sent(name: str, answering: str) -> tuple[tuple[Application, Feedback, str], ...]:
    """Return each application, its draft, and everything that was sent about it, as it went over the wire."""
    answers: dict[str, Answering] = {"told back": told_back, "bad": BAD}
    given, standard = bundle(name), read_standard(SAMPLES_OF[name][2])
    found = []
    with serving(answers[answering]) as server:
        for each in given.applications:
            role = given.role(each.role)
            if each.decision is None or role is None:
                continue
            draft = compose(each, role, standard, people=given.people())
            server.bodies.clear()
            reworded(draft, each, given.people(), Client(server.settings(), no_wait))
            prompts = [message for body in server.bodies for message in body["messages"]]
            ours = {"model", "messages", "temperature", "max_tokens", "stream", "response_format", "path"}
            assert all(set(body) <= ours for body in server.bodies)
            found.append((each, draft, "\n".join(m["content"] for m in prompts if m["role"] != "system")))
    return tuple(found)


EVERYTHING = [(name, answering) for name in SAMPLES_OF for answering in ("told back", "bad")]
everything = pytest.mark.parametrize(("name", "answering"), EVERYTHING)


@everything
def test_something_is_asked_about_most_samples(name: str, answering: str) -> None:
    asked = [text for *_, text in sent(name, answering) if text]
    assert len(asked) > len(sent(name, answering)) / 2


@everything
def test_nobody_is_named(name: str, answering: str) -> None:
    people = bundle(name).people()
    for given, _, text in sent(name, answering):
        candidate = given.candidate
        deciders = [given.decision.decided_by] if given.decision else []
        assert Names((*people, *deciders)).found_in(text) is None, given.id
        for full in (
            candidate.full_name,
            *(c.interviewer.name for c in given.scorecards if c.interviewer.name),
        ):
            assert full.casefold() not in text.casefold(), given.id
        for word in (candidate.given_name, candidate.family_name, candidate.email):
            assert not word or not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text), given.id


@everything
def test_nothing_that_is_withheld_or_left_to_a_person_is_in_it(name: str, answering: str) -> None:
    for given, draft, text in sent(name, answering):
        for hidden in (*draft.withheld, *draft.left_to_recruiter):
            told = [seen.source.text for seen in draft.observations]
            if len(hidden.source.text.split()) > 2 and not any(hidden.source.text in each for each in told):
                assert hidden.source.text not in text, given.id


@everything
def test_no_private_note_is_in_it(name: str, answering: str) -> None:
    for given, _, text in sent(name, answering):
        for card in given.scorecards:
            for line in re.split(r"[.!?\n]+", card.private_note or ""):
                assert len(line.split()) < 4 or line.strip() not in text, given.id


@everything
def test_no_level_recommendation_or_other_candidate_is_in_it(name: str, answering: str) -> None:
    for given, _, text in sent(name, answering):
        for asked in re.findall(r'^\{"criterion".*\}$', text, re.MULTILINE):
            found = json.loads(asked)
            assert set(found) == {"criterion", "most_sentences", "next_step_wanted", "role_needs", "notes"}
            assert all(set(note) == {"exercise", "text"} for note in found["notes"])
        for card in given.scorecards:
            assert card.recommendation is None or f'"{card.recommendation.value}"' not in text
        others = [a for a in bundle(name).applications if a.id != given.id]
        for other in others:
            assert f'"{other.id}"' not in text


def test_phrases_that_must_not_leave_the_sample_organisation_do_not() -> None:
    import yaml

    listed = yaml.safe_load((NORTHGATE / "must-not-leave.yaml").read_text("utf-8"))
    everything_sent = "\n".join(text for *_, text in sent("northgate", "told back"))
    phrases = list(_phrases(listed))
    assert phrases
    assert [phrase for phrase in phrases if phrase in everything_sent] == []


def _phrases(value: object) -> list[str]:
    if isinstance(value, dict):
        return [phrase for each in value.values() for phrase in _phrases(each)]
    if isinstance(value, list):
        return [phrase for each in value for phrase in _phrases(each)]
    return [value] if isinstance(value, str) and " " in value else []


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Marta jumped to tables.", "the candidate jumped to tables."),
        ("Marta Silva's tables were MARTA's own.", "the candidate's tables were the candidate's own."),
        ("Tom had to ask twice.", "the interviewer had to ask twice."),
        ("Jonas Weber said so, and so did Weber.", "Person A said so, and so did Person B."),
        ("Write to marta.silva@example.org", "Write to somebody else's address"),
        ("Will it scale?", "Will it scale?"),
    ],
)
def test_names_become_placeholders(text: str, hidden: str) -> None:
    given = application(
        scorecard(rating(2, "x")), scorecard(rating(2, "x"), id="s2", interviewer="Tom Baker")
    )
    assert Placeholders(given, PEOPLE).hide(text) == hidden


def test_an_exercise_that_names_an_interviewer_is_not_named() -> None:
    given = application(
        scorecard(rating(2, "Skipped the join on customers."), interview="Chat with Ana Reyes")
    )
    with serving(told_back) as server:
        better(server, given)
    assert "Ana" not in " ".join(server.users)


def test_a_private_note_is_never_read() -> None:
    given = application(
        scorecard(
            rating(2, "Skipped the join on customers."),
            note="Never tested a query before sending it.",
            private_note="Reminds me of my brother, would not want him near the team.",
        )
    )
    with serving(one_after_another(BAD, told_back)) as server:
        better(server, given)
    assert "brother" not in json.dumps(server.bodies)
