"""Rules run over a text.

In: a text and rules. Out: findings in reading order, with offsets in the text as it was written;
where two rules of one label overlap, the longer match wins.
"""

from collections.abc import Iterable

from recruiter_kit.feedback import Finding
from recruiter_kit.language.checking.engine.kinds import KINDS, Hit, overruled, supported, worth_looking
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
    matched: list[tuple[Rule, Hit]] = []
    for number, (rule, claim) in enumerate(ruleset.pairs):
        where = worth_looking(rule, page, chances.get(number, ()))
        if not where and rule.finders and rule.kind != "missing":
            continue
        hits = [hit for hit in KINDS[rule.kind](rule, page, where) if not overruled(rule, page, hit)]
        matched += [(rule, hit) for hit in hits]
        if claim is not None:
            matched += [
                (claim, hit)
                for hit in hits
                if not supported(claim, page, hit) and not overruled(claim, page, hit)
            ]
    told = _longest(_readable(_where_rules_are_silent(matched, page)))
    return tuple(_finding(rule, hit, page) for rule, hit in told)


def _where_rules_are_silent(matched: list[tuple[Rule, Hit]], page: Page) -> list[tuple[Rule, Hit]]:
    """Drop what was learned of a label in a sentence in which a rule finds it: that says better where."""
    by_rule = {
        (rule.label, page.part_at(hit.start, "sentence"))
        for rule, hit in matched
        if rule.kind != "learned" and hit.end > hit.start
    }
    return [
        (rule, hit)
        for rule, hit in matched
        if rule.kind != "learned" or (rule.label, page.part_at(hit.start, "sentence")) not in by_rule
    ]


def _readable(matched: list[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """Drop what rules made for English matched in another language; of a page without English, all of it."""
    others = [hit for _, hit in matched if hit.language]
    if not others:
        return matched
    return [
        (rule, hit)
        for rule, hit in matched
        if hit.language
        or not (others[0].alone or any(other.start <= hit.start < hit.end <= other.end for other in others))
    ]


def _longest(matched: Iterable[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """Drop what overlaps a longer match of the same label; what concerns the whole text stays."""
    longest: list[tuple[Rule, Hit]] = []
    last: dict[str, int] = {}
    for rule, hit in sorted(matched, key=_by_place):
        if hit.start == hit.end:
            longest.append((rule, hit))
        elif hit.start >= last.get(rule.label, -1):
            longest.append((rule, hit))
            last[rule.label] = hit.end
    return longest


def _by_place(match: tuple[Rule, Hit]) -> tuple[int, int, str, str]:
    rule, hit = match
    return hit.start, -hit.end, rule.label, rule.id


def _finding(rule: Rule, hit: Hit, page: Page) -> Finding:
    start = page.original(hit.start)
    end = page.original(hit.end - 1) + 1 if hit.end > hit.start else start
    return Finding(
        label=rule.label,
        severity=rule.severity,
        start=start,
        end=end,
        rule=rule.id,
        message=_filled(rule.message, hit),
        better=hit.better or rule.better,
        source=rule.source,
    )


def _filled(message: str, hit: Hit) -> str:
    """Return `message` with what this find says of itself: its language, or the words that weighed most."""
    words = ", ".join(f'"{word}"' for word in hit.words)
    return message.replace("{language}", hit.language or "").replace("{words}", words)
