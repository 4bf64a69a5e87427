"""Rules ready to be run together over many texts.

In: rules, each with the rule that takes its matches as claims. Out: for a page, where which rule could
match. A sentence is searched once for all rules.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from recruiter_kit.language.checking.engine.index import Index
from recruiter_kit.language.checking.engine.kinds import Chances
from recruiter_kit.language.checking.engine.page import Page, Sentence
from recruiter_kit.language.checking.packs.rule import Finder, Rule

Pair = tuple[Rule, Rule | None]
_Numbered = list[tuple[int, Finder]]


@dataclass(frozen=True, eq=False)
class Ruleset:
    """Rules, each with the rule that takes its matches as claims of its own."""

    pairs: tuple[Pair, ...]

    def chances(self, page: Page) -> Mapping[int, Chances]:
        """Return for the number of a rule the parts of `page` that it may find something in."""
        chances: dict[int, list[tuple[Sentence, list[Finder]]]] = defaultdict(list)
        for scope, (index, finders) in self._by_scope.items():
            for part in page.parts(scope):
                before = -1
                for number in index.chances(part.text):
                    rule, finder = finders[number]
                    if rule == before:
                        chances[rule][-1][1].append(finder)
                    else:
                        chances[rule].append((part, [finder]))
                        before = rule
        return chances

    @cached_property
    def _by_scope(self) -> Mapping[str, tuple[Index, _Numbered]]:
        finders: dict[str, _Numbered] = defaultdict(list)
        for number, (rule, _) in enumerate(self.pairs):
            scope = "paragraph" if rule.scope == "paragraph" else "sentence"
            finders[scope] += [(number, finder) for finder in rule.finders]
        return {
            scope: (Index([finder.ways for _, finder in numbered]), numbered)
            for scope, numbered in finders.items()
        }
