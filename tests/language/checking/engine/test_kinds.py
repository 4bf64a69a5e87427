"""Each kind of rule finds what it is for."""

import re
from pathlib import Path

import pytest

from recruiter_kit.feedback import Finding
from recruiter_kit.language.checking import check
from recruiter_kit.language.checking.engine.readability import grade, syllables
from recruiter_kit.language.checking.engine.running import run
from recruiter_kit.language.checking.packs.examples import MARK
from recruiter_kit.language.checking.packs.loading import packs
from recruiter_kit.language.checking.packs.rule import Rule
from recruiter_kit.language.checking.packs.rule_file import family
from recruiter_kit.language.checking.packs.shared_words import Words


def rule(folder: Path, fields: str) -> Rule:
    path = folder / "house.yaml"
    path.write_text(
        f"label: house\nseverity: info\nsource: ours\nrules:\n  - id: one\n    message: Why.\n{fields}\n",
        encoding="utf-8",
    )
    (written,) = family(path)
    return written.rule(Words())


def marked(folder: Path, fields: str, text: str) -> list[str]:
    found: tuple[Finding, ...] = run(text, [(rule(folder, fields), None)])
    return [text[finding.start : finding.end] for finding in found]


SEQUENCE = """
    kind: sequence
    tokens:
      - you
      - {tags: [adverb], least: 0, most: 2}
      - {tags: [past], mark: true}
      - {tags: [adjective], but: red, least: 0}
      - {tags: [noun], mark: true}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You quickly named tables.", ["named tables"]),
        ("You named big tables, then you drew arrows.", ["named big tables", "drew arrows"]),
        ("You named red tables.", ["named red"]),
        ("You, named tables.", []),
        ("Tables named you.", []),
        ("You said: “you named tables”.", []),
    ],
)
def test_a_sequence_goes_by_part_of_speech(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert marked(tmp_path, SEQUENCE, text) == expected


def test_sentences_may_be_asked_for_in_order(tmp_path: Path) -> None:
    fields = "    kind: sequence\n    scope: document\n    in_order: [great, but, great]"
    assert marked(tmp_path, fields, "A great day. But no. We met. You are great.") == ["You are great."]
    assert marked(tmp_path, fields, "But no. A great day. You are great.") == []


def test_a_ratio_counts_finds_against_sentences(tmp_path: Path) -> None:
    fields = (
        "    kind: ratio\n    scope: document\n    patterns: [great]\n    against: [named]\n"
        "    limit: 1\n    least: 2"
    )
    assert marked(tmp_path, fields, "Great. Great. You named it.") == [""]
    assert marked(tmp_path, fields, "Great. Great. You named it. You named two.") == []
    assert marked(tmp_path, fields, "Great.") == []


def test_evidence_may_stand_anywhere_in_the_paragraph(tmp_path: Path) -> None:
    fields = "    kind: conditional\n    scope: paragraph\n    patterns: [weak]\n    evidence: ['\\d+']"
    assert marked(tmp_path, fields, "Your plan was weak. We read it. It had 3 gaps.") == []
    assert marked(tmp_path, fields, "Your plan was weak. We read it.\n\nIt had 3 gaps.") == ["weak"]


def test_a_sentence_rule_looks_for_evidence_in_the_next_sentence_only(tmp_path: Path) -> None:
    fields = "    kind: conditional\n    patterns: [weak]\n    evidence: ['\\d+']"
    assert marked(tmp_path, fields, "Your plan was weak. It had 3 gaps.") == []
    assert marked(tmp_path, fields, "Your plan was weak. We read it. It had 3 gaps.") == ["weak"]


def test_syllables_are_counted_by_spelling() -> None:
    counted = {
        "role": 1, "table": 2, "we": 1, "asked": 1, "wanted": 2, "decision": 3, "interview": 3, "before": 2,
        "data": 2, "engineer": 3, "reading": 2, "people": 2, "changes": 2, "idea": 3, "requirement": 3,
    }  # fmt: skip
    right = [word for word, count in counted.items() if syllables(word) == count]
    assert len(right) >= 0.85 * len(counted), set(counted) - set(right)


def test_long_words_in_long_sentences_raise_the_grade() -> None:
    plain = ["We read the plan and it had no costs in it."] * 12
    heavy = [
        "Organisational considerations necessitated comprehensive reconsideration of applicability."
    ] * 15
    assert grade(plain) < 5 < 12 < grade(heavy)
    assert grade(plain[:2]) == 0
    labels = {finding.rule for finding in check(" ".join(heavy), document=True)}
    assert "hard-to-read.grade-above-8" in labels
    assert "hard-to-read.grade-above-8" not in {
        finding.rule for finding in check(" ".join(plain), document=True)
    }


OVERRULED = "In the group exercise you voted for option B and gave no reason for it."


def test_a_find_that_enough_words_speak_against_is_dropped_unless_the_rule_is_final() -> None:
    voted = packs().by_id["disclosure.scores-and-votes"]
    assert run(OVERRULED, [(voted, None)]) == ()
    assert run(OVERRULED, [(voted.model_copy(update={"final": True}), None)])
    assert run("Two of the four voted no.", [(voted, None)])


def test_what_was_learned_says_nothing_where_a_rule_finds_the_label_and_nothing_of_headings() -> None:
    found = check("We had many strong candidates.")
    assert "comparison.learned" not in {finding.rule for finding in found}
    assert check("**What you did well**\n\nDana Okafor") == []


def test_a_guess_names_the_words_that_weighed_most_and_marks_them() -> None:
    guesses = 0
    for learned in (each for each in packs().rules if each.kind == "learned"):
        for text in (MARK.sub(r"\1", flagged) for flagged in learned.flag):
            for found in (each for each in check(text) if each.is_guess):
                guesses += 1
                named = re.findall(r'"([^"]+)"', found.message.partition(";")[2])
                assert 0 < len(named) <= 3, text
                assert all(word in text[found.start : found.end] for word in named), text
    assert guesses > 40
