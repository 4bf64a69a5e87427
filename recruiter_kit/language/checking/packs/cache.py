"""Rules kept ready, so that a program does not work them out of their files every time it starts.

In: the rule files and how to read them. Out: the rules, read from the user's own cache folder when
the files, the software and Python are still those they were made from. The kept file is data (JSON) and is
validated like the rules themselves; one that cannot be read or written is made anew or done without.
"""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from recruiter_kit.files.whole import write_whole
from recruiter_kit.language.checking.packs.rule import Rule

_RULES = TypeAdapter(tuple[Rule, ...])
_OURS_ALONE = 0o700


def through(sources: Sequence[Traversable], read: Callable[[], tuple[Rule, ...]]) -> tuple[Rule, ...]:
    """Return the rules of `sources`, kept ones where they are fresh, else what `read` returns."""
    path = _folder() / f"rules-{_digest(sources)}.json"
    try:
        return _RULES.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        rules = read()
    _keep(path, rules)
    return rules


def _keep(path: Path, rules: tuple[Rule, ...]) -> None:
    """Keep `rules` in the place of older ones; where the folder cannot be written, do without."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=_OURS_ALONE)
        for older in path.parent.glob("rules-*.json"):
            older.unlink(missing_ok=True)
        write_whole(path, _RULES.dump_json(rules, exclude_defaults=True))
    except OSError:
        return


def _digest(sources: Iterable[Traversable]) -> str:
    """Return a name for these files as they are now, read by this very code under this Python."""
    known = sha256(sys.version.encode())
    language = files("recruiter_kit.language")
    folders = (language, language / "checking" / "engine", language / "checking" / "packs")
    code = (file for folder in folders for file in folder.iterdir())
    for each in sorted((*(file for file in code if file.name.endswith(".py")), *sources), key=str):
        if each.is_file():
            content = each.read_bytes()
            known.update(f"{each.name} {len(content)} ".encode() + content)
    return known.hexdigest()[:32]


def _folder() -> Path:
    """Return the user's own cache folder, where each system keeps it."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "recruiter-kit"
