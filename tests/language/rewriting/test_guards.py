"""Where the interviewer may have acted or felt, the note is left: no check on the output could tell."""

import pytest

from recruiter_kit.language.rewriting import rewrite

HIDDEN = """
Left the trolley open while the HCA was on her break
Pressed twice, still no estimate
Had to drag answers out of him
Struggled to hear him
Let it go after five minutes
Wasn't sure he understood
Ran through the role with him
Showed him around the store
Tried three times to get an example
Waited two minutes for an answer
Had hoped for more on testing
Came away thinking she'd cope
Left unsure about depth
Took a while to understand his point
Got bored by the end
Had a good chat about testing
Had to prompt for an example
Had to repeat the question
Needed to explain the task twice
Went through the CV
Can't fault his preparation
Couldn't fault her product knowledge
Need to see more depth on distributed systems
Explained it twice, still no
Not clear why he wants this job
Good to see some tests
Hard to get a word in
Told him twice to share his screen
Missed the index, then moved on
Handles pressure, deadlines and changes well
She knows React, hooks well
She thinks the candidate experience was poor
Solid on Terraform, hasn't touched Pulumi, wouldn't be an issue
"""

SHOWN = """
Asked two good questions about the team
Asked me to repeat the question
Told us about the migration
Had to be reminded twice
Was asked about joins and mixed them up
Never asked about the budget
Noticed the missing index
Gave a clear example
Gave three examples
Used a queue and set a timeout
Explained the trade-offs
Took ten minutes to start
Left the forks raised
Pushed for a next step
Ran out of time
"""


@pytest.mark.parametrize("note", HIDDEN.strip().splitlines())
def test_a_hidden_interviewer_leaves_the_note_to_a_person(note: str) -> None:
    assert rewrite(note).text is None


@pytest.mark.parametrize("note", SHOWN.strip().splitlines())
def test_what_the_candidate_surely_did_is_worded(note: str) -> None:
    assert (rewrite(note).text or "").startswith("You ")
