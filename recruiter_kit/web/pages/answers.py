"""Answering the questions about notes, and releasing what was withheld: one button each.

In: the answer that was chosen, or the reason for a release, and the words as they are typed now. Out: a new
version, composed with every answer and release so far, with what a person changed in it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from flask import Blueprint, abort, g, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.feedback import Statement
from recruiter_kit.messages import say
from recruiter_kit.web.context import standard, store, today
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import number
from recruiter_kit.web.pages.resting import say_lost
from recruiter_kit.web.pages.statements import AT, around, as_typed, on_newest
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import answering, versions

place = Blueprint("answers", __name__)


class _Texts(NamedTuple):
    """The messages of what came of it: the letter tells it now, could tell it, or needs words for it."""

    told: str
    unused: str
    left: str


_ANSWERED = _Texts("answered_told", "answered_unused", "answered_left")
_RELEASED = _Texts("released_told", "released_unused", "released_left")


@place.post(f"{AT}/answers")
@needs("draft")
@on_newest
def give(application: str, version: versions.Version) -> Answer:
    """Keep an answer, and say what the letter says now."""
    question, _, chosen = request.form.get("answer", "").rpartition(":")
    asked = [left.question for left in version.feedback.left_to_recruiter if left.question]
    choices = next((each.choices for each in asked if each.id == question), ())
    if not 0 <= number(chosen) < len(choices):
        abort(400)
    said = choices[number(chosen)].answer
    typed = as_typed(version.feedback, request.form, g.user.email)
    done = answering.answer(
        store(), version, question, said, g.user.email, standard(), today(), statements=typed
    )
    return _back(application, _ANSWERED, done, typed)


@place.post(f"{AT}/releases")
@needs("release_withheld")
@on_newest
def release(application: str, version: versions.Version) -> Answer:
    """Let a withheld sentence go, for a reason, and say what the letter says now."""
    sentence = request.form.get("release", "")
    reason = request.form.get(f"reason-{sentence}", "")
    typed = as_typed(version.feedback, request.form, g.user.email)
    done = answering.release(
        store(), version, sentence, reason, g.user.email, standard(), today(), statements=typed
    )
    return _back(application, _RELEASED, done, typed)


def _back(application: str, texts: _Texts, done: answering.Answered, typed: Sequence[Statement]) -> Answer:
    flash(_what_came_of(texts, done), "good")
    about, people = around(application)
    lost = say_lost(typed, versions.newest(store(), application).feedback, about, people)
    return redirect(
        url_for("feedback.show", application=application, _anchor=f"text-{lost}" if lost else None)
    )


def _what_came_of(texts: _Texts, done: answering.Answered) -> str:
    if done.now_told:
        return say(texts.told, text=" ".join(done.now_told))
    return say(texts.unused if done.can_be_told else texts.left)
