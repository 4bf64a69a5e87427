"""What a form makes of a role: nothing where nothing was typed, and never another criterion's ratings."""

from hypothesis import given
from hypothesis import strategies as some

from recruiter_kit.files.text import clean
from recruiter_kit.intake.role_making.editing import CriterionSheet, Edited, RoleSheet, edited, shown
from recruiter_kit.model import Criterion, CriterionKind, Role, Scale
from tests import build

ROLE = build.role(build.criterion("modelling"), build.criterion("sql"))


def changed(role: Role, at: int = 0, **texts: object) -> RoleSheet:
    sheet = shown(role)
    criteria = list(sheet.criteria)
    criteria[at] = criteria[at]._replace(**texts)  # type: ignore[arg-type]
    return sheet._replace(criteria=tuple(criteria))


def saved(done: Edited) -> Role:
    assert done.problems == {}
    assert done.role is not None
    return done.role


words = some.text(max_size=30)
names = words.filter(lambda text: bool(clean(text)[0].strip()))


@some.composite
def roles(draw: some.DrawFn) -> Role:
    lowest = draw(some.integers(-3, 5))
    scale = Scale(lowest=lowest, highest=lowest + draw(some.integers(1, 20)))
    numbers = some.integers(scale.lowest * 2, scale.highest * 2).map(lambda number: number / 2)
    criteria = [
        Criterion(
            id=f"id{number}",
            name=draw(names),
            kind=draw(some.sampled_from([None, *CriterionKind])),
            required=draw(some.none() | numbers | some.floats(scale.lowest, scale.highest)),
            weight=draw(some.floats(0, 1e9, exclude_min=True)),
            levels=draw(some.dictionaries(numbers.map(lambda number: f"{number:g}"), words, max_size=4)),
            advice=tuple(draw(some.lists(words, max_size=3))),
        )
        for number in range(draw(some.integers(0, 4)))
    ]
    return Role(
        id="r",
        title=draw(names),
        organisation=draw(some.none() | names),
        country=draw(some.sampled_from([None, "GB"])),
        scale=scale,
        criteria=tuple(criteria),
    )


def by_browser(text: str) -> str:
    """Return what a browser sends of a text in a field, as the app reads it."""
    return clean(text.replace("\n", "\r\n"))[0]


def sent(sheet: RoleSheet) -> RoleSheet:
    criteria = tuple(
        each._replace(
            name=by_browser(each.name),
            levels={level: by_browser(text) for level, text in each.levels.items()},
            advice=by_browser(each.advice),
        )
        for each in sheet.criteria
    )
    title, organisation = by_browser(sheet.title), by_browser(sheet.organisation)
    return sheet._replace(title=title, organisation=organisation, criteria=criteria)


@given(roles())
def test_saving_what_was_shown_changes_nothing(role: Role) -> None:
    done = saved(edited(role, sent(shown(role))))
    assert done == role
    assert done.model_dump_json() == role.model_dump_json()


@given(roles(), some.data())
def test_a_criterion_keeps_its_id_whatever_its_name_and_place(role: Role, data: some.DataObject) -> None:
    sheet = shown(role)
    kept = data.draw(some.permutations(sheet.criteria))
    renamed = tuple(each._replace(name=f"{number} {data.draw(names)}") for number, each in enumerate(kept))
    new = CriterionSheet(key="new", name=data.draw(names))
    done = edited(role, sheet._replace(criteria=(*renamed, new)))
    if done.role is not None:
        assert [each.id for each in done.role.criteria[:-1]] == [each.id for each in kept]
        assert done.role.criteria[-1].id not in {each.id for each in role.criteria}


def test_what_was_typed_is_taken() -> None:
    sheet = changed(
        ROLE,
        name=" Data  modelling ",
        kind="preparation",
        required="4",
        weight="2.5",
        levels={"3": "", "4": "Designs a schema.\r\nFrom questions."},
        advice="- Write down a trade-off.\n\n  Read one paper. ",
    )
    first, second = saved(edited(ROLE, sheet)).criteria
    assert first == Criterion(
        id="modelling",
        name="Data modelling",
        kind=CriterionKind.PREPARATION,
        required=4,
        weight=2.5,
        levels={"4": "Designs a schema.\nFrom questions."},
        advice=("Write down a trade-off.", "Read one paper."),
    )
    assert second == ROLE.criteria[1]


def test_every_mistake_is_named_at_its_field_and_none_is_taken() -> None:
    sheet = changed(
        ROLE, name="Sql", required="9", weight="0", kind="x", levels={"7": "Off the scale."}
    )._replace(title=" ", country="gb", highest="x")
    done = edited(ROLE, sheet)
    assert done.role is None
    assert set(done.problems) == {
        ("", "title"),
        ("", "country"),
        ("", "highest"),
        ("c0", "required"),
        ("c0", "weight"),
        ("c0", "kind"),
        ("c0", "level 7"),
        ("c1", "name"),
    }


def test_a_smaller_scale_names_what_is_off_it() -> None:
    done = edited(ROLE, shown(ROLE)._replace(highest="2"))
    assert set(done.problems) == {(key, name) for key in ("c0", "c1") for name in ("required", "level 3")}


def test_a_blank_new_criterion_is_not_kept() -> None:
    sheet = shown(ROLE)
    blank = CriterionSheet(key="c2", levels={"1": " "})
    assert saved(edited(ROLE, sheet._replace(criteria=(*sheet.criteria, blank)))) == ROLE


def test_a_new_criterion_has_an_id_of_its_name_unless_another_had_it() -> None:
    sheet = shown(ROLE)
    new = (
        CriterionSheet(key="c2", name="Data modelling"),
        CriterionSheet(key="c3", name="Handover"),
        CriterionSheet(key="c4", name="Comms"),
    )
    used = {"data-modelling": "Data modelling", "handover": "Drug calculations"}
    done = saved(edited(ROLE, sheet._replace(criteria=(*sheet.criteria, *new)), used))
    assert [each.id for each in done.criteria[2:]] == ["data-modelling", "handover-2", "comms"]


def test_a_criterion_that_is_sent_twice_is_two() -> None:
    first = shown(ROLE).criteria[0]
    twice = (first, first._replace(key="c9", name="Other"))
    done = saved(edited(ROLE, shown(ROLE)._replace(criteria=twice)))
    assert [each.id for each in done.criteria] == ["modelling", "other"]
