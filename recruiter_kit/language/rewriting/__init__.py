"""An interviewer's note becomes a sentence for the candidate (LANGUAGE, "From a note to a sentence").

In: a note, the candidate's names and, when known, the pronoun. Out: a wording with the same facts
and the same severity, or the reason why a person has to write it. Screening comes first and works
on the note as written (R6, R7, R9, R13).
"""

from recruiter_kit.language.rewriting.note import Person, rewrite, rewrite_sentence
from recruiter_kit.language.rewriting.record import Rewrite

__all__ = ["Person", "Rewrite", "rewrite", "rewrite_sentence"]
