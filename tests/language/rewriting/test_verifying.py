"""The verifier proves what was reworded, and catches what was changed."""

import re

import pytest

from recruiter_kit.language.lexicons import load
from recruiter_kit.language.rewriting import rewrite
from recruiter_kit.language.rewriting.verifying import VerifierWords, verify
from tests.language.corpus import NAMES, rows

OWN = frozenset(name.lower() for name in NAMES)
NOTES = [row["note"] for name in ("notes_gold", "notes_judged", "notes_own") for row in rows(name)]
WORDED = [(note, text) for note in NOTES if (text := rewrite(note, NAMES).text) and ":" not in note]
NEGATIONS = r"\b(?:not|never|no)\b "


def caught(pairs: list[tuple[str, str]]) -> float:
    assert len(pairs) > 10
    return sum(bool(verify(note, text, OWN)) for note, text in pairs) / len(pairs)


def test_it_is_silent_on_every_output() -> None:
    loud = {note: found for note, text in WORDED if (found := verify(note, text, OWN))}
    assert loud == {}


def test_a_changed_number_is_caught() -> None:
    changed = [
        (note, re.sub(r"\d+", lambda n: str(int(n.group()) + 1), text, count=1)) for note, text in WORDED
    ]
    assert caught([pair for pair, (_, text) in zip(changed, WORDED, strict=True) if pair[1] != text]) == 1


def test_a_lost_negation_is_caught() -> None:
    assert caught([(n, re.sub(NEGATIONS, "", t, count=1)) for n, t in WORDED if re.search(NEGATIONS, t)]) == 1


def test_an_added_negation_is_caught() -> None:
    added = [
        (n, re.sub(r"\b(was|were)\b", r"\1 not", t, count=1))
        for n, t in WORDED
        if re.search(r"\bwere?\b|\bwas\b", t)
    ]
    assert caught(added) == 1


@pytest.mark.parametrize("word", ["very", "slightly", "always", "badly"])
def test_an_added_word_of_degree_is_caught(word: str) -> None:
    assert caught([(n, t.replace(" ", f" {word} ", 1)) for n, t in WORDED]) == 1


def test_added_praise_is_caught() -> None:
    assert caught([(n, f"{t} You did a great job.") for n, t in WORDED]) == 1


def test_a_lost_clause_is_caught() -> None:
    cut = [(n, t[: t.rindex(",")] + ".") for n, t in WORDED if "," in t]
    assert caught(cut) == 1


def test_a_lost_word_is_caught() -> None:
    lost = []
    for note, text in WORDED:
        long = [each for each in re.findall(r"[a-z]{6,}", text) if each not in ("yourself",)]
        if long:
            lost.append((note, text.replace(long[-1], "", 1)))
    assert caught(lost) >= 0.98


def test_another_tense_is_caught() -> None:
    tense = {
        "gave": "give",
        "took": "take",
        "knew": "know",
        "asked": "ask",
        "explained": "explain",
        "missed": "miss",
    }
    other = [
        (n, re.sub(rf"\b{past}\b", now, t, count=1))
        for n, t in WORDED
        for past, now in tense.items()
        if re.search(rf"\b{past}\b", t)
    ]
    assert caught(other) == 1


def test_swapped_neighbours_that_carry_meaning_are_caught() -> None:
    known = load("verifying", VerifierWords)
    moves = known.free | known.movable | known.moved_adjectives | known.frames
    swapped = []
    for note, text in WORDED:
        words = text.split(" ")
        for place in range(1, len(words) - 2):
            pair = words[place : place + 2]
            if len({*pair}) == 2 and all(each.isalpha() and each.lower() not in moves for each in pair):
                swapped.append((note, " ".join([*words[:place], *reversed(pair), *words[place + 2 :]])))
    assert caught(swapped) >= 0.99


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("He scored 62%, pass mark is 70%", "You scored 62% and passed the 70% mark."),
        ("Limited knowledge of wound care", "You didn't have a clue about wound care."),
        ('Said "maybe"', 'You said "perhaps".'),
        ("He gave me a hint", "You gave me a hint."),
        ("Priya missed it", "Priya missed it, you know."),
        ("He missed his cue", "You missed his cue."),
        ("He knows it", "You knows it."),
        ("She was late", "You was late."),
        ("The pitch was late", "The pitch was late."),
        ("Weak and slow", "You were slow and weak."),
        ("Comfortable with it", "You comfortable with it."),
    ],
)
def test_known_mistakes_of_language_models_are_caught(note: str, text: str) -> None:
    assert verify(note, text, OWN)
