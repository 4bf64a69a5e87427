"""What a Greenhouse file holds beside what is read: other lists, and objects that nobody knows.

In: objects and their places. Out: one notice per file for the lists of a connector or an envelope that are
not needed, and one per object for whatever stood where something was expected.
"""

from collections.abc import Collection, Iterable

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.intake.records import Item
from recruiter_kit.model import Notice

_ANY_LIST = frozenset({"", "data", "items", "records", "results"})


def unread_notices(unread: Iterable[tuple[str, Item]], read: Collection[str]) -> list[Notice]:
    """Return the notices on objects of no known kind, each with its file; `read` names the lists read."""
    notices: list[Notice] = []
    lists: dict[str, dict[str, None]] = {}
    for file, item in unread:
        if item.name in _ANY_LIST or item.name in read:
            notices.append(Where(file, item.place).notice("not_understood", "unknown_object"))
        else:
            lists.setdefault(file, {})[item.name] = None
    return notices + [
        Where(file).notice("left_out", "lists_left_out", lists=choices(sorted(names)))
        for file, names in lists.items()
    ]
