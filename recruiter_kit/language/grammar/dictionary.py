"""What the dictionary knows of a word: its parts of speech and verb forms.

In: a word. Out: tags of the Penn treebank, base forms, numbers. lemminflect is loaded by the
first question asked, never by an import; answers are cached.
"""

import re
from functools import cache, lru_cache
from typing import Any

from recruiter_kit.language.grammar.words import words

_KEPT = 8_192


@cache
def _library() -> Any:
    import lemminflect

    return lemminflect


_PREFIX = re.compile(r"(?:\w+-)+|(?:over|under|mis|re|un|de|out|pre|up|down|cross|auto|double)-?")


@lru_cache(_KEPT)
def lemmas(word: str) -> dict[str, tuple[str, ...]]:
    """Return the base forms of a word in lower case by part of speech."""
    return dict(_library().getAllLemmas(word))


def _without_prefix(word: str) -> str:
    """Return "scanned" for "mis-scanned", when the dictionary knows that and not the whole word."""
    prefix = _PREFIX.match(word)
    return word[prefix.end() :] if prefix and not lemmas(word) else ""


@lru_cache(_KEPT)
def kinds(word: str) -> frozenset[str]:
    """Return the parts of speech that the dictionary lists for `word` ("NOUN", "VERB", …)."""
    return frozenset(lemmas(word.lower()))


@lru_cache(_KEPT)
def verb_forms(word: str) -> frozenset[str]:
    """Return which forms of a verb `word` can be ("VBD", "VBZ", …), empty for no verb."""
    low = word.lower()
    tags: set[str] = set()
    known = lemmas(low)
    for lemma in known.get("VERB", ()) + known.get("AUX", ()):
        for tag, forms in _library().getAllInflections(lemma, "VERB").items():
            if low in forms:
                tags.add(tag)
        if "VBD" in tags and low.endswith("ed"):
            tags.add("VBN")
    if not known and (stem := _without_prefix(low)):
        tags |= verb_forms(stem) & {"VBD", "VBN", "VBG"}
    if not known and low.endswith("ed"):
        tags |= {"VBD", "VBN"}
    if "VB" in tags:
        tags.add("VBP")
    if low in words().past_verbs:
        tags |= {"VBD", "VBN"}
    return frozenset(tags)


@lru_cache(_KEPT)
def base(word: str) -> str | None:
    """Return the base form of a verb, or None when `word` is not a form of one."""
    found = lemmas(word.lower()).get("VERB")
    return found[0] if found else None


@lru_cache(_KEPT)
def is_noun(word: str) -> bool:
    """Whether `word` can be a noun; a word that no dictionary has is taken for one."""
    found = kinds(word)
    return bool(found & {"NOUN", "PROPN"}) or (not found and any(letter.isalnum() for letter in word))


@lru_cache(_KEPT)
def is_plural(word: str) -> bool:
    """Whether `word` is a plural noun."""
    low = word.lower()
    if low in words().plural_words:
        return True
    if low in words().mass_words:
        return False
    found = lemmas(low).get("NOUN", ())
    return (low.endswith("s") and any(lemma != low for lemma in found)) or any(
        lemma != low and low in _library().getInflection(lemma, "NNS") for lemma in found
    )


@lru_cache(_KEPT)
def is_adverb(word: str) -> bool:
    """Whether `word` is one of the adverbs that may come between a subject and its verb."""
    low = word.lower()
    return low in words().adverbs or (low.endswith("ly") and "ADV" in kinds(low) and "NOUN" not in kinds(low))


@lru_cache(_KEPT)
def is_finite(word: str) -> bool:
    """Whether `word` can be a verb with a subject of its own."""
    low = word.lower()
    return low in words().agreement or low in words().modals or bool(verb_forms(low) & {"VBZ", "VBD"})


@lru_cache(_KEPT)
def second_person(word: str) -> str | None:
    """Return the form of a third-person verb that goes with "you", or None when nothing changes."""
    low = word.lower()
    if low in words().agreement:
        return words().agreement[low]
    found = verb_forms(low)
    return base(low) if "VBZ" in found and "VBD" not in found else None


@lru_cache(_KEPT)
def third_person(word: str) -> str:
    """Return the form of a first-person verb that goes with "the interviewer", or the word as it is."""
    low = word.lower()
    if low in words().of_one:
        return words().of_one[low]
    forms = verb_forms(low)
    if low in words().modals or "VB" not in forms or forms & {"VBD", "VBZ"}:
        return word
    found = _library().getInflection(base(low) or low, "VBZ")
    return str(found[0]) if found else word
