"""What a note comes wrapped in is taken off; its words stay, and nothing is cut."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruiter_kit.intake.plain_note import MOST_PASSES, cleaned, plain_note, thoroughly, without_heading

UNTOUCHED = (
    "",
    "Asked the client which reports they read first.",
    "Took <5 min, a < b, c > d, List<String>, Map<K, V>, x<b>y",
    "R&D at AT&T, &unknown; stays",
    "snake_case, __init__, 2*3, 2 * 3 * 4, a*b*c, C#, #1, F#, 4* hotel, f(*args, **kwargs), (*) see (*)",
    "* Asked about volume\n* Named no trade-off",
    "- Asked about volume\n• Named no trade-off",
    "- [ ] Asked about volume",
    "Strengths: asks first\n--\nWeaknesses: no tests",
    "Fine.\n--\nStrong on joins",
    "Best answer of the day.\nThanks to a hint.",
    "Regards customers as equals.",
    "Best\nSQL",
    "Best\nCommunication",
    "Cons\n--\nSpeed",
    "No plan.\n\nKind regards,\nAna\n\nPS: and no test",
    "Kind regards,\nhe wrote to the client without a name",
    "On the second task in 2026 the candidate wrote to us.",
    "On the first task the candidate wrote:\nselect 1",
    "Invitation was sent from Outlook without a look at the list.",
    "Get the order right first.",
    "To: nobody in particular, as the candidate said.",
    "> 5 years of SQL",
    "chose between 1) cache and 2) queue",
    "Options were: 1) cache and 2) queue",
    "upgraded to version 1. 2 of them failed",
    "Scored 1) twice",
    "Started 10:32, ratio 16:10, at 9:30 sharp",
    "Said 10:30 was fine: no plan",
    "no plan ---- none",
    "Zwei Wörter für 北京大学 और हिंदी",
    "family 👩\u200d👩\u200d👧 and می\u200cخواهم",
)


@pytest.mark.parametrize("note", UNTOUCHED)
def test_a_plain_note_comes_back_unchanged(note: str) -> None:
    assert cleaned(note) == (note, False)


HTML = {
    "<p>Started on the code &amp; had no plan.</p><ul><li>Named no trade-off.</li></ul>": (
        "Started on the code & had no plan.\nNamed no trade-off."
    ),
    "&lt;p&gt;No plan &amp;amp; no test&lt;/p&gt;": "No plan & no test",
    "Wor<b>d</b> uncut<br/>next": "Word uncut\nnext",
    "First line\nSecond line<br>third": "First line\nSecond line\nthird",
    "<div>One\nsentence.</div>\n\n<div>Another.</div>": "One sentence.\nAnother.",
    "<style>p{color:red}</style><script>alert(1)</script><p>No plan.</p>": "No plan.",
    "<!-- mso --><o:p></o:p>No plan.<img src='x.png' alt=\"\">": "No plan.",
    "Answered <s>well</s> late": "Answered late",
    "Needs O(n<sup>2</sup>) steps": "Needs O(n²) steps",
    "Did not know what <section> is for": "Did not know what section is for",
    "Knew <div>, not <span>.": "Knew div, not span.",
    "<b>Strong start": "Strong start",
    'No plan <a href="https://exa': "No plan",
    '<my-card class="x">No plan</my-card>': "No plan",
    "Took &lt;5&nbsp;min &#8211; fine": "Took <5 min – fine",
    "<table>\n<tr>\n<td>Planning</td>\n<td>2</td></tr><tr><td>SQL</td><td>Joins fine</td></tr></table>": (
        "Planning: 2\nSQL: Joins fine"
    ),
}
MARKDOWN = {
    "**Strong** on *SQL*, _good_ at ***joins***, `x = 1`": "Strong on SQL, good at joins, x = 1",
    "__Important note:__ no plan": "Important note: no plan",
    "# Planning\n## SQL ##\nJoins fine": "Planning\nSQL\nJoins fine",
    "Wrote:\n```python\na = b*c*d\n```\nNo test": "Wrote:\na = b*c*d\nNo test",
    "See [the task](https://example.org/task) and <https://example.org>": "See the task and https://example.org",
    "One part\n\n---\n\nOther part": "One part\n\nOther part",
    "| Criterion | Note |\n|---|---|\n| SQL | Joins fine |": "SQL: Joins fine",
    "~~Very good~~ Fair on joins": "Fair on joins",
    r"snake\_case and \*stars": "snake_case and *stars",
    "* *Asked* first": "* Asked first",
    "> I would use Kafka\nNo reason given": "I would use Kafka\nNo reason given",
}
MAIL = {
    "No plan.\n\n--\nSent from my iPhone": "No plan.",
    "No plan.\nSent from Outlook for Android": "No plan.",
    "No plan.\nGet Outlook for iOS<https://example.org/o>": "No plan.",
    "No plan.\nSent from my Samsung Galaxy smartphone.": "No plan.",
    "No plan.\nGesendet von meinem iPhone": "No plan.",
    "No plan. Sent from my iPhone": "No plan.",
    "No plan.\n-- \nAna Reyes\nStaff Engineer": "No plan.",
    "No plan.\n\nKind regards,\nAna Reyes\nStaff Engineer\n+44 20 7946 0000\nana@example.org": "No plan.",
    "No plan.\n\nThanks,\nAna": "No plan.",
    "No plan.\nKind regards\nAna Reyes, Staff Engineer | Northgate": "No plan.",
    "No plan.\n--\nAna Reyes - Staff Engineer\nNorthgate": "No plan.",
    "No plan.\nBest\nAna Reyes": "No plan.",
    "No plan. Kind regards, Ana Reyes": "No plan.",
    "No plan.\n\nOn 9 Nov 2026 at 10:00, Sam Lee <sam@example.org> wrote:\n> And?": "No plan.",
    "No plan.\n\nOn Mon, 9 Nov 2026 at 10:00, Sam Lee\nwrote:\nWhat did you think?": "No plan.",
    "On Mon, 9 Nov 2026 at 10:00, Sam Lee wrote:\n> And?\nNo plan.": "No plan.",
    "No plan.\n-----Original Message-----\nFrom: Sam\nAnd?": "No plan.",
    "From: Ana\nSent: Monday\nTo: Dana\nSubject: Rowan\n\nNo plan.": "No plan.",
    "No plan.\n\nFrom: Ana\nSent: Monday\nTo: Dana\nSubject: Rowan\n\nWell?": "No plan.",
    "--- Forwarded message ---\nFrom: Ana\nDate: Monday\nSubject: x\nTo: Dana\n\nNo plan.": "No plan.",
    "No plan.\nThis email and any files transmitted with it are confidential.": "No plan.",
}
LAYOUT = {
    "a\u200fb \u202eabc\u200b so\u00adft\ufeff\x00\x07": "ab abc soft",
    "One\r\nTwo\rThree\u2028Four": "One\nTwo\nThree\nFour",
    "half \ud83d here, whole \ud83d\ude00": "half here, whole 😀",
    "Criterion\tScore\tComment\nPlanning\t2\tNo plan of the work.\nSQL\t4\tJoins fine": (
        "Planning: 2, No plan of the work.\nSQL: 4, Joins fine"
    ),
    "•\tAsked first\n1.\tNo plan": "• Asked first\n1. No plan",
    "Asked which reports they read first.\tNo plan.": "Asked which reports they read first. No plan.",
    "1) Asked first. 2) No plan. 3) Fine": "1) Asked first.\n2) No plan.\n3) Fine",
    "1)Asked first 2)No plan": "1)Asked first\n2)No plan",
    "(1) asked first (2) no plan": "(1) asked first\n(2) no plan",
    "Notes: 1. Asked first 2. No plan": "Notes:\n1. Asked first\n2. No plan",
    "1) no plan, 2) no tests, and 3) no docs": "1) no plan,\n2) no tests\n3) no docs",
    "[10:32] Sam: No plan\n10:33 Ana Reyes: Agreed\n09/11/2026, 10:34 - Sam: ok": (
        "Sam: No plan\nAna Reyes: Agreed\nSam: ok"
    ),
    "Sam Lee  10:32 AM\nNo plan\nAna 10:33 AM\nAgreed": "Sam Lee: No plan\nAna: Agreed",
    "Sam Lee [10:32]: No plan": "Sam Lee: No plan",
    "10:32 Started\n10:40 Stuck on joins": "Started\nStuck on joins",
    "Sam Lee [10:40]: ok": "Sam Lee: ok",
    "  Two  spaces \n\n\n\nfour lines\t": "Two spaces\n\nfour lines",
}


@pytest.mark.parametrize(("note", "expected"), {**HTML, **MARKDOWN, **MAIL, **LAYOUT}.items())
def test_what_wraps_a_note_is_taken_off(note: str, expected: str) -> None:
    assert plain_note(note) == expected


ASKED = {
    "Q: How did they plan?\nA: Started on the code.": "Started on the code.",
    "Q1. How did they plan?\nA1. Started on the code.\n\nQ2. And test?\nA2. Wrote no test.": (
        "Started on the code.\nWrote no test."
    ),
    "How did they plan?\nStarted on the code.\nHow did they test?\nWrote no test.": (
        "Started on the code.\nWrote no test."
    ),
}
SHORT = (
    "How did they plan?\nBadly.\nDid they test?\nNo.",
    "Asked what the reports are for?\nStarted on the code.",
    "Started on the code.\nWhy no plan?",
)


@pytest.mark.parametrize(("note", "expected"), ASKED.items())
def test_the_questions_of_a_form_are_left_out_and_that_is_said(note: str, expected: str) -> None:
    assert cleaned(note) == (expected, True)


@pytest.mark.parametrize("note", SHORT)
def test_a_question_stays_where_the_answer_needs_it(note: str) -> None:
    assert cleaned(note) == (note, False)


def test_a_question_that_was_copied_before_its_answer_goes() -> None:
    assert (
        without_heading("How did they plan? Started on the code.", "How did they plan?")
        == "Started on the code."
    )
    assert without_heading("Planning: started on the code.", "Planning") == "started on the code."
    assert without_heading("Plans were made late.", "Plan") == "Plans were made late."
    assert without_heading("Started on the code.", "") == "Started on the code."


@pytest.mark.parametrize("note", MAIL)
def test_a_signature_on_lines_of_its_own_is_said_to_be_left_out(note: str) -> None:
    assert cleaned(note).lines_left_out is ("\n" in note)


@pytest.mark.parametrize("note", [*HTML, *LAYOUT])
def test_markup_and_layout_take_no_line_away(note: str) -> None:
    assert cleaned(note).lines_left_out is note.startswith("Criterion\t")


PIECES = st.sampled_from(
    [
        *(
            "a",
            "Ana",
            "Reyes",
            "plan",
            " ",
            "  ",
            "\n",
            "\t",
            "\r",
            "<",
            ">",
            "</",
            "b>",
            "<p>",
            "</p>",
            "<br>",
        ),
        *(
            "&",
            "amp;",
            "lt;",
            "#38;",
            "*",
            "**",
            "_",
            "__",
            "`",
            "```",
            "#",
            "# ",
            "[",
            "](",
            ")",
            "|",
            "\\",
            "~~",
        ),
        *(
            "--",
            "\n--\n",
            "1)",
            "2)",
            "1. ",
            "2. ",
            "10:32",
            "[10:32] ",
            ":",
            ": ",
            ".",
            ",",
            "Sent from my iPhone",
        ),
        *(
            "Kind regards,",
            "Thanks",
            "On 9 Nov 2026 Sam wrote:",
            "> ",
            "From: a\n",
            "To: b\n",
            "Date: c\n",
            "and ",
        ),
        *(
            "\u200d",
            "\u200f",
            "\ud83d",
            "\ude00",
            "👩",
            "é",
            "<s>",
            "</s>",
            "<td>",
            "<!--",
            "-->",
            "x='",
            "<a ",
        ),
    ]
)
NOTES = st.lists(PIECES, max_size=25).map("".join) | st.text(
    st.characters(codec=None, categories=("L", "N", "P", "S", "Z", "C")), max_size=60
)


@settings(max_examples=1500, deadline=None)
@given(NOTES)
def test_a_note_that_was_cleaned_is_clean(note: str) -> None:
    once = plain_note(note)
    assert plain_note(once) == once
    once.encode()


PLAIN = st.sampled_from(
    [
        *(
            "a",
            "Ana",
            "plan.",
            "no",
            "1)",
            "1.",
            "2)",
            "2.",
            "Best",
            "Thanks,",
            "regards",
            "Kind",
            "sent",
            "from",
        ),
        *(
            "my",
            "iPhone",
            "(10)",
            "-",
            "–",
            "--",
            "On",
            "2026",
            "wrote",
            "“x”",
            "c/o",
            "5%",
            "it's",
            "é",
            "北京",
        ),
    ]
)


@given(st.lists(PLAIN, max_size=12).map(" ".join))
def test_a_quick_look_and_a_thorough_one_agree(note: str) -> None:
    assert cleaned(note) == thoroughly(note)


@given(st.lists(st.sampled_from(["Asked", "plan", "é", "😀", "北京"]), min_size=1))
def test_no_word_is_cut(words: list[str]) -> None:
    wrapped = "<p>" + "</p><p>".join(f"<b>{word}</b> **{word}**\u200f" for word in words) + "</p>"
    assert plain_note(wrapped).split() == [word for word in words for _ in range(2)]


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "Asked the client which reports they read first. ",
            "<p>No <b>plan</b> &amp; no test.</p>",
            "<a x=1 ",
        ),
        *(
            "&amp;",
            "*a ",
            "_a ",
            "[a](",
            "</script><script>",
            "a\tb\n",
            "1) aa 2) bb ",
            "10:32 Sam: x\n",
            "--\n",
            " \n",
        ),
        *(
            "From: a\nTo: b\nDate: c\n",
            "Kind regards, ",
            "Sent from my iPhone\n",
            "|a|\n",
            "a\u200d",
            "\ud83d",
            "> ",
        ),
    ],
)
def test_a_long_note_takes_no_time(piece: str) -> None:
    note = (piece * 20_000)[:20_000]
    taken = []
    for _ in range(3):
        start = process_time()
        once = plain_note(note)
        taken.append(process_time() - start)
    # Twenty times what it takes, so that only a way of reading that grows with the square fails.
    assert min(taken) < 0.5
    assert plain_note(once) == once


def test_however_often_a_note_was_encoded_it_is_decoded() -> None:
    note = "<p>No plan</p>"
    for _ in range(MOST_PASSES):
        note = note.replace("&", "&amp;").replace("<", "&lt;")
    assert plain_note(note) == "No plan"
