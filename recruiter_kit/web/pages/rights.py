"""Who may do what: the table of rights in words, and who has which post. Nothing is changed here."""

from typing import get_args

from flask import Blueprint, g, render_template

from recruiter_kit.people import users
from recruiter_kit.people.posts import Post
from recruiter_kit.people.rights import Right, may, own_roles_only, posts_with
from recruiter_kit.web.context import store
from recruiter_kit.web.signed_in import needs

place = Blueprint("rights", __name__)


@place.get("/rights")
@needs("see_audit")
def show() -> str:
    """Show each right with the posts that have it, and each post with its people."""
    rows = [(right, set(posts_with(right))) for right in get_args(Right)]
    active = [user for user in users.all_users(store()) if user.active]
    people = {
        post: [
            user for user in active if user.post == post or (post is Post.ADMINISTRATOR and user.administers)
        ]
        for post in Post
    }
    return render_template(
        "web/rights.html",
        rows=rows,
        people=people,
        own_roles={post for post in Post if own_roles_only(post)},
        manages=may(g.user, "manage_users"),
    )
