"""What each status means to the person who reads the queue."""

import pytest
from flask import Flask

from recruiter_kit.web.steps import step
from recruiter_kit.workflow.status import Status


@pytest.mark.parametrize("status", [each for each in Status if each is not Status.TOLD])
def test_who_waits_has_a_next_step_on_a_page_of_the_app(app: Flask, status: Status) -> None:
    assert step(status).next
    assert step(status).page in app.view_functions


def test_who_was_told_has_no_next_step() -> None:
    assert (step("told").next, step("told").page, step("told").bulk) == ("", "", "")


def test_every_status_has_words_of_its_own() -> None:
    words = [step(each).waits for each in Status]
    assert len(set(words)) == len(words)
    assert not [each for each in words if "_" in each]
