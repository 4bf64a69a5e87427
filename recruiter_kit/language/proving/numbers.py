"""Numbers as values: "five", "5", "5th", "twenty-five", "420k".

In: the words of a text. Out: the value as a plain string of figures, the same for every way to write it.
"""

from typing import Final

_ONES: Final = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS: Final = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
_ORDINALS: Final = ["zeroth", "x", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"]
_VALUES: Final = {
    **{word: value for value, word in enumerate(_ONES) if value},
    **_TENS,
    **{word: value for value, word in enumerate(_ORDINALS) if value > 1},
    "first": 1, "twice": 2, "single": 1, "dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000,
}  # fmt: skip
_SCALES: Final = {"hundred": 100, "thousand": 1000, "k": 1000, "million": 1_000_000}


def plain(figures: str) -> str:
    """Return figures without what only groups them: "1,200" is "1200", "05" is "5", "3.0" is "3"."""
    if ":" in figures:
        return figures
    whole = figures
    if "," in figures:
        head, *rest = figures.split(",")
        whole = (
            head + "".join(rest)
            if all(len(part.split(".")[0]) == 3 for part in rest)
            else ".".join((head, *rest))
        )
    try:
        value = float(whole)
    except ValueError:
        return figures
    return f"{value:.10g}"


def of_word(low: str) -> str | None:
    """Return the value of a number word in lower case, None for other words."""
    value = _VALUES.get(low)
    return None if value is None else str(value)


def joined(first: str | None, second: str | None, one: str, other: str) -> str | None:
    """Return the value of two parts of one number ("twenty" and "five", "420" and "k"), else None."""
    if first is None:
        return None
    if one in _TENS and other in _ONES[1:10]:
        return str(int(first) + int(second or 0))
    if other in _SCALES and one not in ("twice", "single"):
        return f"{float(first) * _SCALES[other]:.10g}"
    return None
