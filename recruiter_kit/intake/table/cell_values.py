"""What is in a cell: a day, a level, a recommendation.

In: the text of a cell and what a person said of its table. Out: the value, or UNKNOWN, because what is not
understood is never guessed: a day whose month might be its day, a number that a spreadsheet keeps instead of
a date, a word.
"""

import re
from collections.abc import Iterable
from datetime import date, time
from typing import Literal

from recruiter_kit.dates import iso_time
from recruiter_kit.intake.scales import UNKNOWN, Unknown
from recruiter_kit.intake.table.said import Days, Said
from recruiter_kit.intake.table.words import folded, table_words
from recruiter_kit.model import Recommendation, Scale

_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[./年](?P<month>\d{1,2})[./月](?P<day>\d{1,2})日?")
_YEAR_LAST = re.compile(r"(?P<one>\d{1,2})[./-](?P<two>\d{1,2})[./-](?P<year>\d{4})")
_TIME = re.compile(
    r"[,\s]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\.?)?", re.IGNORECASE
)
_NUMBER = re.compile(r"[-+]?\d{1,6}(?:[.,]\d{1,6})?")
_OF_HIGHEST = re.compile(
    r"(?P<level>\d{1,6}(?:[.,]\d{1,6})?)\s*(?:%|(?:/|of|out of|von|sur|de)\s*(?P<highest>\d{1,6}))"
)
_PERCENT = 100
_STARS = re.compile(
    r"(?P<filled>(?:[★⭐]\ufe0f?)+)(?P<empty>☆*)|(?P<number>\d(?:[.,]\d)?)\s*(?:stars?|sterne?|étoiles?|estrellas?)"
)
DAY_FIRST: Days = "day_first"
MONTH_FIRST: Days = "month_first"


def time_of(text: str, days: Days | None) -> str | Unknown:
    """Return a day or a time in ISO 8601; a day alone is midnight.

    `days` is the order in dates such as 09/11/2026; without it such a date is UNKNOWN.
    """
    text = text.strip()
    if (moment := iso_time(text)) is not None:
        return moment.isoformat()
    clock = _TIME.search(text)
    day = text[: clock.start()] if clock and clock.end() == len(text) else text
    if (found := _YEAR_FIRST.fullmatch(day)) is not None:
        made = _day(found["year"], found["month"], found["day"])
    elif (found := _YEAR_LAST.fullmatch(day)) is not None and days is not None:
        one, two = (found["one"], found["two"]) if days == DAY_FIRST else (found["two"], found["one"])
        made = _day(found["year"], two, one)
    else:
        return UNKNOWN
    if made is None:
        return UNKNOWN
    return f"{made.isoformat()}T{_clock(clock) if clock and day != text else '00:00:00'}"


def order_of_days(texts: Iterable[str]) -> Days | Literal["either"] | None:
    """Return the order that the dates of a column can only have, "either" if both are possible.

    None where there is no such date, or where the dates contradict each other.
    """
    possible = {DAY_FIRST, MONTH_FIRST}
    found = False
    for text in texts:
        parts = _YEAR_LAST.match(text.strip())
        if parts is None:
            continue
        found = True
        if int(parts["one"]) > 12:
            possible.discard(MONTH_FIRST)
        if int(parts["two"]) > 12:
            possible.discard(DAY_FIRST)
    if not found or not possible:
        return None
    return "either" if len(possible) > 1 else next(iter(possible))


def level_of(text: str, said: Said | None = None) -> float | Unknown | None:
    """Return the level in a cell: a number, "4 of 5", "80%", stars, or what its word was said to mean.

    A cell that names the highest level itself counts only where that is the highest of the scale.
    """
    key = folded(text)
    words = {folded(word): level for word, level in said.levels.items()} if said and said.levels else {}
    if key in words:
        return words[key]
    if not key or key in table_words().not_assessed:
        return None
    if _NUMBER.fullmatch(key):
        return _float(key)
    if (part := _OF_HIGHEST.fullmatch(key)) is not None:
        scale = said.scale if said and said.scale else Scale()
        return _float(part["level"]) if highest_named(key) == scale.highest else UNKNOWN
    if (stars := _STARS.fullmatch(text.strip().casefold())) is not None:
        filled = stars["filled"]
        return float(sum(filled.count(star) for star in "★⭐")) if filled else _float(stars["number"])
    return UNKNOWN


def highest_named(text: str) -> int | None:
    """Return the highest level that a cell names itself, as "8/10" and "80%" do, None for none."""
    part = _OF_HIGHEST.fullmatch(folded(text))
    return int(part["highest"] or _PERCENT) if part else None


def recommendation_of(text: str, said: Said | None = None) -> Recommendation | Unknown | None:
    """Return the recommendation in a cell: one of ours, or what a word was said to mean."""
    key = folded(text)
    words = {folded(word): meant for word, meant in said.recommendations.items()} if said else {}
    if key in words:
        return words[key]
    if not key or key in table_words().not_assessed:
        return None
    ours = {folded(recommendation): recommendation for recommendation in Recommendation}
    return ours.get(key, UNKNOWN)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _clock(found: re.Match[str]) -> str:
    hour, half = int(found["hour"]), (found["half"] or "").casefold().replace(".", "")
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    try:
        return time(hour, int(found["minute"])).isoformat()
    except ValueError:
        return "00:00:00"


def _float(text: str) -> float:
    return float(text.replace(",", "."))
