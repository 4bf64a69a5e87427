"""Verbs that must agree with "you".

In: a clause read so far, and whose verbs are being read. Out: the verb in its new form. A verb
that follows "and", "but" or a comma shares the subject until another subject appears. Raises
Doubt where a word can be a noun or a verb, or where the subject has changed.
"""

import re
from dataclasses import dataclass, field

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.dictionary import (
    is_adverb,
    is_finite,
    kinds,
    second_person,
    third_person,
    verb_forms,
)
from recruiter_kit.language.grammar.tokens import Token
from recruiter_kit.language.grammar.words import words

_DASHES = frozenset({"-", "–", "—"})
_FAR = 6
_UNKNOWN_VERB = re.compile(r"[a-z]{2,}[^su\W]s")
_BEFORE_OBJECTS = frozenset({"the", "a", "an", "his", "her", "their"})


@dataclass
class Reading:
    """Where in the clause we are, and whose verbs we are reading ("you", "we", "other" or None)."""

    tokens: list[Token]
    lows: list[str]
    out: list[Token] = field(default_factory=list)
    place: int = 0
    subject: str | None = None
    awaiting: bool = False
    you_seen: bool = False
    present: bool = False

    @property
    def token(self) -> Token:
        return self.tokens[self.place]

    @property
    def low(self) -> str:
        return self.lows[self.place]

    @property
    def previous(self) -> str:
        return self.lows[self.place - 1] if self.place else ""

    @property
    def next(self) -> str:
        return self.lows[self.place + 1] if self.place + 1 < len(self.lows) else ""

    def emit(self, text: str) -> None:
        """Put the present token out with this text."""
        token = self.token
        self.out.append(token if text == token.text else token.but(text))

    def replace(self, text: str) -> None:
        """Put the present token out with another word."""
        token = self.token
        lower = text if self.place else token.but(text).text
        self.out.append(Token(lower, text, token.space))

    def take_subject(self, subject: str, *, awaiting: bool) -> None:
        """Say whose verbs follow, and whether the next one must agree."""
        self.subject, self.awaiting, self.present = subject, awaiting, False
        self.you_seen = self.you_seen or subject == "you"

    # ------------------------------------------------------------ the first verb of a subject
    def verb(self) -> bool:
        """Read one word as a verb where one may come; return whether it was put out."""
        if self.awaiting:
            return self._first_verb()
        return self._after_a_coordinator() and self._shared_verb()

    def _first_verb(self) -> bool:
        if is_adverb(self.low) or self.low in {"both", "all"}:
            return False
        self.awaiting = False
        if self.subject == "we":
            self.emit(third_person(self.token.text))
            return True
        agreed = second_person(self.low)
        if agreed is not None:
            self.present = self.low not in {"was", "wasn't"}
            self.emit(agreed)
            return True
        forms = verb_forms(self.low)
        self.present = "VB" in forms and "VBD" not in forms
        if not kinds(self.low) and _UNKNOWN_VERB.fullmatch(self.low):
            self.emit(self.token.text[:-1])
            return True
        return False

    # ------------------------------------------------------------ verbs that share it
    def _after_a_coordinator(self) -> bool:
        known = words().coordinators
        if self.previous in known or self.previous == "," or self.previous in _DASHES:
            return True
        before = self.lows[self.place - 2] if self.place > 1 else ""
        return is_adverb(self.previous) and (before in known or before == ",")

    def _shared_verb(self) -> bool:
        agreed = second_person(self.low)
        if agreed is None:
            self._watch_for_a_subject()
            return False
        if self.low in words().agreement:
            return self._shared_auxiliary(agreed)
        if self.subject == "other" and self.you_seen and self.present and "NOUN" not in kinds(self.low):
            raise Doubt("other_subject", self.low)
        if self.subject != "you":
            return False
        if "NOUN" in kinds(self.low) and not self._is_surely_verb():
            self._check_noun()
            return False
        self.emit(agreed)
        return True

    def _check_noun(self) -> None:
        """A plural noun may come here; after a verb in the present it may as well be a verb."""
        listed = self.previous == "," and self.next in {",", "and", "or", ""}
        if self.present and not listed:
            raise Doubt("noun_or_verb", self.low)

    def _shared_auxiliary(self, agreed: str) -> bool:
        if self.subject == "you":
            self.emit(agreed)
        elif self.subject == "we":
            self.emit(self.token.text)
        elif self.you_seen:
            raise Doubt("other_subject", self.low)
        else:
            return False
        return True

    def _is_surely_verb(self) -> bool:
        known = words()
        if self.previous in {"and", "but"} and (
            self.next in {"to", "that", "how", "if", "whether"} or self.next.startswith("what")
        ):
            return True
        if not self.present:
            return self.previous in known.coordinators and self.next in _BEFORE_OBJECTS
        joins = self.previous in {"and", "but"} and "," not in self.lows[: self.place]
        if joins and "NOUN" in kinds(self.next) and self.next not in known.prepositions:
            return True
        if self.next[:1].isdigit() or self.next in known.determiners:
            return True
        return self.previous != "," and self.next in known.particles

    # ------------------------------------------------------------ another subject
    def starts_clause(self) -> bool:
        """Whether the present word can open a clause with a subject of its own."""
        return self.low in words().subordinators or self.low in words().wh_words

    def noun_subject_follows(self) -> bool:
        """Whether a noun with a finite verb of its own follows within a few words."""
        for here in range(self.place + 1, min(len(self.lows), self.place + _FAR)):
            low = self.lows[here]
            if low in {",", "and", "but", "to"} or low in _DASHES or low == "@you":
                return False
            if here == self.place + 1 and (is_finite(low) or low in {"he", "she", "they"}):
                return False
            if low in words().agreement or low in words().modals or low in {"were", "are"}:
                return True
            if self.starts_clause() and verb_forms(low) & {"VBD", "VBZ"} and not kinds(low) & {"NOUN", "ADJ"}:
                return True
        return False

    def _watch_for_a_subject(self) -> None:
        """A noun after "and" or a comma with a verb of its own becomes the subject."""
        low = self.low
        if self.subject != "you" or is_finite(low) or is_adverb(low) or low in words().prepositions:
            return
        if low in words().subordinators or not low[:1].isalpha():
            return
        if self.noun_subject_follows():
            self.subject = "other"
