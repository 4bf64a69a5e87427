"""What the interviewer thought or did, when the candidate's pronoun shows who is who.

In: tokens without a subject: "Impressed by how she calmed the caller", "Not sure he understands
it", "Asked him to sketch the retry logic". Out: "We" and the clause, or None. The candidate is the
object or is in the clause that follows, so that only the interviewer can be meant.
"""

import re
from collections.abc import Sequence

from recruiter_kit.language.grammar.candidate import Who
from recruiter_kit.language.grammar.capitals import small
from recruiter_kit.language.grammar.tokens import Token, lows, opening, spaced
from recruiter_kit.language.rewriting.converting import convert
from recruiter_kit.language.rewriting.record import Trace

_DEGREE = r"(?:(?:really|very|quite|not|pretty|fairly|so|also|rather|entirely|fully|totally) )*"
_SUBJECT = r"@(?:he|she|they|you)(?:'\w+)?\b"
_UNSURE = re.compile(rf"{_DEGREE}(?:sure|convinced|certain) (?:that |if |whether |how |what )?{_SUBJECT}")
_MOVED = re.compile(
    rf"(?P<was>was |were )?{_DEGREE}"
    r"(?:impressed|surprised|disappointed|struck|worried|concerned|pleased|convinced)"
    r" (?:by|with|at|that|about|how)\b.*@"
)
_FELT = re.compile(
    r"(?:really |also |quite )*(?:"
    r"(?:liked|loved|enjoyed|appreciated|didn't like|did not like) (?:how |that |the way )?@\S+ \S"
    rf"|(?:felt|thought) (?:that )?{_SUBJECT}"
    r"|(?:would(?:'ve| have) liked|wanted|expected|had hoped|had expected) "
    r"(?:to (?:see|hear) )?@(?:him|her|them|you)\b)"
)
_LIKED = re.compile(r"(?:really |quite )?(?:liked|loved|enjoyed|appreciated) (?:that|this|it)(?: a lot)?")
_TASKS = (
    "sketch|draw|calculate|explain|describe|walk|talk|name|list|write|build|design|solve|estimate|show|demonstrate"
    "|prioritise|prioritize|pitch|sell|spell|share|define|plan|outline|read|price|rank"
)
_DID = re.compile(
    r"asked @(?:him|her|them|you)\b (?:twice |again |three times )?"
    rf"(?:to (?:{_TASKS})\b"
    r"|(?:how|what|why|where|when|which|whether|if) @(?:he|she|they)(?:'d| would| did| had)\b)"
)


def ours(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Turn "Impressed by her answers" into "We were impressed by your answers"."""
    text = " ".join(_marked(low, who) for low in lows(tokens))
    moved = _MOVED.match(text)
    if moved:
        frame = ["We"] if moved["was"] else ["We", "were"]
    elif _UNSURE.match(text):
        frame = ["We're"]
    elif _FELT.match(text) or _DID.match(text) or _LIKED.fullmatch(text):
        frame = ["We"]
    else:
        return None
    trace.fired("interviewer")
    rest = convert(small(tokens), who, trace)
    if moved and moved["was"]:
        rest[0] = rest[0].but("were")
    return [*opening(*frame), *spaced(rest)]


def _marked(low: str, who: Who) -> str:
    """Return the word, with @ before a pronoun that means the candidate."""
    return f"@{low}" if low.split("'")[0] in who.pronouns else low
