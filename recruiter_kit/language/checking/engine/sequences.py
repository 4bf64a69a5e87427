"""Word sequences matched by spelling and part of speech.

In: tokens of a rule and a sentence. Out: the characters of each match. A word fits a part of speech
when the dictionary allows it, so "lead" is a noun and a verb.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Literal, Self

from pydantic import Field, model_validator

from recruiter_kit.language.grammar import dictionary
from recruiter_kit.messages import say
from recruiter_kit.model import Record

Tag = Literal["noun", "verb", "adjective", "adverb", "past", "ing", "base"]
_KINDS: dict[Tag, str] = {"verb": "VERB", "adjective": "ADJ", "adverb": "ADV"}
_FORMS: dict[Tag, frozenset[str]] = {
    "past": frozenset({"VBD", "VBN"}),
    "ing": frozenset({"VBG"}),
    "base": frozenset({"VB"}),
}
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_UNBROKEN = re.compile(r"[^,;:.!?()\n]*")


class Token(Record):
    """One word of a sequence, or up to `most` of the kind.

    It fits where `word` is the whole word (a pattern), `but` is not, and the word can be one of
    `tags`. With `mark` it belongs to what is marked; without any, all is marked.
    """

    word: str | None = None
    but: str | None = None
    tags: tuple[Tag, ...] = ()
    least: int = Field(default=1, ge=0, le=5)
    most: int = Field(default=1, ge=1, le=5)
    mark: bool = False

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.word or self.but or self.tags) or self.least > self.most:
            raise ValueError(say("rule_token"))
        return self

    @cached_property
    def _yes(self) -> re.Pattern[str] | None:
        return re.compile(self.word, re.IGNORECASE) if self.word else None

    @cached_property
    def _no(self) -> re.Pattern[str] | None:
        return re.compile(self.but, re.IGNORECASE) if self.but else None

    def fits(self, word: str) -> bool:
        """Whether `word` fits here."""
        if self._yes and not self._yes.fullmatch(word):
            return False
        if self._no and self._no.fullmatch(word):
            return False
        return not self.tags or any(_can_be(word, tag) for tag in self.tags)


def find(tokens: Sequence[Token], text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of each match in `text`, from left to right, none overlapping."""
    words = list(_WORD.finditer(text))
    here = 0
    while here < len(words):
        taken = _match(tokens, text, words, here)
        if not taken:
            here += 1
            continue
        marked = [words[place] for place, token in taken if token.mark] or [
            words[place] for place, _ in taken
        ]
        yield marked[0].start(), marked[-1].end()
        here = taken[-1][0] + 1


def _match(
    tokens: Sequence[Token], text: str, words: Sequence[re.Match[str]], here: int
) -> list[tuple[int, Token]]:
    """Return which words fit the tokens from the word `here` on, each token taking as many as it can.

    A token never gives back what it took, so that the time grows in proportion to the text.
    """
    taken: list[tuple[int, Token]] = []
    for token in tokens:
        count = 0
        while count < token.most and _fits(token, text, words, here, bool(taken)):
            taken.append((here, token))
            here += 1
            count += 1
        if count < token.least:
            return []
    return taken


def _fits(token: Token, text: str, words: Sequence[re.Match[str]], here: int, inside: bool) -> bool:
    """Whether there is a word, no mark separates it from the one before, and the token takes it."""
    if here >= len(words):
        return False
    if inside and not _UNBROKEN.fullmatch(text, words[here - 1].end(), words[here].start()):
        return False
    return token.fits(words[here].group())


@lru_cache(20_000)
def _can_be(word: str, tag: Tag) -> bool:
    if tag == "noun":
        return dictionary.is_noun(word)
    if tag in _KINDS:
        return _KINDS[tag] in dictionary.kinds(word)
    return not _FORMS[tag].isdisjoint(dictionary.verb_forms(word))
