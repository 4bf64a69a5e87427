"""What is measured in levels is the same on every scale."""

from recruiter_kit.model import Scale
from recruiter_kit.review.review import compose
from recruiter_kit.standard import Sender, Standard
from tests.build import application, criterion, rating, role, scorecard

NOTE = "Did not record a refund and named no index."


def _inflation(lowest: int, highest: int, level: float, required: float) -> float:
    asked = role(criterion("modelling", required, levels={}), scale=Scale(lowest=lowest, highest=highest))
    standard = Standard(sender=Sender(name="Dana Okafor"))
    candour = compose(application(scorecard(rating(level, NOTE))), asked, standard).candour
    assert candour is not None
    assert candour.inflation is not None
    return candour.inflation


def test_a_scale_of_a_hundred_measures_as_five_points_do() -> None:
    assert abs(_inflation(0, 100, 25, 50) - _inflation(1, 5, 2, 3)) < 1e-9
