"""How the criteria of a role have been rated so far, counted where the scorecards are kept."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from recruiter_kit.store.database import Database


class Given(NamedTuple):
    """What was written on one criterion: the levels, lowest first, by how many people on how many candidates.

    `ratings` counts levels and notes, `interviewers` those who gave a level.
    """

    levels: tuple[float, ...]
    ratings: int
    candidates: int
    interviewers: int


def ratings(db: Database, role_id: str) -> Mapping[str, Given]:
    """Return how each criterion was rated, by its id; one that nobody rated is not there."""
    rows = db.execute(
        """SELECT criterion, json_group_array(DISTINCT level) FILTER (WHERE level IS NOT NULL), count(*),
            count(DISTINCT application), count(DISTINCT whose) FILTER (WHERE level IS NOT NULL)
        FROM (
            SELECT a.id AS application, json_extract(rating.value, '$.criterion') AS criterion,
                json_extract(rating.value, '$.level') AS level, json_extract(rating.value, '$.note') AS note,
                coalesce(json_extract(card.value, '$.interviewer.name'), json_extract(card.value, '$.id'))
                    AS whose
            FROM applications a, json_each(a.scorecards) card, json_each(card.value, '$.ratings') rating
            WHERE a.role = ?
        ) WHERE level IS NOT NULL OR note IS NOT NULL GROUP BY criterion""",
        (role_id,),
    )
    return {
        criterion: Given(tuple(sorted(json.loads(levels))), count, candidates, interviewers)
        for criterion, levels, count, candidates, interviewers in rows
    }
