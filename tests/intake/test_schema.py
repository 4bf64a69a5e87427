import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from recruiter_kit.intake.schema import schema, schema_text
from tests.intake.sources import a_bundle, a_scorecard, an_application
from tests.places import DOCS

PUBLISHED = DOCS / "recruiter-kit-1.schema.json"
FORMATS = DOCS / "formats.md"


def checked(value: Any) -> None:
    Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(value)


def test_the_published_schema_is_the_one_of_the_model() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(PUBLISHED.read_text(encoding="utf-8")))


def test_the_example_of_the_documentation_is_accepted() -> None:
    example = re.search(
        r"```json\n(\{\n? *\"format\": \"recruiter-kit/1\".*?)```",
        FORMATS.read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert example is not None
    checked(json.loads(example[1]))


def test_an_unknown_field_is_refused() -> None:
    checked(a_bundle())
    with pytest.raises(ValidationError, match="'score' was unexpected"):
        checked(a_bundle(an_application(scorecards=[a_scorecard(score=3)])))
