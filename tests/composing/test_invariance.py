"""What must not matter does not: names, pronouns and schools change nothing else in the text."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recruiter_kit.documents.call_sheet import call_script_markdown
from recruiter_kit.feedback import Feedback
from recruiter_kit.intake import read, read_standard
from recruiter_kit.model import Application, Bundle
from recruiter_kit.review.review import compose
from tests.samples.made import GOLD, SAMPLES, feedbacks, letter_text, northgate

NAMES = (
    ("Amara", "Adeyemi"),
    ("Bjorn", "Lindqvist"),
    ("Xiu", "Zhang"),
    ("Zeynep", "Yilmaz"),
    ("Mark", "Hope"),
    ("Siobhán", "O'Neill"),
    ("美咲", "田中"),
)
INTERVIEWERS = ("Farid Haddad", "Olga Petrova", "Thandi Nkosi", "Ewan Murray")
HE = {"he": "she", "him": "her", "his": "her", "himself": "herself"}
SHE = {"she": "he", "hers": "his", "herself": "himself"}
# "her" before a word of this kind means "him", before any other for "his".
AFTER_HIM = r"(?=[.,;:!?)]|$|\s+(?:to|in|on|at|for|when|if|what|how|twice|again|once|and|about)\b)"
ANY_PRONOUN = re.compile(
    r"\b(?:he|him|his|himself|he's|he'd|she|her|hers|herself|she's|she'd)\b", re.IGNORECASE
)
SCHOOLS = ("Oxford", "Leeds Beckett", "Howard University", "Eton")
MANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def bundles() -> dict[str, Bundle]:
    return {"northgate": northgate()} | {name: read(SAMPLES / "gold" / f"{name}.json") for name in GOLD}


APPLICATIONS = {
    application.id: (bundle, application)
    for bundle in bundles().values()
    for application in bundle.applications
}


def composed(name: str, application: Application, people: tuple[str, ...]) -> Feedback:
    bundle, _ = APPLICATIONS[name]
    role = bundle.role(application.role)
    assert role is not None
    standard = read_standard(SAMPLES / (f"gold/{GOLD[name]}" if name in GOLD else "northgate/standard.yaml"))
    return compose(application, role, standard, people=people)


def rewritten(
    application: Application, change: "re.Pattern[str] | None", by: "dict[str, str]"
) -> Application:
    """Return the application with words of its notes changed."""

    def notes(text: str | None) -> str | None:
        return text and change.sub(lambda match: like(match.group(), by), text)

    cards = tuple(
        card.model_copy(
            update={
                "note": notes(card.note),
                "ratings": tuple(
                    rating.model_copy(update={"note": notes(rating.note)}) for rating in card.ratings
                ),
            }
        )
        for card in application.scorecards
    )
    return application.model_copy(update={"scorecards": cards})


def like(word: str, by: dict[str, str]) -> str:
    other = by[word.lower()]
    return other.capitalize() if word[0].isupper() else other


def uncounted(script: str) -> str:
    """Return a script without its seconds and counts of words: a longer name takes longer to say."""
    return re.sub(r"\d+", "0", script)


def said(feedback: Feedback) -> list[tuple[str, str]]:
    return [(statement.part.value, statement.text) for statement in feedback.statements]


@MANY
@given(st.sampled_from(sorted(APPLICATIONS)), st.sampled_from(NAMES))
def test_another_name_changes_nothing_but_the_name(name: str, person: tuple[str, str]) -> None:
    bundle, before = APPLICATIONS[name]
    old = (before.candidate.given_name, before.candidate.family_name)
    own = {part.lower(): new for part, new in zip(old, person, strict=True) if part}
    change = re.compile("|".join(rf"\b{re.escape(part)}\b" for part in own), re.IGNORECASE)
    candidate = before.candidate.model_copy(update={"given_name": person[0], "family_name": person[1]})
    after = rewritten(before, change, own).model_copy(update={"candidate": candidate})
    others = (other for other in bundle.people() if other != before.candidate.full_name)
    people = (*others, candidate.full_name)
    changed, expected = composed(name, after, people), feedbacks()[name]
    assert said(changed) == said(expected)
    assert changed.candour == expected.candour
    addressed = expected.candidate.address_name
    assert letter_text(changed) == letter_text(expected).replace(addressed, person[0])
    script = call_script_markdown(expected).replace(addressed, person[0])
    assert uncounted(call_script_markdown(changed)) == uncounted(script)


@MANY
@given(st.sampled_from(sorted(APPLICATIONS)), st.permutations(INTERVIEWERS))
def test_other_interviewers_change_nothing(name: str, names: list[str]) -> None:
    bundle, before = APPLICATIONS[name]
    interviewers = dict.fromkeys(card.interviewer.name for card in before.scorecards if card.interviewer.name)
    renamed = dict(zip(interviewers, names, strict=False))
    cards = tuple(
        card.model_copy(
            update={
                "interviewer": card.interviewer.model_copy(
                    update={"name": renamed.get(card.interviewer.name or "", card.interviewer.name)}
                )
            }
        )
        for card in before.scorecards
    )
    after = before.model_copy(update={"scorecards": cards})
    changed = composed(name, after, (*bundle.people(), *renamed.values()))
    assert _but_who_decided(changed) == _but_who_decided(feedbacks()[name])


def _but_who_decided(feedback: Feedback) -> list[tuple[str, str]]:
    """Return what is said but for the sentence on who decided: that person may have interviewed."""
    return [(part, text) for part, text in said(feedback) if part != "process"]


@pytest.mark.parametrize("name", sorted(APPLICATIONS))
def test_other_pronouns_in_the_notes_change_nothing(name: str) -> None:
    bundle, before = APPLICATIONS[name]
    him = re.compile(rf"\bher\b{AFTER_HIM}", re.IGNORECASE)
    after = rewritten(before, him, {"her": "\x00him"})
    swapped = rewritten(after, ANY_PRONOUN, {**HE, **SHE, "her": "his"})
    clean = rewritten(swapped, re.compile("\x00him|\x00Him", re.IGNORECASE), {"\x00him": "him"})
    pronouns = (before.candidate.pronouns or "").lower()
    other = (
        "he/him"
        if pronouns.startswith("she")
        else "she/her"
        if pronouns.startswith("he")
        else pronouns or None
    )
    candidate = before.candidate.model_copy(update={"pronouns": other})
    changed = composed(name, clean.model_copy(update={"candidate": candidate}), bundle.people())
    assert said(changed) == said(feedbacks()[name])


@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("name", sorted(APPLICATIONS))
def test_a_school_in_the_notes_never_reaches_the_candidate(name: str, school: str) -> None:
    bundle, before = APPLICATIONS[name]
    first, *others = before.scorecards
    noted = f"{first.note or ''}\nWent to {school}."
    after = before.model_copy(update={"scorecards": (first.model_copy(update={"note": noted}), *others)})
    assert said(composed(name, after, bundle.people())) == said(feedbacks()[name])


@pytest.mark.parametrize("name", sorted(APPLICATIONS))
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    bundle, application = APPLICATIONS[name]
    again = composed(name, application, bundle.people())
    assert again.model_dump_json() == feedbacks()[name].model_dump_json()
