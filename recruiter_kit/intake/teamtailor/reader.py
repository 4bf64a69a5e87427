"""Reader of saved Teamtailor responses (JSON:API): what became of applications.

In: documents in any order. Out: what the export says of each application, for scorecards that come in
another file under the same ids. How its scorecard scores hold a level is not published, so they are named and
not read; a note on the profile is not a scorecard. Source: docs/formats.md.
"""

from collections.abc import Sequence

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Export, Placed, gather, held_by_file
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.teamtailor.shapes import KINDS, related, teamtailor_part
from recruiter_kit.intake.values import day_in, object_in, text_in


def read_teamtailor(documents: Sequence[Document], found: Found) -> None:
    """Add what all Teamtailor files say of applications to what was found, and name what is not read."""
    export = gather(documents, teamtailor_part, {}, found)
    scores = KINDS["scorecard-scores"]
    for file, names in held_by_file(export, KINDS).items():
        held = ", ".join(names)
        if scores in names:
            found.notices.append(Where(file).notice("error", "teamtailor_scores", held=held))
        elif not export.listed["scorecard-scores"]:
            found.notices.append(Where(file).notice("left_out", "teamtailor_held", held=held))
    for application in export.ids("job-applications"):
        for placed in export.copies("job-applications", application):
            _hear_status(application, placed, export, found)


def _hear_status(application: str, placed: Placed, export: Export, found: Found) -> None:
    value, where = placed
    said = object_in(value, "attributes")
    on = day_in(said, "updated-at")
    stage = text_in(object_in(export.value("stages", related(value, "stage")), "attributes"), "name")
    closed = bool(text_in(said, "rejected-at"))
    found.hear_stage(application, stage, where.at("relationships.stage"), on, closed=closed)
    if text_in(said, "rejected-at"):
        at = where.at("attributes.rejected-at")
        found.hear(application, "rejected", at, on)
        reason = object_in(export.value("reject-reasons", related(value, "reject-reason")), "attributes")
        if reason.get("rejected-by-company") is False:
            found.hear(application, "they rejected us", at, on)
