"""Settings: one page that leads to each part, and shows a person the parts that they may see."""

from typing import NamedTuple

from flask import Blueprint, g, render_template

from recruiter_kit.installation import here
from recruiter_kit.people.rights import Right, may
from recruiter_kit.web.context import standard

place = Blueprint("settings", __name__)


class Part(NamedTuple):
    """One part of the settings: where it is, what it is called and about, and who may see it."""

    endpoint: str
    name: str
    about: str
    right: Right | None = None
    anchor: str | None = None


GROUPS: tuple[tuple[str, tuple[Part, ...]], ...] = (
    ("You", (Part("account.show", "Your account", "Password, and which e-mails you get"),)),
    (
        "What candidates receive",
        (
            Part("standard.show", "Letters", "Who signs, paper, spelling, approval", "change_standard"),
            Part(
                "standard.show",
                "Deadlines",
                "Disputes, records, applying again",
                "change_standard",
                "deadlines",
            ),
            Part("look.show", "Look", "Logo, colour, letterhead", "change_standard"),
            Part(
                "sentences.show",
                "Your own sentences",
                "Parts of letter and call in your words",
                "change_standard",
            ),
            Part("model.show", "Language model", "Whether one helps to word notes", "change_standard"),
        ),
    ),
    (
        "How you work",
        (
            Part("mail.show", "Mail", "Server, undo time, a test, how mail is doing", "change_mail"),
            Part(
                "standard.show",
                "Working hours",
                "Time zone, and when mail may leave",
                "change_standard",
                "hours",
            ),
        ),
    ),
    (
        "People",
        (
            Part("people.show", "People", "Invite, deactivate, send a new link", "manage_users"),
            Part("rights.show", "Who may do what", "What each role in the team allows", "see_audit"),
            Part("audit.show", "Audit log", "What was done, by whom and when", "see_audit"),
        ),
    ),
)


@place.get("/settings")
def show() -> str:
    """Show the parts that this person may see, and which of them are not set up yet."""
    groups = [
        (name, seen)
        for name, parts in GROUPS
        if (seen := [part for part in parts if part.right is None or may(g.user, part.right)])
    ]
    return render_template("web/settings.html", groups=groups, missing=_missing())


def _missing() -> set[str]:
    """Return the names of the parts without which nothing can be drafted or sent."""
    sender = standard().sender
    without = {"Letters": sender is None or not sender.email, "Mail": not here().mail.exists()}
    return {name for name, lacking in without.items() if lacking}
