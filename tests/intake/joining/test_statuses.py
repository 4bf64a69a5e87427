"""What an export says became of an application is read in several languages, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.intake.joining.statuses import Status, allowed, said_by, status_of

HIRED, OFFERED, WITHDRAWN, CLOSED, ACTIVE = Status


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (
            HIRED,
            ["Offer accepted", "Placed", "Hired - start date 1 December", "Archived - Hired", "Onboarding"],
        ),
        (
            HIRED,
            [
                "Eingestellt",
                "Embauché(e)",
                "Contratado/a",
                "採用",
                "内定承諾済み",
                "OfferAccepted",
                "✅ Hired",
            ],
        ),
        (OFFERED, ["Offer extended", "4. Offer", "Stage 4 - Offer", "Offer extended (verbal)", "Angebot"]),
        (OFFERED, ["Offre envoyée", "Oferta enviada", "内定", "Offer / Withdrawn"]),
        (WITHDRAWN, ["Declined offer", "Offer - declined", "Rejected (candidate withdrew)", "Zurückgezogen"]),
        (WITHDRAWN, ["Candidature retirée", "Candidatura retirada", "選考辞退", "Candidate declined"]),
        (
            CLOSED,
            ["Rejected - after interview", "Rejected after interview", "Rejected - Offer stage", "Archived"],
        ),
        (
            CLOSED,
            ["Abgelehnt", "Non retenu(e)", "Rechazado - tras entrevista", "不採用", "不採用（書類選考）"],
        ),
        (CLOSED, ["REJECTED", "not_hired", "Offer rescinded"]),
        (ACTIVE, ["In progress", "On hold", "IN_PROCESS", "In Prüfung", "À l'étude", "En proceso", "選考中"]),
    ],
)
def test_what_is_said_is_understood(status: Status, words: list[str]) -> None:
    assert {literal: status_of(literal) for literal in words} == dict.fromkeys(words, status)


@pytest.mark.parametrize(
    "literal",
    [
        *("Declined", "Hired: no", "Hired another candidate", "Placed on hold", "Perhaps", "Level 4", ""),
        *(" ", None, "Not yet - hired", "Phone call - offer", "内部", "Offerings"),
    ],
)
def test_what_is_not_understood_says_nothing(literal: str | None) -> None:
    assert status_of(literal) is None


@pytest.mark.parametrize(
    "reason", ["Hired - somebody else", "Offer: salary too high", "Skills / hired other"]
)
def test_of_a_reason_only_the_whole_counts(reason: str) -> None:
    assert said_by(reason) is None
    assert said_by("They rejected us") is WITHDRAWN


@given(st.text(max_size=40))
def test_any_text_is_read_without_trouble(literal: str) -> None:
    assert status_of(literal) in {*Status, None}
    assert status_of(f"no {literal}") is not HIRED


@pytest.mark.parametrize(
    "value", [False, 0, "No", "false", "0", "Nein", "NON", "いいえ", "Do not e-mail", "Opted out"]
)
def test_a_no_is_a_no_in_any_language(value: object) -> None:
    assert allowed(value) is False


@pytest.mark.parametrize("value", [True, 1, "Yes", "ja", "Oui", "sí", "はい"])
def test_a_yes_is_a_yes_in_any_language(value: object) -> None:
    assert allowed(value) is True


@pytest.mark.parametrize("value", ["perhaps", "", None, 2, [], {}])
def test_what_is_neither_is_neither(value: object) -> None:
    assert allowed(value) is None
