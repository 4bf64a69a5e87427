"""A role from a few answers: its title, its scale, and its criteria, one per line.

In: answers as texts. Out: a role whose criteria are still to be completed, or what is wrong with an answer.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from recruiter_kit.files.text import one_line
from recruiter_kit.intake.role_making.editing import CriterionSheet, RoleSheet, edited
from recruiter_kit.messages import say
from recruiter_kit.model import Role

_MARK = re.compile(r"^\s*(?:[-*•–▪●]|\(?\d{1,2}[.)])\s+")
_EXPLAINED = re.compile(r"(.{2,80}?)(?::\s+|\s+[–—]\s+)(\S.*)")


class Answers(NamedTuple):
    """What a person answered; `required` is the level needed for every criterion, unless one is changed."""

    title: str = ""
    organisation: str = ""
    lowest: str = "1"
    highest: str = "5"
    required: str = ""
    criteria: str = ""


class Asked(NamedTuple):
    """The role, None where an answer is wrong; `problems` says which and why, by the answer's name."""

    role: Role | None
    problems: Mapping[str, str]


def asked_role(answers: Answers) -> Asked:
    """Return the role that the answers make.

    "Planning: plans before starting" is a criterion with a text for the level needed, where that is known.
    """
    required = answers.required.strip()
    sheets = tuple(
        _criterion(f"c{at}", line, required)
        for at, line in enumerate(line for line in answers.criteria.splitlines() if line.strip())
    )
    sheet = RoleSheet(answers.title, answers.organisation, "", answers.lowest, answers.highest, sheets)
    blank = Role(id=id_of(answers.title), title=one_line(answers.title)[:300] or "-")
    done = edited(blank, sheet)
    if done.role is None:
        return Asked(None, _problems(done.problems))
    if not done.role.criteria:
        return Asked(None, {"criteria": say("role_no_criteria")})
    return Asked(done.role, {})


def id_of(title: str) -> str:
    """Return the id of a role that is made here: "Data Engineer" is data-engineer."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:100] or "role"


def _criterion(key: str, line: str, required: str) -> CriterionSheet:
    name = _MARK.sub("", line).strip()
    explained = _EXPLAINED.fullmatch(name)
    if explained and required:
        return CriterionSheet(key, name=explained[1], required=required, levels={required: explained[2]})
    return CriterionSheet(key, name=name, required=required)


def _problems(found: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Return the problems by answer: what is wrong with a line is wrong with the criteria."""
    names = {"required": "required", "name": "criteria"}
    problems: dict[str, str] = {}
    for (key, name), why in found.items():
        problems.setdefault(names.get(name, "required") if key else name, why)
    return problems
