"""Names folded for search, in lower case without diacritics, so that "lukasz" finds Łukasz."""

import re
import unicodedata

_APOSTROPHES = re.compile(r"['’‘`´]")

# Letters that Unicode does not take apart into a letter and a mark.
_WHOLE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"}
)


def folded(name: str) -> str:
    """Return the name as it is kept for looking; folding twice changes nothing."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return (
        "".join(character for character in apart if not unicodedata.combining(character))
        .casefold()
        .translate(_WHOLE)
    )


def name_words(name: str) -> str:
    """Return what is equal for two forms of a name: its words, folded, in the order of the alphabet.

    "Silva, Marta" is Marta Silva, and Anna-Lena is Anna Lena; whether two people share it is not known.
    """
    return " ".join(sorted(re.findall(r"[^\W_]+", _APOSTROPHES.sub("", folded(name)))))


def sought(name: str, email: str | None) -> str:
    """Return what somebody is looked for by: the name folded, its words without apostrophes, the address."""
    return " ".join(part for part in (folded(name), name_words(name), (email or "").lower()) if part)
