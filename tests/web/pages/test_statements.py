"""Editing in place: added, moved, dropped, put right with one click, compared and put back."""

from tests.web.build import CARD, SEEN, SWORE, approve
from tests.web.client import PageClient
from tests.web.conftest import As


def statements(client: PageClient, application: str) -> list[str]:
    return [
        str(each["data-statement"]) for each in client.see(f"/applications/{application}").select(".sentence")
    ]


def test_a_statement_moves_and_is_dropped(lead_drafted: PageClient, imported: str) -> None:
    at = f"/applications/{imported}"
    before = statements(lead_drafted, imported)
    gaps = [each for each in lead_drafted.see(at).select(".group") if each.h3.text.startswith("Gap")]
    second_gap = str(gaps[1].select_one(".sentence")["data-statement"])
    moved = lead_drafted.post(f"{at}/statements", data={"version": 1, "do": f"up:{second_gap}"})
    assert moved.location.endswith(f"#text-{second_gap}")
    after = statements(lead_drafted, imported)
    assert after != before
    assert sorted(after) == sorted(before)
    dropped = lead_drafted.post(f"{at}/statements", data={"version": 2, "do": f"drop:{second_gap}"})
    assert "#" not in dropped.location
    assert second_gap not in statements(lead_drafted, imported)


def test_a_finding_is_put_right_with_one_click(lead_drafted: PageClient, imported: str) -> None:
    at = f"/applications/{imported}"
    typed = {"version": 1, "text-t1": "Unfortunately, we are not offering you the Data Engineer role."}
    lead_drafted.post(f"{at}/statements", data=typed)
    page = lead_drafted.see(f"{at}?edit=t1")
    better = "We are not offering you the Data Engineer role"
    take = next(each["value"] for each in page("button") if better in each.text)
    taken = lead_drafted.post(f"{at}/statements", data={"version": 2, "do": take})
    assert taken.location.endswith("#text-t1"), "the page comes back at the sentence"
    words = [each.text for each in lead_drafted.see(at).select(".sentence")]
    assert not any("Unfortunately" in each for each in words)
    assert lead_drafted.post(f"{at}/statements", data={"version": 3, "do": "take:999"}).status_code == 404


def test_a_statement_is_no_book(lead_drafted: PageClient, imported: str) -> None:
    at = f"/applications/{imported}"
    answer = lead_drafted.post(f"{at}/statements", data={"version": 1, "text-t1": "We decided. " * 500})
    assert answer.status_code == 422
    assert "5000 characters at most" in answer.text
    assert "We decided. We decided." in answer.text, "the words come back"
    assert "version 1, draft" in lead_drafted.get(at).text


def test_an_addition_needs_a_source_or_a_reason_and_is_marked(
    lead_drafted: PageClient, imported: str
) -> None:
    at = f"/applications/{imported}"
    criterion = lead_drafted.see(at).select("select[name=criterion] option")[0]["value"]
    new = {"version": 1, "part": "seen", "criterion": criterion, "text-new": "You named no owner."}
    assert lead_drafted.post(f"{at}/statements/new", data=new).status_code == 422
    page = lead_drafted.post(f"{at}/statements/new", data=new | {"source": "0"}, follow_redirects=True).text
    assert "added by Lead" in page
    assert lead_drafted.post(f"{at}/statements/new", data=new | {"part": "decision"}).status_code == 409
    assert (
        lead_drafted.post(f"{at}/statements/new", data=new | {"version": 2, "part": "decision"}).status_code
        == 400
    )
    waived = new | {"version": 2, "part": "advice", "note-waiver": "Ana said so on the telephone."}
    page = lead_drafted.post(f"{at}/statements/new", data=waived, follow_redirects=True).text
    assert "No note: Ana said so on the telephone." in page


def test_versions_say_what_they_changed_and_can_be_put_back(lead_drafted: PageClient, imported: str) -> None:
    at = f"/applications/{imported}"
    lead_drafted.post(
        f"{at}/statements", data={"version": 1, "text-t1": "We are not offering you this role."}
    )
    page = lead_drafted.get(f"{at}/versions/2").text
    assert "<ins> this</ins>" in page
    assert "<del> the" in page
    assert lead_drafted.get(f"{at}/versions/1").status_code == 200
    assert lead_drafted.get(f"{at}/versions/9").status_code == 422
    back = lead_drafted.post(f"{at}/versions/1", data={"version": 2}, follow_redirects=True).text
    assert "version 3, draft" in back
    assert "We are not offering you the Data Engineer role." in back


def test_every_form_that_changes_the_words_says_which_version_was_seen(
    lead_drafted: PageClient, imported: str
) -> None:
    at = f"/applications/{imported}"
    # A warning, so that there is one to dismiss.
    lead_drafted.post(f"{at}/statements", data={"version": 1, "text-t4": "You were not a culture fit."})
    page = lead_drafted.see(at)
    for action in ("statements", "statements/new", "suppression", "approval", "draft"):
        (form,) = page.select(f'form[action="{at}/{action}"]')
        assert form.select("input[name=version]")[0]["value"] == "2", action


def test_saving_nothing_makes_no_version(lead_drafted: PageClient, imported: str) -> None:
    page = lead_drafted.post(
        f"/applications/{imported}/statements", data={"version": 1}, follow_redirects=True
    ).text
    assert "Nothing was changed." in page
    assert "version 1, draft" in page


def test_every_source_can_be_lit(lead_drafted: PageClient, imported: str) -> None:
    page = lead_drafted.see(f"/applications/{imported}")
    named = {
        key for each in page.select("[data-sources]") for key in str(each["data-sources"]).split("|") if key
    }
    lit = {key for each in page.select("[data-keys]") for key in str(each["data-keys"]).split("|")}
    assert named
    assert named == lit


def test_the_letter_stands_beside_the_text(lead_drafted: PageClient, imported: str) -> None:
    at = f"/applications/{imported}"
    assert "letter-1.png?v=1" in lead_drafted.get(f"{at}?beside=letter").text
    assert "letter-2.png" not in lead_drafted.get(f"{at}?beside=letter").text
    long = {f"text-t{number}": "You said so. " * 150 for number in range(2, 6)}
    lead_drafted.post(f"{at}/statements", data=long | {"version": 1})
    assert "letter-2.png?v=2" in lead_drafted.get(f"{at}?beside=letter").text


def test_words_are_saved_again_once_somebody_has_looked(lead_drafted: PageClient, at: str) -> None:
    lead_drafted.post(f"{at}/scorecard", data=CARD)
    page = lead_drafted.get(at).text
    assert "Can't be approved yet" in page
    assert 'value="approve"' not in page
    assert "Saved." in lead_drafted.post(f"{at}/statements", data={"version": 1}, follow_redirects=True).text
    assert approve(lead_drafted, at, 2) == 302
    assert "version 2, approved" in lead_drafted.get(at).text


def test_control_characters_that_are_typed_go_nowhere(lead_drafted: PageClient, at: str) -> None:
    typed = {"version": 1, "text-t1": "We are not\x00 offering you\x07 the role."}
    page = lead_drafted.post(f"{at}/statements", data=typed, follow_redirects=True).text
    assert "We are not offering you the role." in page


def test_changed_words_are_a_new_version_that_needs_a_new_approval(signed_in: As, imported: str) -> None:
    recruiter = signed_in("lead")
    at = f"/applications/{imported}"
    recruiter.post(f"{at}/draft")
    recruiter.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    typed = {"version": 1, "text-t1": "Unfortunately we went in another direction."}
    page = recruiter.post(f"{at}/statements", data=typed, follow_redirects=True).text
    assert "version 2, draft" in page
    assert "Unfortunately" in page
    assert "finding error" in page


def test_a_finding_may_stand_for_a_reason_but_not_one_that_nobody_may_let_stand(
    signed_in: As, imported: str
) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    lead.post(f"{at}/draft")
    typed = {"version": 1, "text-t1": "Unfortunately we are not offering you the role. Others were better."}
    lead.post(f"{at}/statements", data=typed)
    findings = lead.see(f"{at}?edit=t1").select(".editor .finding")
    options = {
        each.b.text: each.select_one("button[name=finding]")["value"]
        for each in findings
        if each.select("button[name=finding]")
    }
    assert len(findings) > len(options)
    assert not any("Others" in words for words in options)
    apology = options["Unfortunately"]
    assert (
        lead.post(f"{at}/suppression", data={"version": 2, "finding": apology, "note": " "}).status_code
        == 422
    )
    lead.post(f"{at}/suppression", data={"version": 2, "finding": apology, "note": "The house says it so."})
    assert "Dismissed: The house says it so. (Lead)" in lead.get(at).text
    assert lead.post(f"{at}/approval", data={"version": 3, "verdict": "approve"}).status_code == 422


def test_nobody_can_dismiss_what_the_last_look_finds(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    lead.post(f"{at}/draft")
    typed = {"version": 1, "text-t1": "We are not offering you the [name of the role] role."}
    page = lead.post(f"{at}/statements", data=typed, follow_redirects=True).text
    assert "still has to be filled in" in page
    page_of_it = lead.see(f"{at}?edit=t1")
    offered = {int(str(each["value"])) for each in page_of_it.select("button[name=finding]")}
    blank = next(each for each in page_of_it.select(".finding") if "still has to be filled in" in each.text)
    assert not blank.select("button[name=finding]")
    tried = [
        lead.post(f"{at}/suppression", data={"version": 2, "finding": number, "note": "It is fine."})
        for number in range(max(offered, default=0) + 40)
        if number not in offered
    ]
    assert {answer.status_code for answer in tried} == {404, 422}
    assert lead.post(f"{at}/approval", data={"version": 2, "verdict": "approve"}).status_code == 422


def test_a_letter_that_names_the_interviewer_cannot_be_approved(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    lead.post(f"{at}/draft")
    typed = {
        "version": 1,
        "text-t1": "We are not offering you the role. Priya Nair was in the task with you.",
    }
    assert "may not be named here" in lead.post(f"{at}/statements", data=typed, follow_redirects=True).text
    assert lead.post(f"{at}/approval", data={"version": 2, "verdict": "approve"}).status_code == 422


def test_the_second_of_two_is_told_and_loses_nothing(signed_in: As, imported: str) -> None:
    first, second = signed_in("recruiter"), signed_in("lead")
    at = f"/applications/{imported}"
    first.post(f"{at}/draft")
    first.post(f"{at}/statements", data={"version": 1, "text-t1": "The first was quicker."})
    late = second.post(f"{at}/statements", data={"version": 1, "text-t1": "What the second had typed."})
    assert late.status_code == 409
    assert "What the second had typed." in late.text
    assert late.text.count("<textarea") == 1


def test_words_survive_a_session_that_has_ended(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    with recruiter.session_transaction() as session:
        session.clear()
    typed = {"version": 1, "text-t1": "Half an hour of work."}
    answer = recruiter.post(f"/applications/{imported}/statements", data=typed)
    assert answer.status_code == 401
    assert "Half an hour of work." in answer.text


def typed_on_a_page(client: PageClient, at: str, turn: int, **data: object) -> int:
    sent = {"version": 1, "editor": "page", "turn": turn} | data
    return client.post(f"{at}/statements", data=sent).status_code


def test_what_a_page_saves_by_itself_is_one_version(lead_drafted: PageClient, at: str) -> None:
    for turn, words in enumerate(("We", "We are not", "We are not offering you this role."), start=1):
        assert typed_on_a_page(lead_drafted, at, turn, **{"text-t1": words}) == 302
    page = lead_drafted.get(at).text
    assert "version 2, draft" in page
    assert "We are not offering you this role." in page
    assert lead_drafted.get(f"{at}/versions/1").status_code == 200


def test_half_a_sentence_does_not_cost_the_whole_one_its_note(
    lead_drafted: PageClient, at: str, told: str
) -> None:
    sources = lead_drafted.see(at).select_one(f"#text-{told}")["data-sources"]
    assert sources
    typed_on_a_page(lead_drafted, at, 1, **{f"text-{told}": SWORE})
    assert lead_drafted.see(at).select_one(f"#text-{told}")["data-sources"] == ""
    assert approve(lead_drafted, at, 2) == 422
    typed_on_a_page(lead_drafted, at, 2, **{f"text-{told}": SEEN})
    page = lead_drafted.see(at)
    assert page.select_one(f"#text-{told}")["data-sources"] == sources
    assert not page.select(".worded"), "the words are the software's own again"
    assert approve(lead_drafted, at, 2) == 302


def test_what_a_page_did_is_undone_and_done_again(lead_drafted: PageClient, at: str) -> None:
    typed_on_a_page(lead_drafted, at, 1, **{"text-t1": "We are not offering you this role."})
    back = {"version": 2, "editor": "page", "turn": 2, "do": "undo"}
    assert lead_drafted.post(f"{at}/statements/undo", data=back).status_code == 302
    assert "offering you the Data Engineer role." in lead_drafted.get(at).text
    assert lead_drafted.post(f"{at}/statements/undo", data=back | {"turn": 3}).status_code == 422
    lead_drafted.post(f"{at}/statements/undo", data=back | {"turn": 4, "do": "redo"})
    assert "offering you this role." in lead_drafted.get(at).text
    assert lead_drafted.post(f"{at}/statements/undo", data={"version": 2, "do": "undo"}).status_code == 400


def test_words_that_changed_after_they_were_read_are_not_approved(lead_drafted: PageClient, at: str) -> None:
    typed_on_a_page(lead_drafted, at, 1, **{"text-t1": "We are not offering you this role."})
    read = {"version": 2, "seen": "page.1", "verdict": "approve"}
    typed_on_a_page(lead_drafted, at, 2, **{"text-t1": "We are not offering you the role."})
    assert lead_drafted.post(f"{at}/approval", data=read).status_code == 422
    assert lead_drafted.post(f"{at}/approval", data=read | {"seen": "page.2"}).status_code == 302
