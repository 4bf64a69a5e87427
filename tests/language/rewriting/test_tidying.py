"""A sentence is tidied, and nothing that it says is lost or put in."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruiter_kit.language.rewriting.normalising import normalise
from recruiter_kit.language.rewriting.shorthand import expand
from recruiter_kit.language.rewriting.tidying import finished, tidy


def told(note: str) -> str:
    return finished(tidy(expand(normalise(note))))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("r/p – colleague in tears", "Role play: colleague in tears."),
        ("care plan -- no date", "Care plan: no date."),
        ("Answers were long – 12 min", "Answers were long – 12 min."),
        ("quick – but sloppy", "Quick – but sloppy."),
        ("ratio q = guessed", "Ratio question: guessed."),
        ("rota: Sun night = nobody", "Rota: Sunday night, nobody."),
        ("p = 0.04 and 2 + 2 = 4", "P = 0.04 and 2 + 2 = 4."),
        ("no gloves → prompted → gloves", "No gloves, prompted, gloves."),
        ("open rate 31 -> 44", "Open rate 31 to 44."),
        ("<1 min on consent, >10 on parking", "Less than 1 minute on consent, more than 10 on parking."),
        ("<= 5 errors, >=£40", "At most 5 errors, at least £40."),
        ("had to be asked 3x, then x2", "Had to be asked 3 times, then twice."),
        ("total out by x10", "Total out by a factor of 10."),
        ("10 x 100 µl of water", "10 x 100 µl of water."),
        ("1) no date 2) no signature", "1) no date; 2) no signature."),
        ("the uncle (case 2) not seen", "The uncle (case 2) not seen."),
        ("(case 2 missing", "Case 2 missing."),
        ('flow written, incl. "boat is full"', 'Flow written, including "boat is full".'),
        ("before we'd let them near", "Before we'd let them near."),
        ("they'd first refused", "They had first refused."),
        ("wrote: what now? = a plan", "Wrote: what now? A plan."),
        ("knew .NET , not Go", "Knew .NET, not Go."),
        ("missing case 2)", "Missing case 2."),
        ("ticket says DO NOT TOUCH, touched", "Ticket says do not touch, touched."),
        ("WEIGHED BABY W/ nappy on", "Weighed baby with nappy on."),
        ("STOLEN card, knew SMART, LEFT JOIN and GDPR", "Stolen card, knew SMART, LEFT JOIN and GDPR."),
        ("the the form was was late", "The form was late."),
        ("he had had that that once", "He had had that that once."),
        ("why?? got stuck...", "Why? Got stuck."),
        ("said no. then left", "Said no. Then left."),
        ("knew it :) well", "Knew it well."),
        ("salt n pepper, loops over n items", "Salt and pepper, loops over n items."),
        ("dose/kg right", "Dose/kg right."),
        ("src/app/main.py was read", "src/app/main.py was read."),
    ],
)
def test_signs_become_words_and_slips_of_the_hand_go(typed: str, read: str) -> None:
    assert told(typed) == read.replace("12 min.", "12 minutes.")


@pytest.mark.parametrize("typed", ['Said "NO!! -> x3 = done...".', "Ran `a => b` and O(n = 3)."])
def test_quotations_and_code_stay_as_typed(typed: str) -> None:
    assert told(typed) == typed


WORDS = [
    "brakes",
    "consent",
    "the",
    "form",
    "was",
    "late",
    "asked",
    "about",
    "rota",
    "a",
    "door",
    "of",
    "they",
    "said",
    "cand",
]
NUMBERS = [
    "3",
    "12",
    "0.02",
    "35 mins",
    "5ml",
    "4x",
    "<1",
    ">=10",
    "20%",
    "£40",
    "7/10",
    "2016–21",
    "Q6",
    "p. 8",
    "1,200",
]
DENIALS = ["no", "not", "never", "didnt", "cdn't", "w/o", "none", "nothing", "wouldn't"]
SIGNS = [
    "->",
    "=",
    "-",
    "–",
    "...",
    "!!",
    "??",
    "+",
    "&",
    ",",
    ";",
    "(",
    ")",
    "~",
    "v",
    "w/",
    "re:",
    "👍",
    "*",
    ":)",
]
PIECES = [
    "(case 2)",
    "1)",
    "2) ",
    "STOLEN",
    "DO NOT",
    "the the",
    '"ok!!"',
    "twins.",
    "a.m.",
    "etc.",
    "rota:",
    "n",
]
NOTES = st.lists(st.sampled_from(WORDS + NUMBERS + DENIALS + SIGNS + PIECES), min_size=1, max_size=14).map(
    " ".join
)
_DENIAL = re.compile(r"\b(?:no|not|never|none|nothing|without|w/o)\b|n't\b|\bdidnt\b")


def numbers(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+(?:[.,]\d+)*", text))


@given(NOTES)
@settings(max_examples=600, deadline=None)
def test_every_number_and_every_denial_of_a_note_is_there_and_no_other(note: str) -> None:
    assert numbers(told(note)) == numbers(note)
    assert len(_DENIAL.findall(told(note).lower())) == len(_DENIAL.findall(note.lower()))


@given(st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_whatever_was_typed_can_be_tidied_and_its_figures_stay(note: str) -> None:
    assert set(re.findall("[3-9]", told(note))) == set(re.findall("[3-9]", note))


@given(NOTES)
@settings(max_examples=600, deadline=None)
def test_what_is_tidy_stays_as_it_is(note: str) -> None:
    once = told(note)
    assert finished(tidy(once)) == once
