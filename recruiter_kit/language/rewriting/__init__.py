"""An interviewer's note as the candidate reads it (LANGUAGE, "From a note to what is told").

In: a note, the candidate's names and, when known, the pronoun. Out: the note's own words, tidied, the
candidate's pronouns as "you"; or the question that one answer settles, or why a person has to write it.
Screening comes first and works on the note as written (R6, R7, R9, R13).
"""

from recruiter_kit.language.rewriting.note import rewrite
from recruiter_kit.language.rewriting.record import Rewrite
from recruiter_kit.language.rewriting.sentence import Context, Person, reword

__all__ = ["Context", "Person", "Rewrite", "reword", "rewrite"]
