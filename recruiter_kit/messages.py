"""Every sentence that an error, a notice or a left-out line shows to the person at the keyboard.

In: a key and its fields. Out: the sentence. Kept together so that the same trouble is
described in the same words in the report, on the terminal and on a page.
"""

TEXTS: dict[str, str] = {
    # Files
    "file_missing": "there is no such file; give the path of an export",
    "file_empty": "the file is empty; expected an export with at least one application",
    "file_too_large": "the file has {size} MB, more than the {limit} MB that are read at once; "
    "split the export",
    "file_unreadable": "the file could not be read ({reason})",
    "not_utf8": "byte {offset} is not UTF-8; save the file as UTF-8 and try again",
    "not_json": "this is not JSON: {reason} at line {line}, column {column}",
    "json_too_deep": "the values are nested more than {limit} deep; no export is, so the file is broken",
    "json_duplicate_key": "the key {key} stands twice in one object; remove one of them",
    "not_yaml": "this is not YAML: {reason}",
    "not_a_workbook": "this is not a readable XLSX file ({reason})",
    "workbook_too_large": "the workbook unpacks to more than {limit} MB; it is damaged or "
    "not a scorecard table",
    "unknown_source": "this is no source that can be read; expected recruiter-kit/1, Greenhouse Harvest v1, "
    "Lever feedback forms or the scorecard table (docs/formats.md)",
    # Values
    "wrong_type": "{found} was found; expected {expected}",
    "invalid": "{reason}; expected {expected}",
    "missing_field": "the field is missing; expected {expected}",
    "unknown_field": "the field is not part of the format; expected one of {expected}",
    "unknown_role": "the role {role} is not in the files; expected one of {expected}",
    "unknown_criterion": "the criterion {criterion} is not in the role {role}; expected one of {expected}",
    "level_outside_scale": "the level {level} is outside the scale of the role {role}; expected a number "
    "from {lowest} to {highest}",
    "required_outside_scale": "the required level {level} is outside the scale; expected a number from "
    "{lowest} to {highest}",
    "level_text_outside_scale": "there is a text for level {level}, which is outside the scale; expected "
    "levels from {lowest} to {highest}",
    "scale_upside_down": "the lowest level {lowest} is not below the highest {highest}",
    "duplicate_id": "the id {id} stands twice; expected each id once",
    "scorecard_twice_differs": "the scorecard {id} stands twice and the two differ; keep the right one",
    "no_name": "the candidate has no name; expected given_name, family_name or both",
    # Decisions and completeness
    "undecided": "no decision by a named person is recorded for the application {application}, so nothing is "
    "drafted (R1); record outcome, reason, decided_by and decided_on in the export or in a --decisions file",
    "no_scorecards": "the application {application} has no scorecards; every reason rests on what an "
    "interviewer wrote (R2), so there is nothing to word",
    "lacking": "the sources together still lack {what}; add a role file with --role or complete the export",
    "needs_decisive": "the decision of the application {application} names no decisive criterion; "
    "expected at least one for the reason {reason}",
    # Working on many applications
    "worker_died": "the process that worked on it was stopped by the machine, perhaps for want of memory; "
    "run it again with --only",
    "unexpected": "the software failed on it ({kind}); please report this with the shape of the scorecard",
    "not_written": "its files could not be written ({reason})",
    "no_folder": "the folder for the documents cannot be made ({reason}); name another with --out",
    "not_chosen": "no application has {text} in its id or its candidate's name",
    "unknown_format": "{format} is no format; expected one or more of {expected}, separated by commas",
    # Documents
    "reaches_outside": "a document tried to read a file or an address that is not its own",
    # Composing
    "data_keys": "the groups of the file are not the expected ones; expected {expected}",
    "data_fields": "the field {unknown} is not known here; expected {expected}",
    "not_seen": "nobody wrote what was seen for {criterion}, so it is not told as a gap; ask for one thing "
    "that the candidate did or did not do (scorecards {scorecards})",
    "no_level_text": "the role has no text for level {level} of {criterion}, so what the role needs cannot "
    "be said; add it to the role file",
    "no_advice": "the role has no advice for {criterion}, so what would help cannot be said; add it to the "
    "role file",
    "decisive_at_bar": "the decision rests on {criterion}, but the panel's levels meet what the role needs "
    "(R4); ask {decided_by} which of the two is right",
    "decisive_not_assessed": "the decision rests on {criterion}, but no scorecard has a level for it; ask "
    "{decided_by} what it rests on",
    "below_in_close_call": "the reason recorded says that nothing was below the bar, but {criterion} "
    "is (R4); ask {decided_by} which of the two is right",
    "too_close": "the panel's levels are too close to call; one more independent interview would settle it "
    "before a letter with gaps goes out",
    "no_sender": "the standard names no sender, so nobody signs and nobody answers a disputed fact; add "
    "sender to the standard",
    "contradicts_level": "the note and the panel's levels on {criterion} point in opposite directions (R4)",
    "off_list": "the sentence is not tied to a published criterion of the role (R3)",
}


def say(key: str, **fields: object) -> str:
    """Return the sentence for `key` with its fields filled in.

    Raises KeyError for an unknown key or a missing field: both are defects of the program.
    """
    return TEXTS[key].format(**fields)
