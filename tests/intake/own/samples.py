"""Bundles, role files, decisions files and tables: what Recruiter Kit itself defines."""

from typing import Any

from tests.intake.sources import a_bundle, a_decision, a_role, an_application

SAMPLES: dict[str, dict[str, Any]] = {
    "recruiter-kit/1": {
        "bundle": a_bundle(),
        "another version": {"format": "something/9"},
        "without a format": {"applications": [an_application()]},
        "empty lists": {"applications": [], "roles": []},
    },
    "role file": {
        "role": a_role(),
        "list": [a_role()],
        "roles": {"roles": [a_role()]},
        "title only": {"id": "de", "title": "Data Engineer", "organisation": "Northgate"},
        "YAML": "title: Data Engineer\ncriteria: []\n",
    },
    "decisions file": {
        "list": [a_decision(application="a1")],
        "empty": {"decisions": []},
        "by application": {"a1": a_decision()},
        "table": "application,outcome,reason,decided_by,decided_on\na1,not_offered,other,Ines,2026-11-12\n",
        "YAML": "a1:\n  outcome: not_offered\n",
    },
    "scorecard table": {
        "commas": "application,role,interviewer,criterion,level\na1,de,Ana,modelling,2\n",
        "semicolons": "application;role;interviewer;criterion;level\na1;de;Ana;modelling;2\n",
    },
    "empty list": {"list": [], "envelope": {"data": [], "hasNext": False}, "results": {"results": []}},
}
