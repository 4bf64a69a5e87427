"""A clause that names the candidate, put into the second person.

In: tokens and who the candidate is. Out: tokens with pronouns and agreement changed, nothing
else. Raises Doubt where a verb or a pronoun may belong to somebody else.
"""

from collections.abc import Sequence

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar import pronouns
from recruiter_kit.language.grammar.candidate import Who, stem
from recruiter_kit.language.grammar.dictionary import is_finite, is_plural, verb_forms
from recruiter_kit.language.grammar.tokens import Token, lows
from recruiter_kit.language.grammar.words import words
from recruiter_kit.language.rewriting import agreement
from recruiter_kit.language.rewriting.mentions import MENTION, OWNER


class Walk(agreement.Reading):
    """One pass over the tokens of a clause, from left to right."""

    def __init__(self, tokens: Sequence[Token], who: Who, *, in_role: bool = False) -> None:
        super().__init__(list(tokens), lows(tokens))
        self.who = who
        # Whether the interviewer was named in this sentence already: then "their" is enough.
        self.named = False
        self.in_role = in_role

    def run(self) -> list[Token]:
        """Return the converted tokens."""
        while self.place < len(self.tokens):
            if not (
                self._interviewer()
                or self._mention()
                or self._subject()
                or self._contraction()
                or self._other_pronoun()
                or self._somebody_else()
                or self.verb()
            ):
                self.emit(self.token.text)
            self.place += 1
        return self.out

    def _interviewer(self) -> bool:
        if self.low in pronouns.INTERVIEWER_SUBJECT:
            said = pronouns.interviewer(self.low, self.lows[self.place + 1 :])
            # In a role play it was the role that swore, not the organisation.
            acts = self.low == "i" and "VBD" in verb_forms(self.next) and self.next not in words().modals
            self.replace(f"{said}, in role," if self.in_role and acts and not self.named else said)
            self.take_subject("we", awaiting=self.low == "i")
        elif self.low == "myself" and not self.named:
            # "Asked myself whether …": who acts was left out, and it was the interviewer.
            raise Doubt("them_unclear", self.low)
        elif self.low in pronouns.INTERVIEWER_OTHER:
            self.replace((pronouns.AGAIN if self.named else pronouns.INTERVIEWER_OTHER)[self.low])
        elif self.low == "we":
            self.emit(self.token.text)
            self.take_subject("we", awaiting=False)
        else:
            return False
        self.named = self.named or self.low != "we"
        return True

    def _mention(self) -> bool:
        if self.low == OWNER:
            self.replace("your")
            return True
        if self.low != MENTION:
            return False
        is_object = self.previous in words().prepositions or (
            self.place > 0 and bool(verb_forms(self.previous) - {"VBN"}) and not is_finite(self.next)
        )
        self.replace("you")
        if not is_object:
            self.take_subject("you", awaiting=True)
        return True

    def _subject(self) -> bool:
        if not self.who.is_subject(self.low):
            return False
        asked = self.place < 2 or self.lows[self.place - 2] in {
            ",",
            "how",
            "why",
            "what",
            "when",
            "where",
            "–",
            "-",
        }
        inverted = self.previous in {"did", "didn't", "does", "doesn't"} or (
            asked and (self.previous in words().agreement or self.previous in words().modals)
        )
        if inverted and self.previous in words().agreement:
            self.out[-1] = self.out[-1].but(words().agreement[self.previous])
        self.replace("you")
        self.take_subject("you", awaiting=not inverted)
        return True

    def _contraction(self) -> bool:
        first, _, ending = self.low.partition("'")
        if not ending or not self.who.is_subject(first) or ending not in {"s", "d", "ll", "re", "ve"}:
            return False
        self.replace("you'" + pronouns.contracted(ending, self.lows[self.place + 1 :], self.token.text))
        self.take_subject("you", awaiting=False)
        self.present = ending != "d"
        return True

    def _other_pronoun(self) -> bool:
        if self.low not in self.who.pronouns:
            return False
        text, is_object = pronouns.replaced(
            self.low, self.lows[self.place + 1 :], self.previous, self.subject
        )
        if is_object and self.subject == "you" and not self._in_a_clause_of_its_own():
            if self.low == "them" and any(is_plural(each) for each in self.lows[: self.place]):
                return False
            raise Doubt("them_unclear", self.token.text)
        self.replace(text)
        return True

    def _in_a_clause_of_its_own(self) -> bool:
        return any(
            each in words().wh_words or each in words().subordinators for each in self.lows[: self.place]
        )

    def _somebody_else(self) -> bool:
        """Somebody else becomes the subject, so that verbs that follow are theirs."""
        known = words()
        if self.low in known.expletives or stem(self.low) in {"he", "she", "they"}:
            if not (self.low in {"it", "this", "that"} and not is_finite(self.next)):
                self.take_subject("other", awaiting=False)
        elif self.low in {"who", "which"} or (self.starts_clause() and self.noun_subject_follows()):
            self.take_subject("other", awaiting=False)
        else:
            return False
        self.emit(self.token.text)
        return True


def convert(tokens: Sequence[Token], who: Who, *, in_role: bool = False) -> list[Token]:
    """Return the tokens in the second person; `in_role` says that the interviewer played somebody."""
    return Walk(tokens, who, in_role=in_role).run()
