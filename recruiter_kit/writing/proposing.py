"""A draft worded better, as far as it can be proved.

In: a feedback in the noted form, and a client. Out: the same feedback with proved proposals instead of what
they word, others kept as offers, and what was said about it. A criterion whose answer cannot be used
stays as noted; where the server gives no answer at all, the whole draft does. Nothing is approved (R15), and
review/ judges it again afterwards.
"""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from pydantic import Field, ValidationError

from recruiter_kit.composing.advice import tested_once
from recruiter_kit.errors import ModelError
from recruiter_kit.feedback import Feedback, Part, Proposal, criterion_name
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Name, Record
from recruiter_kit.writing.asking import SCHEMA, Message, Question, message, questions
from recruiter_kit.writing.client import Client, Said
from recruiter_kit.writing.judging import Judge, Judged, Piece
from recruiter_kit.writing.placeholders import Placeholders
from recruiter_kit.writing.prompt import prompt, prompt_hash
from recruiter_kit.writing.taking import put

LONGEST_WORDING = 3000
_MOST_COMPLAINTS = 12
ID = "m"
"""What the ids of proposals begin with."""


class AsNoted(Record):
    """A criterion that stays, wholly or partly, as it was noted, and why."""

    criterion: Name
    part: Part
    why: str


class Account(Record):
    """What came of asking: how many questions were `asked`, pieces `proved` and `offered`, `steps` put in.

    `gave_up` says why the whole draft is as noted, "" where it is not; `unread` why the second reader did not
    read it; `elsewhere` that what the model was shown left this machine.
    """

    model: Name
    elsewhere: bool = False
    asked: int = 0
    proved: int = 0
    offered: int = 0
    steps: int = 0
    as_noted: tuple[AsNoted, ...] = ()
    gave_up: str = ""
    unread: str = ""


class Worded(NamedTuple):
    """The feedback, and what came of asking."""

    feedback: Feedback
    account: Account


class _Wording(Record):
    """An answer, as the schema asks for it."""

    text: str = Field(min_length=1, max_length=LONGEST_WORDING)
    next_step: str = Field(default="", max_length=LONGEST_WORDING)


def worded(
    feedback: Feedback,
    application: Application,
    people: Sequence[str],
    client: Client,
    *,
    only: Collection[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Worded:
    """Return the feedback worded better where that was proved, and what came of it; never raises ModelError.

    `people` are the names of everybody around the application, `only` the ids of the statements to word,
    None for all; `progress` is told how many questions of how many are done.
    """
    asking = _Asking(feedback, application, people, client)
    todo = questions(feedback, application, people, only)
    for done, question in enumerate(todo):
        if progress:
            progress(done, len(todo))
        try:
            asking.ask(question)
        except ModelError as error:
            if error.gone:
                return Worded(_marked(feedback, asking.account), asking.given_up(str(error)))
            asking.stays(question, str(error))
    return Worded(_marked(asking.feedback, asking.account), asking.account)


def _marked(feedback: Feedback, account: Account) -> Feedback:
    """Return the feedback with the model's name where its notes were shown elsewhere, whatever came of it."""
    if not (account.elsewhere and account.asked):
        return feedback
    return feedback.model_copy(update={"shown_elsewhere": account.model})


class _Asking:
    """The asking about one feedback; it keeps what came of each question."""

    def __init__(
        self, feedback: Feedback, application: Application, people: Sequence[str], client: Client
    ) -> None:
        self.feedback = feedback
        settings = client.settings
        self.account = Account(model=settings.model, elsewhere=settings.leaves)
        self._application, self._people, self._client = application, people, client
        self._placeholders = Placeholders(application, people)

    def ask(self, question: Question) -> None:
        """Ask one question, once more with the prover's complaint if there is one, and keep the better."""
        self._count(asked=1)
        judge = Judge(question, self.feedback, self._application, self._people)
        messages = message(question, self.feedback, self._application, self._people, self._placeholders)
        said, judged = self._judged(judge, messages)
        if judged.complaints:
            try:
                again, better = self._judged(judge, [*messages, *self._complaint(said, judged)])
            except ModelError as error:
                if error.gone:
                    raise
            else:
                said, judged = (again, better) if better.worth > judged.worth else (said, judged)
        self._keep(question, judged, said)

    def stays(self, question: Question, why: str) -> None:
        """Note that a criterion stays as it was."""
        name = criterion_name(self.feedback, question.criterion)
        kept = (*self.account.as_noted, AsNoted(criterion=name, part=question.part, why=why))
        self.account = self.account.model_copy(update={"as_noted": kept})

    def given_up(self, why: str) -> Account:
        """Return the account of a draft that is as noted, because the model's server is gone."""
        return Account(
            model=self.account.model,
            elsewhere=self.account.elsewhere,
            asked=self.account.asked,
            gave_up=why,
        )

    def _judged(self, judge: Judge, messages: Sequence[Message]) -> tuple[Said, Judged]:
        said = self._client.ask(messages, SCHEMA)
        try:
            wording = _Wording.model_validate(said.content, strict=True)
        except ValidationError as error:
            raise ModelError.of("model_schema") from error
        return said, judge.judge(wording.text, wording.next_step)

    def _complaint(self, said: Said, judged: Judged) -> list[Message]:
        """Return the answer and what is wrong with it; whomever the prover names is hidden again."""
        lines = [f"- {self._placeholders.hide(each)}" for each in judged.complaints[:_MOST_COMPLAINTS]]
        answer = " ".join(str(said.content.get(name, "")) for name in ("text", "next_step"))
        return [
            {"role": "assistant", "content": self._placeholders.hide(answer)},
            {"role": "user", "content": prompt().complaint.replace("{complaints}", "\n".join(lines))},
        ]

    def _keep(self, question: Question, judged: Judged, said: Said) -> None:
        for piece in judged.pieces:
            self._keep_piece(question, piece, said)
        if judged.step is not None:
            old = (question.step,) if question.step else ()
            step = self._proposal(Part.ADVICE, question, judged.step, said).model_copy(
                update={"replaces": old}
            )
            self._put(step)
            self._count(steps=1)
        replaced = {each.id for piece in judged.pieces for each in piece.replaces}
        if not replaced.issuperset(each.id for each in question.statements):
            self.stays(question, "; ".join(judged.complaints[:1]) or say("model_not_all"))

    def _keep_piece(self, question: Question, piece: Piece, said: Said) -> None:
        proposal = self._proposal(question.part, question, piece.text, said).model_copy(
            update={"replaces": piece.replaces, "sources": piece.sources, "verdict": piece.verdict}
        )
        if piece.verdict == "proved":
            self._put(proposal)
            self._count(proved=1)
        else:
            self._set(proposals=(*self.feedback.proposals, proposal))
            self._count(offered=1)

    def _put(self, proposal: Proposal) -> None:
        told = put(self.feedback, proposal).statements
        self._set(statements=tuple(tested_once(told)), proposals=(*self.feedback.proposals, proposal))

    def _proposal(self, part: Part, question: Question, text: str, said: Said) -> Proposal:
        settings = self._client.settings
        taken = {proposal.id for proposal in self.feedback.proposals}
        number = next(n for n in range(1, len(taken) + 2) if f"{ID}{n}" not in taken)
        version = said.version or ("" if said.model == settings.model else said.model)
        return Proposal(
            id=f"{ID}{number}",
            part=part,
            criterion=question.criterion,
            text=text,
            verdict="proved",
            replaces=(),
            model=settings.model,
            version=version,
            prompt=prompt_hash(),
            elsewhere=settings.leaves,
        )

    def _set(self, **values: object) -> None:
        self.feedback = self.feedback.model_copy(update=values)

    def _count(self, **more: int) -> None:
        counts = {name: getattr(self.account, name) + count for name, count in more.items()}
        self.account = self.account.model_copy(update=counts)
