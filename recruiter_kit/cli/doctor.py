"""recruiter-kit doctor: check that this machine has what PDF layout needs, and whether a model answers."""

import sys

import click

from recruiter_kit.documents.glyphs import scripts_undrawn
from recruiter_kit.documents.libraries import FASTER, NEEDED, file_of
from recruiter_kit.errors import InputError, ModelError
from recruiter_kit.installation import here

INSTALL = """\
Install them with:
  Debian, Ubuntu   apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora           dnf install pango harfbuzz
  macOS            brew install pango harfbuzz
  Windows          install MSYS2 (msys2.org), then in its shell: pacman -S mingw-w64-x86_64-pango
                   and set WEASYPRINT_DLL_DIRECTORIES=C:\\msys64\\mingw64\\bin"""
FONTS = """\
Install fonts for them with:
  Debian, Ubuntu   apt-get install fonts-dejavu-core fonts-droid-fallback fonts-nanum fonts-tlwg-garuda-ttf \
fonts-lohit-deva
  elsewhere        the Noto fonts for these scripts (notofonts.github.io)"""

SAID = {
    "proved": "proved, so it would be told",
    "look": "to be looked at, so a person would say yes or no",
    "refused": "refused, so the note would stay as it is",
}


@click.command()
def doctor() -> None:
    """Say whether everything that is needed is on this machine, and how to install what is not.

    Where a language model is set (docs/model.md), it is asked for one proposal on a sample note.

    Exit code: 0 when letters can be made, 1 when something needed is missing.
    """
    missing = [library for library in NEEDED if not file_of(library)]
    slow = [library for library in FASTER if not file_of(library)]
    if missing:
        click.echo(f"Missing, and needed to lay pages out: {', '.join(missing)}.")
    if slow:
        click.echo(f"Missing, so letters take three times as long: {', '.join(slow)}.")
    undrawn = () if missing else scripts_undrawn()
    if missing or slow:
        click.echo(INSTALL)
    if undrawn:
        click.echo(f"No font here draws names in {', '.join(undrawn)}: their letters cannot be made as PDF.")
        click.echo(FONTS)
    if not (missing or slow or undrawn):
        click.echo("Everything is there.")
    _model()
    if missing:
        sys.exit(1)


def _model() -> None:
    """Say whether a model is set, is allowed, answers, and what the prover makes of that."""
    from recruiter_kit.writing.settings import model_settings
    from recruiter_kit.writing.trying import try_it

    try:
        settings = model_settings(here())
        if settings is None:
            return
        where = "elsewhere: what it is shown leaves this machine" if settings.leaves else "on this machine"
        click.echo(f"Language model: {settings.model} at {settings.address} ({where}).")
        tried = try_it(settings)
    except (InputError, ModelError) as error:
        click.echo(f"Language model: {error}. Drafts are made without it.")
        return
    click.echo(f"  Sample note:  {tried.note}")
    click.echo(f"  It proposes:  {tried.proof.text}")
    click.echo(f"  The prover:   {SAID[tried.verdict]} ({tried.seconds:.1f} seconds)")
    for fault in tried.proof.faults:
        click.echo(f"    {tried.proof.text[fault.start : fault.end]}: {fault.why}")
