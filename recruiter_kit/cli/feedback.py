"""recruiter-kit feedback: from export files to a folder of documents."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click
from tabulate import tabulate

from recruiter_kit.errors import InputError
from recruiter_kit.installation import here

if TYPE_CHECKING:
    from recruiter_kit.jobs.batch import Format
    from recruiter_kit.jobs.report import Made, Report
    from recruiter_kit.jobs.same_people import PossiblySame
    from recruiter_kit.model import Notice

SOME_FAILED = 1
EXISTING = click.Path(path_type=Path)
COLUMNS = (
    "Application",
    "Role",
    "Reason",
    "Gaps",
    "Strengths",
    "Findings",
    "Left to you",
    "Questions",
    "Withheld",
)


@click.command(
    epilog="""\b
Examples:
  recruiter-kit feedback bundle.json --out letters
  recruiter-kit feedback scorecards.json applications.json candidates.json \\
      --role roles.yaml --decisions decisions.csv --standard house.yaml --out letters
  recruiter-kit feedback scorecards.xlsx --decisions decisions.csv \\
      --only Silva --format letter,email --out letters

Exit code: 0 all made, 1 some could not be (each is named with why), 2 nothing readable."""
)
@click.argument("files", nargs=-1, required=True, type=EXISTING)
@click.option("--out", required=True, type=EXISTING, help="Folder for the documents and report.json.")
@click.option("--role", type=EXISTING, help="Criteria, required levels, level texts (YAML or JSON).")
@click.option("--decisions", type=EXISTING, help="Who decided what and when (CSV, YAML or JSON).")
@click.option("--standard", type=EXISTING, help="The house's standard (YAML): sender, deadlines, counts.")
@click.option("--columns", type=EXISTING, help="Which column of your own tables is which (YAML).")
@click.option("--answers", type=EXISTING, help="Answers to the questions of an earlier report.json (JSON).")
@click.option("--only", metavar="TEXT", help="Only applications with this text in their id or name.")
@click.option("--model", "by_model", is_flag=True, help="Word drafts with the model of instance/model.yaml.")
@click.option(
    "--format", "formats", default="letter,script,email,json", show_default=True, help="What to make."
)
def feedback(
    files: Sequence[Path],
    out: Path,
    role: Path | None,
    decisions: Path | None,
    standard: Path | None,
    columns: Path | None,
    answers: Path | None,
    only: str | None,
    formats: str,
    by_model: bool,
) -> None:
    """Make a letter, a call script and an e-mail for every application with a decision.

    FILES are exports, scorecard tables (CSV, XLSX) or your own tables with --columns
    (docs/formats.md lists them all); several files are read together. All documents are drafts until
    approved.
    Where one answer settles whom a note means, or whether it may be told, report.json holds the question,
    and --answers reads a file of {"id": "answer"}. With --model, a language model proposes the wording and
    what can be proved is taken; all else stays as it was noted (docs/model.md).
    """
    from recruiter_kit.intake import read, read_answers, read_standard
    from recruiter_kit.jobs.batch import choose, make_feedback, write_report
    from recruiter_kit.jobs.report import Made
    from recruiter_kit.jobs.wording import the_model

    wanted = _formats(formats)
    house = read_standard(standard)
    bundle = read(*files, role_file=role, decisions_file=decisions, columns=columns)
    chosen = choose(bundle, only)
    if only is not None and not chosen:
        raise InputError.of("not_chosen", text=only)
    made_one_by_one = make_feedback(
        bundle,
        chosen,
        out,
        standard=house,
        formats=wanted,
        answers=read_answers(answers),
        model=the_model(here()) if by_model else None,
    )
    with click.progressbar(
        made_one_by_one, length=len(chosen), label="Making feedback", file=sys.stderr, show_pos=True
    ) as bar:
        results = list(bar)
    report = write_report(bundle, results, out)
    made = [result for result in results if isinstance(result, Made)]
    _show(made, report, out)
    if report.failed or any(feedback.letter_waits for feedback in made):
        sys.exit(SOME_FAILED)


def _formats(text: str) -> tuple["Format", ...]:
    from recruiter_kit.jobs.batch import FORMATS

    wanted = [name.strip() for name in text.split(",")]
    for name in wanted:
        if name not in FORMATS:
            raise InputError.of("unknown_format", format=name, expected=", ".join(FORMATS))
    return tuple(cast("Format", name) for name in wanted)


def _show(made: Sequence["Made"], report: "Report", out: Path) -> None:
    rows = [
        (
            feedback.application,
            feedback.role,
            feedback.reason,
            ", ".join(feedback.gaps) or "none",
            ", ".join(feedback.strengths) or "none",
            feedback.findings,
            feedback.left_to_recruiter,
            len(feedback.questions),
            feedback.withheld,
        )
        for feedback in made
    ]
    if rows:
        click.echo(tabulate(rows, COLUMNS, tablefmt="plain", disable_numparse=True) + "\n")
    for failed in report.failed:
        click.echo(": ".join(part for part in ("Not made", failed.application, failed.why) if part), err=True)
    for feedback in made:
        if feedback.letter_waits:
            click.echo(f"Not made: {feedback.application}: letter.pdf: {feedback.letter_waits}", err=True)
    for notice in report.notices:
        if notice.kind != "error":
            click.echo(_line(notice), err=True)
    for same in report.possibly_same:
        click.echo(_possibly_same(same), err=True)
    for feedback in made:
        if feedback.out_of_bounds:
            click.echo(_out_of_bounds(feedback), err=True)
    _show_model(made)
    waiting = sum(feedback.letter_waits is not None for feedback in made)
    without = f" ({waiting} without letter.pdf)" if waiting else ""
    click.echo(
        f"{len(made)} made in {out}{without}, {len(report.failed)} not made. Drafts: approve before sending."
    )
    click.echo(f"Everything that was left out or withheld: {out / 'report.json'} and each feedback.json.")


def _show_model(made: Sequence["Made"]) -> None:
    """Say what the model did not word, application by application, and what it did in all."""
    accounts = [(each.application, each.model) for each in made if each.model]
    for application, account in accounts:
        if account.gave_up:
            click.echo(f"As noted: {application}: {account.gave_up}", err=True)
        for kept in account.as_noted:
            click.echo(f"As noted: {application}: {kept.criterion} ({kept.part}): {kept.why}", err=True)
        if account.unread:
            click.echo(f"Not read by the model: {application}: {account.unread}", err=True)
    if accounts:
        proved, offered, steps = (
            sum(getattr(account, name) for _, account in accounts) for name in ("proved", "offered", "steps")
        )
        as_noted = sum(bool(account.gave_up) for _, account in accounts)
        click.echo(
            f"Worded by {accounts[0][1].model}: {proved} proved and told, {steps} next steps, "
            f"{offered} to look at, {as_noted} drafts as noted."
        )
        if any(account.elsewhere for _, account in accounts):
            click.echo("What the model was shown left this machine (elsewhere: true in model.yaml).")


def _out_of_bounds(made: "Made") -> str:
    figures = ", ".join(
        f"{name.replace('_', ' ')} {getattr(made.candour, name):.2f}" for name in made.out_of_bounds
    )
    return f"Not candid: {made.application}: {figures} (docs/candour.md)"


def _possibly_same(same: "PossiblySame") -> str:
    """Return which applications are possibly of one person, and why; tell them once."""
    from recruiter_kit.files.plain_errors import choices

    shared = {"address": "same e-mail address", "name": "same name"}.get(
        same.shared, "same name and e-mail address"
    )
    kind = "for one role" if len(same.roles) == 1 else "for several roles"
    ids, roles = choices(same.applications), choices(same.roles)
    return f"Possibly one person ({shared}), {kind}, {roles}: {ids}. Check before you tell them twice."


def _line(notice: "Notice") -> str:
    label = {"left_out": "Left out", "not_understood": "Not understood", "lacking": "Lacking"}[notice.kind]
    return f"{label}: " + ": ".join(part for part in (notice.file, notice.place, notice.message) if part)
