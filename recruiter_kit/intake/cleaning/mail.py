"""A mail around a note: history, headers, closing, signature, what a program writes below.

In: any text. Out: the note itself, and whether whole lines were left out. Text that follows is left out only
where it looks like a name, a post and an address; anything else is part of the note.
"""

import re
from functools import cache

from recruiter_kit.intake.cleaning.words import words

LONGEST_SIGNATURE = 8
LONGEST_LINE = 90
SHORT = 4
_SENTENCE = re.compile(r" .*\w[.!?]$|^p\.? ?s\b", re.IGNORECASE)
_SENT_ON = r"(?=.*(?:\b\d{4}\b|\d:\d\d|@))"
_WROTE = re.compile(
    rf"^{_SENT_ON}(?:On .{{4,160}}\bwrote:|(?:Am|Le|El) .{{4,160}}(?:schrieb|a écrit|escribió).{{0,80}}:)$"
)
_WROTE_IN_TWO = re.compile(rf"^{_SENT_ON}On .{{4,120}}$")
PASSED_ON = re.compile(
    r"^[-_]{2,}\s*(?:original message|ursprüngliche nachricht|forwarded message)\s*[-_]{2,}$"
    r"|^begin forwarded message:$",
    re.IGNORECASE,
)
_FROM = re.compile(r"^(?:from|von): ?\S", re.IGNORECASE)
_OF_HISTORY = ("wrote:", "schrieb", "écrit", "escribió", " message", "nachricht", "\nfrom:", "\nvon:")
_OF_PROGRAMS = (
    "sent ",
    "get ",
    "download ",
    "gesendet",
    "von mein",
    "envoyé",
    "enviado",
    "inviato",
    "verzon",
)
_HEADER = re.compile(
    r"^(?:from|sent|date|to|cc|bcc|subject|reply-to|von|gesendet|an|betreff): ?\S.*$", re.IGNORECASE
)
_QUOTED = re.compile(r"^(?:> ?)++(?!\d)")
_BEHIND_NAME = re.compile(r"\s*[,|(]|\s[-–—]\s")
_DELIMITER = re.compile(r"^(?:--|—|__)$")
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|\bhttps?://|\bwww\."
    r"|^(?:m|t|tel|mob|mobile|phone|office|direct)\b[.: ]*\+?[\d ()-]{6,}$"
    r"|^\+?[\d ()./-]{7,}$",
    re.IGNORECASE,
)
_NAME = re.compile(r"^[^\W\d_][\w'’.-]*(?: (?:(?:de|da|van|von|der|la|al|bin) )*[^\W\d_][\w'’.-]*){0,3},?$")


def without_mail(text: str) -> tuple[str, bool]:
    """Return the note without the mail around it, and whether any line was left out."""
    small = f"\n{text.casefold()}"
    if ">" not in text and not any(sign in small for sign in _signs()):
        return text, False
    lines = [line.strip() for line in text.split("\n")]
    kept = _without_history(lines) if any(sign in small for sign in _OF_HISTORY) else lines
    kept = [_QUOTED.sub("", line) if line.startswith(">") else line for line in kept]
    kept = [line for line in kept if not _by_a_program(line)]
    while (shorter := _without_signature(kept)) != kept:
        kept = shorter
    dropped = sum(map(bool, kept)) < sum(map(bool, lines))
    return "\n".join([*kept[:-1], *map(_without_end, kept[-1:])]), dropped


def _without_history(lines: list[str]) -> list[str]:
    """Leave out the mails that this one answers; a mail that was only passed on is the note."""
    first = next((at for at, line in enumerate(lines) if line), 0)
    for at, line in enumerate(lines):
        if not line:
            continue
        wrote = 1 if _WROTE.match(line) else 0
        if not wrote and _WROTE_IN_TWO.match(line) and "".join(lines[at + 1 : at + 2]).endswith("wrote:"):
            wrote = 2
        if wrote:
            return lines[:at] + _below_quote(lines[at + wrote :])
        headers = header_count(lines, at) if _FROM.match(line) else 0
        if headers > 2 or PASSED_ON.match(line):
            start = at if headers else at + 1
            while start < len(lines) and not lines[start]:
                start += 1
            return lines[:at] if at > first else lines[start + header_count(lines, start) :]
    return lines


@cache
def words_around_mail() -> frozenset[str]:
    """Return words, in lower case, of which one at least is in every line that has a mail around it.

    Each is there with the signs that may follow it, for a line that is divided at its spaces only.
    """
    lexicon = words()
    phrases = (*_OF_HISTORY, *_OF_PROGRAMS, *lexicon.closings, *lexicon.weak_closings, *lexicon.notices)
    longest = {max(re.findall(r"[^\W\d_]+", phrase), key=len) for phrase in phrases}
    return frozenset(word + sign for word in longest for sign in ("", ",", "!", ".", ",.", "!."))


def _below_quote(rest: list[str]) -> list[str]:
    """Return what was answered below a quoted mail; a mail that is quoted without marks is left out whole."""
    first = next((line for line in rest if line), "")
    return [line for line in rest if not line.startswith(">")] if first.startswith(">") else []


def header_count(lines: list[str], at: int) -> int:
    """Return how many lines from `at` on are headers of a mail."""
    count = 0
    while at + count < len(lines) and _HEADER.match(lines[at + count]):
        count += 1
    return count


def _without_signature(lines: list[str]) -> list[str]:
    """Return the lines above the closing, or above "--", when only a signature is below."""
    kept = list(lines)
    while kept and (not kept[-1] or _DELIMITER.match(kept[-1])):
        kept.pop()
    cut, below = len(kept), list[str]()
    for at in range(len(kept) - 1, -1, -1):
        if len(below) > LONGEST_SIGNATURE:
            break
        if kept[at]:
            cut = at if _closes(kept[at], below) else cut
            below.insert(0, kept[at])
    return kept[:cut]


def _closes(line: str, rest: list[str]) -> bool:
    """Whether a line closes a mail, and what follows is a signature: a name first, no whole sentence."""
    if any(len(below) > LONGEST_LINE or _SENTENCE.search(below) for below in rest):
        return False
    first = rest[0] if rest else ""
    if _DELIMITER.match(line):
        return not rest or bool(_CONTACT.search(first) or _closing().match(first)) or _is_name(first, 2)
    closing = _closing().match(line)
    if closing is None:
        return False
    named, sure = closing["name"], bool(closing["strong"] or closing["comma"])
    if named:
        return sure and _is_name(named)
    if not rest:
        return sure
    return _is_name(first, 1 if sure else 2) or (sure and bool(_CONTACT.search(first)))


def _is_name(line: str, least: int = 1) -> bool:
    """Whether a line begins with somebody's name, of `least` parts or more, and a post at most behind it."""
    name = _BEHIND_NAME.split(line, maxsplit=1)[0]
    parts = name.split()
    if len(parts) < least or not _NAME.match(name) or parts[0].casefold() in words().not_names:
        return False
    return all((part[:1].isupper() and not part[1:].isupper()) or len(part) < SHORT for part in parts)


def _by_a_program(line: str) -> bool:
    small = line.casefold()
    return small.startswith(words().notices) or (
        any(sign in small for sign in _OF_PROGRAMS) and bool(_sent_from().fullmatch(line))
    )


def _without_end(line: str) -> str:
    """Leave out a closing or a device at the end of a line, behind a whole sentence."""
    for found in (_sent_from().finditer(line), _regards_inside().finditer(line)):
        for match in found:
            before = line[: match.start()]
            before = before.rstrip() if before.endswith(" ") else ""
            if before.endswith((".", "!", "?")) and match.end() == len(line):
                return before
    return line


@cache
def _signs() -> tuple[str, ...]:
    """Return what a text holds, in lower case, that may have a mail around it."""
    lexicon = words()
    begin = (*lexicon.weak_closings, *lexicon.notices, "--", "—", "__")
    return (*_OF_HISTORY, *_OF_PROGRAMS, *lexicon.closings, *(f"\n{sign}" for sign in begin))


@cache
def _closing() -> re.Pattern[str]:
    strong = "|".join(map(re.escape, sorted(words().closings, key=len, reverse=True)))
    weak = "|".join(map(re.escape, sorted(words().weak_closings, key=len, reverse=True)))
    return re.compile(
        rf"^(?:(?P<strong>(?i:{strong}))|(?i:{weak}))(?P<comma>[,!]?)\.?(?: (?P<name>[^\W\d_].{{0,60}}))?$"
    )


@cache
def _regards_inside() -> re.Pattern[str]:
    strong = "|".join(map(re.escape, sorted(words().closings, key=len, reverse=True)))
    return re.compile(rf"(?<=[.!?] )(?i:{strong}),(?: [^.!?]{{1,80}})?\.?$")


@cache
def _sent_from() -> re.Pattern[str]:
    devices = "|".join(map(re.escape, sorted(words().devices, key=len, reverse=True)))
    return re.compile(
        r"(?:Sent (?:from|via|with|using)|Gesendet (?:von|mit)|Von mein\w+|Envoyé (?:de|depuis)"
        r"|Enviado (?:desde|de)|Inviato da|Verzonden (?:met|vanaf)|Get|Download)"
        rf" (?:[\w'’+-]+[ ®™]+){{0,3}}?(?:{devices})"
        rf"(?:[ ®™]+(?:for|on|app|mini|pro|plus|max|device|gesendet|5g|4g|lte|\d\w{{0,3}}|{devices})){{0,4}}"
        r"(?: ?<[^<>]*>| https?://\S+)?\.?$",
        re.IGNORECASE,
    )
