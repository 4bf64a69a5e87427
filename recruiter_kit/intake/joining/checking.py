"""Checks that hold across records: roles, criteria, levels, and what appears twice.

In: what was found, and the roles as published. Out: the applications that can be worked on; every
other one has an error notice with its place. Keeps R3 (off-list ratings are left out) and R9
(what is in the private note is in no other).
"""

from collections.abc import Mapping

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.joining.found import Found, FoundApplication
from recruiter_kit.intake.joining.private import without_private
from recruiter_kit.intake.joining.published import Published
from recruiter_kit.model import Application, Decision, Notice, Rating, Scorecard


def checked_applications(found: Found, roles: Mapping[str, Published]) -> tuple[Application, ...]:
    """Return the applications that can be worked on, and add what is wrong with the others."""
    good: list[Application] = []
    for found_application in _each_once(found):
        application = found_application.application
        if application.id in found.broken_applications:
            continue
        published = roles.get(application.role)
        if published is None:
            found.notices.append(_no_role(found_application, roles, found))
            continue
        check = _Check(published, found_application.where)
        result = check.application(application)
        found.notices += check.notices
        if check.sound:
            good.append(result)
    return tuple(good)


def _each_once(found: Found) -> list[FoundApplication]:
    first: dict[str, FoundApplication] = {}
    differing: set[str] = set()
    for found_application in found.applications:
        its_id = found_application.application.id
        known = first.setdefault(its_id, found_application)
        if known is found_application:
            continue
        if known.application == found_application.application:
            found.notices.append(
                found_application.where.notice("left_out", "application_twice", other=str(known.where))
            )
        else:
            fields = {"application": shorten(its_id), "other": str(known.where)}
            found.notices.append(
                found_application.where.notice("error", "application_twice_differs", **fields)
            )
            differing.add(its_id)
    return [found_application for its_id, found_application in first.items() if its_id not in differing]


def _no_role(found_application: FoundApplication, roles: Mapping[str, Published], found: Found) -> Notice:
    role = found_application.application.role
    where = found_application.where.at("role")
    if role in found.broken_roles:
        return where.notice("error", "role_broken", role=shorten(role))
    if not roles:
        return where.notice("error", "no_roles", role=shorten(role))
    return where.notice("error", "unknown_role", role=shorten(role), expected=choices(list(roles)))


class _Check:
    """Checks one application against its role; `sound` is lost with the first error."""

    def __init__(self, published: Published, where: Where) -> None:
        self.published = published
        self.role = published.role
        self.where = where
        self.notices: list[Notice] = []
        self.sound = True

    def application(self, application: Application) -> Application:
        cards = self._cards(application.scorecards)
        off_list = self._off_list(application)
        if off_list:
            fields = {"criteria": choices(list(off_list)), "count": sum(off_list.values())}
            self.notices.append(self.where.notice("left_out", "ratings_off_list", **fields))
        decision = application.decision and self._decision(application.decision)
        return application.model_copy(update={"scorecards": cards, "decision": decision})

    def _cards(self, cards: tuple[Scorecard, ...]) -> tuple[Scorecard, ...]:
        first: dict[str, Scorecard] = {}
        for index, card in enumerate(cards):
            path = f"scorecards[{index}]"
            known = first.setdefault(card.id, card)
            if known is card:
                continue
            if known == card:
                self.notices.append(
                    self.where.at(path).notice("left_out", "scorecard_twice", id=shorten(card.id))
                )
            else:
                self._refuse(path, "scorecard_twice_differs", id=shorten(card.id))
        paths = {id(card): f"scorecards[{index}]" for index, card in reversed(list(enumerate(cards)))}
        return tuple(self._card(card, paths[id(card)]) for card in first.values())

    def _card(self, card: Scorecard, path: str) -> Scorecard:
        ratings: dict[str, Rating] = {}
        places: dict[str, str] = {}
        for index, rating in enumerate(card.ratings):
            place = f"{path}.ratings[{index}]"
            kept = self._rating(rating, place)
            if kept is None:
                continue
            known = ratings.get(kept.criterion)
            if known is None or _untouched(known):
                ratings[kept.criterion] = kept
                places[kept.criterion] = place
            elif known != kept and not _untouched(kept):
                other = str(self.where.at(places[kept.criterion]))
                fields = {"criterion": shorten(rating.criterion), "other": other}
                self._refuse(f"{place}.criterion", "rated_twice", **fields)
        card, touched = without_private(card.model_copy(update={"ratings": tuple(ratings.values())}))
        if touched:
            self.notices.append(self.where.at(path).notice("left_out", "private_in_note"))
        return card

    def _rating(self, rating: Rating, place: str) -> Rating | None:
        """Return the rating under its published name, or None when it is off the list or wrong."""
        if rating.criterion in self.published.off_list:
            return None
        criterion = self.published.renamed.get(rating.criterion, rating.criterion)
        if self.role.criterion(criterion) is None:
            self._refuse_criterion(f"{place}.criterion", rating.criterion)
            return None
        if rating.level is not None and not self.role.scale.holds(rating.level):
            self._refuse(
                f"{place}.level",
                "level_outside_scale",
                level=f"{rating.level:g}",
                role=shorten(self.role.title),
                lowest=self.role.scale.lowest,
                highest=self.role.scale.highest,
            )
        return rating if criterion == rating.criterion else rating.model_copy(update={"criterion": criterion})

    def _off_list(self, application: Application) -> dict[str, int]:
        """Return the names of criteria off the list, with how many ratings or notes are left out (R3)."""
        counts: dict[str, int] = {}
        for card in application.scorecards:
            for rating in card.ratings:
                name = self.published.off_list.get(rating.criterion)
                if name and not _untouched(rating):
                    counts[name] = counts.get(name, 0) + 1
        return counts

    def _decision(self, decision: Decision) -> Decision:
        renamed = tuple(self.published.renamed.get(criterion, criterion) for criterion in decision.decisive)
        for index, criterion in enumerate(renamed):
            if self.role.criterion(criterion) is None:
                self._refuse_criterion(f"decision.decisive[{index}]", criterion)
        return decision.model_copy(update={"decisive": renamed})

    def _refuse_criterion(self, path: str, criterion: str) -> None:
        expected = choices([criterion.id for criterion in self.role.criteria]) or "—"
        fields = {"criterion": shorten(criterion), "role": shorten(self.role.title), "expected": expected}
        self._refuse(path, "unknown_criterion", **fields)

    def _refuse(self, path: str, key: str, **fields: object) -> None:
        self.sound = False
        self.notices.append(self.where.at(path).notice("error", key, **fields))


def _untouched(rating: Rating) -> bool:
    """Whether nobody filled in this rating: exports list every criterion of the form."""
    return rating.level is None and not rating.note
