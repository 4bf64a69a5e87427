"""The model as a second reader: it adds findings, and takes none away."""

import json

import pytest

from recruiter_kit.errors import ModelError
from recruiter_kit.language.checking import check
from recruiter_kit.writing.client import Client
from recruiter_kit.writing.second_reader import read_feedback, read_text
from tests.writing.build import PEOPLE, TWO_CARDS, drafted
from tests.writing.server import Server, no_wait, saying, serving

FIRST = "The person we took had led three audits."
TEXT = f"We are not offering you the role. {FIRST} Write to dana@example.org."


def client(server: Server) -> Client:
    return Client(server.settings(), no_wait)


def found(*findings: tuple[str, str]) -> object:
    return {"found": [{"sentence": sentence, "label": label} for sentence, label in findings]}


def test_a_finding_stands_at_its_sentence_and_says_whose_view_it_is() -> None:
    with serving(saying(found((FIRST, "comparison")))) as server:
        (finding,) = read_text(TEXT, client(server))
    assert (finding.rule, finding.severity) == ("model.comparison", "warning")
    assert TEXT[finding.start : finding.end] == FIRST
    assert "the language model reads this" in finding.message


@pytest.mark.parametrize(
    ("sentence", "label"),
    [("This sentence is not in it.", "promise"), (FIRST, "rude"), ("took", "comparison"), ("", "comparison")],
)
def test_what_is_not_quoted_or_not_known_counts_for_nothing(sentence: str, label: str) -> None:
    with serving(saying(found((sentence, label)))) as server:
        assert read_text(TEXT, client(server)) == []


def test_one_request_is_made_for_a_text_and_no_address_is_in_it() -> None:
    with serving(saying(found())) as server:
        assert read_text(TEXT, client(server)) == []
        assert len(server.bodies) == 1
        assert "dana@example.org" not in json.dumps(server.bodies)


@pytest.mark.parametrize("answer", [{"found": "none"}, {"remove": ["evasion"]}, {"found": [{"label": "a"}]}])
def test_an_answer_of_another_shape_is_an_error(answer: object) -> None:
    with serving(saying(answer)) as server, pytest.raises(ModelError):
        read_text(TEXT, client(server))


def test_the_rules_findings_do_not_depend_on_it() -> None:
    text = "We had many strong candidates."
    with serving(saying(found())) as server:
        read_text(text, client(server))
    assert check(text)


def test_a_draft_is_read_without_names_and_found_in_its_statements() -> None:
    feedback = drafted()
    process = next(each for each in feedback.statements if "Ines Okoro" in each.text)
    shown = "Person A made the decision on 12 November."
    with serving(saying(found((shown, "disclosure")))) as server:
        (finding,) = read_feedback(feedback, TWO_CARDS, PEOPLE, client(server))
        assert "Okoro" not in json.dumps(server.bodies)
    assert finding.statement == process.id
    assert process.text[finding.start : finding.end] == "Ines Okoro made the decision on 12 November."
