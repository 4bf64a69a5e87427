"""A draft worded by a model and judged again: the one way in, for a command, a page and many at once.

In: a feedback as drafted, and a client. Out: the feedback with its findings, and what came of it. The notes
stay as they are wherever the model, or its server, gives nothing that can be proved.
"""

from collections.abc import Callable, Collection, Sequence

from recruiter_kit.errors import DataFileError, ModelError
from recruiter_kit.feedback import Feedback, Part, criterion_name
from recruiter_kit.installation import Installation
from recruiter_kit.model import Application
from recruiter_kit.review.review import revised
from recruiter_kit.writing.client import Client
from recruiter_kit.writing.proposing import Account, AsNoted, Worded, worded
from recruiter_kit.writing.second_reader import read_feedback
from recruiter_kit.writing.settings import Model, model_settings
from recruiter_kit.writing.taking import noted_again


def the_model(installation: Installation) -> Model:
    """Return which model is set; raises DataFileError where none is, or where its file is broken."""
    settings = model_settings(installation)
    if settings is None:
        raise DataFileError.of("model_missing", file=installation.model.name, folder=installation.folder.name)
    return settings


def better(
    feedback: Feedback,
    application: Application,
    people: Sequence[str],
    client: Client,
    *,
    only: Collection[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Worded:
    """Return the feedback worded better where that was proved, judged again, and what came of it.

    A whole letter is read by the model, too, for what it finds (writing/second_reader.py); `only` and
    `progress` are those of writing.proposing.worded().
    """
    new, account = worded(feedback, application, people, client, only=only, progress=progress)
    if account.gave_up or (new.statements, new.proposals) == (feedback.statements, feedback.proposals):
        return Worded(new, account)
    composing = [
        each for each in feedback.findings if each.rule.startswith("composing.") and not each.lasting
    ]
    judged = revised(new, new.statements, people, application)
    judged, account = _without_errors(judged, account, people, application)
    found = [*composing, *judged.findings]
    if only is None:
        try:
            found += read_feedback(judged, application, people, client)
        except ModelError as error:
            account = account.model_copy(update={"unread": str(error)})
    return Worded(judged.model_copy(update={"findings": tuple(found)}), account)


def _without_errors(
    feedback: Feedback, account: Account, people: Sequence[str], application: Application
) -> tuple[Feedback, Account]:
    """Return the feedback with the notes back where the judge finds an error in what the model said.

    A proof is of the words; the judge also knows what no letter may hold, and its errors stop an approval.
    """
    told = {each.id: each for each in feedback.statements if each.proposal and each.by is None}
    wrong = {
        each.statement: each.message
        for each in feedback.findings
        if each.severity == "error" and each.statement in told
    }
    if not wrong:
        return feedback, account
    kept = list(account.as_noted)
    gone = set()
    for id, why in wrong.items():
        statement = told[id or ""]
        feedback = noted_again(feedback, statement.id)
        gone.add(statement.proposal)
        name = criterion_name(feedback, statement.criterion or "")
        kept.append(AsNoted(criterion=name, part=statement.part, why=why))
    left = tuple(each for each in feedback.proposals if each.id not in gone)
    feedback = feedback.model_copy(update={"proposals": left})
    account = account.model_copy(
        update={
            "as_noted": tuple(kept),
            "proved": account.proved - sum(told[id or ""].part is not Part.ADVICE for id in wrong),
            "steps": account.steps - sum(told[id or ""].part is Part.ADVICE for id in wrong),
        }
    )
    return revised(feedback, feedback.statements, people, application), account
