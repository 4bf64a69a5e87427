"""The audit log: who did what, newest first, and whether anybody has changed it since.

The log itself holds no candidate's name; the page shows it to those who may see applications.
"""

from flask import Blueprint, g, render_template

from recruiter_kit.people.rights import may
from recruiter_kit.store import audit
from recruiter_kit.web.context import store
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications

place = Blueprint("audit", __name__)


@place.get("/audit")
@needs("see_audit")
def show() -> str:
    """Show the newest entries of the log, and whether it is whole."""
    entries = audit.entries(store())
    concerned = {each.application for each in entries if each.application}
    names = applications.names(store(), concerned) if may(g.user, "see_applications") else {}
    return render_template(
        "web/audit.html", entries=entries, verified=audit.verify(store()), names=names, titles=_titles()
    )


def _titles() -> dict[str, str]:
    """Return the titles of roles, which some entries name instead of an application."""
    return {role.id: role.title for role in applications.roles(store())}
