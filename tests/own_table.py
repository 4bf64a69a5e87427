"""A table of scorecards with headings of its own, which the app asks about."""

OWN = (
    "Ref;Candidate;Job title;Assessor;Competency;Score;Comments\n"
    "17;Noa Berg;Data Engineer;Ana;Modelling;2;Left it out.\n"
)
