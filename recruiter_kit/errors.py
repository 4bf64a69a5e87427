"""The one family of errors that a person at the keyboard can put right.

Caught once, at the edge: the command line turns one into an exit code, the app into a page.
The sentences are in messages/.
"""

from typing import Self

from recruiter_kit.messages import say


class RecruiterKitError(Exception):
    """Something is wrong that the reader of the message can put right."""


class InputError(RecruiterKitError):
    """A source, or one value in it, cannot be used.

    `file` is the name shown, `place` the path inside it (`applications[3].candidate`), both
    may be empty; `problem` says what was wrong and what was expected.
    """

    def __init__(self, problem: str, *, file: str = "", place: str = "") -> None:
        self.problem = problem
        self.file = file
        self.place = place
        super().__init__(": ".join(part for part in (file, place, problem) if part))

    @classmethod
    def of(cls, key: str, *, file: str = "", place: str = "", **fields: object) -> Self:
        """Make the error from a sentence of messages.py."""
        return cls(say(key, **fields), file=file, place=place)

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions cross process borders in batch work; keyword arguments need help to do so.
        return (_rebuild, (type(self), self.problem, self.file, self.place))


class UndecidedError(InputError):
    """No decision by a named person is recorded, so nothing may be drafted (R1)."""


class IncompleteError(InputError):
    """The sources together lack something that a feedback needs."""


class DataFileError(InputError):
    """A rule, lexicon, wording or template file of the software or of the organisation is broken."""


class StoreError(RecruiterKitError):
    """The database cannot be used, or what was asked of it may not be done now; the message says why."""

    @classmethod
    def of(cls, key: str, **fields: object) -> Self:
        """Make the error from a sentence of messages.py."""
        return cls(say(key, **fields))


class NotFoundError(StoreError):
    """What was asked for is not in the database."""


class ConflictError(StoreError):
    """Another person was faster: nothing was written, and what they did stands."""


class ModelError(RecruiterKitError):
    """A language model gave no answer that can be used; the message says why, and never holds its words.

    `gone` says that there is no use in asking again soon: no answer came at all.
    """

    def __init__(self, problem: str, *, gone: bool = False) -> None:
        self.gone = gone
        super().__init__(problem)

    @classmethod
    def of(cls, key: str, *, gone: bool = False, **fields: object) -> Self:
        """Make the error from a sentence of messages.py."""
        return cls(say(key, **fields), gone=gone)


class RenderError(RecruiterKitError):
    """A document could not be laid out."""


def _rebuild(kind: type[InputError], problem: str, file: str, place: str) -> InputError:
    return kind(problem, file=file, place=place)
