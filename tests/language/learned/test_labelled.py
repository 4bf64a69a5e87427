"""What is learned from is labelled as it should be, by authors kept apart."""

from pathlib import Path

import pytest

from benchmarks import labelled
from benchmarks.labelled import KEPT, KINDS, LABELS, NOT_SUSPICION, notes, sentences

# Kinds of sets that were labelled before there were kinds; they teach that a note must not leave, not why.
OLD_KINDS = {"other", "outside"}


def test_every_sentence_and_note_is_valid_and_the_kept_author_is_not_among_them() -> None:
    assert len(sentences()) > 15_000
    assert len(notes()) > 20_000
    assert KEPT not in {each.author for each in (*sentences(), *notes())}
    assert len(sentences([KEPT])) > 400


def test_there_are_eighteen_labels() -> None:
    assert len(LABELS) == 18
    assert {"evasion", "unsupported"} <= LABELS


def test_why_a_note_must_not_leave_is_of_a_known_kind() -> None:
    kinds = {each.why_not for each in notes() if each.why_not}
    assert kinds - set(KINDS) - OLD_KINDS - NOT_SUSPICION == set()


def test_a_text_of_several_sentences_is_taught_sentence_by_sentence_where_spans_say_which() -> None:
    text = labelled.Sentence(
        author="a",
        text="We are not offering you the role. You came second.",
        labels=("comparison",),
        spans=({"text": "You came second", "label": "comparison"},),
    )
    assert [(part.text, part.labels) for part in text.parts()] == [
        ("We are not offering you the role.", ()),
        ("You came second.", ("comparison",)),
    ]
    assert text.model_copy(update={"spans": ()}).parts()[0].text == text.text


@pytest.mark.parametrize(
    ("kind", "row", "reason"),
    [
        ("sentences", '{"text": "You came second.", "labels": ["compared"]}', "unknown labels: compared"),
        (
            "sentences",
            '{"text": "No.", "labels": ["hedge"], "spans": [{"text": "Yes", "label": "hedge"}]}',
            "not in the text: Yes",
        ),
        ("sentences", '{"text": "No."}', "labels"),
        ("sentences", "{", "Expecting"),
        ("notes", '{"note": "Slow.", "shareable": true, "why_not": "health"}', "says why not"),
        ("notes", '{"note": "", "shareable": true, "why_not": null}', "note"),
    ],
)
def test_a_broken_line_is_named_with_its_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str, row: str, reason: str
) -> None:
    (tmp_path / kind).mkdir()
    (tmp_path / kind / "author_q.jsonl").write_text(f"\n{row}\n".lstrip(), encoding="utf-8")
    monkeypatch.setattr(labelled, "CORPORA", tmp_path)
    with pytest.raises(ValueError, match=r"author_q.jsonl, line 1: ") as broken:
        (sentences if kind == "sentences" else notes)(["author_q"])
    assert reason in str(broken.value)
