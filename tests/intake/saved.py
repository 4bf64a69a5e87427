"""Saved responses of a system, written as files and read together."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from recruiter_kit.intake import read
from recruiter_kit.model import Bundle
from tests.intake.sources import write


def read_saved(folder: Path, samples: Mapping[str, Any]) -> Bundle:
    """Write each response to a file of its name and read all of them."""
    return read(*(write(folder, f"{name}.json", value) for name, value in samples.items()))


def messages_of(bundle: Bundle, *kinds: str) -> list[str]:
    return [notice.message for notice in bundle.notices if notice.kind in kinds]
