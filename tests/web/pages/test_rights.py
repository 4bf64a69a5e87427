"""Who may do what, to be read."""

from tests.web.conftest import As


def test_the_table_says_in_words_what_each_may_do(signed_in: As) -> None:
    signed_in("approver")
    page = signed_in("lead").see("/rights")
    (row,) = [row for row in page.select("tbody tr") if row.th and "Approve letters" in row.th.text]
    posts = [each.text for each in page.select("thead th")[1:]]
    said = dict(zip(posts, [cell.text.strip() for cell in row.select("td")], strict=True))
    assert (said["Approver"], said["Hiring manager"], said["Recruiter"]) == ("Yes", "Own jobs", "– no")
    people = dict(zip([each.text for each in page("dt")], [each.text for each in page("dd")], strict=True))
    assert (people["Approver"], people["Privacy officer"]) == ("Approver", "Nobody")


def test_only_who_manages_people_is_led_to_them(signed_in: As) -> None:
    assert signed_in("administrator").see("/rights").select('main a[href="/people"]')
    assert not signed_in("lead").see("/rights").select('main a[href="/people"]')
