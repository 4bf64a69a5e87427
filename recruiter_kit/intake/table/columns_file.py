"""A columns file as a person reads it: what was said of each table, and what is still to be said as comments.

In: the tables asked about, what was said, and what is open. Out: the text of the file.
"""

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from recruiter_kit.intake.table.asking import Asked, Values, still_missing
from recruiter_kit.intake.table.looked_up import is_list
from recruiter_kit.intake.table.said import SINGLE_MEANINGS, Said
from recruiter_kit.messages import say
from recruiter_kit.model import Recommendation

_BEGINNING = """\
# Which column of a table holds what, and what its values mean (docs/formats.md, "Other tables").
# A column holds "" (left out), "level of X" or "note on X" for a criterion X, or one of:
# {meanings}
tables:
"""
WIDTH = 100
_RECOMMENDATIONS = ", ".join([*Recommendation, "null"])


def written(tables: Sequence[tuple[Asked, Said, Values]]) -> str:
    """Return the text of a columns file; at its end stands what no table says yet."""
    lines = [line for asked, said, values in tables for line in _table(asked, said, values)]
    used = [said for _, said, _ in tables if any(said.columns.values())]
    only_lists = all(is_list([*said.columns.values()]) for said in used)
    if missing := _nothing_rated(used) if used and only_lists else still_missing(used):
        lines += textwrap.wrap(missing, WIDTH, initial_indent="# to do: ", subsequent_indent="# ")
    meanings = "\n# ".join(textwrap.wrap(", ".join(SINGLE_MEANINGS), WIDTH))
    return _BEGINNING.format(meanings=meanings) + "\n".join(lines) + "\n"


def _nothing_rated(listed: Sequence[Said]) -> str:
    """Return that all tables only say more of ids: alone they hold no scorecard."""
    return say("needs_ratings", headings=", ".join(list(listed[0].columns)[:3]))


def _table(asked: Asked, said: Said, values: Values) -> Iterator[str]:
    yield f"  # {', '.join(asked.tables)}"[:WIDTH]
    yield "  - columns:"
    for heading in asked.headings:
        examples = "; ".join(" ".join(value.split()) for value in heading.values)
        comment = f"  # {examples}"[:60] if examples else ""
        yield f"      {_quoted(heading.name)}: {_quoted(said.columns.get(heading.name, ''))}{comment}"
    if said.days:
        yield f"    days: {said.days}"
    elif values.days:
        yield f"    # to do: days: day_first or month_first ({values.days})"
    if said.scale:
        highest = f"  # check: the highest level in the table is {values.highest:g}" if values.highest else ""
        yield f"    scale: {{lowest: {said.scale.lowest}, highest: {said.scale.highest}}}{highest}"
    yield from _words("levels", dict(said.levels))
    yield from (
        f"    # to do: levels: {{{_quoted(word.literal)}: a number, or null for not assessed}}"
        for word in values.levels
        if word.literal not in said.levels
    )
    yield from _words("recommendations", dict(said.recommendations))
    yield from (
        f"    # to do: recommendations: {{{_quoted(word.literal)}: one of {_RECOMMENDATIONS}}}"
        for word in values.recommendations
        if word.literal not in said.recommendations
    )
    yield from _words("constant", dict(said.constant))
    if values.role:
        yield "    # to do: constant: {role: the role of everybody in the table}"
    if said.formulas is not None:
        yield f"    formulas: {'true' if said.formulas else 'false'}"
    elif values.formulas:
        yield f"    # to do: formulas: true, to use what is stored for {values.formulas} cells with formulas"


def _words(key: str, words: Mapping[str, object]) -> Iterator[str]:
    if words:
        yield f"    {key}:"
        yield from (
            f"      {_quoted(word)}: {json.dumps(meant, ensure_ascii=False)}" for word, meant in words.items()
        )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
