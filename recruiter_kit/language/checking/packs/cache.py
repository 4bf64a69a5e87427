"""On-disk cache of compiled rules, so that start-up is fast.

In: the rule files and how to read them. Out: the rules, read from the user's own cache folder when the
files, the software and Python are still those they were made from. The cached file is data (JSON) and is
validated like the rules themselves; one that cannot be read is written again, and where the folder cannot
be written the rules are read from their files each time.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import TypeAdapter, ValidationError

from recruiter_kit.files.whole import write_whole
from recruiter_kit.language.checking.packs.rule import Rule

_RULES = TypeAdapter(tuple[Rule, ...])
_OURS_ALONE = 0o700


def through(sources: Sequence[Traversable], read: Callable[[], tuple[Rule, ...]]) -> tuple[Rule, ...]:
    """Return the cached rules of `sources` if they are fresh, otherwise what `read` returns."""
    path = user_cache_path("recruiter-kit", appauthor=False) / f"rules-{_digest(sources)}.json"
    try:
        return _RULES.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        rules = read()
    _save(path, rules)
    return rules


def _save(path: Path, rules: tuple[Rule, ...]) -> None:
    """Save `rules` instead of older ones; where the folder cannot be written, do without."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=_OURS_ALONE)
        for older in path.parent.glob("rules-*.json"):
            older.unlink(missing_ok=True)
        write_whole(path, _RULES.dump_json(rules, exclude_defaults=True))
    except OSError:
        return


def _digest(sources: Iterable[Traversable]) -> str:
    """Return a name for these files as they are now, read by this very code under this Python."""
    digest = sha256(sys.version.encode())
    language = files("recruiter_kit.language")
    folders = (language, language / "checking" / "engine", language / "checking" / "packs")
    code = [file for folder in folders for file in folder.iterdir() if file.name.endswith(".py")]
    for file in sorted((*code, *sources), key=str):
        if file.is_file():
            content = file.read_bytes()
            digest.update(f"{file.name} {len(content)} ".encode() + content)
    return digest.hexdigest()[:32]
