"""A sentence that is only an opinion is never evidence."""

import pytest

from recruiter_kit.language.lexicons import load
from recruiter_kit.language.opinions import Opinions, why_opinion

KNOWN = load("opinions", Opinions)


@pytest.mark.parametrize("note", KNOWN.withhold_examples)
def test_an_opinion_is_recognised(note: str) -> None:
    assert why_opinion(note)


@pytest.mark.parametrize("note", KNOWN.allow_examples)
def test_what_was_seen_is_none(note: str) -> None:
    assert why_opinion(note) is None
