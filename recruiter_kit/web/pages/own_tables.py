"""What a person says of an organisation's own table, from the two forms that ask for it.

In: what was asked and what a form sent. Out: Said for each table, and what is wrong with the answers, if
anything.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from recruiter_kit.intake.table.asking import Asked, Values, still_missing
from recruiter_kit.intake.table.cell_values import level_of
from recruiter_kit.intake.table.said import LEVEL_OF, NOTE_ON, SINGLE_MEANINGS, Said
from recruiter_kit.intake.table.suggesting import criterion_in
from recruiter_kit.messages import say
from recruiter_kit.model import Recommendation

OF_CRITERION = (LEVEL_OF.strip(), NOTE_ON.strip())
NEEDED = frozenset({"name", "role", "interviewer", "criterion", "level", "note"})
_NAMES = {
    "name": "meaning_name",
    "level of": "meaning_level_of",
    "note on": "meaning_note_on",
    "submitted_at": "meaning_submitted_at",
    "application": "meaning_application",
    "candidate": "meaning_candidate",
    "role_id": "meaning_role_id",
    "interviewer_id": "meaning_interviewer_id",
    "criterion_id": "meaning_criterion_id",
    "scorecard": "meaning_scorecard",
}
_GROUPS = (
    ("column_group_ratings", (*OF_CRITERION, "criterion", "level", "note", "private_note", "recommendation")),
    (
        "column_group_candidate",
        (
            "name",
            "given_name",
            "family_name",
            "email",
            "can_email",
            "role",
            "organisation",
            "stage",
            "status",
        ),
    ),
    ("column_group_interview", ("interviewer", "interviewer_role", "interview", "submitted_at", "occasion")),
    (
        "column_group_ids",
        ("application", "candidate", "scorecard", "role_id", "interviewer_id", "criterion_id"),
    ),
)


def columns_said(
    asked: Sequence[Asked], before: Sequence[Said], form: Mapping[str, str]
) -> tuple[tuple[Said, ...], str]:
    """Return what the form about columns says of each table, and what is wrong with it, "" for nothing."""
    listed: list[Said] = []
    for table, each in enumerate(asked):
        columns = {
            heading.name: _meaning(form, table, at, heading.name) for at, heading in enumerate(each.headings)
        }
        twice = [meaning for meaning, count in Counter(filter(None, columns.values())).items() if count > 1]
        if twice:
            return (), say("columns_twice", columns=", ".join(map(shown, twice)))
        known = next((said for said in before if said.by_heading().keys() == columns.keys()), None)
        listed.append(known.model_copy(update={"columns": columns}) if known else Said(columns=columns))
    return tuple(listed), still_missing([said for said in listed if any(said.columns.values())])


def values_said(
    said: Sequence[Said], values: Sequence[Values], form: Mapping[str, str]
) -> tuple[tuple[Said, ...], str]:
    """Return what the form about values says of each table, and what is wrong with it, "" for nothing."""
    listed: list[Said] = []
    for table, (each, open_values) in enumerate(zip(said, values, strict=True)):
        try:
            listed.append(_with_values(each, open_values, form, str(table)))
        except (ValidationError, ValueError):
            return (), say("values_incomplete")
    return tuple(listed), ""


def chosen(said: Said | None, heading: str, suggested: str) -> tuple[str, str]:
    """Return the option and the criterion that a form begins with for a heading."""
    meaning = said.by_heading().get(heading, "") if said else suggested
    for beginning in OF_CRITERION:
        if meaning.startswith(f"{beginning} "):
            return beginning, meaning.removeprefix(f"{beginning} ")
    return meaning, criterion_in(heading)[1]


def column_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what a column may hold, in groups, as a form offers it; what is usually needed has a mark."""
    return [(say(group), [(each, _offered(each)) for each in choices]) for group, choices in _GROUPS]


def shown(meaning: str) -> str:
    """Return what a column holds as a page writes it."""
    return say(_NAMES[meaning]) if meaning in _NAMES else meaning.replace("_", " ")


def _offered(meaning: str) -> str:
    return f"{shown(meaning)} *" if meaning in NEEDED else shown(meaning)


def _meaning(form: Mapping[str, str], table: int, at: int, heading: str) -> str:
    meaning = form.get(f"column-{table}-{at}", "")
    if meaning in OF_CRITERION:
        named = " ".join(form.get(f"criterion-{table}-{at}", "").split())[:200]
        return f"{meaning} {named or criterion_in(heading)[1] or heading}"
    return meaning if meaning in SINGLE_MEANINGS else ""


def _with_values(said: Said, values: Values, form: Mapping[str, str], table: str) -> Said:
    update: dict[str, Any] = {}
    if values.days:
        update["days"] = form.get(f"days-{table}")
        if not update["days"]:
            raise ValueError
    if values.scale:
        lowest, highest = (form.get(f"{end}-{table}", "").strip() for end in ("lowest", "highest"))
        update["scale"] = {"lowest": int(lowest), "highest": int(highest)}
    levels = {word.literal: form.get(f"level-{table}-{at}", "") for at, word in enumerate(values.levels)}
    update["levels"] = {**said.levels, **{literal: _level(text) for literal, text in levels.items()}}
    meant = {
        word.literal: form.get(f"recommendation-{table}-{at}", "")
        for at, word in enumerate(values.recommendations)
    }
    known = {literal: text if text in set(Recommendation) else None for literal, text in meant.items()}
    update["recommendations"] = {**said.recommendations, **known}
    if values.role:
        role = " ".join(form.get(f"role-{table}", "").split())
        if not role:
            raise ValueError
        update["constant"] = {**said.constant, "role": role}
    if values.formulas:
        update["formulas"] = form.get(f"formulas-{table}") == "yes"
    return Said.model_validate({**said.model_dump(), **update})


def _level(text: str) -> float | None:
    """Return the level that was typed for a word, None where it counts as not assessed."""
    level = level_of(text.strip())
    if level is None or isinstance(level, float):
        return level
    raise ValueError(text)
