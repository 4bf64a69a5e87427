"""A text of the letter checked while somebody types it: what is wrong in it, and what its note holds.

In: a text, and which statement it is or which note it would rest on. Out: findings, the proof, and the text
in runs. Nothing is kept.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, Response, abort, g, jsonify

from recruiter_kit.composing import revising
from recruiter_kit.composing.grounds import proof_of
from recruiter_kit.composing.own_words import is_alone
from recruiter_kit.feedback import Basis, Feedback, Part, Statement
from recruiter_kit.language.checking import check
from recruiter_kit.language.checking.remedies import remedied
from recruiter_kit.language.proving import Proof
from recruiter_kit.people.rights import may
from recruiter_kit.web.context import store
from recruiter_kit.web.pages.marking import of_findings, of_proof, proof_shown, runs
from recruiter_kit.web.pages.resting import chosen, with_its_note, with_note
from recruiter_kit.web.pages.statements import around
from recruiter_kit.web.request import said
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import undoing, versions

place = Blueprint("check", __name__)


@place.post("/check")
@needs("see_applications")
def look() -> Response:
    """Say what is wrong in a text while it is typed, how it would read put right, and what its note holds."""
    sent = said()
    text = str(sent.get("text", ""))[: revising.LONGEST]
    found = check(text)
    shown = {"label", "severity", "start", "end", "message", "better"}
    proof, proved = _proof(sent, text)
    return jsonify(
        findings=[each.model_dump(include=shown) | {"put_right": remedied(text, each)} for each in found],
        proof=proved,
        runs=runs(text, [*of_findings(found), *of_proof(proof)]),
    )


def _proof(sent: Mapping[str, Any], text: str) -> tuple[Proof | None, dict[str, Any] | None]:
    """Return the proof of a text that is typed, and as the page reads it; none where it names no note."""
    id = str(sent.get("application") or "")
    version = versions.latest(store(), id) if id else None
    if version is None or not text.strip():
        return None, None
    application, people = around(id)
    if not may(g.user, "see_applications", application.role):
        abort(403)
    own = version.editor and version.by == g.user.email
    was = undoing.began(store(), id, version.version, version.feedback) if own else ()
    statement = _typed(version.feedback, was, sent, text)
    if statement is None:
        return None, None
    if is_alone(statement):
        source = chosen(version.feedback, sent.get("source"))
        statement = with_note(statement, source, version.feedback, application, people)
    proof = proof_of(statement, version.feedback, application, people)
    return proof, proof_shown(proof, statement, version.feedback, application)


def _typed(
    feedback: Feedback, was: Sequence[Statement], sent: Mapping[str, Any], text: str
) -> Statement | None:
    """Return the statement that a text would be, whether it is one of the letter's or to be added."""
    part = str(sent.get("part") or "")
    if part in revising.CAN_BE_ADDED:
        return Statement(id="p", part=Part(part), text=text, basis=Basis.PERSON, by=g.user.email)
    id = str(sent.get("statement") or "")
    here = next((each for each in feedback.statements if each.id == id), None)
    if here is None:
        return None
    here = with_its_note(here, was, text)
    if here.text == " ".join(text.split()):
        return here
    return here.model_copy(update={"text": text, "by": g.user.email})
