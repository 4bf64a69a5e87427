"""Route by route: what each post may reach, and that no route was forgotten."""

import re

import pytest

from recruiter_kit.people.posts import Post
from recruiter_kit.web.signed_in import OPEN
from tests.web.build import first_role
from tests.web.client import PageClient
from tests.web.conftest import As

ANYBODY = {
    "home.show",
    "sign_in.leave",
    "account.show",
    "account.change",
    "account.notify",
    "settings.show",
    "help.show",
    "waiting.show",
}
"""Places for everybody who is signed in."""
READERS = {"recruiter", "approver", "hiring_manager", "lead", "privacy_officer"}
TELLERS = {"recruiter", "lead"}
WRITERS = {"recruiter", "hiring_manager", "lead"}
APPROVERS = {"approver", "hiring_manager", "lead"}
WHO = {
    "queue.show": READERS,
    "queue.candidates": READERS,
    "queue.draft": TELLERS,
    "first_steps.show": TELLERS,
    "first_steps.sender": {"lead"},
    "first_steps.later": TELLERS,
    "sample.add": TELLERS,
    "sample.remove": TELLERS,
    "bulk_decision.show": WRITERS,
    "bulk_decision.choose": WRITERS,
    "bulk_decision.take": WRITERS,
    "imports.show": TELLERS,
    "imports.take": TELLERS,
    "imports.upload": TELLERS,
    "imports.how_far": TELLERS,
    "imports.columns": TELLERS,
    "imports.values": TELLERS,
    "imports.ties": TELLERS,
    "imports.back": TELLERS,
    "imports.columns_file": TELLERS,
    "imports.template": TELLERS,
    "imports.example": TELLERS,
    "roles.show": READERS,
    "role.show": READERS,
    "role.save": TELLERS,
    "role.remove": TELLERS,
    "role.download": TELLERS,
    "role_versions.show": READERS,
    "role_versions.version": READERS,
    "role_versions.restore": TELLERS,
    "new_role.show": TELLERS,
    "new_role.make": TELLERS,
    "new_role.take": TELLERS,
    "new_role.copy": TELLERS,
    "imports.settle_upload": TELLERS,
    "imports.settle": TELLERS,
    "imports.settle_all": TELLERS,
    "decision.show": WRITERS,
    "decision.take": WRITERS,
    "feedback.show": READERS,
    "feedback.version": READERS,
    "feedback.letter": READERS,
    "feedback.letter_page": READERS,
    "statements.draft": TELLERS,
    "statements.save": TELLERS,
    "statements.undo": TELLERS,
    "statements.add": TELLERS,
    "statements.put_back": TELLERS,
    "statements.dismiss": TELLERS,
    "answers.release": {"lead"},
    "check.look": READERS,
    "answers.give": TELLERS,
    "approval.answer": APPROVERS,
    "approval.answer_changes": TELLERS,
    "approval.take_changes_back": APPROVERS,
    "comments.add": READERS,
    "comments.reply": READERS,
    "comments.resolve": READERS,
    "claim.take": TELLERS,
    "claim.release": TELLERS,
    "scorecard.choose": WRITERS,
    "scorecard.for_role": WRITERS,
    "scorecard.show": WRITERS,
    "scorecard.look": WRITERS,
    "notes.add": WRITERS,
    "notes.show": WRITERS,
    "notes.settle": WRITERS,
    "notes.confirm": WRITERS,
    "call.show": TELLERS,
    "call.reach": TELLERS,
    "call.now": TELLERS,
    "call.end": TELLERS,
    "call.script": TELLERS,
    "outcome.show": TELLERS,
    "outcome.change": TELLERS,
    "call.stopped": TELLERS,
    "call.rehearse": TELLERS,
    "send.show": TELLERS,
    "send.send": TELLERS,
    "send.sent_elsewhere": TELLERS,
    "send.settle": TELLERS,
    "send.attempt": TELLERS,
    "send.as_seen": TELLERS,
    "send.download": TELLERS,
    "bulk_send.show": TELLERS,
    "bulk_send.choose": TELLERS,
    "bulk_send.send": TELLERS,
    "outbox.show": TELLERS,
    "send.readdress": TELLERS,
    "outbox.take_back": TELLERS,
    "after.show": TELLERS,
    "after.asked": TELLERS,
    "after.disputed": TELLERS,
    "after.alleged": TELLERS,
    "after.answered": TELLERS,
    "after.picked": TELLERS,
    "after.undo": TELLERS,
    "after.look": TELLERS,
    "asks.ask": TELLERS,
    "asks.close": TELLERS,
    "after.go_on": {"privacy_officer", "lead"},
    "standard.show": {"lead"},
    "standard.change": {"lead"},
    "look.show": {"lead"},
    "look.change": {"lead"},
    "look.picture": {"lead"},
    "look.follow": {"lead"},
    "sentences.show": {"lead"},
    "sentences.change": {"lead"},
    "sentences.look": {"lead"},
    "mail.show": {"lead", "administrator"},
    "mail.change": {"lead", "administrator"},
    "rights.show": {"lead", "privacy_officer", "administrator"},
    "model.show": {"lead"},
    "model.change": {"lead"},
    "model.attempt": {"lead"},
    "model.off": {"lead"},
    "wording.better": TELLERS,
    "wording.many": TELLERS,
    "wording.show": TELLERS,
    "wording.how_far": TELLERS,
    "wording.accept": TELLERS,
    "wording.as_noted": TELLERS,
    "people.show": {"administrator"},
    "people.add": {"administrator"},
    "people.change": {"administrator"},
    "people.name_roles": {"administrator"},
    "audit.show": {"lead", "privacy_officer", "administrator"},
}


def routes(client: PageClient) -> list[tuple[str, str, str]]:
    """Return each route's endpoint, method and rule."""
    return [
        (rule.endpoint, method, rule.rule)
        for rule in client.application.url_map.iter_rules()
        for method in sorted((rule.methods or set()) & {"GET", "POST"})
        if rule.endpoint not in OPEN
    ]


def address(rule: str, application: str, number: str = "1") -> str:
    known = {"application": application, "role": "de", "name": "nothing"}
    rule = re.sub(r"<any\((\w+)[^)]*\):\w+>", r"\1", rule)
    return re.sub(r"<(?:int(?:\([^)]*\))?:)?(\w+)>", lambda found: known.get(found[1], number), rule)


def test_every_route_is_in_the_table(signed_in: As) -> None:
    there = {endpoint for endpoint, _, _ in routes(signed_in("lead"))}
    assert there == set(WHO) | ANYBODY


@pytest.mark.parametrize("post", list(Post))
def test_each_post_reaches_what_the_table_says_and_nothing_else(
    signed_in: As, imported: str, post: Post
) -> None:
    role = first_role(signed_in("lead"))
    client = signed_in(post, role)
    wrong = []
    for endpoint, method, rule in routes(client):
        if endpoint in ANYBODY:
            continue
        place = re.sub("/roles/de(?=/|$)", f"/roles/{role}", address(rule, imported))
        sent = {"json": {"role": role, "text": "x"}} if endpoint in ("scorecard.look", "check.look") else {}
        status = client.open(place, method=method, **sent).status_code
        if (status == 403) is (post in WHO[endpoint]) or status >= 500:
            wrong.append((endpoint, method, status))
    assert wrong == []


def test_a_hiring_manager_reaches_nothing_of_other_roles(signed_in: As, imported: str) -> None:
    stranger = signed_in("hiring_manager", "another-role")
    for endpoint, method, rule in routes(stranger):
        if "<application>" in rule or "<role>" in rule:
            status = stranger.open(address(rule, imported), method=method).status_code
            assert status == 403, (endpoint, method)


def test_nobody_reaches_anything_without_signing_in(signed_in: As, imported: str) -> None:
    client = signed_in("lead")
    with client.session_transaction() as session:
        session.clear()
    for endpoint, method, rule in routes(client):
        answer = client.open(address(rule, imported), method=method)
        assert (answer.status_code, "/sign-in" in answer.location) == (302, True), endpoint


ODD = {"version": "9" * 30, "finding": "9" * 30, "source": "x", "do": "take:x", "status": "x", "page": "x"}


def test_odd_input_never_breaks_anything(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    lead.post(f"/applications/{imported}/draft")
    sent: tuple[dict[str, object], ...] = ({}, {"data": ODD}, {"json": ["x"]}, {"query_string": ODD})
    broken = [
        (endpoint, method, place, each)
        for endpoint, method, rule in routes(lead)
        if endpoint != "sign_in.leave"
        for place in (address(rule, imported, "9" * 30), address(rule, "nobody"), address(rule, imported))
        for each in sent
        if lead.open(place, method=method, **each).status_code >= 500  # type: ignore[arg-type]
    ]
    assert broken == []
