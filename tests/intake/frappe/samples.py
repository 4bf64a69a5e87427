"""Invented documents of Frappe HR; together they are one application with two submitted feedbacks."""

from typing import Any

FEEDBACK: dict[str, Any] = {
    "doctype": "Interview Feedback",
    "name": "HR-INT-FEED-0001",
    "docstatus": 1,
    "interview": "HR-INT-2026-0001",
    "interview_type": "Modelling exercise",
    "job_applicant": "HR-APP-2026-00001",
    "interviewer": "ana.reyes@example.org",
    "result": "Rejected",
    "creation": "2026-11-09 11:00:00.123456",
    "modified": "2026-11-09 11:05:00.123456",
    "average_rating": 0.5,
    "feedback": "Careful, but slow to ask.",
    "skill_assessment": [
        {"doctype": "Skill Assessment", "name": "a1", "idx": 1, "skill": "Data modelling", "rating": 0.4},
        {"doctype": "Skill Assessment", "name": "a2", "idx": 2, "skill": "Testing", "rating": 0},
    ],
}
SECOND: dict[str, Any] = FEEDBACK | {
    "name": "HR-INT-FEED-0002",
    "interviewer": "olu.ade@example.org",
    "result": "Cleared",
    "creation": "2026-11-09 12:00:00.000000",
    "feedback": None,
    "skill_assessment": [{"name": "a3", "idx": 1, "skill": "Data modelling", "rating": 0.7}],
}
APPLICANT: dict[str, Any] = {
    "doctype": "Job Applicant",
    "name": "HR-APP-2026-00001",
    "applicant_name": "Marta Silva",
    "email_id": "marta@example.org",
    "job_title": "HR-OPN-2026-0001",
    "designation": "Data Engineer",
    "status": "Open",
    "modified": "2026-11-10 09:00:00.000000",
}
OPENING: dict[str, Any] = {
    "doctype": "Job Opening",
    "name": "HR-OPN-2026-0001",
    "job_title": "Data Engineer, Logistics",
    "designation": "Data Engineer",
    "company": "Northgate Logistics",
    "status": "Open",
}
INTERVIEW: dict[str, Any] = {
    "doctype": "Interview",
    "name": "HR-INT-2026-0001",
    "interview_type": "Modelling exercise",
    "job_applicant": "HR-APP-2026-00001",
    "scheduled_on": "2026-11-09",
    "status": "Under Review",
    "interview_summary": None,
}
USERS = [
    {"name": "ana.reyes@example.org", "full_name": "Ana Reyes"},
    {"name": "olu.ade@example.org", "full_name": "Olu Ade"},
]

SAMPLES: dict[str, Any] = {
    "feedback-1": {"data": FEEDBACK},
    "feedback-2": {"message": SECOND},
    "applicant": {"data": APPLICANT},
    "openings": {"data": [OPENING]},
    "interview": {"data": INTERVIEW},
    "users": {"data": USERS},
}
