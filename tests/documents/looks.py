"""The first gold example in the look of an organisation: logo, letterhead, colour, footer, chart."""

from recruiter_kit.feedback import Feedback
from recruiter_kit.standard import Look
from tests.gold import gold


def with_look(state: str = "draft", **settings: object) -> Feedback:
    """Return the gold feedback with these settings of its look."""
    look = Look.model_validate(settings)
    return gold(state=state, standard=gold().standard.model_copy(update={"look": look}))
