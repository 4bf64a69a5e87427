"""A better wording with one click: only where nothing has to be known but the text."""

import pytest

from recruiter_kit.language.checking import check
from recruiter_kit.language.checking.packs.loading import packs
from recruiter_kit.language.checking.remedies import Remedies, remedied
from recruiter_kit.language.lexicons import load


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Unfortunately, we are not offering you the role.", "We are not offering you the role."),
        ("You were a bit slow to find the duplicate rows.", "You were slow to find the duplicate rows."),
        (
            "We had many strong candidates. You left out the index.",
            "You left out the index.",
        ),
        ("We went in another direction.", "We are not offering you the role."),
        (
            "You were, unfortunately, late with the second exercise.",
            "You were late with the second exercise.",
        ),
    ],
)
def test_what_can_be_put_right_is(text: str, better: str) -> None:
    assert better in {remedied(text, finding) for finding in check(text)}


@pytest.mark.parametrize("text", ["You communicated poorly.", "We will keep your CV on file."])
def test_what_needs_somebody_who_knows_is_left(text: str) -> None:
    found = check(text)
    assert found
    assert {remedied(text, finding) for finding in found} == {None}


def test_every_rule_with_a_remedy_is_a_rule() -> None:
    known = load("remedies", Remedies)
    ids = {rule.id for rule, _ in packs().of("sentence", "paragraph", "document", "feedback").pairs}
    assert {*known.words, *known.sentence, *known.plain} <= ids
