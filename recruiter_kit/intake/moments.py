"""When a scorecard was submitted, as an export writes it.

In: an object of an export. Out: the moment as ISO 8601, or None; what is not understood is told, and the
scorecard kept without its time.
"""

from typing import Any

from recruiter_kit.dates import iso_time
from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import describe
from recruiter_kit.intake.values import blank
from recruiter_kit.messages import say
from recruiter_kit.model import Notice


def moment_in(value: dict[str, Any], key: str, where: Where, notices: list[Notice]) -> str | None:
    """Return the moment under `key`; a number, or any text but ISO 8601, is told and is none."""
    written = value.get(key)
    if blank(value, key) or written is False:
        return None
    moment = iso_time(written.strip() if isinstance(written, str) else written)
    if moment is None:
        fields = {"found": describe(written), "expected": say("expected_time")}
        notices.append(where.at(key).notice("not_understood", "kept_without", **fields))
    return moment.isoformat() if moment else None
