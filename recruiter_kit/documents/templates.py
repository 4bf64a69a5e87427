"""The templates that a person reads, filled in.

In: the name of a template and its values. Out: text. Templates run in a sandbox; HTML is escaped,
so that nothing an interviewer typed becomes markup.
"""

from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, select_autoescape
from jinja2.sandbox import ImmutableSandboxedEnvironment


def fill(template: str, **values: object) -> str:
    """Return the template (a path under templates/) with its values filled in."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder()),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        auto_reload=False,
        keep_trailing_newline=True,
    )


def folder() -> Path:
    """Return the folder of the templates: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"
