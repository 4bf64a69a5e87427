"""A store with applications, and feedback on them."""

from datetime import date
from pathlib import Path

from recruiter_kit.feedback import Basis, Feedback, Part, Statement
from recruiter_kit.model import Application, Bundle, Decision, Reason, Role
from recruiter_kit.standard import Sender, Standard
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.workflow.approval import approve
from recruiter_kit.workflow.imports import keep_import
from recruiter_kit.workflow.versions import save_draft
from tests import build

INES, OMAR = "ines@example.org", "omar@example.org"


def applied(id: str = "a1", *, decided: bool = True, **candidate: object) -> Application:
    # Two applications are two people, unless a test says otherwise (R17).
    named = {"family_name": "Silva" if id == "a1" else f"Silva {id}"} | candidate
    made = build.application(build.scorecard(build.rating(2, "You left out the index.")), **named)
    return made.model_copy(update={"id": id, "decision": made.decision if decided else None})


def bundle(*applications: Application) -> Bundle:
    return Bundle(roles=(build.role(),), applications=applications or (applied(),))


def store(folder: Path, *applications: Application) -> Database:
    db = open_store(folder / "recruiter-kit.db")
    keep_import(db, bundle(*applications), b"first", "export.json", INES)
    return db


def decided(day: int = 12) -> Decision:
    return build.decision().model_copy(update={"decided_on": date(2026, 11, day)})


def feedback(
    application: Application | None = None,
    text: str = "We have decided not to offer you the role.",
    **standard: object,
) -> Feedback:
    about = application or applied()
    return Feedback(
        application=about.id,
        role="Data Engineer",
        organisation="Northgate Logistics",
        candidate=about.candidate,
        decision=about.decision or decided(),
        standard=Standard.model_validate({"sender": Sender(name="Ines Okoro", email=INES)} | standard),
        statements=(Statement(id="d1", part=Part.DECISION, text=text, basis=Basis.DECISION),),
        standings=(),
        closeness=None,
        observations=(),
        withheld=(),
        left_to_recruiter=(),
    )


def approved(db: Database, application: Application | None = None) -> int:
    """Draft and approve the feedback on one application; return the version."""
    version = save_draft(db, feedback(application), INES, 0)
    approve(db, (application or applied()).id, version, OMAR)
    return version


QUESTIONS = ("The customer was angry and she raised her voice.", "Asked the lead when she was stuck.")
"""Notes that leave open whose pronoun it is: the first is all that was written on its criterion."""


def asking() -> tuple[Application, Role]:
    """Return an application whose notes raise two questions, and its role."""
    role = build.role(
        build.criterion(),
        build.criterion(
            "Being clear with customers",
            required=4,
            id="calm",
            advice=(),
            levels={"4": "Stays calm with an angry customer and explains what happens next."},
        ),
    )
    application = build.application(
        build.scorecard(
            build.rating(2, "Left out the index."), build.rating(2, QUESTIONS[0], "calm"), id="s1"
        ),
        build.scorecard(
            build.rating(2, f"Joined the tables in the right order. {QUESTIONS[1]}"),
            id="s2",
            interviewer="Omar Haddad",
            interview="Pairing",
        ),
        decided=build.decision(Reason.BELOW_BAR, "modelling", "calm"),
        pronouns="she/her",
    )
    return application, role
