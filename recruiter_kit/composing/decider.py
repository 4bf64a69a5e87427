"""Who decided, as the decision records it: a person, several, a group, a post, or nobody who can be named.

In: a decision and the interviewers of its scorecards. Out: facts for a sentence, never the sentence. The
record decides, not the number of scorecards; where it is not sure what a text names, nobody is named.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from recruiter_kit.composing.same_person import count_people, find, words
from recruiter_kit.model import Decision, Interviewer

__all__ = ["Decider", "count_people", "decided_by"]

Kind = Literal["person", "people", "group", "post", "unknown"]
_ADDRESS = re.compile(r"[<(\[]?\s*(?:mailto:)?[^\s<>()\[\]@,;]+@[^\s<>()\[\]@,;]+\s*[>)\]]?", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_JOINED = re.compile(r"\s*(?:;|\s\+\s|&|\s/\s|\band\b)\s*", re.IGNORECASE)
_PARTED = re.compile(r"\s*(?:,|\||:|\s[-\u2013\u2014]+\s)\s*")
_BEFORE_PREPOSITION = re.compile(r"\s(?:of|for|to|in)\s", re.IGNORECASE)
_LINES = re.compile(r"\s*[\r\n]+\s*")
_ARTICLE = re.compile(r"^(?:the|our|a)\s+", re.IGNORECASE)
_PRONOUNS = re.compile(r"^\w+(?:\s*/\s*\w+)+$")
_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
_MOST_WORDS = 6
_MOST_SMALL_WORDS = 3


@dataclass(frozen=True)
class Decider:
    """Who decided.

    `kind` says what `name` is. person: a person's name ("Dr Ines Duarte"); people: several as a sentence
    lists them ("Ines Duarte and Tom Beck"); group: without an article ("hiring committee"); post and
    unknown: None. `post` is without an article, too ("Head of Data"). `interviewed`: whether the person, each
    of the people or, of a group, the panel itself interviewed the candidate.
    """

    kind: Kind
    name: str | None = None
    post: str | None = None
    interviewed: bool = False


UNKNOWN = Decider("unknown")


def decided_by(decision: Decision, interviewers: Iterable[Interviewer]) -> Decider:
    """Return who made the decision; an address, or a text that may be anything, names nobody.

    The post is the one that is written beside the name, or that of the same person among the interviewers.
    """
    panel = tuple(interviewers)
    text = _in_one_line(_ADDRESS.sub(" ", decision.decided_by))
    if not text.strip("<>()[]-"):
        return Decider("unknown", interviewed=find(_address(decision.decided_by), panel) is not None)
    whole = _one(text, panel)
    parts = [part for part in _JOINED.split(text) if part.strip()]
    # "Director of People and Culture" and "Ruth Calder, Head of Sales & Marketing" are one.
    alone = (
        whole.kind == "post" or _is_department(text) or (whole.post and not _JOINED.search(whole.name or ""))
    )
    if alone or len(parts) < 2:
        return _with_post(text, panel) or whole if whole.kind == "unknown" else whole
    return _several([_one(part, panel) for part in parts])


def _with_post(text: str, panel: Sequence[Interviewer]) -> Decider | None:
    """Return "Name, Post" for a post in no list, where an interviewer has the name or the post an acronym."""
    name, _, post = (part.strip() for part in text.partition(","))
    known = find(name, panel) if post else None
    if known is None and not (_ACRONYM.search(post) and _could_be_name(name)):
        return None
    return Decider("person", _shown(name), post, known is not None)


def _in_one_line(text: str) -> str:
    """Return a text in one line, without what is not a name or a post: pronouns, a final stop."""
    bare = _BRACKETED.sub(lambda found: "" if _PRONOUNS.match(found[1].strip()) else found[0], text)
    return " ".join(_LINES.sub(", ", bare).split()).strip(" .,;")


def _several(each: Sequence[Decider]) -> Decider:
    """Return several people, or people and a group, as one; nobody where one of them is not sure."""
    if any(one.name is None for one in each):
        return UNKNOWN
    names = [one.name if one.kind == "person" else f"the {one.name}" for one in each if one.name]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    return Decider("people", listed, interviewed=all(one.interviewed for one in each))


def _one(text: str, panel: Sequence[Interviewer]) -> Decider:
    """Return what one text names: the pieces that commas, dashes and brackets part it into, sorted."""
    posts: list[str] = []
    names: list[str] = []
    for piece in _pieces(text):
        if _is_post(piece):
            posts.append(_ARTICLE.sub("", piece))
        elif not ((names or posts) and _adds_nothing(piece)):
            names.append(piece)
    if not names:
        return Decider("post", post=posts[0]) if posts else UNKNOWN
    if len(names) == 1 and (group := _group(names[0])):
        return Decider("group", group, interviewed=_interviewing(group) and bool(panel))
    name, leading = _name(names, panel)
    if name is None:
        return UNKNOWN
    record = find(name, panel)
    if record and record.name and _better(name, _shown(record.name)):
        name = _shown(record.name)
    post = next(iter(posts), None) or leading or _post_of(record)
    return Decider("person", name, post, interviewed=record is not None)


def _pieces(text: str) -> list[str]:
    inside = [found.strip() for found in _BRACKETED.findall(text)]
    return [piece for piece in (*_PARTED.split(_BRACKETED.sub(" ", text)), *inside) if piece.strip()]


def _is_post(piece: str) -> bool:
    """Whether a piece is a post: Head of Data, Talent Acquisition Partner."""
    head, *after = _BEFORE_PREPOSITION.split(f"{piece} ", maxsplit=1)
    last = _last_word(head)
    if words().sentences.intersection(_ARTICLE.sub("", head).casefold().split()):
        return False
    return last in words().posts or (bool(after) and last in words().posts_of)


def _adds_nothing(piece: str) -> bool:
    """Whether a piece beside a name says neither who nor what post: PhD, Talent, ext. 4."""
    small = {word.strip(".").casefold() for word in piece.split()}
    return (
        small <= words().qualifications | words().departments | words().not_posts | {"and", "&"}
        or any(character.isdigit() for character in piece)
        or bool(_group(piece))
    )


def _group(text: str) -> str | None:
    """Return the name of a group without its article; a department by itself is a team."""
    bare = _ARTICLE.sub("", text)
    if _is_department(bare):
        return _small(f"{bare} team")
    head = _BEFORE_PREPOSITION.split(f"{bare} ", maxsplit=1)[0]
    return _small(bare) if _last_word(head) in words().groups else None


def _is_department(text: str) -> bool:
    small = set(text.casefold().split())
    return bool(small) and small <= words().departments | {"and", "&"}


def _small(group: str) -> str:
    """Write a group inside a sentence: "hiring committee"; "TA" and "Northgate" stay as they are."""
    ordinary = words().groups | words().departments | words().of_groups
    return " ".join(
        word.lower() if word.istitle() and word.casefold() in ordinary else word for word in group.split()
    )


def _interviewing(group: str) -> bool:
    return any(word.casefold() in words().interviewing for word in group.split())


def _name(pieces: Sequence[str], panel: Sequence[Interviewer]) -> tuple[str | None, str | None]:
    """Return a person's name, given name first, and a post written before it; None, None where not sure."""
    if len(pieces) == 1:
        return _without_post(pieces[0])
    if len(pieces) > 2 or not all(_could_be_name(piece) for piece in pieces):
        return None, None
    family, given = pieces
    if len(_plain_words(family)) == 1:
        return _shown(f"{given} {family}"), None
    # "Duarte Silva, Ines" and "Ines Duarte, Quayside" look the same, unless the person is known.
    record = find(f"{given} {family}", panel)
    known = record and record.name and len(record.name.split()) >= len(f"{given} {family}".split())
    return (_shown(f"{given} {family}") if known else None), None


def _without_post(text: str) -> tuple[str | None, str | None]:
    """Return a name and the post before it: "Hiring Manager Ines Duarte"."""
    each = text.split()
    for place in range(len(each) - 1, 0, -1):
        post, name = " ".join(each[:place]), " ".join(each[place:])
        if _is_post(post) and _could_be_name(name) and not name.islower():
            return _shown(name), _ARTICLE.sub("", post)
    return (_shown(text), None) if _could_be_name(text) else (None, None)


def _could_be_name(text: str) -> bool:
    """Whether every word looks like a part of a person's name."""
    each = text.split()
    if not 0 < len(each) <= _MOST_WORDS or any(character.isdigit() or character == "_" for character in text):
        return False
    if text.casefold().strip(".") in words().nobody or words().sentences.intersection(
        text.casefold().split()
    ):
        return False
    if text.islower():
        return 1 < len(each) <= _MOST_SMALL_WORDS
    return all(word.casefold() in words().particles for word in each if word.islower())


def _plain_words(text: str) -> list[str]:
    dropped = words().particles | words().honorifics
    return [word for word in text.split() if word.strip(".").casefold() not in dropped]


def _shown(text: str) -> str:
    """Return a name as a letter writes it: no brackets, no qualifications, not all in capitals."""
    bare = _BRACKETED.sub(" ", _ADDRESS.sub(" ", text))
    before, _, after = bare.partition(",")
    if len(before.split()) == 1 and _could_be_name(after.strip()) and not _is_post(after):
        before = f"{after} {before}"
    each = before.split()
    while len(each) > 2 and each[-1].isupper() and each[-1].casefold() in words().qualifications:
        each.pop()
    return " ".join(_cased(word, each) for word in each)


def _cased(word: str, each: Sequence[str]) -> str:
    long = [other for other in each if len(other.strip(".")) > 1]
    shouted = word.isupper() and "." not in word and len(word) > 1
    shouted = shouted and (len(word) > 3 or all(map(str.isupper, long)))
    if not shouted and not all(map(str.islower, each)):
        return word
    if word.casefold() in words().particles:
        return word.lower()
    return "".join(part.capitalize() for part in re.split(r"([-'’])", word))


def _better(name: str, other: str) -> bool:
    """Whether the other form of a name is fuller: "Ines Duarte" for "I. Duarte"."""
    full, fuller = (
        [word for word in _plain_words(each) if len(word.strip(".")) > 1] for each in (name, other)
    )
    return len(fuller) > len(full)


def _post_of(record: Interviewer | None) -> str | None:
    """Return the post of an interviewer; "interviewer" is none."""
    if record is None or record.role is None:
        return None
    small = record.role.casefold().split()
    return None if small[-1] in words().not_posts or _group(record.role) else _ARTICLE.sub("", record.role)


def _last_word(text: str) -> str:
    each = text.split()
    return each[-1].strip(".").casefold() if each else ""


def _address(text: str) -> str:
    found = _ADDRESS.search(text)
    return found.group().strip("<>()[] ").removeprefix("mailto:") if found else ""
