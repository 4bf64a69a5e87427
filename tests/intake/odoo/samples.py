"""Invented records of Odoo; together they are one application with the feedback of two activities."""

from typing import Any

ACTIVITY: dict[str, Any] = {
    "id": 61,
    "res_model": "hr.applicant",
    "res_id": 12,
    "activity_type_id": [3, "Meeting"],
    "summary": "Modelling exercise",
    "note": "<p>Ask about keys.</p>",
    "feedback": "<p>Began with the tables.</p><p>Asked no questions.</p>",
    "user_id": [7, "Ana Reyes"],
    "date_deadline": "2026-11-09",
    "date_done": "2026-11-09",
    "active": False,
    "automated": False,
}
APPLICANT: dict[str, Any] = {
    "id": 12,
    "partner_name": "Marta Silva",
    "email_from": "marta@example.org",
    "job_id": [4, "Data Engineer"],
    "stage_id": [2, "On-site"],
    "application_status": "ongoing",
    "refuse_reason_id": False,
    "priority": "0",
    "write_date": "2026-11-10 09:00:00",
}
MESSAGE = {
    "id": 91,
    "model": "hr.applicant",
    "res_id": 12,
    "body": "<p>Stage changed</p>",
    "message_type": "comment",
}
ANSWERS = {"id": 71, "survey_id": [1, "Screening"], "applicant_id": [12, "Marta Silva"], "access_token": "t"}
ANSWER = {
    "id": 72,
    "user_input_id": [71, "Screening"],
    "question_id": [5, "Why us?"],
    "value_text_box": "I like it.",
}

SAMPLES: dict[str, Any] = {
    "activities": [
        ACTIVITY,
        ACTIVITY
        | {"id": 62, "user_id": [8, "Olu Ade"], "summary": False, "feedback": "Careful, but slow to ask."},
    ],
    "applicants": {"jsonrpc": "2.0", "id": 3, "result": [APPLICANT]},
    "messages": [MESSAGE],
    "survey-answers": [ANSWERS],
    "survey-lines": [ANSWER],
}
