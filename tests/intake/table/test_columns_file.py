"""A columns file as it is written: what is said can be read back, what is open is a comment."""

from pathlib import Path

from recruiter_kit.intake.table.asking import Asked, Heading, Values, Word
from recruiter_kit.intake.table.columns_file import written
from recruiter_kit.intake.table.said import Said, read_columns
from recruiter_kit.model import Recommendation, Scale

ASKED = Asked(
    tables=("a.csv", "b.csv"),
    headings=(
        Heading(name='who "exactly"', values=("Noa\nBerg",), suggested="name"),
        Heading(name="評価: 1", values=(), suggested="level of 計画"),
    ),
)
SAID = Said(
    columns={'who "exactly"': "name", "評価: 1": "level of 計画"},
    days="day_first",
    scale=Scale(lowest=0, highest=10),
    levels={"yes": 8, "no: never": None},
    recommendations={"no": Recommendation.NO},
    constant={"role": "Data # Engineer"},
    formulas=True,
)
OPEN = Values(
    days="09/11/2026",
    levels=(Word(literal="Good", count=2, suggested=""),),
    recommendations=(Word(literal="Perhaps", count=1, suggested=""),),
    role=True,
    formulas=3,
)


def read_back(folder: Path, text: str) -> tuple[Said, ...]:
    (folder / "columns.yaml").write_text(text, encoding="utf-8")
    return read_columns(folder / "columns.yaml").tables


def test_what_was_said_is_read_back_whatever_the_headings_hold(tmp_path: Path) -> None:
    assert read_back(tmp_path, written([(ASKED, SAID, Values())])) == (SAID,)


def test_what_is_open_is_a_comment_for_each(tmp_path: Path) -> None:
    bare = Said(columns=SAID.columns)
    text = written([(ASKED, bare, OPEN)])
    assert read_back(tmp_path, text) == (bare,)
    for open_question in ("days", 'levels: {"Good"', 'recommendations: {"Perhaps"', "constant", "formulas"):
        assert f"# to do: {open_question}" in text
    assert "# to do" not in written([(ASKED, SAID, Values())])
