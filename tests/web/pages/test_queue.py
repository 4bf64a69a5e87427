"""The queue, page by page."""

from tests.web.client import PageClient


def test_a_page_of_the_queue_that_is_not_there_leads_to_the_first(lead_drafted: PageClient) -> None:
    assert lead_drafted.get("/queue?page=3&text=marta").location == "/queue?text=marta"
    assert lead_drafted.post("/queue/draft?text=marta", data={}).location == "/queue?text=marta"
