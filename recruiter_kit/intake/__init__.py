"""From files to a bundle: the readers of exports, role files, decisions files and standards.

In: paths. Out: a Bundle of roles, applications and notices, or a Standard. What is not understood is
never guessed, and whatever is left out is reported.
"""

from recruiter_kit.intake.answers import read_answers
from recruiter_kit.intake.reader import read
from recruiter_kit.intake.standards import read_standard, standard_at

__all__ = ["read", "read_answers", "read_standard", "standard_at"]
