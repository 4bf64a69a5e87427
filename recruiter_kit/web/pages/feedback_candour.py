"""The candour of a feedback as its page draws it: what the panel rated beside what a reader would guess.

In: a feedback and its role. Out: a row for each criterion with its places in the plot, and what the figures
say in sentences.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recruiter_kit.feedback import Candour, Feedback
from recruiter_kit.messages import say
from recruiter_kit.model import Role

LEFT, RIGHT = 8, 232
CLOSE = 0.25
"""Levels below which two are told apart by nobody."""
_SHARES = {
    0.0: "share_none",
    0.25: "share_quarter",
    1 / 3: "share_third",
    0.5: "share_half",
    2 / 3: "share_two_thirds",
    0.75: "share_three_quarters",
    1.0: "share_all",
}
_NEAR = 0.04
_ONE = ("candour_same", "candour_kinder", "candour_harsher")
_WHOLE = ("candour_overall_same", "candour_overall_kinder", "candour_overall_harsher")


class Row(NamedTuple):
    """One criterion: its levels as text and as places in the plot; `statement` is the first that is read."""

    name: str
    panel: str
    reader: str
    needed: str
    panel_at: float
    reader_at: float
    needed_at: float
    ticks: Sequence[float]
    close: bool
    said: str
    statement: str


class Picture(NamedTuple):
    """The rows of the plot, and the figures in sentences, each with its name."""

    rows: Sequence[Row] = ()
    figures: Sequence[tuple[str, str]] = ()


def picture(feedback: Feedback | None, role: Role) -> Picture:
    """Return the picture of a feedback; an empty one where nothing was measured."""
    if feedback is None or feedback.candour is None:
        return Picture()
    return Picture(list(_rows(feedback, role)), list(_figures(feedback.candour)))


def _rows(feedback: Feedback, role: Role) -> Iterator[Row]:
    lowest, highest = role.scale.lowest, role.scale.highest

    def at(level: float) -> float:
        inside = min(max(level, lowest), highest)
        return round(LEFT + (RIGHT - LEFT) * (inside - lowest) / (highest - lowest), 1)

    for each in feedback.candour.by_criterion if feedback.candour else ():
        standing = feedback.standing(each.criterion)
        if standing is None:
            continue
        reader = min(max(standing.required + each.inferred / standing.stretch, lowest), highest)
        apart = reader - standing.mean
        yield Row(
            name=standing.name,
            panel=f"{standing.mean:.1f}",
            reader=f"{reader:.1f}",
            needed=f"{standing.required:g}",
            panel_at=at(standing.mean),
            reader_at=at(reader),
            needed_at=at(standing.required),
            ticks=[at(level) for level in range(lowest, highest + 1)],
            close=abs(at(reader) - at(standing.mean)) < 2,
            said=_apart(_ONE, apart) if abs(apart) >= CLOSE else "",
            statement=next(iter(each.statements), ""),
        )


def _figures(candour: Candour) -> Iterator[tuple[str, str]]:
    if candour.inflation is not None:
        yield "inflation", _apart(_WHOLE, candour.inflation)
    if candour.reason_coverage is not None:
        yield "reason_coverage", _share("candour_reasons_all", "candour_reasons", candour.reason_coverage)
    if candour.evidence_share is not None:
        yield "evidence_share", _share("candour_evidence_all", "candour_evidence", candour.evidence_share)
    if candour.action_share is not None:
        yield "action_share", _share("candour_action_all", "candour_action", candour.action_share)
    if candour.future_share is not None:
        yield "future_share", say("candour_future", share=_in_words(candour.future_share))


def _apart(keys: tuple[str, str, str], levels: float) -> str:
    """Say how far apart two are; the keys are for the same, for kinder and for harsher."""
    same, kinder, harsher = keys
    if abs(levels) < CLOSE:
        return say(same)
    return say(kinder if levels > 0 else harsher, levels=f"{abs(levels):.1f}")


def _share(of_all: str, of_some: str, share: float) -> str:
    return say(of_all) if share == 1 else say(of_some, share=_in_words(share))


def _in_words(share: float) -> str:
    near = next((name for exact, name in _SHARES.items() if abs(exact - share) <= _NEAR), None)
    if near and (0 < share < 1) is not (near in ("share_none", "share_all")):
        return say(near)
    return say("share_percent", percent=round(100 * share))
