"""The candidate's own name in a note."""

import pytest

from recruiter_kit.language.grammar.tokens import plain, tokenise
from recruiter_kit.language.names import name_parts
from recruiter_kit.language.rewriting.mentions import mark


def marked(full_name: str, sentence: str) -> str:
    return plain(mark(tokenise(sentence), name_parts((full_name,))))


@pytest.mark.parametrize(
    ("who", "sentence", "read"),
    [
        ("Ben Carter", "Ben drew the timeline", "You drew the timeline"),
        ("Al Moss", "Al drew the timeline", "You drew the timeline"),
        ("Di Rees", "Asked Di twice", "Asked you twice"),
        ("Will May", "Will asked about cost", "You asked about cost"),
        ("Grace Holt", "Grace's schema held", "Your schema held"),
        ("Jordan Pike", "Jordan then drew the timeline", "You then drew the timeline"),
        ("Mark Case", "Mark also named the cost", "You also named the cost"),
        ("Ana de la Cruz", "Ana de la Cruz asked twice", "You asked twice"),
    ],
)
def test_a_name_that_is_a_word_or_a_particle_is_the_candidate(who: str, sentence: str, read: str) -> None:
    assert marked(who, sentence) == read


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("Will May", "Will need support"),
        ("Will May", "will need support in May"),
        ("Grace Holt", "Grace period missed"),
        ("Grace Holt", "Missed the Grace period"),
        ("Mark Case", "Mark scheme not followed"),
        ("Can Demir", "Can explain what a user can do"),
        ("Ada Chance", "gave it no chance"),
        ("Tom Marks", "three marks lost"),
        ("Bo Test", "Test coverage was low"),
        ("Ana de la Cruz", "the de facto rule"),
        ("Al Moss", "et al were cited"),
    ],
)
def test_a_word_is_not_the_candidate(who: str, sentence: str) -> None:
    assert marked(who, sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Shipped the release candidate untested",
        "the second candidate went first",
        "role-played a pretend applicant",
    ],
)
def test_a_candidate_of_another_kind_is_not_the_candidate(sentence: str) -> None:
    assert marked("Ben Carter", sentence) == sentence


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Asked the candidate twice", "Asked you twice"),
        ("Saw candidate apply it", "Saw you apply it"),
        ("had to help candidate with it", "had to help you with it"),
    ],
)
def test_the_candidate_is_the_candidate_after_a_verb(sentence: str, read: str) -> None:
    assert marked("Ben Carter", sentence) == read
