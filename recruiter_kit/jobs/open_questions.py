"""What is still to be asked about the values of the tables that a person has spoken of.

In: opened files. Out: the same files with what their own dates settle, and the questions that are open.
"""

from collections.abc import Sequence
from dataclasses import replace

from recruiter_kit.intake.opening import Opened
from recruiter_kit.intake.table.asking import Values, certain, values_to_ask
from recruiter_kit.intake.table.said import Said
from recruiter_kit.intake.table.sheet import Sheet


def open_questions(opened: Opened) -> tuple[Opened, tuple[Said, ...], tuple[Values, ...]]:
    """Return the files with their dates settled, what was said of each kind of table, and what is open."""
    settled: dict[tuple[str, ...], Said] = {}
    for source in opened.sources:
        if source.said is not None:
            key = tuple(sorted(source.said.by_heading()))
            settled[key] = certain(_sheets_of(opened, source.said), source.said)
    sources = [
        replace(source, said=settled[tuple(sorted(source.said.by_heading()))]) if source.said else source
        for source in opened.sources
    ]
    settled_files, said = replace(opened, sources=tuple(sources)), tuple(settled.values())
    return settled_files, said, tuple(_values(settled_files, each, said) for each in said)


def _values(opened: Opened, said: Said, every: Sequence[Said]) -> Values:
    others = [other for other in every if other is not said]
    with_role = any({"role", "role_id"} & {*other.columns.values(), *other.constant} for other in others)
    return values_to_ask(_sheets_of(opened, said), said, with_role=with_role)


def _sheets_of(opened: Opened, said: Said) -> list[Sheet]:
    return [
        source.contents
        for source in opened.sources
        if source.said == said and isinstance(source.contents, Sheet)
    ]
