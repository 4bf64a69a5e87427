"""A role file written from drafts, with what is known filled in and a comment for what is not.

In: drafts of roles, and from where values were taken. Out: YAML that is read as a role file at once: what is
missing is left out, and each "to do" line becomes a setting when its mark is taken away.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from recruiter_kit.errors import InputError
from recruiter_kit.files.text import one_line, shorten
from recruiter_kit.files.yaml_text import parse_yaml
from recruiter_kit.intake.role_making.draft import Question, Rated, RoleDraft
from recruiter_kit.intake.role_making.suggesting import Part, Suggestion
from recruiter_kit.messages import say
from recruiter_kit.model import Criterion, Role

Sources = Mapping[tuple[str, str], str]
"""From where a value was taken, by criterion and field."""
LONGEST_SUGGESTION = 200
_ESCAPED = str.maketrans({"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029", "\ufeff": "\\ufeff"})


def skeleton(drafts: Sequence[RoleDraft], sources: Mapping[str, Sources] | None = None) -> str:
    """Return one role file for all drafts; `sources` holds by role's id from where its values were taken."""
    lines = [f"# {line}" for line in say("skeleton_head").splitlines()]
    for draft in drafts:
        role = list(_role(draft, (sources or {}).get(draft.role.id, {})))
        lines += role if len(drafts) == 1 else _listed(role)
    if len(drafts) > 1:
        lines.insert(len(say("skeleton_head").splitlines()), "roles:")
    return "\n".join(lines) + "\n"


def _role(draft: RoleDraft, sources: Sources) -> Iterator[str]:
    role = draft.role
    yield f"id: {scalar(role.id)}"
    yield f"title: {scalar(role.title)}"
    if role.organisation:
        yield f"organisation: {scalar(role.organisation)}"
    else:
        yield f"# {say('to_do_organisation')}"
    if role.country:
        yield f"country: {scalar(role.country)}"
    check = "" if draft.scale_known else f"  # {say('to_do_scale')}"
    yield f"scale: {{lowest: {role.scale.lowest}, highest: {role.scale.highest}}}{check}"
    if not role.criteria:
        yield f"# {say('to_do_criteria')}"
        return
    yield "criteria:"
    for criterion, rated in zip(role.criteria, draft.rated, strict=True):
        own = {field: source for (key, field), source in sources.items() if key == criterion.id}
        yield from _listed(list(_criterion(criterion, rated, draft, own)))


def _criterion(
    criterion: Criterion, rated: Rated, draft: RoleDraft, sources: Mapping[str, str]
) -> Iterator[str]:
    yield f"# {how_rated(rated)}"
    yield f"id: {scalar(criterion.id)}"
    yield f"name: {scalar(criterion.name)}"
    questions = {question.part: question for question in draft.questions_on(criterion.id)}
    if criterion.kind is not None:
        yield f"kind: {criterion.kind.value}{_from(sources, 'kind')}"
    yield from _asked(questions.get(Part.KIND), draft.role)
    if criterion.required is not None:
        yield f"required: {criterion.required:g}{_from(sources, 'required')}"
    yield from _asked(questions.get(Part.REQUIRED), draft.role)
    if "weight" in criterion.model_fields_set and criterion.weight != 1:
        yield f"weight: {criterion.weight:g}{_from(sources, 'weight')}"
    if criterion.levels:
        yield f"levels:{_from(sources, 'levels')}"
        yield from (f"  {level}: {scalar(text)}" for level, text in criterion.levels.items())
    yield from _asked(questions.get(Part.TEXT), draft.role)
    if criterion.advice:
        yield f"advice:{_from(sources, 'advice')}"
        yield from (f"  - {scalar(piece)}" for piece in criterion.advice)
    yield from _asked(questions.get(Part.ADVICE), draft.role)


def _asked(question: Question | None, role: Role) -> Iterator[str]:
    """Yield the comments for what is missing: what to write, and what other roles suggest."""
    if question is None:
        return
    criterion = role.criterion(question.criterion)
    required = criterion.required if criterion else None
    if question.part is Part.KIND:
        yield f"# {say('to_do_kind')}"
    elif question.part is Part.REQUIRED:
        yield f"# {say('to_do_required', lowest=role.scale.lowest, highest=role.scale.highest)}"
    elif question.part is Part.ADVICE:
        yield f"# {say('to_do_advice')}"
    elif criterion is not None and criterion.levels:
        yield f"# {say('to_do_text', level='' if required is None else f'{required:g}')}"
    else:
        level = role.scale.highest if required is None else required
        yield f"# {say('to_do_levels', level=f'{level:g}')}"
    yield from (f"#   {_suggested(each)}" for each in question.suggestions)


def how_rated(rated: Rated) -> str:
    """Return how a criterion was rated, in words: "rated 2, 3, 4 by 3 interviewers"."""
    if not rated.levels:
        return say("not_rated")
    levels = ", ".join(f"{level:g}" for level in rated.levels)
    if rated.interviewers == 1:
        return say("rated_by_one", levels=levels)
    return say("rated_by", levels=levels, count=rated.interviewers)


def _suggested(suggestion: Suggestion) -> str:
    value = shorten(one_line(suggestion.value), LONGEST_SUGGESTION)
    source = say("from_role", role=one_line(suggestion.role), criterion=one_line(suggestion.criterion))
    return say("suggested", value=value, source=source)


def _from(sources: Mapping[str, str], field: str) -> str:
    return f"  # {one_line(sources[field])}" if field in sources else ""


def _listed(lines: Sequence[str]) -> list[str]:
    """Return lines as one entry of a list: its comments first, then a dash before its first setting."""
    listed = []
    begun = False
    for line in lines:
        first = not begun and not line.startswith("#")
        listed.append(f"  {'- ' if first else '  ' if begun else ''}{line}")
        begun = begun or first
    return listed


def scalar(text: str) -> str:
    """Return a text as YAML writes it: plain where that is read as the same text, else in quotes."""
    try:
        plain = parse_yaml(f"a: {text}\n", "").value == {"a": text}
    except InputError:
        plain = False
    return text if plain and ": " not in text else json.dumps(text, ensure_ascii=False).translate(_ESCAPED)
