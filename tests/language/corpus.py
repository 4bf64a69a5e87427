"""The labelled notes under tests/corpora/."""

import json
import re
from typing import Any

from tests.places import CORPORA

NAMES = ("Priya", "Tom")


def rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of a corpus."""
    with (CORPORA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def same(text: str, gold: str) -> bool:
    """Whether two wordings differ in no more than case, dashes and the last stop."""
    return _plain(text) == _plain(gold)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower().replace("–", "-").replace(";", ",")).strip(" .")
