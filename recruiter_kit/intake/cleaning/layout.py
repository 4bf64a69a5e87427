"""The layout of where a note was copied from: a spreadsheet, a list in one line, a chat with times.

In: any text. Out: one line a row, a number or a message, and whether a row of headings was left out. A name
before a message stays, so that it is found later.
"""

import re

from recruiter_kit.intake.cleaning.words import words

_BULLET_TAB = re.compile(r"^([-*•‣◦▪·o–]|\(?\d{1,2}[.)])[ \t]*\t[ \t]*", re.MULTILINE)
_LABEL_WORDS = 5
_FEWEST_WORDS = 3
_QUESTION = re.compile(r"^(?:q|question) ?\d{0,2}[.:)] ", re.IGNORECASE)
_ANSWER = re.compile(r"^(?:a|answer) ?\d{0,2}[.:)] ", re.IGNORECASE)
_MARKER = re.compile(r"(?<!\S)(\(?)(\d{1,2})([.)])(?=[ \t]+\S|[^\W\d_])[ \t]*")
_JOINED = re.compile(r"[,;] (?:and|or)$", re.IGNORECASE)
_ENUMERATED = re.compile(r"[^,;\s] (?:and|or)$", re.IGNORECASE)
_BEFORE_LIST = (".", "!", "?", ":", ";", "-", "–", "—")
_CLOCK = re.compile(r"[0-9]:[0-9]{2}")
_DAY = r"(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?,?[ \t]+)?"
_TIME = rf"(?i:{_DAY}\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:[ \t]?[ap]\.?m\.?)?)"
_HALF_DAY = rf"(?i:{_DAY}\d{{1,2}}:\d{{2}}[ \t]?[ap]m)"
_BRACKETED = rf"(?:\[{_TIME}\]|\({_TIME}\))"
_NAME = r"[^\W\d_a-z][\w'’.-]*(?: \(?[^\W\d_a-z][\w'’.)-]*){0,3}"
_IN_BRACKETS = re.compile(rf"^{_BRACKETED}[ \t]*(?:[-–:][ \t]*)?(?=\S)")
_BEFORE_NAME = re.compile(rf"^{_TIME}[ \t]+(?:[-–][ \t]+)?(?={_NAME}: )")
_AFTER_NAME = re.compile(rf"^({_NAME})[ \t]+(?:{_BRACKETED}|{_TIME})[ \t]*:[ \t]+(?=\S)")
_NAME_ALONE = re.compile(rf"^({_NAME})[ \t,]+(?:{_BRACKETED}|{_HALF_DAY})$")
_AT_START = re.compile(rf"^{_TIME}[ \t]+(?=[^\W\d_])")


def laid_out(text: str) -> tuple[str, bool]:
    """Return `text` with one line a row, number or message, and whether a row of headings was left out."""
    headed = asked = False
    if "\t" in text:
        text, headed = _rows(_BULLET_TAB.sub(r"\1 ", text))
    if ":" in text and _CLOCK.search(text):
        text = _without_times(text)
    if "?" in text and "\n" in text:
        text, asked = _without_questions(text)
    if "1" in text and "2" in text:
        text = "\n".join(point for line in text.split("\n") for point in _numbered(line.strip()))
    if "  " in text:
        text = re.sub(r" {2,}", " ", text)
    if " \n" in text or "\n " in text:
        text = "\n".join(line.strip() for line in text.split("\n"))
    if "\n\n\n" in text:
        text = re.sub(r"\n{3,}", "\n\n", text)
    return text.strip(), headed or asked


def _rows(text: str) -> tuple[str, bool]:
    lines = text.split("\n")
    rows = [[cell.strip() for cell in line.split("\t") if cell.strip()] for line in lines]
    wide = [at for at, cells in enumerate(rows) if len(cells) > 1]
    headed = len(wide) > 1 and all(
        word.strip(":").casefold() in words().headings for cell in rows[wide[0]] for word in cell.split()
    )
    kept = [_row(cells) for at, cells in enumerate(rows) if not (headed and at == wide[0])]
    return "\n".join(kept), headed


def _row(cells: list[str]) -> str:
    """Return the cells of a row as a reader would say them: "Planning: 2, started on the code"."""
    if len(cells) < 2:
        return "".join(cells)
    first, *others = cells
    line = others[0]
    for cell in others[1:]:
        line = f"{line} {cell}" if line.endswith((".", "!", "?", ":", ",", ";")) else f"{line}, {cell}"
    if first.endswith((".", "!", "?", ":", ",", ";")):
        return f"{first} {line}"
    return f"{first}: {line}" if len(first.split()) <= _LABEL_WORDS else f"{first}, {line}"


def _without_questions(text: str) -> tuple[str, bool]:
    """Leave out the questions of a form that stand before their answers, and say whether any did.

    A question goes where both are marked ("Q:", "A:"), or where every other line is one. One that is
    answered in a word or two stays, because the answer alone says nothing.
    """
    lines = [line.strip() for line in text.split("\n")]
    filled = [line for line in lines if line]
    pairs = list(zip(filled[::2], filled[1::2], strict=False))
    if len(filled) % 2 or not all(_is_pair(question, answer) for question, answer in pairs):
        return text, False
    marked = all(_QUESTION.match(question) and _ANSWER.match(answer) for question, answer in pairs)
    if not marked and len(pairs) < 2:
        return text, False
    kept: list[str] = []
    for question, answer in pairs:
        words = _ANSWER.sub("", answer) if marked else answer
        kept += [words] if len(words.split()) >= _FEWEST_WORDS else [question, answer]
    return "\n".join(kept), len(kept) < len(filled)


def _is_pair(question: str, answer: str) -> bool:
    return question.endswith("?") and not answer.endswith("?")


def _numbered(line: str) -> list[str]:
    """Return the points of a list that is in one line, or the line when it holds no list.

    The list begins with 1 where a sentence could begin; an enumeration inside a sentence is not cut.
    """
    if "1" not in line or "2" not in line:
        return [line]
    markers = list(_MARKER.finditer(line))
    for at, first in enumerate(markers):
        before = line[: first.start()].rstrip()
        if first[2] == "1" and (not before or before.endswith(_BEFORE_LIST)):
            cuts = _counted(line, markers[at:])
            if len(cuts) > 1:
                ends = [*cuts[1:], len(line)]
                points = [
                    _JOINED.sub("", line[start:end].strip()) for start, end in zip(cuts, ends, strict=True)
                ]
                return [before, *points] if before else points
    return [line]


def _counted(line: str, markers: list[re.Match[str]]) -> list[int]:
    """Return where the points begin, numbered from 1 without a gap and all in one style."""
    cuts: list[int] = []
    for marker in markers:
        if int(marker[2]) != len(cuts) + 1 or marker.group(1, 3) != markers[0].group(1, 3):
            continue
        before = line[: marker.start()].rstrip()
        if cuts and (_ENUMERATED.search(before) or len(before) - cuts[-1] < 4):
            return []
        begins = line[marker.end() : marker.end() + 1]
        if marker[3] == "." and not (
            begins.isupper() or not begins.isalnum() or before.endswith(_BEFORE_LIST)
        ):
            continue
        cuts.append(marker.start())
    return cuts


def _without_times(text: str) -> str:
    lines = [line.strip() for line in text.split("\n")]
    filled = [line for line in lines if line]
    timed = sum(bool(_AT_START.match(line)) for line in filled)
    log = timed > 1 and timed * 2 >= len(filled)
    kept: list[str] = []
    speaker = ""
    for line in lines:
        alone = _NAME_ALONE.match(line)
        if alone:
            speaker = alone[1]
            continue
        line = _IN_BRACKETS.sub("", line)
        line = _AFTER_NAME.sub(r"\1: ", _BEFORE_NAME.sub("", line))
        line = _AT_START.sub("", line) if log else line
        if speaker and line:
            line, speaker = f"{speaker}: {line}", ""
        kept.append(line)
    return "\n".join([*kept, f"{speaker}:"] if speaker else kept)
