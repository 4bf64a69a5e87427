"""Every mention of the candidate by noun or name, marked as one.

In: tokens of a sentence and the candidate's names. Out: the tokens, with "the candidate", "Marta
Silva" and their possessives each replaced by one mark. A name that is also a word only counts
where a verb or its place in the sentence shows that a name is meant.
"""

from collections.abc import Sequence

from recruiter_kit.language.grammar.candidate import CANDIDATE_NOUNS
from recruiter_kit.language.grammar.dictionary import is_finite, kinds
from recruiter_kit.language.grammar.tokens import Token
from recruiter_kit.language.grammar.words import words
from recruiter_kit.language.lexicons import load
from recruiter_kit.language.names import NameWords

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.", "ms."})
MENTION = "@you"
OWNER = "@your"


def mark(tokens: Sequence[Token], names: frozenset[str]) -> list[Token]:
    """Return the tokens with each mention of the candidate marked."""
    marked: list[Token] = []
    for place, token in enumerate(tokens):
        found = _mention(tokens, place, names)
        if not found:
            marked.append(token)
            continue
        first = token
        if marked and _belongs_to(marked[-1], token):
            first = marked.pop()
        text = "your" if found == OWNER else "you"
        text = text[0].upper() + text[1:] if first.text[:1].isupper() and not marked else text
        marked.append(Token(text, found, first.space))
    return marked


def _belongs_to(before: Token, token: Token) -> bool:
    """Whether the token before is part of the same mention: "the candidate", "Marta Silva"."""
    noun = token.low.partition("'")[0] in CANDIDATE_NOUNS
    if noun:
        return before.low in {"the", "this", "our"}
    return before.low in _TITLES or (before.low == MENTION and token.text[:1].isupper())


def _mention(tokens: Sequence[Token], place: int, names: frozenset[str]) -> str:
    """Return the mark for the token at `place`, or an empty text."""
    token = tokens[place]
    low, _, ending = token.low.partition("'")
    if ending not in ("", "s") or not low:
        return ""
    if low in names and low not in load("names", NameWords).never:
        if not _is_name(tokens, place, low):
            return ""
    elif low not in CANDIDATE_NOUNS:
        return ""
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if low in CANDIDATE_NOUNS and not ending and following in words().candidate_compounds:
        return ""
    if ending == "s" and (
        following in ("been", "got", "not", "never")
        or (following.endswith("ing") and "NOUN" not in kinds(following))
    ):
        return ""
    return OWNER if ending == "s" else MENTION


def _is_name(tokens: Sequence[Token], place: int, low: str) -> bool:
    token = tokens[place]
    if low not in load("names", NameWords).also_words:
        return not token.text[:1].islower() or len(low) > 3  # 静怡 has no capitals
    if not token.text[:1].isupper():
        return False
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    return place > 0 or is_finite(following) or token.low.endswith("'s")
