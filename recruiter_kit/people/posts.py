"""What people are in an organisation: each has one post, and rights.yaml says what it may do."""

from enum import StrEnum


class Post(StrEnum):
    """What a person is in the organisation."""

    RECRUITER = "recruiter"
    APPROVER = "approver"
    HIRING_MANAGER = "hiring_manager"
    LEAD = "lead"
    PRIVACY_OFFICER = "privacy_officer"
    ADMINISTRATOR = "administrator"
