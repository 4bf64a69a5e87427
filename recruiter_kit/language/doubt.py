"""The doubt that leaves a note to a person, with its reason in plain English."""

from recruiter_kit.language.lexicons import Lexicon, load


class Reasons(Lexicon):
    """Why a sentence is left to a person, in plain English."""

    reasons: dict[str, str]


class Doubt(Exception):  # noqa: N818
    """The rewriter is not sure; `key` names the reason in lexicon/reasons.yaml, `word` what raised it."""

    def __init__(self, key: str, word: str = "") -> None:
        self.key = key
        self.word = word
        super().__init__(key, word)

    @property
    def reason(self) -> str:
        """The reason in plain English."""
        return load("reasons", Reasons).reasons[self.key].format(word=self.word)
