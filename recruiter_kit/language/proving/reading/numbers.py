"""Numbers as values: "five", "5", "5th", "twenty-five", "420k".

In: the words of a text. Out: the value as a plain string of figures, the same for every way to write it.
"""

from functools import cache, cached_property

from recruiter_kit.language.lexicons import Lexicon, WordSet, load

_FIGURES_OF_A_GROUP = 3


class Numbers(Lexicon):
    """Number words with their values, and words around numbers; each field is explained in the file."""

    units: dict[str, int]
    tens: dict[str, int]
    others: dict[str, int]
    scales: dict[str, int]
    unscaled: WordSet
    loose: WordSet
    joining: WordSet

    @cached_property
    def values(self) -> dict[str, int]:
        """The values of all number words."""
        return {**self.units, **self.tens, **self.others}


@cache
def number_words() -> Numbers:
    """Return the number words."""
    return load("numbers", Numbers)


def key(value: str) -> str:
    """Return the key by which two words that mean the same number are told."""
    return f"={value}"


def plain(figures: str) -> str:
    """Return figures without what only groups them: "1,200" is "1200", "05" is "5", "3.0" is "3"."""
    if ":" in figures:
        return figures
    head, *rest = figures.split(",")
    grouped = all(len(part.split(".")[0]) == _FIGURES_OF_A_GROUP for part in rest)
    whole = ("" if grouped else ".").join((head, *rest))
    try:
        value = float(whole)
    except ValueError:
        return figures
    return f"{value:.10g}"


def of_word(low: str) -> str | None:
    """Return the value of a number word in lower case, None for other words."""
    value = number_words().values.get(low)
    return None if value is None else str(value)


def joined(first: str | None, second: str | None, one: str, other: str) -> str | None:
    """Return the value of two parts of one number, else None.

    `first` and `second` are their values, `one` and `other` the words: "twenty" and "five", "420" and "k".
    """
    if first is None:
        return None
    known = number_words()
    if one in known.tens and other in known.units:
        return str(int(first) + int(second or 0))
    if other in known.scales and one not in known.unscaled:
        try:
            return f"{float(first) * known.scales[other]:.10g}"
        except ValueError:  # a time of day, "10:30"
            return None
    return None
