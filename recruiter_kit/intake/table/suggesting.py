"""What a column may hold: by its heading, by what is in it, and by what was chosen before.

In: a table. Out: for each heading a suggestion. A person says which is right; nothing is taken over unasked.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from recruiter_kit.intake.scales import UNKNOWN
from recruiter_kit.intake.table.cell_values import highest_named, level_of, order_of_days, time_of
from recruiter_kit.intake.table.names import is_known, meaning_by_name
from recruiter_kit.intake.table.said import LEVEL_OF, NOTE_ON
from recruiter_kit.intake.table.sheet import Sheet
from recruiter_kit.intake.table.words import folded, table_words

LOOKED_AT = 200
HIGHEST_LEVEL = 100
LONG_TEXT = 25
_IDS = frozenset({"application", "candidate", "scorecard", "role_id", "interviewer_id", "criterion_id"})
_RATED = frozenset({"criterion", "level", "note"})
_WHOSE = frozenset(
    {"application", "candidate", "name", "given_name", "family_name", "email", "scorecard", "interviewer"}
    | {"interviewer_id", "interview", "stage"}
)
# What is rated in "Interview score", and written in "Candidate feedback", is the whole, not a criterion.
_OF_THE_WHOLE = frozenset(
    {"application", "candidate", "name", "scorecard", "interviewer", "interview", "stage", "recommendation"}
)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
# A form asks the person who fills it in for an address, or notes it by itself.
_GENERIC_ADDRESS = frozenset(
    {
        *("email", "email_address", "e-mail", "e-mail_address", "mail", "username", "e-mail-adresse"),
        *("adresse_e-mail", "nom_d'utilisateur", "correo", "correo_electrónico", "メールアドレス"),
    }
)
_SCALE_IN_BRACKETS = re.compile(r"[_ ]?\([^()]*\d[^()]*\)")
_GENERIC_NAME = frozenset({"name", "nom", "nombre", "名前"})
_OF_FORMS = frozenset(
    {"start_time", "completion_time", "startzeit", "fertigstellungszeit", "heure_de_début", "heure_de_fin"}
    | {
        "hora_de_inicio",
        "hora_de_finalización",
        "開始時刻",
        "完了時刻",
        "timestamp",
        "zeitstempel",
        "horodateur",
    }
    | {"marca_temporal", "タイムスタンプ"}
)
_REPEATED = re.compile(r"(.+)_\d{1,3}$")
_NAMED_BY_ID = {"interviewer_id": "interviewer", "role_id": "role", "criterion_id": "criterion"}
_NOT_CRITERIA = frozenset({"overall", "total", "average", "final", "mean", "id"})
# What a note is written in says nothing of what it is on: "Feedback text", "Detailed comments".
_NO_SUBJECT = frozenset(
    {"text", "detail", "details", "detailed", "written", "additional", "other", "general"}
    | {"on", "about", "of", "for", "the"}
)


def suggestions(sheet: Sheet, before: Mapping[str, str], others: Sequence[Sheet] = ()) -> dict[str, str]:
    """Return for each heading of a table what it may hold, "" for nothing.

    `before` is what was chosen for headings before, `others` are the tables that came with this one. No two
    columns are suggested for one thing.
    """
    texts = {column: _texts(sheet, column) for column in sheet.columns}
    by_name = {column: meaning_by_name(column) for column in sheet.columns}
    has_interviewer = "interviewer" in by_name.values()
    is_long = "criterion" in by_name.values()
    criteria = {folded(criterion_in(column)[1]) for column in sheet.columns if _are_levels(texts[column])}
    suggested: dict[str, str] = {}
    last = ""
    for column in sheet.columns:
        meaning = _suggested(column, by_name[column], texts[column], is_long, criteria)
        if _REPEATED.fullmatch(column) or f"{column}_2" in sheet.columns:
            meaning = _beside(last, column, meaning)
        meaning = before.get(column) or meaning
        last = meaning
        if meaning == "email" and column in _GENERIC_ADDRESS and column not in before:
            meaning = _whose_address(sheet.columns, texts[column], has_interviewer)
        if meaning == "name" and column in _GENERIC_NAME and _is_form(sheet.columns) and column not in before:
            meaning = "" if has_interviewer else "interviewer"
        if column == "id" and column not in before:
            meaning = _pointed_at(texts[column], others) or _of_scorecard(by_name)
        taken = set(suggested.values())
        suggested[column] = "" if meaning in taken else meaning
    return _as_they_fit(_as_a_list(suggested), sheet, others)


def criterion_in(column: str) -> tuple[str, str]:
    """Return "level", "note" or "", and the name of a criterion, of a heading such as planning_score.

    What is left of "comments", with no criterion in it, is "".
    """
    bare = _SCALE_IN_BRACKETS.sub("", column) or column
    words = bare.replace("_", " ").replace("(", " ").replace(")", " ").replace(":", " ").split()
    known = table_words()
    kinds = (("level", known.of_level), ("note", known.of_note))
    for kind, names in kinds:
        rest = [word for word in words if word not in names]
        if len(rest) < len(words):
            name = " ".join(rest).strip(" -–/")
            return kind, name[:1].upper() + name[1:]
    return "", " ".join(words)[:1].upper() + " ".join(words)[1:]


def _beside(last: str, column: str, meaning: str) -> str:
    """Return what a column with a repeated heading may hold: a note on the criterion before it."""
    of_note = criterion_in(_REPEATED.sub(r"\1", column))[0] == "note"
    if of_note and last.startswith(LEVEL_OF):
        return NOTE_ON + last.removeprefix(LEVEL_OF)
    return "" if _REPEATED.fullmatch(column) and meaning.startswith((LEVEL_OF, NOTE_ON)) else meaning


def _suggested(
    column: str, by_name: str, texts: Sequence[str], is_long: bool, criteria: Collection[str]
) -> str:
    kind, name = criterion_in(column)
    of_criterion = bool(name) and not _NOT_CRITERIA & set(folded(name).split()) and not _is_of_the_whole(name)
    if by_name == "submitted_at" and _are_levels(texts):
        by_name = ""  # "Data" is a day in Italian, and a skill in English.
    if by_name and not (kind and of_criterion and not is_known(column)):
        return _as_its_cells(by_name, texts)
    if kind == "note" and not of_criterion and texts and _are_words(texts):
        return "note"
    if is_long or not of_criterion:
        return ""
    if kind == "note" and (not texts or _are_words(texts, short=folded(name) in criteria)):
        return NOTE_ON + name
    if _are_levels(texts) and kind in ("level", ""):
        return LEVEL_OF + name
    return ""


def _is_of_the_whole(name: str) -> bool:
    words = [word for word in folded(name).split() if word not in _NO_SUBJECT]
    return not words or meaning_by_name("_".join(words)) in _OF_THE_WHOLE


def _as_its_cells(meaning: str, texts: Sequence[str]) -> str:
    """Return what a column of a name that means a mark in one language and words in another holds: "nota"."""
    if meaning == "note" and texts and all(isinstance(level_of(text), float | None) for text in texts):
        return "level" if _are_levels(texts) else meaning
    return "note" if meaning == "level" and not _are_levels(texts) and _are_words(texts) else meaning


def _is_form(columns: Sequence[str]) -> bool:
    """Whether a table is what a form writes, with the time, and often the name, of who filled it in."""
    return meaning_by_name(columns[0]) == "submitted_at" or bool(_OF_FORMS & set(columns))


def _whose_address(columns: Sequence[str], texts: Iterable[str], has_interviewer: bool) -> str:
    """Return what a column called just "E-mail" may hold: in a form it is the address of who filled it in."""
    if not _is_form(columns):
        return "" if has_interviewer else "email"
    named = has_interviewer or bool(_GENERIC_NAME & set(columns))
    return "interviewer" if not named and any(map(_ADDRESS.fullmatch, texts)) else ""


def _pointed_at(ids: Sequence[str], others: Sequence[Sheet]) -> str:
    """Return what the ids of a table are, going by the column of another table that holds some of them."""
    counted = {
        meaning: len(set(ids) & set(_texts(other, column)))
        for other in others
        for column in other.columns
        if column != "id" and (meaning := meaning_by_name(column)) in _IDS
    }
    best = max(counted, key=lambda meaning: counted[meaning], default="")
    return best if best and counted[best] else ""


def _of_scorecard(by_name: Mapping[str, str]) -> str:
    """Return "scorecard" for the id of a row on somebody by somebody that is of no one criterion."""
    meanings = set(by_name.values())
    is_card = "interviewer" in meanings and {"application", "candidate", "name"} & meanings
    return "scorecard" if is_card and not {"criterion", "criterion_id", "scorecard"} & meanings else ""


def _as_a_list(suggested: dict[str, str]) -> dict[str, str]:
    """In a list of users, jobs or criteria a name or title is theirs, and not a candidate's."""
    ids = _IDS & set(suggested.values())
    if len(ids) != 1 or _RATED & set(suggested.values()):
        return suggested
    named = _NAMED_BY_ID.get(next(iter(ids)), "")
    if not named or named in suggested.values():
        return suggested
    column = next((column for column in ("name", "title", "full_name", "label") if column in suggested), "")
    return suggested | {column: named} if column else suggested


def _as_they_fit(suggested: dict[str, str], sheet: Sheet, others: Sequence[Sheet]) -> dict[str, str]:
    """Put right what two suggestions together cannot be.

    In a table with one row for each candidate or scorecard, a level without a criterion is the mark of the
    whole, and skills that nobody rates are no criteria. Where nothing else says which application a row is
    of, the id of the candidate does, as long as each candidate is there for one role and no other table knows
    the id.
    """
    meanings = set(suggested.values())
    parts = {"given_name", "family_name"} & meanings
    if "name" in meanings and parts:
        suggested = _names_apart(suggested, parts, sheet)
    if _has_one_row_each(sheet, suggested):
        if "level" in meanings and not {"criterion", "criterion_id"} & meanings:
            suggested = _without("level", suggested)
        if "criterion" in meanings and not {"level", "note", "criterion_id"} & meanings:
            suggested = _without("criterion", suggested)
    meanings = set(suggested.values())
    rated = any(meaning in _RATED or meaning.startswith((LEVEL_OF, NOTE_ON)) for meaning in meanings)
    elsewhere = any(meaning_by_name(column) == "candidate" for other in others for column in other.columns)
    if rated and "candidate" in meanings and not ({"application", "scorecard"} & meanings or elsewhere):
        by_meaning = {meaning: column for column, meaning in suggested.items()}
        its_id, role = by_meaning["candidate"], by_meaning.get("role", "")
        pairs = {(row.get(its_id), row.get(role)) for row in sheet.rows if row.get(role) or not role}
        if len(pairs) == len({candidate for candidate, _ in pairs}):
            suggested[its_id] = "application"
    return suggested


def _names_apart(suggested: Mapping[str, str], parts: AbstractSet[str], sheet: Sheet) -> dict[str, str]:
    """Return what a name and one of its parts are: with a "Vorname", "Name" is the family name."""
    if len(parts) > 1:
        return _without("name", suggested)
    (part,) = parts
    by_meaning = {meaning: column for column, meaning in suggested.items()}
    name, its_part = by_meaning["name"], by_meaning[part]
    if all(row.get(its_part) in row.get(name) for row in sheet.rows):
        return _without(part, suggested)
    other = "family_name" if part == "given_name" else "given_name"
    return {**suggested, name: other}


def _has_one_row_each(sheet: Sheet, suggested: Mapping[str, str]) -> bool:
    """Whether no two rows are of the same scorecard, or of the same candidate by the same person."""
    columns = [column for column, meaning in suggested.items() if meaning in _WHOSE]
    rows = [tuple(map(row.get, columns)) for row in sheet.rows[:LOOKED_AT]]
    return bool(columns) and len(set(rows)) == len(rows)


def _without(meaning: str, suggested: Mapping[str, str]) -> dict[str, str]:
    return {column: "" if its == meaning else its for column, its in suggested.items()}


def _texts(sheet: Sheet, column: str) -> list[str]:
    return [text for row in sheet.rows[:LOOKED_AT] if (text := row.get(column))]


def _are_levels(texts: Sequence[str]) -> bool:
    """Whether a column may hold levels: small numbers, stars, parts of a highest level; not days or ids."""
    if not texts:
        return False
    named = {highest_named(text) for text in texts}
    if len(named) == 1 and None not in named:
        return True
    known = [level for text in texts if isinstance(level := level_of(text), float)]
    small = all(0 <= level <= HIGHEST_LEVEL for level in known)
    return bool(known) and small and len(known) >= 0.6 * len(texts)


def _are_words(texts: Sequence[str], *, short: bool = False) -> bool:
    """Whether a column may hold notes; `short` ones are only taken for such where a level is beside them."""
    dates = order_of_days(texts) is not None or all(time_of(text, None) is not UNKNOWN for text in texts)
    return not dates and any(len(text) >= LONG_TEXT or (short and " " in text) for text in texts)
