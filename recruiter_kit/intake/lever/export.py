"""The objects of saved Lever files, sorted by what they are and joined by their ids.

In: documents in any order. Out: feedback forms by opportunity, and what the other files say about
opportunities, postings, people and stages. Forms carry no opportunity in the shape of GET, so it is
taken from the form, from its wrapping or, when the files hold only one, from that one.
Source: ats-formats, section 3.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Placed, more_pages, no_feedback
from recruiter_kit.intake.lever.shapes import KINDS, lever_items, lever_part
from recruiter_kit.intake.values import blank, id_in, object_in, objects_in, text_in
from recruiter_kit.model import Notice

_LEFT_OUT = {"note": "lever_note", "webhook": "lever_webhook"}


@dataclass
class Export:
    """The objects of all files: `parts` by what they are and their id, `forms` by opportunity.

    `differing` holds the ids of objects that appear twice and do not say the same; `homeless` an
    error for each form whose opportunity is not known.
    """

    parts: dict[str, dict[str, Placed]] = field(default_factory=lambda: defaultdict(dict))
    forms: dict[str, list[Placed]] = field(default_factory=dict)
    differing: dict[str, Where] = field(default_factory=dict)
    homeless: list[Notice] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def text_of(self, part: str, its_id: str | None) -> str | None:
        """Return the text of a posting, stage or archive reason, or None when its file is missing."""
        return text_in(self.parts[part].get(its_id or "", ({}, None))[0], "text")

    def person(self, form: dict[str, Any]) -> tuple[str | None, str | None, str | None]:
        """Return id, name and role of who filled in a form, as far as the files say."""
        user = user_of(form) or ""
        known, _ = self.parts["user"].get(user, (object_in(form, "user"), None))
        if text_in(known, "name"):
            return user, text_in(known, "name"), text_in(known, "jobTitle")
        for interview, _ in self.parts["interview"].values():
            for _, interviewer in objects_in(interview, "interviewers"):
                if id_in(interviewer, "id") == user:
                    return user, text_in(interviewer, "name"), None
        return user or None, None, None


def user_of(form: dict[str, Any]) -> str | None:
    """Return the id of who filled in a form."""
    return id_in(object_in(form, "user"), "id") or id_in(form, "user") or id_in(form, "userId")


def sort_export(documents: Sequence[Document]) -> Export:
    """Return the objects of all files."""
    export = Export()
    forms: list[tuple[dict[str, Any], str | None, Where]] = []
    held: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        export.notices += more_pages(document, "hasNext")
        for place, value, opportunity in lever_items(document.value):
            where = Where(document.file, place)
            part = lever_part(value)
            if part == "form":
                forms.append((value, opportunity, where))
            elif part is None:
                export.notices.append(where.notice("not_understood", "unknown_object"))
            else:
                if part in KINDS:
                    held[document.file].add(KINDS[part])
                _sort_in(part, value, where, export)
    if not forms:
        export.notices += no_feedback(held, "Lever", "feedback forms")
    for form, opportunity, where in forms:
        expanded = object_in(form, "user")
        if text_in(expanded, "name") and id_in(expanded, "id"):
            export.parts["user"].setdefault(id_in(expanded, "id") or "", (expanded, where))
        _place_form(form, opportunity, where, export)
    return export


def postings_of(opportunity: dict[str, Any], forms: Sequence[Placed], export: Export) -> list[str]:
    """Return the ids of the postings that the opportunity is for, each once."""
    its_id = id_in(opportunity, "id")
    found = [
        id_in(application, "posting")
        for application, _ in export.parts["application"].values()
        if its_id in (id_in(application, "opportunityId"), id_in(application, "candidateId"))
    ]
    found += [id_in(application, "posting") for _, application in objects_in(opportunity, "applications")]
    if not any(found):
        listed = [form.get("postingIds") for form, _ in forms]
        postings = [posting for ids in listed if isinstance(ids, list) for posting in ids]
        found += [posting for posting in postings if isinstance(posting, str)]
    return list(dict.fromkeys(posting for posting in found if posting))


def _sort_in(part: str, value: dict[str, Any], where: Where, export: Export) -> None:
    if part in _LEFT_OUT:
        export.notices.append(where.notice("left_out", _LEFT_OUT[part]))
    its_id = id_in(value, "id")
    if its_id is not None:
        first, _ = export.parts[part].setdefault(its_id, (value, where))
        if any(first.get(key) != value.get(key) for key in ("name", "text", "posting")):
            export.differing[its_id] = where


def _place_form(form: dict[str, Any], wrapped: str | None, where: Where, export: Export) -> None:
    opportunity = (
        id_in(form, "opportunityId")
        or id_in(form, "opportunity")
        or id_in(object_in(form, "opportunity"), "id")
        or id_in(form, "profileId")
        or wrapped
    )
    known = export.parts["opportunity"]
    if opportunity is None and len(known) == 1:
        opportunity = next(iter(known))
    where = where.of(opportunity)
    if form.get("deletedAt") is not None:
        export.notices.append(where.notice("left_out", "deleted"))
    elif blank(form, "completedAt") and form.get("isCompleted") is not True:
        export.notices.append(where.notice("left_out", "draft"))
    elif opportunity is None:
        export.homeless.append(where.notice("error", "form_without_opportunity"))
    else:
        export.forms.setdefault(opportunity, []).append((form, where))
