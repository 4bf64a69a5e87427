"""The headings that a sentence is under.

In: headings one after the other. Out: those that still hold. A heading ends the ones below it, and the one of
its own kind with everything inside it, whatever the level: people write "Planning" under "Ana" in one size.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recruiter_kit.workflow.sorting.naming import Named

IMPLICIT = 99
"""The level of a line that is a heading only by what it names."""
_GROUPS = {"other": "candidate", "unknown": "criterion", "private": "criterion"}


class Frame(NamedTuple):
    """A heading or label that holds for what comes below it; `near` says that it is only near."""

    level: int
    named: Named
    text: str
    near: bool = False


def under(frames: Sequence[Frame], frame: Frame) -> list[Frame]:
    """Return the frames that hold once `frame` has come."""
    kept = [each for each in frames if each.level <= frame.level and not _ended(each, frame)]
    group = _group(frame)
    if group == "assistant":
        # A summary belongs to nobody who is not named in it, or in a heading above it.
        return [*(each for each in kept if each.level < frame.level), frame]
    same = next((at for at, each in enumerate(kept) if _group(each) == group), None)
    if same is not None and group != "neutral":
        kept = kept[:same]
    return [*kept, frame]


def beside(frames: Sequence[Frame], labels: Sequence[Frame]) -> list[Frame]:
    """Return the frames that hold beside labels: each label takes the place of what is of its own kind."""
    groups = {_group(each) for each in labels}
    return [*(each for each in frames if _group(each) not in groups), *labels]


def holding(frames: Sequence[Frame], *kinds: str) -> Frame | None:
    """Return the innermost frame of one of these kinds."""
    return next((each for each in reversed(frames) if each.named.kind in kinds), None)


def interviews(frames: Sequence[Frame]) -> Iterator[tuple[Frame, str]]:
    """Yield the interviews that are named, innermost first, by a heading of their own or beside a name."""
    for frame in reversed(frames):
        if frame.named.kind == "interview":
            yield frame, frame.named.value
        elif frame.named.interview:
            yield frame, frame.named.interview


def _group(frame: Frame) -> str:
    return _GROUPS.get(frame.named.kind, frame.named.kind)


def _ended(frame: Frame, by: Frame) -> bool:
    """Whether what is private, or an assistant's, ends with a heading of the same level."""
    if frame.named.kind == "private":
        return frame.level >= by.level
    if frame.named.kind == "assistant":
        return frame.level >= by.level and by.named.kind not in ("criterion", "neutral", "interview")
    return False
