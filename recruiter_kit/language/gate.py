"""The language gate: is a note English?

In: a note, or a text to a candidate, as written. Out: the name of the other language it is in, or None.
Rules made for English neither screen nor word anything else (R6, R7; FEEDBACK, "Not English"). Never raises.
Words decide (lexicon/languages.yaml and the dictionary); py3langid is asked only where no word settles it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache, cached_property
from typing import Any
from unicodedata import normalize

from pydantic import Field

from recruiter_kit.language.grammar.dictionary import kinds
from recruiter_kit.language.lexicons import Lexicon, Pattern, WordSet, load
from recruiter_kit.model import Record

OTHER = "another language"
ENGLISH = "en"


class Language(Record):
    """A language in Latin script: words of its notes, and letters that English does not have."""

    name: str
    code: str = Field(pattern=r"^[a-z]{2}$")
    letters: str
    words: WordSet


class Script(Record):
    """A script that is not Latin: its letters as ranges, and how many make up a word."""

    name: str
    letters: str
    word: int = Field(ge=1)


class Languages(Lexicon):
    """What tells languages apart; `borrowed` are patterns of what English takes from elsewhere."""

    english: WordSet
    borrowed: tuple[Pattern, ...]
    languages: tuple[Language, ...]
    scripts: tuple[Script, ...]

    @cached_property
    def by_word(self) -> Mapping[str, tuple[Language, ...]]:
        found: dict[str, tuple[Language, ...]] = {}
        for language in self.languages:
            for word in language.words:
                found[word] = (*found.get(word, ()), language)
        return found

    @cached_property
    def letters(self) -> frozenset[str]:
        return frozenset("".join(language.letters for language in self.languages))


def _known() -> Languages:
    return load("languages", Languages)


class Kind(Enum):
    """What a word says for English (below zero) or against it; a clause is what its words add up to."""

    ENGLISH = -2.0
    ENGLISH_ELSEWHERE_TOO = -0.5
    IN_DICTIONARY = -1.0
    IN_DICTIONARY_ELSEWHERE_TOO = 0.25
    NEITHER = 0.0
    UNKNOWN = 0.5
    FOREIGN_SHORT = 1.0
    FOREIGN_LETTERS = 1.5
    FOREIGN = 2.0


class _Kinds(dict[str, Kind]):
    """The kind of each word seen, kept because notes share most of theirs."""

    most = 50_000

    def __missing__(self, word: str) -> Kind:
        if len(self) >= self.most:
            self.clear()
        found = self[word] = _kind(word)
        return found


_KINDS = _Kinds()
_SURE = frozenset({Kind.ENGLISH, Kind.ENGLISH_ELSEWHERE_TOO, Kind.IN_DICTIONARY, Kind.NEITHER})
_AGAINST = frozenset({Kind.FOREIGN, Kind.FOREIGN_SHORT, Kind.FOREIGN_LETTERS})
_WORD = re.compile(r"\w+(?:['’]\w+)*['’]?")
_PART = re.compile(r"(?:[.!?…;]+(?=\s|$)|[\n\r。।！？])+")
_QUOTED = re.compile(r"[\"“„«][^\"”“»\n]{1,60}[\"”“»]|(?<!\w)['‘][^'’\n]{1,60}['’](?!\w)")
_ENDINGS = ("n't", "'s", "'re", "'ve", "'d", "'ll", "'m", "'")
LONGEST_QUOTE = 4
"""Words in quotation marks that may be foreign in an English note."""
NAMED = 0.25
"""What a foreign word says that may be part of a name."""
FEWEST = 4
"""Words from which on the model is believed sooner; those that nobody knows count twice."""
DOUBTFUL = (0.01, 0.02, 0.1, 0.2)
"""What the model gives English at the most where it is not: for few words; for 1, 2, 3 that nobody knows."""
EVEN = 0.28
"""What the model must give one language to be believed; many are level on jargon."""
UNLIKELY = -1.0
"""What the words of a sentence add up to at the most that is certainly English."""
ALONE = 4.0
"""What the words of a clause add up to that is foreign inside an English sentence."""


def foreign(text: str) -> str | None:
    """Return the English name of the language of `text`, or of a clause in it, when that is not English.

    Close relatives may be taken for each other on few words; a script that several languages share is named
    itself. The same text gives the same answer; nothing is raised.
    """
    if text.isupper():
        text = _in_small(text)
    if text.isascii() and _SURE.issuperset(map(_KINDS.__getitem__, _WORD.findall(text))):
        return None
    plain = _plain(text)
    return next((found for part in _PART.split(plain) if part and (found := _of_part(part))), None)


def _in_small(text: str) -> str:
    """Return a text in capitals without them where two of its words are foreign; they may be initials."""
    low = text.lower()
    words = _WORD.findall(low)
    foreign_words = sum(word in _known().by_word or _KINDS[word] in _AGAINST for word in words)
    return low if not words or foreign_words >= min(2, len(words)) else text


def _plain(text: str) -> str:
    return text if text.isascii() else normalize("NFC", text.replace("İ", "i")).replace("’", "'")


def _of_part(part: str) -> str | None:
    """Return the language of a sentence, if foreign without what English borrows and short quotations."""
    if not part.isascii() and (script := _script(part)):
        return script
    if not _is_foreign(part):
        return None
    own = _borrowed().sub(" ", part)
    unquoted = _QUOTED.sub(_unless_long, own)
    own = unquoted if _WORD.search(unquoted) else own
    return None if own != part and not _is_foreign(own) else _name(part)


@cache
def _borrowed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_known().borrowed)})(?!\w)", re.IGNORECASE)


def _unless_long(quoted: re.Match[str]) -> str:
    return quoted.group() if len(quoted.group().split()) > LONGEST_QUOTE else " "


def _is_foreign(part: str) -> bool:
    """Whether the words of a sentence speak against English more than for it; in doubt, the model does."""
    words = _WORD.findall(part)
    scores = list(_scores(words))
    total = sum(scores)
    found = Counter(map(_KINDS.__getitem__, words))
    if found[Kind.FOREIGN] or found[Kind.FOREIGN_SHORT]:
        surely = total > 0 or (total == 0 and not found[Kind.ENGLISH] and max(scores) > NAMED)
        if surely or _steepest(scores) >= ALONE:
            return True
    elif scores.count(Kind.FOREIGN_LETTERS.value) > 2 * (found[Kind.ENGLISH] + found[Kind.IN_DICTIONARY]):
        return True
    unknown = sum(score > NAMED for score in scores)
    if not unknown or found[Kind.ENGLISH] or total <= UNLIKELY:
        return False
    evidence = 0 if len(words) + unknown < FEWEST else min(unknown, len(DOUBTFUL) - 1)
    ranked = _ranked(part)
    return ranked[ENGLISH] < DOUBTFUL[evidence] and max(ranked.values()) > EVEN


def _scores(words: list[str]) -> Iterator[float]:
    """Yield what each word says; a capital inside a sentence, or with foreign letters, may be a name's."""
    for place, word in enumerate(words):
        kind = _KINDS[word]
        if kind.value > 0 and word[0].isupper() and (place or kind is Kind.FOREIGN_LETTERS):
            yield 0.0 if kind is Kind.UNKNOWN else NAMED
        else:
            yield kind.value


def _steepest(scores: Iterable[float]) -> float:
    """Return the most that neighbours add up to."""
    best = here = 0.0
    for score in scores:
        here = max(0.0, here + score)
        best = max(best, here)
    return best


def _kind(word: str) -> Kind:
    low = word.lower().replace("’", "'")
    known = _known()
    if any(letter.isdigit() for letter in low) or "_" in low or word[1:].lower() != word[1:]:
        return Kind.NEITHER
    elsewhere = low in known.by_word
    if low in known.english:
        return Kind.ENGLISH_ELSEWHERE_TOO if elsewhere else Kind.ENGLISH
    if "'" in low:
        return _shortened(low, known)
    if kinds(low):
        return Kind.IN_DICTIONARY_ELSEWHERE_TOO if elsewhere else Kind.IN_DICTIONARY
    if elsewhere and (len(low) > 1 or not low.isascii()):
        return Kind.FOREIGN if len(low) > 2 else Kind.FOREIGN_SHORT
    if not known.letters.isdisjoint(low):
        return Kind.FOREIGN_LETTERS
    return Kind.UNKNOWN if len(low) > 2 else Kind.NEITHER


def _shortened(low: str, known: Languages) -> Kind:
    """Return the kind of a word with an apostrophe: l'équipe, didn't, Tom's."""
    before, _, after = low.partition("'")
    if after and f"{before}'" in known.by_word:
        return Kind.FOREIGN
    stem = next((low.removesuffix(ending) for ending in _ENDINGS if low.endswith(ending)), "")
    return _KINDS[stem] if stem and "'" not in stem else Kind.NEITHER


@cache
def _ranges() -> tuple[tuple[Script, re.Pattern[str]], ...]:
    return tuple((script, re.compile(f"[{script.letters}]")) for script in _known().scripts)


_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")


def _script(part: str) -> str | None:
    """Return the script that more words of `part` are in than in Latin, or None."""
    counts = [(len(letters.findall(part)) / script.word, script) for script, letters in _ranges()]
    most, script = max(counts, key=lambda count: count[0])
    return script.name if most and most >= len(_LATIN.findall(part)) else None


def _name(part: str) -> str:
    """Return the language that most words of a sentence are of; of several, the model's choice."""
    known = _known()
    counts: Counter[str] = Counter()
    for word in _WORD.findall(part.lower()):
        of = known.by_word.get(word) or known.by_word.get(word.partition("'")[0] + "'", ())
        counts.update(language.code for language in of)
        if not word.isascii():
            counts.update(language.code for language in known.languages if set(language.letters) & set(word))
    most = max(counts.values(), default=0)
    level = [language for language in known.languages if counts[language.code] == most]
    if len(level) == 1:
        return level[0].name
    ranked = _ranked(part)
    best = max(level, key=lambda language: ranked[language.code])
    return best.name if most or ranked[best.code] > EVEN else OTHER


def _ranked(part: str) -> Mapping[str, float]:
    return dict(_model().rank(part))


@cache
def _model() -> Any:
    """Return the model with the languages of the lexicon; loaded by the first question that needs it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages([ENGLISH, *(language.code for language in _known().languages)])
    return model
