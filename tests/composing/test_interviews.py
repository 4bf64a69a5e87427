"""The name of an interview reads well in front of a colon in a letter, or is left out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.composing.interviews import MOST_WORDS, interview_label, lexicon

# Written before the function, after the kinds that applicant tracking systems and interviewers write.
LABELLED = {
    # what reads well already
    "Modelling exercise": "Modelling exercise",
    "Design conversation": "Design conversation",
    "Deal review": "Deal review",
    "Demo handover": "Demo handover",
    "Trial shift": "Trial shift",
    "Observed lesson": "Observed lesson",
    "Client role play": "Client role play",
    "Site walk": "Site walk",
    "Presentation": "Presentation",
    "Case": "Case",
    "Panel interview": "Panel interview",
    "Peer interview": "Peer interview",
    "Coffee chat": "Coffee chat",
    "Pupil panel": "Pupil panel",
    "Application review": "Application review",
    "Drug calculation station": "Drug calculation station",
    "Trial service, Friday dinner": "Trial service, dinner",
    "Taught session, Year 5 class": "Taught session",
    # one word that names whom or what it was about
    "HR": "HR interview",
    "Technical": "Technical interview",
    "Tech": "Technical interview",
    "Coding": "Coding interview",
    "Behavioral": "Behavioral interview",
    "Culture fit": "Culture fit interview",
    "Hiring manager": "Hiring manager interview",
    "HM": "Hiring manager interview",
    "Panel": "Panel interview",
    "System Design": "System design interview",
    "Bar Raiser": "Bar raiser interview",
    "Values": "Values interview",
    # a screening call by any of its names
    "Preliminary Screening Call": "Screening call",
    "First Screening Call": "Screening call",
    "1st Phone Screen (30 min)": "Screening call",
    "Phone Screen": "Screening call",
    "Recruiter Phone Screen": "Screening call",
    "Recruiter screen": "Screening call",
    "2nd Screen": "Screening call",
    "Screening": "Screening call",
    "Technical Phone Screen": "Technical screening call",
    "Prescreen": "Screening call",
    # titles in capitals, and capitals that stay
    "Technical Interview": "Technical interview",
    "TECHNICAL INTERVIEW": "Technical interview",
    "Behavioral Phone Interview": "Behavioral phone interview",
    "Values Fit Interview": "Values fit interview",
    "Presentation Interview": "Presentation interview",
    "SQL Take-Home": "SQL take-home",
    "AI Case": "AI case",
    "hr interview": "HR interview",
    "UX Portfolio Review": "UX portfolio review",
    "Python Pairing Session": "Python pairing session",
    "DevOps Exercise": "DevOps exercise",
    "Take Home Test": "Take-home test",
    "Takehome assignment": "Take-home assignment",
    "QA & Testing Exercise": "QA and testing exercise",
    # numbers, stages, days, times, durations and names go
    "Round 2: Modelling exercise": "Modelling exercise",
    "Stage 3 - Case interview": "Case interview",
    "R1 - HR": "HR interview",
    "Onsite: Coding with Sam (45m)": "Coding interview",
    "Onsite | System Design | 60 mins": "System design interview",
    "Modelling exercise #2": "Modelling exercise",
    "Mock call 1, billing": "Mock call, billing",
    "Final Panel Interview": "Panel interview",
    "Design conversation (Ana Reyes)": "Design conversation",
    "Design conversation w/ Ana Reyes": "Design conversation",
    "Case interview, Tue 10 Nov, 10:30-11:15": "Case interview",
    "Case interview 2026-11-09": "Case interview",
    "45-minute case interview": "Case interview",
    "Virtual Onsite - Code Review Exercise": "Code review exercise",
    "Interview - Technical": "Technical interview",
    "Interview: SQL": "SQL interview",
    "Interview with Hiring Manager": "Hiring manager interview",
    "Interview technical": "Technical interview",
    "Chat with CTO": "CTO interview",
    "Tech Interviews": "Technical interview",
    "Behavioral Interview II": "Behavioral interview",
    "Virtual interview - Hiring Manager (Zoom)": "Hiring manager interview",
    "Interview 1 (Technical)": "Technical interview",
    "INT-00012 Modelling exercise": "Modelling exercise",
    "Software Engineer - Phone Screen": "Screening call",
    "Case: the discount test": "Discount test",
    "coding_exercise": "Coding exercise",
    "modelling-exercise": "Modelling exercise",
    "Zoom HR call": "HR call",
    "R&amp;D exercise": "R&D exercise",
    "Google Hangouts - Tech Lead": "Technical lead interview",
    "Panel 1 of 2": "Panel interview",
    "Micro-teach": "Micro-teach",
    "Round-1 HR Interview": "HR interview",
    "Written Test — 1 hr": "Written test",
    "Screener": "Screening call",
    "JOB123 / Screening": "Screening call",
    "Sales Role-Play #1": "Sales role play",
    "Interview II - Case Study": "Case study",
    "Skype screening": "Screening call",
    "CASE STUDY": "Case study",
    "Final HR round": "HR interview",
    # more than five words
    "Live coding exercise on the data pipeline of the team": "Live coding exercise",
    "Assessed drive (yard and closed road)": "Assessed drive",
    # nothing said
    "INT-00012": None,
    "Round 2": None,
    "Stage 3": None,
    "Interview": None,
    "Interviews": None,
    "Interview 2": None,
    "Onsite #1": None,
    "On-site Interviews": None,
    "Final": None,
    "Final Round": None,
    "R1": None,
    "Zoom": None,
    "Second interview": None,
    "Face to Face": None,
    "Face to face interview": None,
    "In-person interview": None,
    "Video call": None,
    "Teams meeting (30 min)": None,
    "Google Meet": None,
    "Interview with Ana Reyes": None,
    "Interview Ana Reyes": None,
    "Interviewer 1": None,
    "Second Round Interview": None,
    "Phase II": None,
    "Follow-up call": None,
    "Tuesday 10:30": None,
    "2026-11-09": None,
    "Step 1 of 3": None,
    "Form": None,
    "Feedback form": None,
    "Scorecard": None,
    "Interview scorecard": None,
    "N/A": None,
    "-": None,
    "42": None,
    "a1b2c3d4-0000-4a11-9c77-0123456789ab": None,
    "Offer": None,
    "Applied": None,
    "Superday": None,
    "General": None,
    "Default interview kit": None,
    "Standard Interview": None,
    "Prelim. interview": None,
    "Untitled": None,
    "Interview_2026_11_09": None,
    "Zoom link": None,
    "1:1": None,
    "": None,
    None: None,
    "An exercise in which the candidate talks us through a system that they know well": None,
}


@pytest.mark.parametrize(("name", "label"), LABELLED.items())
def test_a_name_as_it_reads_well(name: str | None, label: str | None) -> None:
    assert interview_label(name) == label


def test_there_are_many_names() -> None:
    assert len(LABELLED) > 100


@pytest.mark.parametrize("label", sorted({label for label in LABELLED.values() if label}))
def test_a_label_stays_as_it_is(label: str) -> None:
    assert interview_label(label) == label


WORDS = st.sampled_from(
    [
        "Interview",
        "HR",
        "SQL",
        "Round",
        "2",
        "-",
        ":",
        "(30 min)",
        "call",
        "INT-01",
        "with",
        "Sam",
        "the",
        "exercise",
    ]
)


@given(st.text(max_size=80) | st.lists(WORDS, max_size=12).map(" ".join))
def test_a_label_is_short_and_begins_and_ends_with_a_word(name: str) -> None:
    label = interview_label(name)
    if label is not None:
        assert len(label.split()) <= MOST_WORDS
        assert label == label.strip(" -:;,.|/")
        assert re.search(r"[^\W\d_]{2}", label)
        assert not set("\n()[]<>") & set(label)
        assert label[0] == label[0].upper() or label.split()[0] in lexicon().written


def test_every_alias_reads_well_itself() -> None:
    for label in lexicon().aliases.values():
        assert len(label.split()) <= 2
