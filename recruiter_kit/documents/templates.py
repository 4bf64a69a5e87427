"""The templates that a person reads, filled in; an organisation may replace them with its own.

In: the name of a template and plain values. Out: text. A template in instance/templates/ goes before ours
of the same name. All run in a sandbox that cannot reach the inside of Python; HTML is escaped, so that
nothing an interviewer typed becomes markup. Raises RenderError with the file and the line of a template that
is broken.
"""

import traceback
from functools import lru_cache
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    select_autoescape,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from recruiter_kit.errors import RenderError
from recruiter_kit.installation import here
from recruiter_kit.messages import say


def fill(template: str, **values: object) -> str:
    """Return the template (a path under templates/) with its values filled in."""
    try:
        own = here().templates.resolve()
        return _environment(own, _state(own)).get_template(template).render(**values)
    except TemplateSyntaxError as error:
        raise _broken(error.name or template, error.lineno, error) from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        name, line = _place(template, error)
        raise _broken(name, line, error) from error


def _broken(template: str, line: int, error: Exception) -> RenderError:
    return RenderError(say("template_broken", file=template, line=line, reason=error))


def _place(template: str, error: Exception) -> tuple[str, int]:
    """Return the template and the line on which it failed."""
    roots = [str(root) for root in (here().templates.resolve(), folder().resolve())]
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        for root in roots:
            if frame.filename.startswith(root):
                return Path(frame.filename).relative_to(root).as_posix(), frame.lineno or 1
    return template, 1


def _state(own: Path) -> tuple[tuple[str, int], ...]:
    """Return what differs once an organisation's template has changed, so that the next letter shows it."""
    if not own.is_dir():
        return ()
    return tuple(sorted((str(path), path.stat().st_mtime_ns) for path in own.rglob("*") if path.is_file()))


@lru_cache(2)
def _environment(own: Path, state: tuple[tuple[str, int], ...]) -> ImmutableSandboxedEnvironment:  # noqa: ARG001
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(own), FileSystemLoader(folder())]),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        auto_reload=False,
        keep_trailing_newline=True,
    )


def folder() -> Path:
    """Return the folder of our templates: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def names() -> tuple[str, ...]:
    """Return the templates of documents and e-mails that an organisation may replace with its own."""
    files = (path for kind in ("documents", "email") for path in (folder() / kind).iterdir())
    return tuple(sorted(path.relative_to(folder()).as_posix() for path in files))
