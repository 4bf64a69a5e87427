"""Every mention of the candidate by noun or name, marked as one.

In: tokens of a sentence and the candidate's names. Out: the tokens, with "the candidate", "Marta
Silva" and their possessives each replaced by one mark. A name that is also a word or a particle only counts
where its capital, a verb or its place in the sentence shows that a name is meant.
"""

from collections.abc import Sequence

from recruiter_kit.language.grammar.candidate import CANDIDATE_NOUNS
from recruiter_kit.language.grammar.dictionary import kinds, verb_forms
from recruiter_kit.language.grammar.tokens import Token
from recruiter_kit.language.grammar.words import words
from recruiter_kit.language.name_or_word import AHEAD, Reading, is_word, name_words, reading
from recruiter_kit.language.names import named_alone

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.", "ms."})
_SHORT = 3
_SHORTEST = 2
MENTION = "@you"
OWNER = "@your"


def mark(tokens: Sequence[Token], names: frozenset[str]) -> list[Token]:
    """Return the tokens with each mention of the candidate marked."""
    marked: list[Token] = []
    for place, token in enumerate(tokens):
        if marked and marked[-1].low == MENTION and _inside_name(tokens, place, names):
            continue
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


def _inside_name(tokens: Sequence[Token], place: int, names: frozenset[str]) -> bool:
    """Whether the token at `place` is the "de" or "la" of "Ana de la Cruz"."""
    particles = name_words().particles & names
    while place < len(tokens) - 1 and tokens[place].low in particles - named_alone(names):
        place += 1
        if tokens[place].low.partition("'")[0] in named_alone(names):
            return tokens[place].text[:1].isupper()
    return False


def _mention(tokens: Sequence[Token], place: int, names: frozenset[str]) -> str:
    """Return the mark for the token at `place`, or an empty text."""
    token = tokens[place]
    low, _, ending = token.low.partition("'")
    if ending not in ("", "s") or not low:
        return ""
    if low in named_alone(names):
        if not _is_name(tokens, place, low):
            return ""
    elif low not in CANDIDATE_NOUNS:
        return ""
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if low in CANDIDATE_NOUNS and _is_another(tokens, place, following):
        return ""
    if ending == "s" and (
        following in ("been", "got", "not", "never")
        or (following.endswith("ing") and "NOUN" not in kinds(following))
    ):
        return ""
    return OWNER if ending == "s" else MENTION


def _is_another(tokens: Sequence[Token], place: int, following: str) -> bool:
    """Whether it is part of a term, or one of several: "release candidate", "the second candidate"."""
    if following in words().candidate_compounds:
        return True
    before = tokens[place - 1].low if place else ""
    closed = before in words().determiners or before in words().prepositions
    acts = verb_forms(before) & {"VBD", "VBZ", "VBG"} or (place > 1 and tokens[place - 2].low == "to")
    return before.isalpha() and not closed and not acts and bool(kinds(before) & {"ADJ", "NOUN"})


def _is_name(tokens: Sequence[Token], place: int, low: str) -> bool:
    text = tokens[place].text
    known = name_words()
    if not text[:1].isupper():
        in_small_letters = len(low) > _SHORT and low not in known.particles and not is_word(low)
        return not text[:1].islower() or in_small_letters  # 静怡 has no capitals
    if len(low) == _SHORTEST and text.isupper():
        return all(each.text.isupper() for each in tokens if each.text.isalpha())
    if not is_word(low):
        return True
    before = tokens[place - 1].low if place else ""
    if before[:1].isalpha() or before in (",", "&"):
        return before not in known.capital_after
    after = [each.text for each in tokens[place + 1 : place + 1 + AHEAD]]
    return reading(text, after) is Reading.NAME
