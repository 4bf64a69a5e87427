import json
from datetime import time
from pathlib import Path

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.feedback import Feedback
from recruiter_kit.intake import read_standard
from recruiter_kit.standard import CAN_BE_WORDED, PolicyStep, Sender, Standard, Tone
from tests.gold import gold
from tests.intake.sources import write
from tests.places import DOCS

YAML = "organisation: Northgate\nmost_gaps: 2\nreapply_from: 2027-05-01\nsender:\n  name: Ines Duarte\n"


def test_it_works(tmp_path: Path) -> None:
    standard = read_standard(write(tmp_path, "house.yaml", YAML))
    assert (standard.organisation, standard.most_gaps) == ("Northgate", 2)
    assert str(standard.reapply_from) == "2027-05-01"
    assert standard.sender is not None


def test_without_a_file_every_default_holds() -> None:
    assert read_standard() == read_standard(None) == Standard()


def test_working_hours_are_read_with_and_without_quotes_and_survive_in_kept_feedback(tmp_path: Path) -> None:
    standard = read_standard(write(tmp_path, "house.yaml", "working_hours:\n  from: 08:30\n"))
    assert (standard.working_hours.starts, standard.working_hours.ends) == (time(8, 30), time(17, 30))
    assert Standard.model_validate_json(standard.model_dump_json()) == standard
    assert standard.model_dump(mode="json")["working_hours"] == {"from": "08:30", "to": "17:30"}


def test_json_is_read_too(tmp_path: Path) -> None:
    assert read_standard(write(tmp_path, "house.json", {"page": "Letter"})).page == "Letter"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("most_gaps: 7\n", "house.yaml: most_gaps: 7 was found; expected a number up to 3"),
        (
            "signature: x\n",
            "house.yaml: signature: the field is not part of the format; expected one of sender",
        ),
        ("sender:\n  name: A\n  name: B\n", "house.yaml: sender: the key name appears twice"),
        (
            "policies:\n  - stage: Screening\n    policy: silence\n",
            "house.yaml: policies[0].policy: “silence” was found; expected one of outcome_only, "
            "call_only, call_and_written",
        ),
        ("country: Germany\n", "house.yaml: country: Germany was found; expected two capital letters"),
        (
            "tone:\n  soft: true\n",
            "house.yaml: tone.soft: the field is not part of the format; expected one of",
        ),
        (
            'working_hours:\n  from: "25:00"\n',
            "house.yaml: working_hours.from: 25:00 is not a time of day; expected hours and minutes",
        ),
        (
            'working_hours:\n  from: "18:00"\n  to: "09:00"\n',
            "house.yaml: working_hours: working hours from 18:00 to 09:00 end before they begin",
        ),
        (
            "working_hours:\n  noon: 12\n",
            "house.yaml: working_hours.noon: the field is not part of the format; expected one of from, to",
        ),
        ("spelling: en-AU\n", "house.yaml: spelling: “en-AU” was found; expected one of en-GB, en-US"),
        (
            "answer_days: 7\n",
            "house.yaml: answer_days is 7; expected 14 (dispute_days) or more",
        ),
        (
            "wording:\n  letter.band.below: [fine]\n",
            "house.yaml: wording: letter.band.below is not a sentence that an organisation can word; "
            "expected one of",
        ),
        (
            "wording:\n  letter.closing.retention: [We keep your records.]\n",
            "house.yaml: wording: letter.closing.retention: the names in braces must be exactly "
            "{retention_date}",
        ),
        (
            "policies:\n  - policy: call_only\n  - policy: outcome_only\n",
            "house.yaml: policies: two entries name the same stage and country",
        ),
        ("- a\n", "house.yaml: a list was found; expected an object"),
        ("a: [", "house.yaml: this is not YAML"),
        ("", "house.yaml: the file is empty"),
    ],
)
def test_what_is_wrong_names_the_setting(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_standard(write(tmp_path, "house.yaml", text))
    assert str(caught.value).startswith(message)


def test_a_file_of_before_with_several_wordings_is_read_and_the_first_holds(tmp_path: Path) -> None:
    before = (
        "tone:\n  varied: true\n  thanks: false\n"
        "wording:\n  call.feeling.name_it: [That's hard to hear., I'm sorry.]\n"
    )
    standard = read_standard(write(tmp_path, "house.yaml", before))
    assert standard.tone == Tone(thanks=False)
    assert standard.wording == {"call.feeling.name_it": "That's hard to hear."}


def test_feedback_that_was_kept_with_several_wordings_can_still_be_read() -> None:
    kept = gold().model_dump(mode="json")
    kept["standard"]["tone"]["varied"] = True
    kept["standard"]["wording"] = {"call.questions.ask": ["What would you like to ask?", "What else?"]}
    read = Feedback.model_validate_json(json.dumps(kept))
    assert read.standard.wording == {"call.questions.ask": "What would you like to ask?"}


@pytest.mark.parametrize("several", ["[]", "3", "{a: b}"])
def test_what_is_not_a_sentence_is_no_wording(tmp_path: Path, several: str) -> None:
    with pytest.raises(InputError, match=r"wording\.call\.questions\.ask"):
        read_standard(write(tmp_path, "house.yaml", f"wording:\n  call.questions.ask: {several}\n"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_standard(tmp_path / "house.yaml")


def test_every_setting_is_on_the_page_about_standards() -> None:
    page = (DOCS / "standards.md").read_text(encoding="utf-8")
    for model in (Standard, Sender, PolicyStep, Tone):
        for name in model.model_fields:
            assert f"`{name}`" in page, name
    for key in CAN_BE_WORDED:
        assert f"`{key}`" in page, key


def test_the_example_on_the_page_can_be_read(tmp_path: Path) -> None:
    page = (DOCS / "standards.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    assert read_standard(write(tmp_path, "house.yaml", example)).policies
