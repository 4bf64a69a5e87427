"""What is still missing from all sources together, named exactly and never made up.

In: the roles that applications use. Out: one notice a role.
"""

from collections.abc import Iterable, Sequence

from recruiter_kit.files.plain_errors import choices
from recruiter_kit.intake.joining.published import Published
from recruiter_kit.messages import say
from recruiter_kit.model import Criterion, Notice, Role


def lacking(roles: Iterable[Published]) -> list[Notice]:
    """Return what is missing from each role before feedback can be worded."""
    notices = []
    for published in roles:
        missing = _missing(published.role)
        if missing:
            what = say("lacking_of_role", role=published.role.title, what="; ".join(missing))
            needed = _cannot_be_told(published.role)
            key = "lacking" if needed else "lacking_to_do"
            notices.append(published.where.notice("lacking", key, what=what))
    return notices


def _cannot_be_told(role: Role) -> bool:
    """Whether no letter can be made yet; texts, advice and kinds only make it better."""
    unknown = any(criterion.required is None for criterion in role.criteria)
    return not role.organisation or not role.criteria or unknown


def _missing(role: Role) -> list[str]:
    missing = [] if role.organisation else [say("lacking_organisation")]
    if not role.criteria:
        return [*missing, say("lacking_criteria")]
    wanted = (
        ("lacking_kind", [criterion for criterion in role.criteria if criterion.kind is None]),
        ("lacking_required", [criterion for criterion in role.criteria if criterion.required is None]),
        ("lacking_text", [criterion for criterion in role.criteria if not has_text(criterion)]),
        ("lacking_advice", [criterion for criterion in role.criteria if not criterion.advice]),
    )
    return missing + [say(key, criteria=_names(of, role)) for key, of in wanted if of]


def _names(criteria: Sequence[Criterion], role: Role) -> str:
    if len(criteria) == len(role.criteria) > 1:
        return say("lacking_everywhere")
    return choices([criterion.name for criterion in criteria])


def has_text(criterion: Criterion) -> bool:
    """Whether there is a text for the required level, so that what the role needs can be said."""
    if criterion.required is None:
        return bool(criterion.levels)
    return any(float(level) == criterion.required for level in criterion.levels)
