"""A sentence of a note tidied: signs as words, no shouting, a capital first and a stop last.

In: a sentence in one spelling (normalising.py), its shorthand written out. Out: the same words, ready to be
read. Nothing is put in but the words that a sign stands for; quotations and code stay as typed.
"""

import re
from functools import cache

from recruiter_kit.language.grammar.dictionary import is_finite, kinds, verb_forms
from recruiter_kit.language.grammar.tokens import protected_gaps
from recruiter_kit.language.grammar.words import words
from recruiter_kit.language.lexicons import Lexicon, WordSet, load


class Tidying(Lexicon):
    """`emphatic` words are written in capitals for weight, which short forms are not; `terms` in capitals are
    terms of a trade; `doubled` words are never meant twice; `joining` ones never follow a colon; a sentence
    with a `coarse` one is left to a person."""

    emphatic: WordSet
    coarse: WordSet
    terms: WordSet
    doubled: WordSet
    joining: WordSet


_ARROW = re.compile(r"\s*(?:-{1,2}>|=>|→|➔|⇒|➜)\s*")
_DIGIT_BEFORE = re.compile(r"[\d%]$")
_TIMES = re.compile(
    r"(\bby )?(?<![\w.-])(?<!\d )(?<!\d[a-z] )(?<!\d[a-z]{2} )(?<!\d [a-z]{2} )"
    r"(?:(\d{1,3}) ?x|x ?(\d{1,3}))(?![\w/-])(?! \d)",
    re.IGNORECASE,
)
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"\? = ?", "? "),
        (r"([!?])(?:\s*[!?])+(?!=)", r"\1"),
        (r"!(?!=)", "."),
        (r"\s+([,;:?]|\.(?!\w))", r"\1"),
        (r"(?<![\w<])(?:<\s?=|≤)\s?(?=[£$€]?\d)", "at most "),
        (r"(?<![\w>])(?:>\s?=|≥)\s?(?=[£$€]?\d)", "at least "),
        (r"(?<![\w<])<\s?(?=[£$€]?\d)", "less than "),
        (r"(?<![\w>])>\s?(?=[£$€]?\d)", "more than "),
        (r"(?<=[a-z]{2}) ?= ?$", ": "),
        (r"(?:(?<=[a-z]{2})|(?<=^)|(?<=[a-z]\))) = (?=[^\W\d]{2})", ": "),
        (r"(?<=[a-z]{2}) = (?=\d)", ": "),
        (r"(?<=[A-Za-z]{2}) \+ (?=[A-Za-z])", " and "),
        (r"(?<=[a-z]{2}) & (?=[a-z])", " and "),
        (
            r"(?i)(?<=[a-z]{2})(?<!for)(?<!of)(?<!over)(?<!than)(?<!the)(?<!to)(?<!with)(?<!in)"
            r"(?<!where)(?<!when)(?<!as)(?<!if)"
            r"(?<!first)(?<!last)(?<!top)(?<!by)(?<!and)(?<!say) n (?=[a-z]{2})"
            r"(?!is\b|items?\b|times\b|elements?\b|steps?\b|log\b)",
            " and ",
        ),
        (r"(?: and){2,} ", " and "),
        (r"\bvs\b\.?", "against"),
        (r"\s?…\s?(?=\w)", ", "),
        (r"\s?\.{2,}\s?(?=\w)", ", "),
        (r",(?: [-–—])+ ", ", "),
        (r"(?:\s(?:-{1,3}|[–—]))+\s", " – "),
        (r"\(\s*\)|\[\s*\]", ""),
        (r"\s{2,}", " "),
        (r"\s+([,;:?]|\.(?!\w))", r"\1"),
        (r"([,;:]){2,}", r"\1"),
    )
)
_MAY_HOLD_A_SIGN = re.compile(r"[<>=+&→➔⇒➜…!–—()\[\]≤≥]|\.\.|\?\?| n |\bvs\b|\s{2}|\s[,.;:?]|[,;:]{2}|->|-- ")
_HAD = re.compile(
    r"\b(I|you|he|she|it|we|they)'d (?=((?:\w+ly|never|already|first|just|not|only|once) )?(\w+))", re.I
)
_SHOUTED = re.compile(r"(?<![\w'-])[A-Z][A-Z']+(?![\w'-])")
_RUN = re.compile(r"(?<![\w'-])[A-Z][A-Z']*(?: [A-Z][A-Z']*)*(?![\w'-])")
_HEADING_DASH = re.compile(r"^((?:[\w&/'’.+-]+ ){0,4}[\w&/'’.+)-]+) [-–—] (?=\S)")
_TWICE = re.compile(r"\b([A-Za-z]+)(?: \1)+\b(?!['-])", re.IGNORECASE)
_TWO_COLONS = re.compile(r"^([^:\"'.;,?]{1,40}): ([^:\"'.;,?]{1,40}): (?=[a-z])")
_STARTS_A_WORD = re.compile(r" [^\W\d_]")
_ITEM = re.compile(r"(?<![^\s])\d{1,2}\)$")
_WIDE = re.compile(r"\s{2,}")
_TRAILING = re.compile(r"[\s,;–—-]*(?:(?:\.{2,}|…)[\s,;–—-]*)+$")
_SMILEY = re.compile(r"(?:(?<=\s)|^)[:;]-?[()](?=\s|$)")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
_BRACKETS = re.compile(r"[()\[\]]")
_LEADING = re.compile(r"^(?:\s*[.!?…,;:–—-]+(?=\s))+\s*")
_EDGE = " ,;:–—-"
_STOP = re.compile(r"[.?…][\"')\]]*$")
_LONG_TAIL = 8
_LONG_WORD = 4


@cache
def _known() -> Tidying:
    return load("tidying", Tidying)


def tidy(sentence: str) -> str:
    """Return `sentence` with its signs written as words and its shouting in lower case."""
    text = sentence
    if _BRACKETS.search(text):
        text = _brackets(_WIDE.sub(" ", _EMPTY.sub(" ", _SMILEY.sub(" ", text))))
    text = "".join(piece if kept else _quiet(_once(piece)) for piece, kept in protected_gaps(text))
    if "'" in text:
        text = _HAD.sub(_written_out, text)
    if not _MAY_HOLD_A_SIGN.search(text) and not _TIMES.search(text) and " - " not in text:
        return _LEADING.sub("", text).strip()
    text = _arrows(text)
    text = "".join(piece if kept else _signs(piece) for piece, kept in protected_gaps(text))
    return _one_colon(_heading(_LEADING.sub("", text).strip()))


def finished(sentence: str) -> str:
    """Return `sentence` with a capital first and a stop last."""
    text = _spliced(_TRAILING.sub("", sentence.strip(_EDGE)))
    if not text:
        return text
    first = text[0]
    if first.islower() and not _MIXED.match(text):
        text = first.upper() + text[1:]
    text = _NEXT.sub(_next_sentence, _OK.sub("OK", text))
    text = _TWO_STOPS.sub(".", text)
    return text if _STOP.search(text) else text + "."


def _next_sentence(found: re.Match[str]) -> str:
    """Begin what follows a full stop with a capital, unless the stop only shortens a word: "neg. pension"."""
    word = re.split(r"[^A-Za-z]", found.string[: found.start()])[-1] if found[1] == ". " else ""
    shortened = word.islower() and len(word) <= _SHORT_FORM and not kinds(word)
    return found[0] if shortened and word not in words().closed else found[1] + found[2].upper()


_SHORT_FORM = 5
_TWO_STOPS = re.compile(r"(?<![.…])\.\.(?![.…])")
_OK = re.compile(r"(?<![\w.])(?:ok|Ok)(?![\w.])")
_NEXT = re.compile(r"((?:(?<=[A-Za-z][a-z]{2})(?<![Ee]tc)|(?<=\b[Nn]o))[.?] )([a-z])(?=[a-z' ])")
_MIXED = re.compile(r"[a-z]+[A-Z]|[a-z]+\d*(?:[_(]|\.\w)|\w+/\w+(?:/|\.\w)")


def _signs(piece: str) -> str:
    piece = _TIMES.sub(_times, piece)
    for sign, written in _SIGNS:
        piece = sign.sub(written, piece)
    return piece


def _times(found: re.Match[str]) -> str:
    number = found[2] or found[3]
    if found[1]:
        return f"by a factor of {number}"
    return {"1": "once", "2": "twice"}.get(number, f"{number} times")


def _once(piece: str) -> str:
    """Write a word once that was typed twice by a slip ("the the")."""
    if not _TWICE.search(piece):
        return piece
    return _TWICE.sub(
        lambda found: found[1] if found[1].lower() in _known().doubled else found.group(), piece
    )


def _one_colon(text: str) -> str:
    """Write a comma for the second colon of a heading ("Rota: Sunday night: nobody")."""
    return _TWO_COLONS.sub(r"\1: \2, ", text)


def _arrows(text: str) -> str:
    """An arrow becomes "to" between figures, a colon before a quotation, nothing after a question, else a
    comma."""
    if not _ARROW.search(text):
        return text
    parts = [""]
    for piece, kept in protected_gaps(text):
        before, *after = [piece] if kept else _ARROW.split(piece)
        parts[-1] += before
        parts += after
    first, *rest = parts
    for part in rest:
        if not part or not first.strip():
            first = first + part
        elif _DIGIT_BEFORE.search(first) and part[:1].isdigit():
            first = f"{first} to {part}"
        elif first.endswith("?"):
            first = f"{first} {part[:1].upper()}{part[1:]}"
        else:
            first = f"{first.rstrip(',;:')}{':' if part[:1] in QUOTES else ','} {part}"
    return first


QUOTES = frozenset("\"'“‘")


def _quiet(piece: str) -> str:
    """Put shouted words in lower case; short forms, which are in capitals, too, stay."""
    if not _SHOUTED.search(piece):
        return piece
    return _RUN.sub(_quieter, piece)


def _quieter(found: re.Match[str]) -> str:
    run = found.group().split(" ")
    quiet = [len(word) > 1 and _is_shouted(word) for word in run]
    if any(quiet) or any(word.lower() in _known().emphatic for word in run):
        quiet = [len(word) > 1 and (word.lower() in _known().emphatic or _is_common(word)) for word in run]
    return " ".join(word.lower() if low else word for word, low in zip(run, quiet, strict=True))


def _is_common(word: str) -> bool:
    return len(word) > 3 and bool(kinds(word.lower()) - {"PROPN"}) and word.lower() not in _known().terms


def _is_shouted(word: str) -> bool:
    """Whether a word in capitals is an everyday word for certain: a long one and no term ("STOLEN")."""
    return len(word) > _LONG_WORD and _is_common(word)


def _written_out(found: re.Match[str]) -> str:
    """Write "they'd first refused" out; "she'd handle" stays, because it means "would"."""
    forms = verb_forms(found[3])
    past = "VBN" in forms and "VB" not in forms and found[3] != "had"
    return f"{found[1]} had " if past else found.group()


def _heading(text: str) -> str:
    """Write "Care plan – no review date" with a colon, where what comes before says nothing by itself."""
    found = _HEADING_DASH.match(text)
    before = re.findall(r"[\w']+", found[1].lower()) if found else ()
    if not found or not before:
        return text
    says = (
        any(is_finite(word) and "NOUN" not in kinds(word) for word in before) or before[0] in words().modals
    )
    joins = text[found.end() :].split(" ")[0].rstrip(",") in _known().joining
    return text if says or joins else f"{found[1]}: {text[found.end() :]}"


def _brackets(text: str) -> str:
    """Leave out a bracket that has no partner; a list's number ("2) no date") keeps it, after ";"."""
    opened: dict[str, list[int]] = {"(": [], "[": []}
    lone: list[int] = []
    items: list[int] = []
    for found in _BRACKETS.finditer(text):
        sign, place = found.group(), found.start()
        partners = opened[{")": "(", "]": "["}.get(sign, sign)]
        if sign in opened:
            partners.append(place)
        elif partners:
            partners.pop()
        elif (number := _ITEM.search(text, 0, place + 1)) and _STARTS_A_WORD.match(text, place + 1):
            items.append(number.start())
        else:
            lone.append(place)
    signs = list(text)
    for place in (*lone, *opened["("], *opened["["]):
        signs[place] = " "
    for place in items:
        if text[:place].strip(" ,;"):
            signs[place - 1] = "" if text[place - 2] in ",;" else ";"
            signs[place - 2] = ";" if text[place - 2] in ",;" else signs[place - 2]
            signs[place] = f" {text[place]}"
    return _WIDE.sub(" ", "".join(signs)).strip()


def _spliced(text: str) -> str:
    """Put a semicolon where a long clause with a verb follows a phrase without one."""
    if text.count(",") != 1 or ";" in text or '"' in text:
        return text
    before, after = text.split(",")
    first = after.split()[:1]
    if not first or len(after.split()) < _LONG_TAIL or "VBD" not in verb_forms(first[0].lower()):
        return text
    if any(is_finite(word) for word in re.findall(r"[a-z']+", before.lower())):
        return text
    return f"{before};{after}"
