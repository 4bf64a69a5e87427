"""What the role needs on a criterion, in one sentence.

In: a criterion with the texts of its levels. Out: a sentence, or None where no text says it. Source:
FEEDBACK, "What the role needs": the text of the required level; where it has none, both neighbours, never
the higher alone.
"""

import re
from itertools import pairwise

from recruiter_kit.composing import phrasing
from recruiter_kit.composing.families import is_requirement
from recruiter_kit.language.grammar.dictionary import is_plural, kinds, verb_forms
from recruiter_kit.language.grammar.words import words
from recruiter_kit.model import Criterion

_ARTICLE = re.compile(r"(?:an?|the|at least|no|one|two|three|some|every|all)\s", re.IGNORECASE)
_WORD = re.compile(r"[\w'-]+")
_RELATIVE = frozenset({"that", "which", "who", "whose"})


def needs(criterion: Criterion) -> str | None:
    """Return what the role needs, or None where the levels around the required one have no text."""
    if criterion.required is None:
        return None
    levels = {float(level): " ".join(text.split()).rstrip(" .") for level, text in criterion.levels.items()}
    levels = {level: text for level, text in levels.items() if text}
    text = levels.get(criterion.required)
    if text and " " not in text:
        # "Held" or "Yes" says nothing that the heading does not say.
        return None
    if text and not _ADDS.match(text):
        key = "thing" if _is_thing(text) else "somebody" if _is_act(text) else "level"
        return phrasing.say(
            f"letter.needs.{key}", needs=text if key == "level" else phrasing.inside_sentence(text)
        )
    if is_requirement(criterion.name):
        # A licence is held or not: what is beside that is no standard.
        return None
    lower = max((level for level in levels if level < criterion.required), default=None)
    higher = min((level for level in levels if level > criterion.required), default=None)
    if lower is None or _ADDS.match(levels[lower]):
        return None
    if text or (higher and _ADDS.match(levels[higher])):
        higher = None
    if " " not in levels[lower] or " " not in levels.get(higher or lower, ""):
        # "Partly" and "Yes" say nothing to a reader.
        return None
    if higher is None:
        return phrasing.say("letter.needs.more", lower=levels[lower])
    return phrasing.say("letter.needs.between", lower=levels[lower], higher=levels[higher])


# "Also applies both" and "As 4, and …" are said of the level below.
_ADDS = re.compile(r"(?:also|plus|and|as (?:level )?\d)\b", re.IGNORECASE)


def _is_act(text: str) -> bool:
    """Whether the text says what somebody does: "gives a recommendation, with the risk of it"."""
    first, _, rest = text.partition(" ")
    low = first.lower().strip(",")
    if (
        re.search(r"[.;:!?]", text)
        or "VBZ" not in verb_forms(low)
        or rest.startswith(("it ", "it,", "them "))
    ):
        return False
    second = _WORD.findall(rest.lower())[:1]
    closed = (words().determiners | words().wh_words) - _RELATIVE
    return not is_plural(low) or bool(second and second[0] in closed)


def _is_thing(text: str) -> bool:
    """Whether the text can follow "The role needs": "a schema that …", "joins and window functions …"."""
    found = [word.lower() for word in _WORD.findall(text)]
    if len(found) < 2 or re.search(r"[.;:!?]", text):
        return False
    if _ARTICLE.match(text):
        return not _goes_on(found)
    first, second = found[:2]
    if not (is_plural(first) and "NOUN" in kinds(first)) or "VB" in verb_forms(second):
        return False
    if "VBZ" not in verb_forms(first) or second in _RELATIVE:
        return True
    # "Joins and window functions" and "orders picked in full" are things, "builds rapport" is an act.
    third = found[2] if len(found) > 2 else ""
    if second == "and":
        return bool(third) and "VBZ" not in verb_forms(third)
    return "VBN" in verb_forms(second) and third in words().particles | words().prepositions


def _goes_on(found: list[str]) -> bool:
    """Whether a verb follows the noun, so that the text is a clause: "the call handler leads"."""
    for before, word in pairwise(found[1:]):
        if word in _RELATIVE or word == "with":
            return False
        if (
            word in words().modals
            or word in words().agreement
            or ("VBZ" in verb_forms(word) and "NOUN" in kinds(before))
        ):
            return True
    return False
