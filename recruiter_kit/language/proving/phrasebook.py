"""Phrases of a lexicon, found among the words of a text.

In: phrases, apart with commas. Out: where they are, the longest first, by the places of their words.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import BeforeValidator

from recruiter_kit.language.proving.reading import Token, contracted


class Phrasebook:
    """Phrases by their first word."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._known: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(word for typed in phrase.replace("-", " ").split() for word in contracted(typed))
            if words:
                self._known.setdefault(words[0], []).append(words)
        for known in self._known.values():
            known.sort(key=len, reverse=True)

    def found(self, tokens: Sequence[Token], *, quoted: bool = False) -> Iterator[tuple[int, int]]:
        """Yield the places [first, last) of each phrase; what somebody said is left out unless asked for."""
        after = 0
        for place, token in enumerate(tokens):
            if place < after or (token.quote >= 0 and not quoted):
                continue
            for words in self._known.get(token.low, ()):
                end = place + len(words)
                if end <= len(tokens) and all(
                    word == other.low and other.sentence == token.sentence
                    for word, other in zip(words, tokens[place:end], strict=True)
                ):
                    yield place, end
                    after = end
                    break


def _split(value: object) -> object:
    if isinstance(value, str):
        return Phrasebook([phrase.strip() for phrase in value.split(",") if phrase.strip()])
    return value


Phrases = Annotated[Phrasebook, BeforeValidator(_split)]
"""A field of a lexicon that holds phrases, apart with commas."""
