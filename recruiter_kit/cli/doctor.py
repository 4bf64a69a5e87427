"""recruiter-kit doctor: check that this machine has what PDF layout needs."""

import sys

import click

from recruiter_kit.documents.glyphs import scripts_undrawn
from recruiter_kit.documents.libraries import FASTER, NEEDED, file_of

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


@click.command()
def doctor() -> None:
    """Say whether everything that is needed is on this machine, and how to install what is not.

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
    if missing:
        sys.exit(1)
