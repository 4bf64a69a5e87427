"""The sentences of the product in an organisation's voice: its own wording, its spelling, its tone.

In: a sentence's key and its fields. Out: the sentence. What is filled in (names, what interviewers wrote,
what the role needs) is never re-spelled or changed: only our own words are.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from recruiter_kit.composing import phrasing
from recruiter_kit.files.data_file import content
from recruiter_kit.model import Record
from recruiter_kit.standard import Standard

_OUTSIDE_BRACES = re.compile(r"(\{\w+\})")


class Voice(Record):
    """How an organisation speaks."""

    standard: Standard

    def say(self, key: str, **fields: object) -> str:
        """Return the sentence `file.group.name`, in this voice, with its fields filled in."""
        own = self.standard.wording.get(key)
        return (own or self.spell(phrasing.wording(key))).format(**fields)

    def spell(self, text: str) -> str:
        """Return our own `text` in the spelling and tone of the standard; names in braces stay."""
        parts = _OUTSIDE_BRACES.split(text)
        return "".join(part if part.startswith("{") else self._spelled(part) for part in parts)

    def _spelled(self, text: str) -> str:
        if self.standard.spelling == "en-US":
            text = _swap(text, "american")
        return text if self.standard.tone.contractions else _swap(text, "full")


def _swap(text: str, table: str) -> str:
    words, pattern = _table(table)

    def better(match: re.Match[str]) -> str:
        word = match[0]
        new = words[word.casefold()]
        return f"{new[:1].upper()}{new[1:]}" if word[:1].isupper() else new

    return pattern.sub(better, text)


@cache
def _table(name: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    table: Any = content(phrasing.wording_file("spelling.yaml"))
    words = {str(key): str(value) for key, value in table[name].items()}
    longest_first = sorted(words, key=len, reverse=True)
    return words, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
