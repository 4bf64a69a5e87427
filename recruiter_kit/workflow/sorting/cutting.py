"""A document cut into sentences, each with whose it is proposed to be: by headings, labels and names.

In: a Written, and who and what it may name. Out: a Sorting, in which every sentence is once, verbatim.
Nothing is decided here: a person confirms each sentence. A level is one only where it is written. Keeps R3
(only the role's criteria), R7 (what is on another candidate is left out) and R9 (so is what is private).
"""

import re
from collections.abc import Sequence
from functools import partial

from recruiter_kit.errors import InputError
from recruiter_kit.intake.assistants import is_by_assistant
from recruiter_kit.intake.documents.written import Paragraph, Written
from recruiter_kit.language.criteria import criterion_of
from recruiter_kit.language.sentences import split
from recruiter_kit.messages import say
from recruiter_kit.workflow.sorting.around import Around
from recruiter_kit.workflow.sorting.frames import IMPLICIT, Frame, beside, holding, interviews, under
from recruiter_kit.workflow.sorting.labels import Label, heading, label
from recruiter_kit.workflow.sorting.levels import Written as WrittenLevel
from recruiter_kit.workflow.sorting.levels import level_first
from recruiter_kit.workflow.sorting.naming import Named, known_person, named
from recruiter_kit.workflow.sorting.record import (
    OVERALL,
    Heading,
    LeftOut,
    Level,
    Meant,
    Place,
    Sorted,
    Sorting,
    Sure,
)

MOST_SENTENCES = 1_000
FEWEST_SPOKEN = 2
EDGE = 2
"""Paragraphs at either end of a document in which a mark holds for all of it."""
_I = re.compile(r"\b(?:i|i['’]\w+|my|we|our|ich|mein\w*|wir|je|j['’]\w+|yo|nous)\b", re.IGNORECASE)


def sort(written: Written, around: Around) -> Sorting:
    """Return the sentences of a document with what is proposed for each.

    Raises InputError when it holds more sentences than a person can look at.
    """
    reading = _Reading(written, around)
    for number, paragraph in enumerate(written.paragraphs):
        reading.read(number, paragraph)
    if len(reading.sentences) > MOST_SENTENCES:
        raise InputError.of("document_too_long", file=written.file, limit=f"{MOST_SENTENCES:,}")
    lines = [
        LeftOut(place=Place(paragraph=-1, start=0, end=len(line.text), text=line.text), reason=line.reason)
        for line in written.left
    ]
    return Sorting(
        sentences=tuple(reading.sentences),
        levels=tuple(reading.levels),
        headings=tuple(reading.headings),
        left=(*reading.left, *lines),
    )


class _Reading:
    """The reading of one document from top to bottom."""

    def __init__(self, written: Written, around: Around) -> None:
        self.around = around
        self.written = written
        self.sentences: list[Sorted] = []
        self.levels: list[Level] = []
        self.headings: list[Heading] = []
        self.left: list[LeftOut] = []
        self.frames: list[Frame] = []
        self.near: list[Frame] = []
        self.by: str | None = None
        self.candidates_level = 0
        self.spoken = _is_transcript(written, around)
        self.by_assistant = _all_by_assistant(written)

    def read(self, number: int, paragraph: Paragraph) -> None:
        """Sort one paragraph."""
        if paragraph.by != self.by:
            self.by, self.frames, self.near = paragraph.by, [], []
        found = heading(paragraph, self.around)
        if found:
            self._begin(number, paragraph, found)
        else:
            self._note(number, paragraph, label(paragraph, self.around))

    def _begin(self, number: int, paragraph: Paragraph, found: Label) -> None:
        """Take a heading over: it holds for what is below it."""
        text = paragraph.text
        for name in map(partial(self._as_candidate, paragraph.heading), found.names):
            if name.kind != "fact":
                self.frames = under(self.frames, Frame(paragraph.heading or IMPLICIT, name, text.strip(" :")))
        self.near = []
        said = ", ".join(dict.fromkeys(name.kind for name in found.names if name.kind != "unknown"))
        self.headings.append(Heading(place=_place(number, text, 0, len(text)), said=said))
        if found.level:
            self._level(number, text, found.level, 0, self.frames)

    def _as_candidate(self, level: int, name: Named) -> Named:
        """Return a name that nobody knows as another candidate's, where this one has a heading as large."""
        if name.kind == "candidate":
            self.candidates_level = level
        unknown = name.kind == "interviewer" and name.sure is Sure.GUESSED and not name.interview
        return name._replace(kind="other") if unknown and 0 < level == self.candidates_level else name

    def _note(self, number: int, paragraph: Paragraph, found: Label | None) -> None:
        """Sort the sentences of a paragraph, beside its label where it has one."""
        text, start = paragraph.text, 0
        if found:
            frames = self.frames if self._starts_over(found) else self._nearest(paragraph)
            said = text[: found.end].strip(" :–—-")
            frames = beside(frames, [Frame(IMPLICIT, name, said) for name in found.names])
            start = self._after_level(number, text, found, frames)
            self.headings.append(Heading(place=_place(number, text, 0, start), said=found.names[-1].kind))
        else:
            frames = self._nearest(paragraph)
        sentences = split(text[start:])
        for sentence in sentences:
            place = _place(number, text, start + sentence.start, start + sentence.end)
            self._sentence(place, paragraph, frames, speaker=found)
        if found and not sentences:
            # A label with nothing beside it is a heading.
            self.frames, self.near = frames, []
        elif found:
            self.near = [frame._replace(near=frame.near or frame not in self.frames) for frame in frames]

    def _starts_over(self, found: Label) -> bool:
        """Whether a label says what it is about; a level alone belongs to the paragraph before it."""
        return any(name.kind not in ("level", "neutral") for name in found.names)

    def _nearest(self, paragraph: Paragraph) -> list[Frame]:
        """Return what holds for a paragraph without a label of its own, which may follow one that has it."""
        if paragraph.alone or not self.near:
            self.near = []
            return self.frames
        return self.near

    def _after_level(self, number: int, text: str, found: Label, frames: Sequence[Frame]) -> int:
        """Return where the note begins behind a label, once the level behind it is read."""
        if found.level:
            self._level(number, text, found.level, 0, frames)
            return found.end
        labelled = any(name.kind == "level" for name in found.names)
        frame = holding(frames, "criterion")
        criterion = self.around.role.criterion(frame.named.value) if frame else None
        if not labelled and not any(name.kind == "criterion" for name in found.names):
            return found.end
        level = level_first(text[found.end :], self.around.role, criterion, labelled)
        if level is None:
            return found.end
        self._level(number, text, level, found.end, frames)
        rest = text[found.end + level.end :]
        return len(text) - len(rest.lstrip(" \t)]:;,.–—-"))

    def _level(
        self, number: int, text: str, level: WrittenLevel, offset: int, frames: Sequence[Frame]
    ) -> None:
        place = _place(number, text, offset + level.start, offset + level.end)
        frame = holding(frames, "criterion", "unknown", "private", "other")
        if holding(frames, "other", "private") or not frame or frame.named.value == OVERALL:
            self.left.append(LeftOut(place=place, reason=say("left_level")))
        elif frame.named.kind == "criterion":
            criterion, raw, value = frame.named.value, level.raw, level.value
            who, what = self._interviewer(frames), self._interview(frames)
            self.levels.append(
                Level(place=place, interviewer=who, interview=what, criterion=criterion, raw=raw, value=value)
            )
        else:
            self.left.append(LeftOut(place=place, reason=say("left_level")))

    def _sentence(
        self, place: Place, paragraph: Paragraph, frames: Sequence[Frame], speaker: Label | None
    ) -> None:
        why = self._why_left(place.text, paragraph, frames, speaker)
        if why:
            self.left.append(LeftOut(place=place, reason=why))
            return
        self.sentences.append(
            Sorted(
                place=place,
                interviewer=self._interviewer(frames),
                interview=self._interview(frames),
                criterion=self._criterion(place.text, frames),
                above=tuple(dict.fromkeys(frame.text for frame in frames)),
                by_assistant=self.by_assistant
                or holding(frames, "assistant") is not None
                or is_by_assistant(place.text),
            )
        )

    def _why_left(
        self, text: str, paragraph: Paragraph, frames: Sequence[Frame], speaker: Label | None
    ) -> str | None:
        """Return why a sentence is not proposed, None where it is."""
        about = holding(frames, "candidate", "other")
        if about and about.named.kind == "other":
            return say("left_other_candidate", candidate=about.named.value)
        if holding(frames, "private"):
            return say("left_private")
        by = known_person(paragraph.by, self.around) if paragraph.by else None
        speaks = speaker is not None and self.spoken and ":" not in paragraph.label[:-1]
        kinds = {name.kind for name in speaker.names} if speaker and speaks else set()
        if "candidate" in kinds or (by and by.kind == "candidate"):
            return say("left_candidate_speaks")
        if "interviewer" in kinds and text.endswith("?"):
            return say("left_question")
        return None

    def _interviewer(self, frames: Sequence[Frame]) -> Meant:
        frame = holding(frames, "interviewer")
        if frame:
            return _meant(frame, frame.named.value, frame.named.sure)
        if not self.by:
            return Meant()
        known = known_person(self.by, self.around)
        name = known.value if known and known.kind == "interviewer" else self.by
        return Meant(value=name, why=say("sorted_author"), sure=Sure.SAID)

    def _interview(self, frames: Sequence[Frame]) -> Meant:
        for frame, interview in interviews(frames):
            return _meant(frame, interview, frame.named.sure)
        subject = re.sub(r"^(?:\s*\w{1,4}:)+\s*", "", self.written.subject)
        about = named(subject, self.around)
        value = about.value if about.kind == "interview" else about.interview
        return Meant(value=value, why=say("sorted_subject"), sure=Sure.GUESSED) if value else Meant()

    def _criterion(self, text: str, frames: Sequence[Frame]) -> Meant:
        frame = holding(frames, "criterion", "unknown")
        if frame and frame.named.kind == "criterion" and not frame.near and frame.named.value != OVERALL:
            return _meant(frame, frame.named.value)
        spoken_of = criterion_of(text, self.around.role)
        if spoken_of:
            return Meant(value=spoken_of, why=say("sorted_words"), sure=Sure.GUESSED)
        if frame and frame.named.kind == "criterion":
            return _meant(frame, frame.named.value)
        return Meant()


def _meant(frame: Frame, value: str, sure: Sure = Sure.SAID) -> Meant:
    if frame.near:
        return Meant(value=value, why=say("sorted_near", heading=frame.text), sure=Sure.GUESSED)
    return Meant(value=value, why=say("sorted_heading", heading=frame.text), sure=sure)


def _place(number: int, text: str, start: int, end: int) -> Place:
    return Place(paragraph=number, start=start, end=end, text=text[start:end])


def _is_transcript(written: Written, around: Around) -> bool:
    """Whether the candidate speaks in it: "Marta: I began with the tables."."""
    spoken = []
    for paragraph in written.paragraphs:
        name, colon, rest = paragraph.text.partition(":")
        if colon and rest.strip() and not paragraph.heading and len(name.split()) <= 3:
            person = known_person(name, around)
            spoken += [rest] if person and person.kind == "candidate" else []
    return len(spoken) >= FEWEST_SPOKEN or any(map(_I.search, spoken))


def _all_by_assistant(written: Written) -> bool:
    """Whether a sentence at the beginning or the end of a document says that an assistant wrote all of it.

    A heading says it of what is below it only, unless nothing is.
    """
    texts = [paragraph.text for paragraph in written.paragraphs]
    sentences = [text for text in (*texts[:EDGE], *texts[-EDGE:]) if text.endswith(".")]
    lines = (*sentences, *texts[-1:], *(line.text for line in written.left), written.subject)
    return any(map(is_by_assistant, lines))
