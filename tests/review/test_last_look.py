"""What may not be printed is found in the finished text, whatever was overlooked before."""

from datetime import date

import pytest

from recruiter_kit.composing.families import library
from recruiter_kit.errors import InputError
from recruiter_kit.feedback import Basis, Feedback, Finding, Part, Statement
from recruiter_kit.model import Candidate
from recruiter_kit.review.last_look import last_look
from recruiter_kit.review.review import errors, review
from recruiter_kit.review.suppressions import suppress
from tests.gold import gold

PEOPLE = (
    "Al Moss",
    "Ben Carter",
    "Will May",
    "Can Demir",
    "Jordan Pike",
    "José Okoro",
    "Ana de la Cruz",
    "王小明",
    "Hiring Manager",
    "Interviewer 1",
    "Marta Silva",
    "Dana Okafor",
    "Ines Okoro",
)


def saying(text: str, part: Part = Part.SEEN, **changes: object) -> Feedback:
    """Return the gold feedback with nothing but this said in it."""
    return gold(statements=(Statement(id="s1", part=part, text=text, basis=Basis.PERSON),), **changes)


def found(text: str, part: Part = Part.SEEN, **changes: object) -> list[tuple[str, str]]:
    """Return the kind and the words of everything that the last look finds in a text."""
    return [
        (each.rule.removeprefix("last-look."), text[each.start : each.end])
        for each in last_look(saying(text, part, **changes), PEOPLE)
    ]


def test_the_gold_feedback_passes() -> None:
    assert list(last_look(gold(), PEOPLE)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("You took twice as long as Al on the second sheet.", "Al"),
        ("You argued with Ben about the reorder point.", "Ben"),
        ("Ben's hint came first.", "Ben"),
        ("You asked Will about it.", "Will"),
        ("You were slower than Can.", "Can"),
        ("Jordan solved it faster.", "Jordan"),
        ("You did it as Jose did.", "Jose"),
        ("You asked de la Cruz for the sheet.", "Cruz"),
        ("You did worse than 王小明.", "王小明"),
    ],
)
def test_a_person_is_named(text: str, name: str) -> None:
    assert ("name", name) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "You explained what a user can do.",
        "Will power was shown on two slides.",
        "You asked the Manager of the sales team.",
        "You named 12 May as the date.",
        "Marta, you drew the timeline.",
        "Write to Dana Okafor.",
        "You answered in de facto terms.",
    ],
)
def test_nobody_else_is_named(text: str) -> None:
    assert [kind for kind, _ in found(text) if kind == "name"] == []


def test_who_decided_is_named_where_that_is_told_and_nowhere_else() -> None:
    decision = gold().decision.model_copy(update={"decided_by": "Ines Duarte"})
    text = "Ines Duarte made the decision on 12 November."
    assert found(text, Part.PROCESS, decision=decision) == []
    assert ("name", "Duarte") in found(text, Part.SEEN, decision=decision)


def test_the_candidates_name_passes_though_an_interviewer_has_it_too() -> None:
    candidate = Candidate(given_name="Ben", family_name="Lind")
    assert found("Ben, you drew the timeline.", candidate=candidate) == []


def test_the_name_of_the_role_is_not_somebodys() -> None:
    assert found("We are not offering you the Will Writer role.", Part.DECISION, role="Will Writer") == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ('You said "right, let me start again.', '"'),
        ("You said “right, let me start again.", "“"),
        ("You counted them twice”.", "”"),
        ("You named three tables (orders, refunds.", "("),
        ("You named three tables orders, refunds).", ")"),
        ("You wrote orders[0 and stopped.", "["),
    ],
)
def test_a_mark_without_its_partner_is_found(text: str, mark: str) -> None:
    assert ("quotes", mark) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        'You said "right (again)" and went on.',
        "You named three tables (orders, refunds and stock, version 3).",
        "You didn't name the interviewers' question.",
        "1) You drew the tables. 2) You stopped.",
        'You cut the board at 5" and measured.',
        "You wrote O(n) for the loop.",
    ],
)
def test_marks_with_partners_pass(text: str) -> None:
    assert [kind for kind, _ in found(text) if kind == "quotes"] == []


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("You told him there was no sugar in it.", "him"),
        ("You jumped to tables before she asked.", "she"),
        ("You had no answer, and her design was thin.", "her"),
        ("You modelled the sum on the sheet, then let them go.", "them"),
        ("He named three trade-offs.", "He"),
        ("You asked the customer twice. You then rang her.", "her"),
    ],
)
def test_a_pronoun_without_its_owner_is_found(text: str, pronoun: str) -> None:
    assert ("pronoun", pronoun) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "You asked the patient where her pain was.",
        "You listed three risks and ranked them.",
        "You got finance to agree to a date they'd first refused.",
        "When he arrived, the customer got your full attention.",
        "You said “she would know” and went on.",
        "You put the order and the refund in one table and named them.",
        "You gave the policewoman her form.",
        "You asked the caller to hold; she hung up.",
    ],
)
def test_a_pronoun_with_its_owner_passes(text: str) -> None:
    assert [kind for kind, _ in found(text) if kind == "pronoun"] == []


def test_in_what_a_role_needs_they_may_be_whoever_has_the_role() -> None:
    assert found("Checks their own work before it leaves.", Part.NEEDS) == []
    assert found("Checks his own work before it leaves.", Part.NEEDS) == [("pronoun", "his")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Write to [name of the sender] by Friday.", "[name of the sender]"),
        ("We are not offering you the {role} role.", "{role}"),
        ("TODO: say what was seen.", "TODO"),
        ("You named XXX of the five checks.", "XXX"),
        ("Lorem ipsum dolor sit amet.", "Lorem ipsum"),
    ],
)
def test_what_was_to_be_filled_in_is_found(text: str, words: str) -> None:
    assert ("placeholder", words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "You read orders[index] twice.",
        "You named the path /orders/{id} first.",
        "You left a TODO in the code.",
        "You wrote “[your name here]” on the form.",
        "You chose the ranges [0, 1] and [2, 3].",
    ],
)
def test_code_and_quotations_are_not_placeholders(text: str) -> None:
    assert [kind for kind, _ in found(text) if kind == "placeholder"] == []


def test_a_missing_sender_is_not_reported_twice() -> None:
    text = "If a fact here is wrong, write to [name of the sender] by 26 November."
    nobody = gold().standard.model_copy(update={"sender": None})
    assert found(text, Part.DISPUTE, standard=nobody) == []
    assert found(text, Part.DISPUTE) == [("placeholder", "[name of the sender]")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You had no plan.</p>", "</p>"),
        ("You had <b>no</b> plan.", "<b>"),
        ("You named stock &amp; price.", "&amp;"),
        ("You had **no plan**.", "**"),
        ("### You had no plan.", "### "),
    ],
)
def test_markup_is_found(text: str, words: str) -> None:
    assert ("markup", words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "You used List<String> for the rows.",
        "You worked out 2**3 by hand.",
        "You found that 3 < 4 and 5 > 4.",
        "You named R&D and M&S; both were right.",
        "You quoted `<div>` as the wrapper.",
    ],
)
def test_code_and_signs_are_not_markup(text: str) -> None:
    assert [kind for kind, _ in found(text) if kind == "markup"] == []


@pytest.mark.parametrize("letter", ["\x07", "\t", "\u202e", "\u200f", "\ufeff", "\ufffd", "\ue000"])
def test_a_character_that_cannot_be_printed_is_found_and_named(letter: str) -> None:
    text = f"You named{letter} three tables."
    assert found(text) == [("character", letter)]
    (finding,) = last_look(saying(text), PEOPLE)
    assert f"U+{ord(letter):04X}" in finding.message


@pytest.mark.parametrize(
    "text", ["You drew it 👩‍🔧 well.", "You named café, naïve and 東京.", "You paid £3 – twice.\nAgain."]
)
def test_letters_of_any_language_and_emoji_are_printed(text: str) -> None:
    assert found(text) == []


def test_a_lone_surrogate_is_found() -> None:
    statement = Statement.model_construct(
        id="s1", part=Part.SEEN, text="You named \ud83d it.", basis=Basis.PERSON, interview=None
    )
    (finding,) = last_look(gold().model_copy(update={"statements": (statement,)}), ())
    assert finding.rule == "last-look.character"


@pytest.mark.parametrize(
    "text",
    [
        "You had difficulty in reading the second table of the sheet.",
        "You had limited grasp of how the two depots share stock.",
        "You never asked for the caller's number.",
        "You did not know the deadline.",
        "You needed several hints on joins.",
        "In the exercise, you could not name one index.",
    ],
)
def test_a_plain_failure_under_did_well_is_found(text: str) -> None:
    assert [kind for kind, _ in found(text, Part.STRENGTH)] == ["heading"]
    assert found(text, Part.SEEN) == []


@pytest.mark.parametrize(
    "text",
    [
        "You did not rush.",
        "You said you did not know the deadline and looked it up.",
        "You missed one row at first but found it yourself.",
        "You found that the totals were wrong.",
        "You talked through batch against streaming.",
    ],
)
def test_a_strength_that_denies_something_passes(text: str) -> None:
    assert found(text, Part.STRENGTH) == []


def test_praise_alone_under_what_was_seen_is_found() -> None:
    praise = "You gave an excellent explanation. You answered very well."
    assert found(praise) == [("heading", praise)]
    assert found(praise, Part.STRENGTH) == []
    assert found("You gave an excellent explanation. You had no way to record a refund.") == []
    assert found("You gave a good explanation, but too late.") == []


def test_nobody_can_dismiss_what_it_finds() -> None:
    feedback = saying("You had **no plan** (at all.")
    kinds: list[Finding] = list(last_look(feedback, PEOPLE))
    assert {each.rule for each in kinds} == {"last-look.markup", "last-look.quotes"}
    for finding in kinds:
        with pytest.raises(InputError, match="last-look"):
            suppress(feedback, finding, "It is fine.", "Dana Okafor", date(2026, 11, 13))
    assert {each.rule for each in errors(feedback, PEOPLE, None)} >= {each.rule for each in kinds}


def test_a_review_says_it_among_its_findings() -> None:
    assert "last-look.markup" in {
        each.rule for each in review(saying("You had no plan.</p>"), (), None).findings
    }


@pytest.mark.parametrize(
    "advice", [piece for family in library().families.values() for piece in family.advice()]
)
def test_no_next_step_of_the_library_keeps_a_letter_from_being_approved(advice: str) -> None:
    assert found(advice, Part.ADVICE) == []


def test_a_pronoun_of_nobody_is_found_in_a_next_step_too() -> None:
    assert found("Ask her to read the plan.", Part.ADVICE) == [("pronoun", "her")]
