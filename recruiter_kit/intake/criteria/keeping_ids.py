"""A newer file read with the ids that criteria have here, so that what rests on them goes on resting on them.

In: a bundle, the roles that are here, and what a person has said of a name. Out: the bundle in which a
criterion of another id but the same name has the id that it has here, and a notice for one that is only near.
"""

from collections.abc import Iterable, Iterator, Mapping

from recruiter_kit.files.text import shorten
from recruiter_kit.intake.criteria.matching import Matching, match
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Bundle, Notice, Role, Scorecard, UnclearName


def with_ids_of(bundle: Bundle, here: Iterable[Role], said: Mapping[str, str] | None = None) -> Bundle:
    """Return the bundle with the ids of `here` in roles, ratings and decisions."""
    known = {role.id: role for role in here}
    matchings = {role.id: _match(role, known[role.id], said) for role in bundle.roles if role.id in known}
    renamed = {role_id: matching.matched for role_id, matching in matchings.items()}
    notices = [
        notice
        for role in bundle.roles
        if role.id in matchings
        for notice in _unclear(role, matchings[role.id])
    ]
    if not any(renamed.values()) and not notices:
        return bundle
    return bundle.model_copy(
        update={
            "roles": tuple(_role(role, renamed.get(role.id, {})) for role in bundle.roles),
            "applications": tuple(
                _application(application, renamed.get(application.role, {}))
                for application in bundle.applications
            ),
            "notices": (*bundle.notices, *notices),
            "unclear": (*bundle.unclear, *_names(bundle.roles, matchings)),
        }
    )


def _match(role: Role, here: Role, said: Mapping[str, str] | None) -> Matching:
    """Match the criteria that only the newer role has to those that only the one here has."""
    newer = [criterion for criterion in role.criteria if here.criterion(criterion.id) is None]
    older = [criterion for criterion in here.criteria if role.criterion(criterion.id) is None]
    return match(newer, older, said)


def _unclear(role: Role, matching: Matching) -> Iterable[Notice]:
    for criterion in role.criteria:
        if candidates := matching.unclear.get(criterion.id):
            meant = say("or_other").join(f"“{shorten(each.name)}”" for each in candidates)
            message = say(
                "criterion_renamed", criterion=shorten(criterion.name), role=shorten(role.title), meant=meant
            )
            yield Notice(kind="not_understood", file=role.title, message=message)


def _names(roles: Iterable[Role], matchings: Mapping[str, Matching]) -> Iterator[UnclearName]:
    for role in roles:
        unclear = matchings[role.id].unclear if role.id in matchings else {}
        for criterion in role.criteria:
            if candidates := unclear.get(criterion.id):
                meant = tuple(each.name for each in candidates)
                yield UnclearName(name=criterion.name, role=role.title, meant=meant)


def _role(role: Role, renamed: Mapping[str, str]) -> Role:
    if not renamed:
        return role
    criteria = (each.model_copy(update={"id": renamed.get(each.id, each.id)}) for each in role.criteria)
    return role.model_copy(update={"criteria": tuple(criteria)})


def _application(application: Application, renamed: Mapping[str, str]) -> Application:
    if not renamed:
        return application
    decision = application.decision
    if decision:
        decisive = tuple(renamed.get(each, each) for each in decision.decisive)
        decision = decision.model_copy(update={"decisive": decisive})
    cards = tuple(_card(card, renamed) for card in application.scorecards)
    return application.model_copy(update={"decision": decision, "scorecards": cards})


def _card(card: Scorecard, renamed: Mapping[str, str]) -> Scorecard:
    ratings = tuple(
        rating.model_copy(update={"criterion": renamed.get(rating.criterion, rating.criterion)})
        for rating in card.ratings
    )
    return card.model_copy(update={"ratings": ratings})
