"""recruiter-kit rules: what is checked and why, and whether rules prove themselves."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from tabulate import tabulate

from recruiter_kit.errors import DataFileError, InputError

if TYPE_CHECKING:
    from recruiter_kit.language.checking.packs.rule import Rule

FAILED = 1
_SCOPES = {
    "sentence": "each sentence", "paragraph": "each paragraph", "document": "a whole letter",
    "feedback": "a feedback with its levels",
}  # fmt: skip


@click.group(
    epilog="""\b
Examples:
  recruiter-kit rules list
  recruiter-kit rules explain promise
  recruiter-kit rules explain evasion.stock-reason
  recruiter-kit rules test instance/rules/house.yaml"""
)
def rules() -> None:
    """Say what is checked and why, and test rules of your own."""


@rules.command("list")
def listed() -> None:
    """List every rule, with its severity and what it reads."""
    from recruiter_kit.language.checking.packs.loading import packs

    rows = [(rule.id, rule.severity, rule.kind, _SCOPES[rule.scope]) for rule in packs().rules]
    click.echo(tabulate(rows, tablefmt="plain"))


@rules.command()
@click.argument("name", metavar="LABEL_OR_RULE")
def explain(name: str) -> None:
    """Say of a label or a rule what it marks, why, and what to write instead."""
    from recruiter_kit.language.checking.packs.loading import packs

    known = packs().rules
    named = [rule for rule in known if name in (rule.id, rule.label)]
    if not named:
        labels = ", ".join(dict.fromkeys(rule.label for rule in known))
        raise InputError.of("rule_not_there", name=name, expected=labels)
    for rule in named:
        click.echo("\n".join(_explained(rule)) + "\n")


def _explained(rule: "Rule") -> Iterator[str]:
    yield f"{rule.id}: {rule.severity}, reads {_SCOPES[rule.scope]}, kind {rule.kind}"
    yield f"  Why     {rule.message}"
    yield f"  Better  {rule.better or 'Leave it out.'}"
    yield f"  Source  {rule.source}"
    if rule.jurisdictions:
        yield f"  Holds   {', '.join(rule.jurisdictions)}"
    if rule.quotations == "read":
        yield "  Reads what stands in quotation marks too."
    if rule.kind == "conditional":
        yield "  Silent where what was seen stands beside it."
    if rule.limit:
        yield f"  Limit   {rule.limit:g}"
    for title, examples in (("Marks", rule.flag), ("Leaves alone", rule.allow)):
        yield f"  {title}"
        yield from (f"    {each}" for each in examples)


@rules.command("test")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
def tested(files: Sequence[Path]) -> None:
    """Run the examples of rules: those of FILES, laid over the software's own, or else of all rules.

    Ends with 1 when one fails.
    """
    from recruiter_kit.language.checking.packs.loading import failing_example, load, own_files, packs

    if files:
        try:
            over = load(own_files(), files)
        except DataFileError as error:
            click.echo(f"recruiter-kit: {error}", err=True)
            sys.exit(FAILED)
        own = {each.id: each for each in load(own_files()).rules}
        changed = [each for each in over.rules if own.get(each.id) != each]
        off = sorted(set(own) - {each.id for each in over.rules})
        for rule in changed:
            click.echo(f"{rule.id}: {len(rule.flag)} found, {len(rule.allow)} left alone")
        for name in off:
            click.echo(f"{name}: turned off")
        return
    wrong = [(each.id, found) for each in packs().rules if (found := failing_example(each, packs()))]
    for name, reason in wrong:
        click.echo(f"{name}: {reason}", err=True)
    click.echo(f"{len(packs().rules)} rules, {len(wrong)} fail")
    sys.exit(FAILED if wrong else 0)
