"""The mails in one text: an e-mail, and those below it that it answers or passes on.

In: the text of an e-mail and its subject. Out: what each person wrote, and the lines that are no note. A mail
that is passed on is a note of who wrote it; one that is only answered was a question, and is left out.
"""

import re
from typing import NamedTuple

from recruiter_kit.intake.cleaning.mail import PASSED_ON, header_count, without_mail

FEWEST_HEADERS = 3
_ANSWERS = re.compile(r"\s*(?:re|aw|antw|sv|res|rif|odp)(?:\[\d+\])?\s*:", re.IGNORECASE)
_FROM = re.compile(r"^\*?(?:from|von|de|da|van)\*?: ?(.+)$", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*(?:<[^<>]*>|[\[(](?:mailto:)?[^<>\[\]()]*@[^<>\[\]()]*[\])])")


class Mail(NamedTuple):
    """The note in one mail, who wrote it where a header in the text says so, and the lines left out of it."""

    text: str
    by: str | None
    left: tuple[str, ...]


def mails(text: str, subject: str) -> list[Mail]:
    """Return the mails of a text, the newest first; nothing that is written is lost."""
    lines = text.split("\n")
    stripped = [line.strip().lstrip("> ").strip() for line in lines]
    cuts = [at for at in range(len(lines)) if _begins(stripped, at)]
    parts = [(start, end) for start, end in zip([0, *cuts], [*cuts, len(lines)], strict=True)]
    found: list[Mail] = []
    for number, (start, end) in enumerate(parts):
        if number == 0:
            found.append(_mail(lines[start:end], None, ()))
            continue
        first = start + (1 if PASSED_ON.match(stripped[start]) else 0)
        while first < end and not stripped[first]:
            first += 1
        headers = first + header_count(stripped, first)
        by = next(filter(None, map(sender, stripped[first:headers])), None)
        above = tuple(filter(None, stripped[start:headers]))
        if _ANSWERS.match(subject) and any(mail.text.strip() for mail in found):
            found.append(Mail("", by, (*above, *filter(None, stripped[headers:end]))))
        else:
            found.append(_mail(_unquoted(lines[headers:end]), by, above))
    return found


def sender(line: str) -> str | None:
    """Return the name in a line such as "From: Owen Walsh <owen@example.org>", None when it is another."""
    match = _FROM.match(line)
    return name_in(match[1]) if match else None


def name_in(address: str) -> str:
    """Return the name in an address as mail programs write it; the address itself where it has no name."""
    name = _ADDRESS.sub("", address).strip(" \"'*")
    if not name:
        name = re.sub(r"[<>\[\]]", "", address).strip()
    last, _, first = name.partition(", ")
    return f"{first} {last}" if first and len(name.split()) < 5 and "@" not in name else name


def _begins(lines: list[str], at: int) -> bool:
    """Whether another mail begins in this line: a mark of a mail program, or its headers."""
    if PASSED_ON.match(lines[at]):
        return True
    if not _FROM.match(lines[at]) or header_count(lines, at) < FEWEST_HEADERS:
        return False
    before = next((line for line in reversed(lines[:at]) if line), "")
    return not PASSED_ON.match(before)


def _unquoted(lines: list[str]) -> list[str]:
    filled = [line for line in lines if line.strip()]
    if filled and all(line.lstrip().startswith(">") for line in filled):
        return [re.sub(r"^\s*> ?", "", line) for line in lines]
    return lines


def _mail(lines: list[str], by: str | None, above: tuple[str, ...]) -> Mail:
    kept, _ = without_mail("\n".join(lines))
    return Mail(kept, by, (*above, *_missing(lines, kept)))


def _missing(lines: list[str], kept: str) -> list[str]:
    """Return the lines, and the ends of lines, that are not in the note any more."""
    rest = [line.strip() for line in kept.split("\n")]
    missing: list[str] = []
    at = 0
    for line in filter(None, (line.strip() for line in lines)):
        while at < len(rest) and not rest[at]:
            at += 1
        bare = line.lstrip("> ").strip()
        here = rest[at] if at < len(rest) else None
        if here in (line, bare):
            at += 1
        elif here and bare.startswith(here):
            missing.append(bare[len(here) :].strip())
            at += 1
        else:
            missing.append(bare)
    return [line for line in missing if line]
