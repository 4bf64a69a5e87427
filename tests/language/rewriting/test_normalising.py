"""A note in one spelling: apostrophes, ticks and slips of spelling."""

import pytest

from recruiter_kit.language.rewriting.normalising import normalise
from recruiter_kit.language.rewriting.spelling import mend, mended


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("didnt say i was late", "didn't say I was late"),
        ("starter ✓ main ✗", "starter: yes, main: no"),
        ("✗ dates ✓ names", "no: dates; yes: names"),
        ("✔ found the exit", "found the exit"),
        ("well done 👍🏽 really", "well done really"),
        ("offerd help, becomming clear", "offered help, becoming clear"),
        ('said "definately"', 'said "definately"'),
    ],
)
def test_a_note_is_brought_into_one_spelling(typed: str, read: str) -> None:
    assert normalise(typed) == read


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("presentaton", "presentation"),
        ("comittee", "committee"),
        ("persistant", "persistent"),
        ("harrassment", "harassment"),
        ("saftey", "safety"),
        ("orderd", "ordered"),
    ],
)
def test_a_slip_that_one_everyday_word_fits_is_mended(slip: str, word: str) -> None:
    assert mended(slip) == word


TRADES = [
    "hollandaise",
    "idempotent",
    "kanban",
    "handover",
    "rota",
    "commis",
    "brunoise",
    "chiffonade",
    "roux",
    "sommelier",
    "terroir",
    "tripel",
    "stollen",
    "crema",
    "telehandler",
    "banksman",
    "soffit",
    "purlins",
    "repointing",
    "screeding",
    "dwangs",
    "sharding",
    "mutex",
    "goroutine",
    "backend",
    "upsell",
    "unvested",
    "sertraline",
    "metformin",
    "phosphite",
    "phosphate",
    "acidemia",
    "resecting",
    "cannula",
    "sats",
    "whistleblower",
    "redeployee",
    "secondee",
    "tacho",
    "colour",
    "color",
    "organise",
    "organize",
    "behaviour",
    "behavior",
    "programme",
    "licence",
    "practise",
    "judgement",
    "cheque",
    "tyre",
    "kerb",
    "ageing",
]


@pytest.mark.parametrize("word", TRADES)
def test_words_of_a_trade_and_both_ways_of_spelling_are_never_put_right(word: str) -> None:
    assert mend(f"knew {word} well") == f"knew {word} well"


@pytest.mark.parametrize("typed", ["mised", "hapy", "form", "wrng"])
def test_a_word_that_several_words_fit_or_that_is_short_stays(typed: str) -> None:
    assert mend(f"was {typed} here") == f"was {typed} here"


def test_a_name_at_the_start_stays_and_a_word_that_ends_like_none_is_mended() -> None:
    assert mend("Harwood led it") == "Harwood led it"
    assert mend("Managment was clear") == "Management was clear"


def test_names_with_a_capital_inside_addresses_and_parts_of_words_stay() -> None:
    typed = "told Sheperd of saftey-net and saftey.py"
    assert mend(typed) == typed
