"""The server reads what drafts need before anybody waits for it."""

from recruiter_kit.jobs.warm_up import draft_a_sample
from recruiter_kit.language.lexicons import _kept


def test_what_every_draft_needs_is_read_ahead() -> None:
    _kept.cache_clear()
    draft_a_sample()
    assert _kept.cache_info().currsize > 0
    before = _kept.cache_info().misses
    draft_a_sample()
    assert _kept.cache_info().misses == before
