"""Rules run over a text.

In: a text and rules. Out: findings in reading order, with offsets in the text as it was written;
where two rules of one label overlap, the longer match wins.
"""

from collections.abc import Iterable

from recruiter_kit.feedback import Finding
from recruiter_kit.language.checking.engine.kinds import KINDS, Hit, supported
from recruiter_kit.language.checking.engine.page import Page, prepare
from recruiter_kit.language.checking.engine.ruleset import Pair, Ruleset
from recruiter_kit.language.checking.packs.rule import Rule


def run(text: str, rules: Ruleset | Iterable[Pair], terms: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Return what `rules`, each with the rule that takes its matches as claims, find in `text`.

    `terms` are phrases of the role, each of which counts as one word.
    """
    page = prepare(text, terms)
    ruleset = rules if isinstance(rules, Ruleset) else Ruleset(tuple(rules))
    chances = ruleset.chances(page)
    found: list[tuple[Rule, Hit]] = []
    for number, (rule, claim) in enumerate(ruleset.pairs):
        where = chances.get(number, ())
        if not where and rule.finders and rule.kind != "missing":
            continue
        hits = list(KINDS[rule.kind](rule, page, where))
        found += [(rule, hit) for hit in hits]
        if claim is not None:
            found += [(claim, hit) for hit in hits if not supported(claim, page, hit)]
    return tuple(_finding(rule, hit, page) for rule, hit in _longest(found))


def _longest(found: Iterable[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """Drop what lies under a longer find of the same label; what concerns the whole text stays."""
    kept: list[tuple[Rule, Hit]] = []
    last: dict[str, int] = {}
    by_place = sorted(found, key=lambda each: (each[1].start, -each[1].end, each[0].label, each[0].id))
    for rule, hit in by_place:
        if hit.start == hit.end:
            kept.append((rule, hit))
        elif hit.start >= last.get(rule.label, -1):
            kept.append((rule, hit))
            last[rule.label] = hit.end
    return kept


def _finding(rule: Rule, hit: Hit, page: Page) -> Finding:
    start = page.original(hit.start)
    end = page.original(hit.end - 1) + 1 if hit.end > hit.start else start
    return Finding(
        label=rule.label,
        severity=rule.severity,
        start=start,
        end=end,
        rule=rule.id,
        message=rule.message,
        better=hit.better or rule.better,
        source=rule.source,
    )
