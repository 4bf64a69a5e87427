"""How Frappe writes stars, and the words of a result.

In: the ratings of all files. Out: levels of 1 to 5 stars in halves. Since version 14 a rating is a fraction
of all stars (0.6 is three of five); before, it was their number. Which of the two, only the ratings show:
1 alone may be one star or five, and is not guessed. Source: docs/formats.md.
"""

from collections.abc import Iterable

from recruiter_kit.intake.scales import UNKNOWN, Unknown
from recruiter_kit.model import Recommendation

FRAPPE_SCALE = {"lowest": 1, "highest": 5}
_RESULTS = {"Cleared": Recommendation.YES, "Rejected": Recommendation.NO}


def written_as_fractions(ratings: Iterable[object]) -> bool | None:
    """Whether stars are written as fractions, None where the ratings do not show it or contradict it."""
    numbers = [
        rating for rating in ratings if isinstance(rating, int | float) and not isinstance(rating, bool)
    ]
    fractions = any(0 < number < 1 or (number == 1 and isinstance(number, float)) for number in numbers)
    stars = any(number > 1 for number in numbers)
    return None if fractions == stars else fractions


def frappe_level(rating: object, *, fractions: bool | None) -> float | Unknown | None:
    """Return the level of a rating, None where no star was given."""
    if rating in (None, "") or (rating == 0 and not isinstance(rating, bool)):
        return None
    if isinstance(rating, bool) or not isinstance(rating, int | float) or fractions is None:
        return UNKNOWN
    stars = round(rating * FRAPPE_SCALE["highest"], 2) if fractions else float(rating)
    in_halves = stars * 2 == int(stars * 2)
    return stars if in_halves and FRAPPE_SCALE["lowest"] <= stars <= FRAPPE_SCALE["highest"] else UNKNOWN


def frappe_recommendation(result: object) -> Recommendation | Unknown | None:
    """Return the recommendation of a result, None where there is none."""
    if result in (None, ""):
        return None
    return _RESULTS.get(result, UNKNOWN) if isinstance(result, str) else UNKNOWN
