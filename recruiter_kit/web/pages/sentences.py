"""An organisation's own sentences: each with ours, an example filled in, and what the check finds in it.

In: what a lead types. Out: `wording` in instance/standard.yaml. What says how bad it was cannot be worded.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.composing import phrasing
from recruiter_kit.composing.voice import Voice
from recruiter_kit.errors import InputError, StoreError
from recruiter_kit.feedback import Finding
from recruiter_kit.installation import here
from recruiter_kit.jobs.sample_letter import sample_fields
from recruiter_kit.language.checking import check
from recruiter_kit.messages import say
from recruiter_kit.standard import CAN_BE_WORDED, refuse_unfit_wording
from recruiter_kit.store.events import Event
from recruiter_kit.web.context import standard, standard_of
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.request import said
from recruiter_kit.web.settings_file import locked, save, why_not
from recruiter_kit.web.signed_in import needs

place = Blueprint("sentences", __name__)
LONGEST = 500


class Own(NamedTuple):
    """One sentence: `text` is the organisation's, "" where ours is used; `wrong` is why it cannot be used."""

    key: str
    ours: str
    text: str
    fields: tuple[str, ...]
    example: str
    findings: tuple[Finding, ...]
    wrong: str


@place.get("/sentences")
@needs("change_standard")
def show() -> str:
    """Show every sentence that an organisation can word itself."""
    return _page(standard().wording)


@place.post("/sentences")
@needs("change_standard")
def change() -> Answer | str:
    """Save all of them; one that cannot be used changes nothing, and an empty one means ours."""
    typed = {key: _one_line(request.form.get(key, "")) for key in CAN_BE_WORDED}
    now = standard().wording
    changed = {key: text or None for key, text in typed.items() if text != now.get(key, "")}
    wrong = say("sentences_unusable") if any(_wrong(key, text) for key, text in typed.items()) else ""
    if not wrong:
        try:
            if changed:
                save(here().standard, {"wording": changed}, standard_of, Event.STANDARD_CHANGED)
        except (InputError, StoreError) as error:
            wrong = why_not(error)
        else:
            flash(say("standard_saved"), "good")
            return redirect(url_for(".show"))
    return _page(typed, wrong)


@place.post("/sentences/look")
@needs("change_standard")
def look() -> Response:
    """Say how a sentence reads while it is typed, and what the check finds in it; nothing is saved."""
    sent = said()
    key = str(sent.get("key", ""))
    if key not in CAN_BE_WORDED:
        return jsonify(html="")
    own = _own(key, _one_line(str(sent.get("text", "")))[: LONGEST + 1], sample_fields(standard()))
    return jsonify(html=render_template("web/sentences-example.html", own=own))


def _page(texts: Mapping[str, str], wrong: str = "") -> str:
    fields = sample_fields(standard())
    groups: dict[str, list[Own]] = {}
    for key in CAN_BE_WORDED:
        groups.setdefault(key.partition(".")[0], []).append(_own(key, texts.get(key, ""), fields))
    return render_template(
        "web/sentences.html", groups=groups, wrong=wrong, longest=LONGEST, locked=locked(here().standard)
    )


def _own(key: str, text: str, fields: Mapping[str, Any]) -> Own:
    now = standard()
    ours = Voice(standard=now.model_copy(update={"wording": {}})).spell(phrasing.wording(key))
    wrong = _wrong(key, text)
    example = "" if wrong else (text or ours).format(**fields)
    found = tuple(check(example)) if text and example else ()
    return Own(key, ours, text, tuple(sorted(CAN_BE_WORDED[key])), example, found, wrong)


def _wrong(key: str, text: str) -> str:
    """Return why a sentence cannot be used, "" where it can."""
    if len(text) > LONGEST:
        return sentence(say("sentence_long", longest=LONGEST))
    try:
        if text:
            refuse_unfit_wording(key, text)
    except ValueError:
        needed = ", ".join(f"{{{name}}}" for name in sorted(CAN_BE_WORDED[key]))
        return sentence(say("sentence_fields", fields=needed) if needed else say("sentence_no_field"))
    return ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
