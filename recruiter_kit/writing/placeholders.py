"""Names out, placeholders in: what a model is shown names nobody (R7, R9).

In: an application and the names of everybody around it. Out: texts with "the candidate", "the interviewer"
and "Person A" instead of names. Doubt hides: a word that may be a name is taken for one.
"""

import re
from collections.abc import Sequence
from string import ascii_uppercase

from recruiter_kit.language.names import Names, name_parts
from recruiter_kit.model import Application

CANDIDATE = "the candidate"
INTERVIEWER = "the interviewer"
_PERSON = "Person"
_MOST_NAMES = 100
_TWICE = re.compile(rf"({CANDIDATE}|{INTERVIEWER}|{_PERSON} [A-Z])(?:[ .]+\1)+")
_ADDRESS = re.compile(r"[^\s<>()\"',;]+@[^\s<>()\"',;]+")
_STANDS_FOR = re.compile(rf"\b(?:{CANDIDATE}|{_PERSON} [A-Z]|somebody else's address)\b", re.IGNORECASE)


class Placeholders:
    """Hides the names around one application; the same name gets the same placeholder in each text."""

    def __init__(self, application: Application, people: Sequence[str]) -> None:
        own = application.candidate
        interviewers = {card.interviewer.name for card in application.scorecards if card.interviewer.name}
        self._own = Names((own.full_name,))
        self._interviewers = name_parts(interviewers)
        decided_by = (application.decision.decided_by,) if application.decision else ()
        self._others = Names.of((*people, *sorted(interviewers), *decided_by), own=own)
        whole = {own.full_name, *interviewers, *decided_by, *people}
        self._full = sorted((name for name in whole if " " in name), key=lambda name: (-len(name), name))
        self._candidate = name_parts((own.full_name,))
        self._letters: dict[str, str] = {}

    def hide(self, text: str) -> str:
        """Return `text` without names and e-mail addresses."""
        text = without_addresses(text)
        small = text.casefold()
        for name in self._full:
            if name.casefold() in small:
                text = _replaced(text, name, self._stands_for(name), re.IGNORECASE)
        for names in (self._own, self._others):
            for _ in range(_MOST_NAMES):
                found = names.found_in(text)
                if found is None or found in (_PERSON, "Candidate", "Interviewer"):
                    break
                text = _replaced(text, found, self._stands_for(found), 0)
        return _TWICE.sub(r"\1", text)

    def _stands_for(self, name: str) -> str:
        small = name.casefold()
        if small in self._candidate:
            return CANDIDATE
        if small in self._interviewers:
            return INTERVIEWER
        letter = ascii_uppercase[min(len(self._letters), len(ascii_uppercase) - 1)]
        return f"{_PERSON} {self._letters.setdefault(small, letter)}"


def without_addresses(text: str) -> str:
    """Return `text` with a placeholder for each e-mail address."""
    return _ADDRESS.sub("somebody else's address", text)


def stands_for_somebody(text: str) -> bool:
    """Whether a proposal holds a placeholder: no letter says "Person A", and the candidate is "you"."""
    return bool(_STANDS_FOR.search(text))


def _replaced(text: str, name: str, placeholder: str, flags: int) -> str:
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", placeholder, text, flags=flags)
