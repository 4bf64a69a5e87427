"""The agreed feedback on one application: the one truth that every document is a view of.

In: what panel/, language/ and composing/ found. Out: immutable records, written to feedback.json.
Keeps R2 (a statement carries its sources) and R5 (documents have nothing else to draw on) in its shape.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from recruiter_kit.model import Candidate, Decision, Id, Name, Reason, Record, Text
from recruiter_kit.standard import Policy, Standard


class Direction(StrEnum):
    """What an observation says for or against the candidate."""

    STRENGTH = "strength"
    GAP = "gap"
    NEUTRAL = "neutral"


class Form(StrEnum):
    """How a sentence is told (FEEDBACK, "Forms, best first").

    addressed: the note says who acts, and that is "you". noted: the note's own words, tidied, nothing put in.
    asked: an answer of the recruiter settled whose pronoun it is. yours: a person's own words.
    """

    ADDRESSED = "addressed"
    NOTED = "noted"
    ASKED = "asked"
    YOURS = "yours"


def weakest(forms: Iterable[Form]) -> Form:
    """Return the form of sentences that are told together: the one that says least of who acts."""
    found = set(forms)
    return next(form for form in (Form.YOURS, Form.ASKED, Form.NOTED, Form.ADDRESSED) if form in found)


class Band(StrEnum):
    """Panel mean minus required level, in points of the scale (FEEDBACK, "Severity is carried over")."""

    WELL_BELOW = "well_below"
    BELOW = "below"
    AT = "at"
    ABOVE = "above"


BELOW_BAR = frozenset({Band.BELOW, Band.WELL_BELOW})
REASONS_WITH_GAPS = frozenset({Reason.BELOW_BAR, Reason.MISSING_REQUIREMENT, Reason.OTHER})


class Agreement(StrEnum):
    """How far the panel's levels on one criterion lie apart (feedback-science, section 6, formula 7)."""

    AGREED = "agreed"
    MIXED = "mixed"
    SPLIT = "split"


class Verdict(StrEnum):
    """How close the panel's levels came to the bar (feedback-science, section 6, formula 5)."""

    CLEAR = "clear"
    CLOSE = "close"
    TOO_CLOSE = "too_close"


CLOSE_VERDICTS = frozenset({Verdict.CLOSE, Verdict.TOO_CLOSE})


class Source(Record):
    """Where words were taken from: a place in a scorecard and the characters [start, end) there.

    `text` is the note's own wording between start and end.
    """

    scorecard: Id
    place: str
    start: int
    end: int
    text: Text


class Observation(Record):
    """One sentence of a note, tied to a criterion and worded for the candidate."""

    id: Id
    criterion: Id | None
    direction: Direction
    source: Source
    text: Text
    form: Form


class Withheld(Record):
    """A sentence that must not reach the candidate, with the rule that held it back.

    `quarantined` marks the kinds that only those with that right may see (R13).
    """

    source: Source
    rule: str
    label: str
    reason: str
    quarantined: bool = False


class Choice(Record):
    """One answer to a question: `answer` is what stands for the pronoun, `label` what the button says."""

    answer: Text
    label: Text


class Question(Record):
    """What one answer settles, such as whose pronoun it is; `id` is the same for the same words."""

    id: Id
    text: Text
    choices: tuple[Choice, ...]


class LeftToRecruiter(Record):
    """A sentence that may be shared but that the software does not word: a person decides.

    `observed` says whether it holds something that was seen, or an opinion or a mark only; where one answer
    would settle it, `question` asks for it.
    """

    source: Source
    criterion: Id | None
    direction: Direction
    reason: str
    observed: bool = True
    question: Question | None = None


class Standing(Record):
    """What the panel's levels on one criterion can bear. Stays in the organisation (R9).

    `mean`, `required` and `shortfall` are points of the role's scale; `levels` are sorted, so
    that they name nobody. `within_group` is a_wg (panel/agreement.py), None for a single level.
    `stretch` is how many points of a five-point scale one point of the role's makes.
    """

    criterion: Id
    name: Name
    required: float
    weight: float
    levels: tuple[float, ...]
    mean: float
    shortfall: float
    band: Band
    agreement: Agreement
    within_group: float | None = None
    stretch: float = 1.0

    @property
    def to_tell(self) -> float:
        """Return weight times shortfall where that is a reason to tell; zero at the bar or split."""
        told = self.band in BELOW_BAR and self.agreement is not Agreement.SPLIT
        return self.weight * self.shortfall if told else 0.0


class Closeness(Record):
    """How close it was over the whole panel. Internal (R9); "close" is said only where it was computed (H5).

    `margin` is the mean distance from the bar in points of the scale, `standard_error` in the same.
    """

    verdict: Verdict
    margin: float
    standard_error: float


class Part(StrEnum):
    """The place of a statement in the feedback, in reading order."""

    DECISION = "decision"
    PROCESS = "process"
    NEEDS = "needs"
    DIFFERING = "differing"
    SEEN = "seen"
    WAITING = "waiting"
    ADVICE = "advice"
    OUTCOME = "outcome"
    UNSEEN = "unseen"
    STRENGTH = "strength"
    DISPUTE = "dispute"
    RETENTION = "retention"
    REAPPLY = "reapply"


class Basis(StrEnum):
    """What a statement rests on.

    library: advice of our own, where nobody else gave any; model: a language model proposed the next step;
    person: somebody added it, or reworded it so that no note bears it out.
    """

    OBSERVATION = "observation"
    LEVELS = "levels"
    ROLE = "role"
    DECISION = "decision"
    STANDARD = "standard"
    LIBRARY = "library"
    MODEL = "model"
    PERSON = "person"


class Statement(Record):
    """One thing that is said to the candidate, with what it rests on (R2).

    `text` is one or more whole sentences; `criterion` is set for gaps and strengths;
    `interview` names where it was seen; `form` says how an interviewer's words are told;
    `observations` holds the ids of the observations behind it and `sources` the places of its whole unit.
    `by` is who added or reworded it; one that no note bears out carries a `waiver`, the reason
    why it may stand (R2). `proposal` is the id of the language model's proposal whose words it has.
    """

    id: Id
    part: Part
    text: Text
    basis: Basis
    criterion: Id | None = None
    interview: Name | None = None
    form: Form | None = None
    observations: tuple[Id, ...] = ()
    sources: tuple[Source, ...] = ()
    by: Name | None = None
    waiver: Text | None = None
    proposal: Id | None = None

    @property
    def lacks_source(self) -> bool:
        """Whether it says something of the candidate that nobody is known to have seen (R2)."""
        if self.basis is Basis.PERSON:
            return not (self.sources or (self.waiver or "").strip())
        return self.basis is Basis.OBSERVATION and not (self.sources and self.observations)


class Proposal(Record):
    """What a language model proposed to say instead of the statements that it `replaces`, from `sources`.

    `verdict` is the prover's: "proved" is told unattended, "look" waits for a person. `model` and `version`
    are what answered, `prompt` the hash of what it was asked with; `elsewhere` says that the address was not
    of this machine.
    """

    id: Id
    part: Part
    criterion: Id
    text: Text
    verdict: Literal["proved", "look"]
    replaces: tuple[Statement, ...]
    sources: tuple[Source, ...] = ()
    model: Name
    version: str = ""
    prompt: str
    elsewhere: bool = False


class Finding(Record):
    """What a check says about the characters [start, end) of a text.

    `rule` names the rule, `source` where it comes from, `better` a wording to use instead;
    `statement` is the id of the statement that was checked, None for a text of its own. A `lasting` one
    rests on the scorecards or the standard: no other words put it right, only a new draft.
    """

    label: str
    severity: Literal["error", "warning", "info"]
    start: int
    end: int
    rule: str
    message: str
    better: str | None = None
    source: str | None = None
    statement: Id | None = None
    lasting: bool = False


class Suppression(Record):
    """A finding that a named person lets stand.

    It holds for the rule on these very `words` of the statement (of all statements together where
    `statement` is None), so that it lapses when they change.
    """

    rule: str
    label: str
    statement: Id | None
    words: str
    reason: Text
    by: Name
    on: date


class Inflation(Record):
    """How a reader would take what is said on a criterion, as against the panel.

    `inferred` and `panel` are levels from the required one; `statements` holds what was read, and is
    empty where a criterion is named only, or not at all.
    """

    criterion: Id
    inferred: float
    panel: float
    statements: tuple[Id, ...] = ()

    @property
    def inflation(self) -> float:
        """Return the inferred level minus the panel's: above zero is sweeter, below is harsher."""
        return self.inferred - self.panel


class Candour(Record):
    """How candid a draft is: shares from 0 to 1, None where there is nothing to tell (docs/candour.md).

    `inflation` is the weighted mean of `by_criterion`, in levels. `untold`, `without_source`,
    `not_whole` name the criteria or statements that keep a share from 1; `without_step` the gaps for which no
    next step fitted; `future` the statements about next time.
    """

    reason_coverage: float | None
    evidence_share: float | None
    action_share: float | None
    future_share: float | None = None
    inflation: float | None = None
    by_criterion: tuple[Inflation, ...] = ()
    untold: tuple[Id, ...] = ()
    without_source: tuple[Id, ...] = ()
    not_whole: tuple[Id, ...] = ()
    without_step: tuple[Id, ...] = ()
    future: tuple[Id, ...] = ()


class Feedback(Record):
    """The agreed statements on one application, and everything that stays in the organisation beside them.

    `drafted_on` is the day from which the candidate's days count, where the decision was taken before it;
    `answers` holds what the recruiter answered, by the id of the question.
    `approved_on` is the day on which an approved one was approved. `corrects` is the day on which an earlier
    letter was sent that this one replaces, `corrected` the criteria on which it says something else.
    `shown_elsewhere` names the language model at an address of another machine that was shown its notes.
    """

    format: Literal["recruiter-kit-feedback/1"] = "recruiter-kit-feedback/1"
    state: Literal["draft", "approved"] = "draft"
    application: Id
    role: Name
    organisation: Name
    candidate: Candidate
    decision: Decision
    drafted_on: date | None = None
    approved_on: date | None = None
    corrects: date | None = None
    corrected: tuple[Id, ...] = ()
    standard: Standard
    policy: Policy = Policy.CALL_AND_WRITTEN
    statements: tuple[Statement, ...]
    standings: tuple[Standing, ...]
    closeness: Closeness | None
    observations: tuple[Observation, ...]
    withheld: tuple[Withheld, ...]
    left_to_recruiter: tuple[LeftToRecruiter, ...]
    answers: Mapping[Id, Text] = Field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    candour: Candour | None = None
    suppressions: tuple[Suppression, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    shown_elsewhere: Name | None = None

    def said(self, *parts: Part) -> tuple[Statement, ...]:
        """Return the statements of these parts, in reading order."""
        return tuple(statement for statement in self.statements if statement.part in parts)

    def standing(self, criterion_id: str) -> Standing | None:
        """Return what the panel's levels on this criterion can bear, or None when nobody assessed it."""
        return next((standing for standing in self.standings if standing.criterion == criterion_id), None)

    def gaps(self) -> tuple[str, ...]:
        """Return the ids of the criteria that are told as gaps, or wait for a person, heaviest first."""
        gaps = self.said(Part.SEEN, Part.WAITING)
        return tuple(dict.fromkeys(statement.criterion for statement in gaps if statement.criterion))

    def reason_coverage(self) -> float | None:
        """Return the weighted shortfall told as gaps, of all that is to be told: 0 to 1.

        None where there is none, or where gaps are not what decided it. Source: FEEDBACK,
        "Candour, measured on every draft".
        """
        whole = sum(standing.to_tell for standing in self.standings)
        if not whole or self.decision.reason not in REASONS_WITH_GAPS:
            return None
        told = {statement.criterion for statement in self.said(Part.SEEN)}
        return sum(standing.to_tell for standing in self.standings if standing.criterion in told) / whole

    def strengths(self) -> tuple[str, ...]:
        """Return the ids of the criteria that are told as strengths, in reading order."""
        return tuple(
            dict.fromkeys(
                statement.criterion for statement in self.said(Part.STRENGTH) if statement.criterion
            )
        )


def criterion_name(feedback: Feedback, criterion_id: str) -> str:
    """Return the name of a criterion as the role has it."""
    standing = feedback.standing(criterion_id)
    return standing.name if standing else criterion_id
