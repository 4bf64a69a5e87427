"""recruiter-kit role: a role file from an export or a table, without writing one."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recruiter_kit.errors import InputError
from recruiter_kit.messages import say

if TYPE_CHECKING:
    from recruiter_kit.intake.role_making.draft import Question, RoleDraft
    from recruiter_kit.intake.role_making.skeleton import Sources
    from recruiter_kit.model import Bundle, Role

EXISTING = click.Path(path_type=Path)
LEAVE_OPEN = "-"


@click.group()
def role() -> None:
    """Write the role file of an export or a table: what is known, and what is left to fill in.

    A role file says what a role needs; --role of recruiter-kit feedback reads it (docs/formats.md).

    Example: recruiter-kit role new scorecards.csv --out role.yaml
    """


@role.command(
    "new",
    epilog="""\b
Examples:
  recruiter-kit role new scorecards.csv --out role.yaml
  recruiter-kit role new export.json --like last-year.yaml --out role.yaml
  recruiter-kit role new scorecards.csv < /dev/null > role.yaml""",
)
@click.argument("files", nargs=-1, required=True, type=EXISTING)
@click.option("--out", type=EXISTING, help="The file to write, instead of the standard output.")
@click.option("--columns", type=EXISTING, help="Which column of your own tables is which (YAML).")
@click.option("--like", type=EXISTING, help="A role file to take from where a criterion has the same name.")
def new(files: Sequence[Path], out: Path | None, columns: Path | None, like: Path | None) -> None:
    """Write a role file with everything that FILES know of a role, and a comment for whatever is missing.

    At a terminal it asks for the kind and the required level of each criterion first. Letters can be made
    once every criterion that was rated has its required level; a text for it and advice make them better.
    """
    from recruiter_kit.composing.families import family_of
    from recruiter_kit.files.whole import write_whole
    from recruiter_kit.intake import read
    from recruiter_kit.intake.role_making.draft import draft_of
    from recruiter_kit.intake.role_making.skeleton import skeleton

    if out is not None and out.exists():
        raise InputError.of("role_file_there", file=str(out))
    bundle = read(*files, columns=columns)
    known = _roles_of(like) if like else []
    drafts: list[RoleDraft] = []
    sources: dict[str, Sources] = {}
    for role in bundle.roles:
        filled, sources[role.id] = _filled(role, known)
        draft = draft_of(filled, bundle, known, family_of)
        if sys.stdin.isatty():
            draft = draft_of(_asked(draft), bundle, known, family_of)
        drafts.append(draft)
    if not drafts:
        raise InputError.of("no_role_here", file=", ".join(str(file) for file in files))
    text = skeleton(drafts, sources)
    if out is None:
        click.echo(text, nl=False)
    else:
        write_whole(out, text.encode())
    _say_what_is_left(bundle, drafts, out)


def _roles_of(file: Path) -> "list[Role]":
    """Return the roles of a role file; raises InputError where one of them cannot be used."""
    from recruiter_kit.intake.opening import open_files
    from recruiter_kit.intake.reader import published_in

    found = published_in(open_files([], role_file=file))
    for notice in found.notices:
        raise InputError(notice.message, file=notice.file, place=notice.place)
    return [one.role for one in found.published]


def _filled(role: "Role", known: "Sequence[Role]") -> "tuple[Role, Sources]":
    """Return the role with what the role to go by has, the only one or the one of its title."""
    from recruiter_kit.intake.role_making.answering import taken_from

    same = [other for other in known if other.title.casefold() == role.title.casefold()]
    chosen = same or list(known)
    return taken_from(role, chosen[0]) if len(chosen) == 1 else (role, {})


def _asked(draft: "RoleDraft") -> "Role":
    """Ask for kind and required level of each criterion, and return the role with the answers."""
    from recruiter_kit.intake.role_making.skeleton import how_rated
    from recruiter_kit.intake.role_making.suggesting import Part

    role = draft.role
    click.echo(say("role_asks", role=role.title, leave=LEAVE_OPEN), err=True)
    for criterion, rated in zip(draft.role.criteria, draft.rated, strict=True):
        questions = [
            each for each in draft.questions_on(criterion.id) if each.part in (Part.KIND, Part.REQUIRED)
        ]
        if questions:
            click.echo(f"\n{criterion.name} ({how_rated(rated)})", err=True)
        for question in questions:
            role = _ask(role, question)
    return role


def _ask(role: "Role", question: "Question") -> "Role":
    """Ask one question until the answer can be used or is left open."""
    from recruiter_kit.intake.role_making.answering import answered
    from recruiter_kit.intake.role_making.suggesting import Part
    from recruiter_kit.model import CriterionKind

    kinds = {str(number): kind.value for number, kind in enumerate(CriterionKind, start=1)}
    for each in question.suggestions:
        source = say("from_role", role=each.role, criterion=each.criterion)
        click.echo(f"  {say('suggested', value=each.value, source=source)}", err=True)
    default = question.suggestions[0].value if question.suggestions else ""
    if question.part is Part.KIND:
        text = say(
            "ask_kind", choices=", ".join(f"{key} {kind}" for key, kind in kinds.items()).replace("_", " ")
        )
    else:
        text = say("ask_required", lowest=role.scale.lowest, highest=role.scale.highest)
    while True:
        answer = click.prompt(f"  {text}", default=default, show_default=bool(default), err=True).strip()
        if answer in ("", LEAVE_OPEN):
            return role
        if question.part is Part.KIND:
            answer = kinds.get(answer, answer)
        key = (question.criterion, question.part)
        result = answered(role, {key: answer})
        if result.role is not None:
            return result.role
        click.echo(f"  {result.problems[key]}", err=True)


def _say_what_is_left(bundle: "Bundle", drafts: "Sequence[RoleDraft]", out: Path | None) -> None:
    """Say what could not be read, and how many required levels are still to be filled in."""
    for notice in bundle.notices:
        if notice.kind == "error":
            place = ": ".join(part for part in (notice.file, notice.place) if part)
            click.echo(f"{place}: {notice.message}", err=True)
    needed = sum(question.needed for draft in drafts for question in draft.questions)
    count = sum(len(draft.role.criteria) for draft in drafts)
    where = str(out) if out else say("role_here")
    click.echo(say("role_written", file=where, count=count, needed=needed), err=True)
