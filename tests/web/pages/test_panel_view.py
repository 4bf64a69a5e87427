"""The panel at a glance: who gave which level, what is needed, and where the panel stands."""

from pathlib import Path

from recruiter_kit.intake import read
from recruiter_kit.model import Application, Interviewer, Role
from recruiter_kit.web.pages.panel_view import Panel, panel
from tests import build
from tests.places import GOLD
from tests.web.build import keep_twin
from tests.web.client import PageClient
from tests.web.conftest import As

ROLE = build.role(build.criterion(required=4), build.criterion("testing", required=3))


def rated(*given: tuple[str, float | None]) -> Application:
    """Return an application with a scorecard for each name and level of the first criterion."""
    cards = [
        build.scorecard(build.rating(level, "Seen."), id=f"s{place}", interviewer=name)
        for place, (name, level) in enumerate(given)
    ]
    return build.application(*cards)


def shown(application: Application, role: Role = ROLE) -> Panel:
    found = panel(application, role)
    assert found is not None
    return found


def test_each_interviewer_has_a_column_and_each_criterion_of_the_role_a_line() -> None:
    found = shown(rated(("Ana Reyes", 2), ("Omar Haddad", 5)))
    assert found.people == ["Ana Reyes", "Omar Haddad"]
    assert [line.criterion.id for line in found.lines] == ["modelling", "testing"]
    assert found.lines[0].levels == [[(2, "below")], [(5, "above")]]
    assert found.lines[1].levels == [[], []], "nobody rated it"
    assert found.lines[1].standing is None


def test_where_the_panel_stands_is_its_mean_against_the_level_needed() -> None:
    line = shown(rated(("Ana Reyes", 4), ("Omar Haddad", 4))).lines[0]
    assert line.standing is not None
    assert (line.standing.mean, line.against, line.split) == (4, "at", False)
    apart = shown(rated(("Ana Reyes", 1), ("Omar Haddad", 5))).lines[0]
    assert (apart.against, apart.split) == ("below", True)


def test_two_interviews_by_one_person_are_one_column() -> None:
    assert shown(rated(("Ana Reyes", 2), ("Ana Reyes", 3))).lines[0].levels == [[(2, "below"), (3, "below")]]


def test_a_scorecard_without_a_name_has_a_column_of_its_own() -> None:
    ana = build.scorecard(build.rating(2))
    nobody = ana.model_copy(update={"id": "s2", "interviewer": Interviewer(), "interview": None})
    assert shown(build.application(ana, nobody)).people == ["Ana Reyes", "Interviewer 2"]


def test_an_empty_scorecard_has_no_column() -> None:
    application = build.application(
        build.scorecard(build.rating(2)), build.scorecard(id="s2", interviewer="Omar Haddad")
    )
    assert shown(application).people == ["Ana Reyes"]


def test_without_a_level_needed_nothing_is_below_or_above_it() -> None:
    open_one = build.criterion().model_copy(update={"required": None})
    line = shown(rated(("Ana Reyes", 2)), build.role(open_one)).lines[0]
    assert line.levels == [[(2, None)]]
    assert (line.standing, line.against) == (None, None)


def test_where_nobody_rated_anything_there_is_no_panel() -> None:
    assert panel(rated(("Ana Reyes", None)), ROLE) is None


def test_the_page_says_in_words_what_it_shows_in_colour(lead_drafted: PageClient, at: str) -> None:
    table = lead_drafted.see(at).select(".panel table")[0]
    assert "below the level needed" in table.text
    assert "no rating" in table.text
    heads = [each.text for each in table.select("thead th")]
    assert heads[:2] == ["Criterion", "Needed"]
    assert "Owen Walsh" in heads
    assert heads[-1] == "Panel"


def test_the_decision_is_ticked_beside_the_levels(signed_in: As, at: str) -> None:
    page = signed_in("recruiter").see(f"{at}/decision")
    rows = page.select(".panel tbody tr")
    assert rows
    assert all(len(row.select("th label input[type=checkbox][name=decisive]")) == 1 for row in rows)
    assert rows[0].select("td[data-name=Needed]")
    assert page.select(".panel input[checked]"), "what is on record is ticked"


def test_the_panel_shows_no_word_that_was_set_apart(signed_in: As, instance: Path, at: str) -> None:
    (one,) = read(GOLD / "marta.json").applications
    cards = [
        card.model_copy(update={"interviewer": Interviewer(), "interview": "She is pregnant."})
        for card in one.scorecards
    ]
    keep_twin(instance, scorecards=tuple(cards))
    page = signed_in("lead").see("/applications/twin")
    assert "pregnant" not in page.text
    assert "[set apart]" in page.select(".panel")[0].text
