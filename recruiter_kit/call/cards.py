"""The cards of a call, filled in from one feedback, and the list of what not to say.

In: a Feedback. Out: cards and categories. Keeps R7 and R9: what was withheld is named by
category, never by content.
"""

from recruiter_kit.call.reasons import decisive, name_inside
from recruiter_kit.composing import phrasing
from recruiter_kit.composing.promises import dates, sender_name
from recruiter_kit.feedback import Feedback, Part
from recruiter_kit.model import Record
from recruiter_kit.standard import Policy


class Card(Record):
    """What to say, do and leave out when the candidate reacts; a `stop` card ends the feedback."""

    id: str
    when: str
    first: str
    then: str
    avoid: str
    stop: bool


def cards(feedback: Feedback) -> tuple[Card, ...]:
    """Return every card of a call, filled in from the feedback."""
    fields = _fields(feedback)
    return tuple(
        Card(
            id=card.id,
            when=card.when,
            first=card.first.format(**fields),
            then=card.then.format(**fields),
            avoid=card.avoid,
            stop=card.stop,
        )
        for card in phrasing.card_wordings()
    )


def do_not_say(feedback: Feedback) -> tuple[str, ...]:
    """Return the categories of what was withheld, and what is never said."""
    keys = dict.fromkeys(f"answers.do_not_say.{withheld.label}" for withheld in feedback.withheld)
    categories = dict.fromkeys(phrasing.say(key) for key in keys if phrasing.known(key))
    if feedback.policy is Policy.OUTCOME_ONLY:
        categories[phrasing.say("answers.do_not_say.outcome_only")] = None
    return (*categories, phrasing.say("answers.do_not_say.always"))


def _fields(feedback: Feedback) -> dict[str, str]:
    criteria = phrasing.joined([name_inside(feedback, criterion) for criterion in decisive(feedback)])
    said = feedback.said(Part.OUTCOME, Part.UNSEEN)
    outcome = " ".join(statement.text for statement in said).rstrip(":.") + "."
    needs = [statement.text for statement in feedback.said(Part.NEEDS)]
    promised = dates(feedback.decision, feedback.standard, feedback.drafted_on)
    silent = feedback.policy is Policy.OUTCOME_ONLY
    reason = "outcome_only" if silent else feedback.decision.reason.value
    close_answer = "outcome_only" if silent else "gaps" if criteria and feedback.gaps() else "no_gaps"
    reapply_answer = "from" if "reapply_date" in promised else "open"
    return {
        **promised,
        "sender": sender_name(feedback.standard),
        "decided": phrasing.say(f"answers.decided.{reason}", criteria=criteria),
        "needs": needs[0] if needs and not silent else phrasing.say("answers.needs.none"),
        "close_answer": phrasing.say(
            f"answers.close_answer.{close_answer}", criteria=criteria, outcome=outcome
        ),
        "writing_answer": phrasing.say(f"answers.writing_answer.{feedback.policy.value}"),
        "in_writing": phrasing.say(f"answers.in_writing.{feedback.policy.value}"),
        "reapply_answer": phrasing.say(f"answers.reapply_answer.{reapply_answer}", **promised),
    }
