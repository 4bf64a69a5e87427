"""A broken lexicon file is an error that names the file and what is wrong."""

from pathlib import Path

import pytest

from recruiter_kit.errors import DataFileError
from recruiter_kit.files.data_file import read_record
from recruiter_kit.language.grammar.words import Words
from recruiter_kit.language.lexicons import Lexicon, WordSet, load_folder
from recruiter_kit.language.rewriting.shorthand import Pack
from recruiter_kit.language.screening import ScreeningRules
from tests.places import PACKAGE


class Some(Lexicon):
    few: WordSet


def file(folder: Path, content: bytes) -> Path:
    path = folder / "some.yaml"
    path.write_bytes(content)
    return path


def test_words_are_written_one_after_the_other(tmp_path: Path) -> None:
    found = read_record(file(tmp_path, b"source: ours\nfew: no on yes"), Some)
    assert found.few == {"no", "on", "yes"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"few: a", "source"),
        (b"source: ours\nfew: 3", "few"),
        (b"source: ours\nfew: a\nmore: b", "more"),
        (b"source: [", "not YAML"),
        (b"source: \xff", "some.yaml"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(DataFileError) as error:
        read_record(file(tmp_path, content), Some)
    assert "some.yaml" in str(error.value)
    assert said in str(error.value)


def test_a_pattern_that_is_none_is_named(tmp_path: Path) -> None:
    rule = b"{rule: R6, label: x, why: y, patterns: ['('], examples: {withhold: [], allow: []}}"
    with pytest.raises(DataFileError, match="not a regular expression"):
        read_record(file(tmp_path, b"source: ours\nnames: " + rule + b"\nrules: []"), ScreeningRules)


def test_every_trade_of_the_brief_has_a_pack() -> None:
    trades = {pack.trade for pack in load_folder("shorthand", Pack)}
    assert trades >= {"general", "software", "nursing", "retail", "sales", "warehouse", "teaching"}


def test_every_class_of_grammar_words_is_asked_for() -> None:
    asking = [file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py")]
    code = "\n".join(text for text in asking if "grammar.words import" in text or "class Words" in text)
    assert [name for name in Words.model_fields if name != "source" and f".{name}" not in code] == []
