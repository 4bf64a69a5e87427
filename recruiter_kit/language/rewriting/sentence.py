"""One sentence of a note, as the candidate reads it.

In: a sentence as typed that has been screened, what is known of the candidate, and the note before it. Out:
its wording and its form. Raises Doubt where nobody can say what it means, Unclear where an answer settles it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from recruiter_kit.feedback import Form
from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.candidate import Who
from recruiter_kit.language.grammar.dictionary import is_adverb, kinds, verb_forms
from recruiter_kit.language.grammar.tokens import Token, lows, plain, tokenise
from recruiter_kit.language.grammar.words import words
from recruiter_kit.language.lexicons import load
from recruiter_kit.language.rewriting import mentions, owners
from recruiter_kit.language.rewriting.converting import convert
from recruiter_kit.language.rewriting.naming import named_in
from recruiter_kit.language.rewriting.normalising import normalise
from recruiter_kit.language.rewriting.record import SOMEBODY_ELSE, Unclear, Wording
from recruiter_kit.language.rewriting.shorthand import BRITISH, expand
from recruiter_kit.language.rewriting.tidying import Tidying, finished, tidy

LONGEST = 600
_LONGEST_INITIALS = 3
_IN_ROLE = re.compile(r"\b(?:role[- ]?plays?|mock|simulat\w*)\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_SECOND_PERSON = frozenset({"you", "your", "you're", "you've", "you'd", "you'll", "yours", "yourself"})
# Without one of these nothing is turned round.
_TURNED = frozenset(
    {*_SECOND_PERSON, mentions.MENTION, mentions.OWNER, "i", "me", "my", "mine", "myself"}
).union(*owners.FORMS.values())
# "I should have liked" turned round would blame the interviewer.
_SHOULD = re.compile(r"\bI should(?= (?:have (?:liked|wished|preferred|expected|wanted)|like|prefer)\b)")
# A quotation in single marks that is opened and never closed: "'I knew I should stop."
_OPENS = re.compile(r"(?<![\w'])'(?=[A-Za-z])(?!(?:em|til|till|cause|cos|bout|tis)\b)")
_CLOSES = re.compile(r"(?<=[\w.,!?])'(?![\w'])")
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
# A question that was put to the candidate already says "you": "… 25 minutes over, what do you do?"
_ASKED = re.compile(r"\b(?:what|how|why|when|where|which|who)\b[^.!?]*\byou\b[^.!?]*\?", re.IGNORECASE)
_ONE_CLAUSE = re.compile(r"[^,;:–]+[.]?$")


@dataclass(frozen=True)
class Person:
    """What is known beside the note: the candidate's name parts in lower case and pronoun, the
    trades, and the spelling of the words that shorthand means."""

    names: frozenset[str] = frozenset()
    pronoun: str | None = None
    trades: tuple[str, ...] = ()
    spelling: str = BRITISH


def _readable(sentence: str, person: Person) -> str:
    """Return the sentence in full words and without signs; raises Doubt where nothing can be read in it."""
    if len(sentence) > LONGEST:
        raise Doubt("too_long")
    text = _SHOULD.sub("I would", tidy(expand(normalise(sentence), person.trades, person.spelling)))
    if not _LETTER.search(text):
        raise Doubt("rating" if any(letter.isdigit() for letter in text) else "nothing")
    if text.endswith(":"):
        raise Doubt("heading")
    if text.count('"') % 2 or len(_OPENS.findall(text)) > len(_CLOSES.findall(text)):
        raise Doubt("quote")
    if not load("tidying", Tidying).coarse.isdisjoint(re.findall(r"[a-z]+", text.lower())):
        raise Doubt("coarse")
    return text


def _unshouted(sentence: str, note: str) -> str:
    """Write a word in capitals in lower case where the note has it so, too: "milk" for "MILK"."""
    shouted = {word for word in _CAPITALS.findall(sentence) if f" {word.lower()}" in note}
    for word in shouted:
        sentence = re.sub(rf"\b{word}\b", word.lower(), sentence)
    return sentence


class Context(NamedTuple):
    """The note that a sentence is in, whole, and the name of its interview."""

    note: str
    interview: str


NOTHING = Context("", "")


def reword(
    sentence: str, person: Person, before: str = "", answer: str | None = None, context: Context = NOTHING
) -> Wording:
    """Return the wording of `sentence`; raises Doubt and Unclear.

    `before` is the note before it; `answer` says whom the pronoun in doubt means. Without an answer, a
    pronoun that cannot be the candidate's is given to the only other person of the whole note.
    """
    text = _readable(_unshouted(sentence, context.note), person)
    tokens = mentions.mark(_without_initial(tokenise(text), person), person.names)
    low = set(lows(tokens))
    if low.isdisjoint(_TURNED) and not any("'" in word and word.split("'")[0] in _TURNED for word in low):
        said = finished(plain(tokens))
        return Wording(said, Form.NOTED)
    spoken = len(tokens) > 1 and tokens[0].low == mentions.MENTION and tokens[1].text == ":"
    if not _SECOND_PERSON.isdisjoint(low) and (spoken or not _ASKED.search(text)):
        raise Doubt("second_person")
    _against_bare_quotes(tokens, person)
    who = Who(person.pronoun, person.names)
    try:
        own, form = _own(tokens, who, before, context), Form.ADDRESSED
    except Unclear as unclear:
        own, tokens, form = _settled(tokens, who, unclear, answer, context)
    worded = _with_subject(tokens, own, context)
    in_role = bool(_IN_ROLE.search(context.interview))
    for pronoun in sorted(own) or (None,):
        worded = convert(worded, Who(pronoun, person.names), in_role=in_role)
    said = finished(plain(worded))
    if form is Form.ADDRESSED and not _YOU.match(said):
        # Addressed is what says who acts: it opens with the candidate.
        form = Form.NOTED
    return Wording(said, form)


def _against_bare_quotes(tokens: Sequence[Token], person: Person) -> None:
    """Raise Doubt where a quotation replaces the verb: He "hates docs"."""
    for before, token in pairwise(tokens):
        if token.kept and token.text[0] in "\"'" and before.low in (mentions.MENTION, person.pronoun):
            raise Doubt("quote")


def _settled(
    tokens: Sequence[Token], who: Who, unclear: Unclear, answer: str | None, context: Context
) -> tuple[frozenset[str], list[Token], Form]:
    """Return the pronouns that mean the candidate once it is settled whom the one in doubt means.

    Raises Unclear where nothing settles it, Doubt where it is somebody whom the note does not name, or where
    another pronoun of the sentence is nobody's.
    """
    # Whom the whole note names besides the candidate.
    context = context._replace(note=plain(mentions.mark(tokenise(context.note), who.names)))
    asked = Unclear(unclear.word, [*unclear.others, *owners.people_in(unclear.word, *context)])
    settled = answer if answer in {choice.answer for choice in asked.asking.choices} else None
    named = settled or owners.only_other(unclear.word, who, *context)
    if named is None:
        raise asked from unclear
    if named == SOMEBODY_ELSE:
        raise Doubt("somebody_else") from unclear
    own, worded = named_in(tokens, unclear.word, named, who)
    for word in owners.without_owner(worded, own):
        other = owners.only_other(word, who, *context)
        if other is None:
            raise Doubt("them_unclear", word) from unclear
        _, worded = named_in(worded, word, other, who)
    return own, worded, Form.ASKED if settled else Form.NOTED


def _with_subject(tokens: Sequence[Token], own: frozenset[str], context: Context) -> Sequence[Token]:
    """Return "talks while she codes" with "she", whom the note names, in front: both become "you"."""
    first = tokens[0].low
    pronoun = next(iter(own), None)
    if len(own) != 1 or pronoun == "they" or verb_forms(first) != {"VBZ"}:
        return tokens
    joining = words().subordinators | words().adverbs
    if "NOUN" in kinds(first) and not (len(tokens) > 1 and tokens[1].low in joining):
        # "Talks while coding" is an act, "talks between teams" may be a thing.
        return tokens
    if owners.others_in(context.note, context.interview) & {None, pronoun}:
        return tokens
    text = pronoun.capitalize() if pronoun else ""
    return [Token(text, text.lower(), False), tokens[0]._replace(text=first, space=True), *tokens[1:]]


def _own(tokens: Sequence[Token], who: Who, before: str, context: Context) -> frozenset[str]:
    """Return the pronouns that mean the candidate; the rest of the note is read only where one is used."""
    if not owners.used(tokens):
        return frozenset()
    earlier = lows(mentions.mark(tokenise(before), who.names)) if before else ()
    return owners.meant(tokens, who, earlier, owners.others_in(context.note, context.interview))


def addressed(noted: str) -> str | None:
    """Return a sentence that can only be the candidate's act with "You" in front, or None.

    Only for a single clause that begins with one of the failures that nobody notes of themselves
    (words.yaml, acts_alone); right in all of the labelled notes that it fits.
    """
    first, _, rest = noted.partition(" ")
    if first.lower() not in words().acts_alone or not rest or not _ONE_CLAUSE.match(noted):
        return None
    return f"You {first.lower()} {rest}"


def _without_initial(tokens: list[Token], person: Person) -> list[Token]:
    """Read the candidate's initial as the candidate ("D did nothing"); leave it out before a colon."""
    if len(tokens) > 2 and tokens[1].text == ":" and len(tokens[0].text) <= _LONGEST_INITIALS:
        initials = {name[:1] for name in person.names}
        if tokens[0].text.isupper() and initials.issuperset(tokens[0].low):
            return [tokens[2]._replace(space=False), *tokens[3:]]
    return [
        token._replace(text="the candidate", low="candidate") if _is_initial(tokens, place, person) else token
        for place, token in enumerate(tokens)
    ]


def _is_initial(tokens: Sequence[Token], place: int, person: Person) -> bool:
    token = tokens[place]
    if len(token.text) != 1 or not token.text.isupper() or token.text == "I":
        return False
    following = next((each.low for each in tokens[place + 1 :] if not is_adverb(each.low)), "")
    acts = bool(verb_forms(following) & {"VBD", "VBZ"}) and "NOUN" not in kinds(following)
    return acts and any(name.startswith(token.low) for name in person.names)
