"""A source of exports as somebody would add one, which test_sources.py registers and reads."""

from collections.abc import Sequence
from typing import Any

from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.records import record_of
from recruiter_kit.intake.export_roles import ExportRoles
from recruiter_kit.intake.joining.found import Found, FoundApplication
from recruiter_kit.intake.sources import ExportSource
from recruiter_kit.model import Application


def is_own(value: Any) -> bool:
    return isinstance(value, dict) and "hires" in value


def read_own(documents: Sequence[Document], found: Found) -> None:
    roles = ExportRoles(found)
    for document in documents:
        for index, hire in enumerate(document.value["hires"]):
            found.seen += 1
            where = Where(document.file, f"hires[{index}]", hire["id"])
            rating = {"criterion": "testing", "level": hire["stars"]}
            application = {
                "id": hire["id"],
                "role": hire["job"],
                "candidate": {"given_name": hire["name"]},
                "scorecards": [{"id": "1", "interviewer": {"name": hire["by"]}, "ratings": [rating]}],
            }
            read = record_of(Application, application, where, found.notices)
            if read:
                roles.add(hire["job"], hire["job"], {"testing": "Testing"}, where)
                found.applications.append(FoundApplication(read, where))
    roles.finish()


OWN = ExportSource("Own hires", is_own, read_own)
