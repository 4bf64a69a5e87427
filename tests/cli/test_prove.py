"""recruiter-kit prove: a text and its sources a line in, what the prover says of it out."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from recruiter_kit.cli.prove import prove
from recruiter_kit.errors import InputError

NOTE = "never opened the stack trace until I pointed at it"


def proofs(*lines: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what the command prints for these lines on its standard input."""
    typed = "\n".join(json.dumps(line) for line in lines)
    result = CliRunner().invoke(prove, ["-"], input=typed, catch_exceptions=False)
    return [json.loads(line) for line in result.output.splitlines()]


def test_a_text_that_its_source_bears_out_is_proved() -> None:
    text = "You did not open the stack trace until the interviewer pointed at it."
    (proof,) = proofs({"text": text, "sources": [NOTE]})
    assert (proof["verdict"], proof["faults"]) == ("proved", [])


def test_every_word_says_where_it_is_held() -> None:
    text = "You did not open the stack trace until the interviewer pointed at it."
    (proof,) = proofs({"text": text, "sources": ["Slow start.", NOTE]})
    held = {
        text[word["start"] : word["end"]]: NOTE[word["begins"] : word["ends"]]
        for word in proof["words"]
        if word["standing"] == "held"
    }
    assert held == {"open": "opened", "stack": "stack", "trace": "trace", "pointed": "pointed"}
    assert {word["source"] for word in proof["words"] if word["standing"] == "held"} == {1}


def test_a_fault_says_its_kind_its_words_and_why() -> None:
    text = "You swore at two pupils."
    (proof,) = proofs({"text": text, "sources": ["Read the stack trace"]})
    assert proof["verdict"] == "refused"
    assert {text[fault["start"] : fault["end"]] for fault in proof["faults"]} >= {"two"}
    assert all(fault["why"] for fault in proof["faults"])


def test_exercises_people_and_withheld_sentences_are_taken_into_account() -> None:
    line = {
        "text": "In the role play you asked about volumes, as Ines Duarte saw.",
        "sources": [
            {"text": "Asked about volumes.", "interview": "Design conversation"},
            {"text": "Thanked the customer.", "exercise": "Role play"},
        ],
        "people": [{"name": "Ines Duarte", "part": "interviewer"}],
    }
    (proof,) = proofs(line)
    assert {fault["fault"] for fault in proof["faults"]} >= {"place", "withheld"}


def test_what_else_a_line_holds_is_left_alone() -> None:
    (proof,) = proofs(
        {"text": "You read it.", "sources": [{"text": "Read it.", "scorecard": "s1"}], "fault": None}
    )
    assert proof["faults"] == []


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ('{"text": ', "line 2: not a JSON object"),
        ("3", "line 2: 3 was found; expected an object"),
        ('{"sources": []}', "line 2, text"),
        ('{"text": "a", "sources": "b"}', "line 2, sources"),
        ('{"text": "a", "sources": [{"note": "b"}]}', "line 2, sources[0].text"),
        (
            '{"text": "a", "sources": ["b"], "people": [{"name": "A", "part": "boss"}]}',
            "line 2, people[0].part",
        ),
    ],
)
def test_a_broken_line_is_named_and_nothing_is_printed(line: str, where: str, tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(f'{{"text": "a", "sources": ["a"]}}\n{line}\n', "utf-8")
    result = CliRunner().invoke(prove, [str(file)])
    assert isinstance(result.exception, InputError)
    assert where in str(result.exception)
    assert result.output == ""
