"""Words in cells and headings of tables (words.yaml)."""

from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import AfterValidator

from recruiter_kit.files.data_file import read_record
from recruiter_kit.model import Recommendation, Record

Words = Annotated[frozenset[str], AfterValidator(lambda words: frozenset(map(folded, words)))]


class TableWords(Record):
    """What words.yaml explains."""

    recommendations: dict[Recommendation, Words]
    not_assessed: Words
    totals: Words
    of_level: Words
    of_note: Words

    def recommendation(self, literal: str) -> Recommendation | None:
        """Return what a word usually recommends, None for one that may mean several things."""
        key = folded(literal)
        return next((meant for meant, words in self.recommendations.items() if key in words), None)


@cache
def table_words() -> TableWords:
    """Return the words."""
    return read_record(files("recruiter_kit.intake.table") / "words.yaml", TableWords)


def folded(text: str) -> str:
    """Return a text as it is compared: lower case, single spaces."""
    return " ".join(text.replace("_", " ").casefold().split())
