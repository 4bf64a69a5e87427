"""What a person's words rest on: the notes that bear them out, or nothing but the person (R2).

In: statements as a person left them, the feedback, its application and the people around it. Out: the same
statements; words that their notes do not bear out are the person's own, without the notes. review/ asks it
of every change, so that nothing goes around it.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from recruiter_kit.composing.grounds import proof, proof_of
from recruiter_kit.composing.statements import interview_names
from recruiter_kit.feedback import Basis, Feedback, Form, Part, Source, Statement
from recruiter_kit.language.proving import Proof
from recruiter_kit.model import Application

OF_WHAT_WAS_SEEN = frozenset({Part.SEEN, Part.STRENGTH})
_BEST_FIRST = ("proved", "look", "refused")


def settled(
    statements: Iterable[Statement],
    feedback: Feedback,
    application: Application | None,
    people: Sequence[str],
) -> tuple[Statement, ...]:
    """Return the statements, each that a person worded with the notes that it may keep.

    Words that the prover refuses keep none: they lack a source until they get another note, or a reason.
    Words with a note need no reason.
    """
    return tuple(_settled(each, feedback, application, people) for each in statements)


def _settled(
    statement: Statement, feedback: Feedback, application: Application | None, people: Sequence[str]
) -> Statement:
    found = proof_of(statement, feedback, application, people) if statement.by else None
    if found is None:
        return statement
    if found.verdict == "refused":
        return _alone(statement)
    return statement.model_copy(update={"waiver": None}) if statement.waiver else statement


def _alone(statement: Statement) -> Statement:
    """Return a statement as a person's own; where it was seen is not known any more."""
    form = Form.YOURS if statement.part in OF_WHAT_WAS_SEEN else None
    own = {"basis": Basis.PERSON, "sources": (), "observations": (), "interview": None, "form": form}
    return statement.model_copy(update=own)


def is_alone(statement: Statement) -> bool:
    """Whether it rests on nothing but the person who wrote it, with a reason or without."""
    return statement.basis is Basis.PERSON and not statement.sources


def rested(
    statement: Statement,
    chosen: Source,
    told: Iterable[Source],
    feedback: Feedback,
    application: Application,
    people: Sequence[str],
) -> Statement:
    """Return a person's statement with the sentence of a note that was chosen for it.

    `told` is everything that may be told of the scorecards: where the sentence alone does not bear the words
    out, the others of the same note are looked at, and those that hold some of the words are added.
    """

    def asked(sources: Sequence[Source]) -> Proof:
        return proof(statement.text, sources, feedback, application, people)

    alone = asked((chosen,))
    note = tuple(dict.fromkeys(each for each in (chosen, *told) if _place(each) == _place(chosen)))
    note = tuple(sorted(note, key=lambda each: each.start))
    whole = asked(note)
    sources: tuple[Source, ...] = (chosen,)
    if _BEST_FIRST.index(whole.verdict) < _BEST_FIRST.index(alone.verdict):
        sources = tuple(each for each in note if each == chosen or each in _held(whole, note))
        if _BEST_FIRST.index(asked(sources).verdict) > _BEST_FIRST.index(whole.verdict):
            sources = note
    interview = interview_names(application, people).get(chosen.scorecard)
    seen = interview if statement.part in OF_WHAT_WAS_SEEN else None
    return statement.model_copy(update={"sources": sources, "interview": seen})


def _place(source: Source) -> tuple[str, str]:
    return source.scorecard, source.place


def _held(found: Proof, note: Sequence[Source]) -> set[Source]:
    """Return the sentences of one note in which the prover found words of the text."""
    starts = accumulate((len(each.text) + 1 for each in note), initial=0)
    held = [word.begins for word in found.words if word.begins is not None]
    return {
        each
        for each, start in zip(note, starts, strict=False)
        if any(start <= begins < start + len(each.text) for begins in held)
    }
