import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.files.text import clean, one_line, plain, shorten


def test_it_works() -> None:
    assert plain("<p>Careful.</p><ul><li>Slow to <b>ask</b></li><li>R&amp;D</li></ul>") == (
        "Careful.\nSlow to ask\nR&D"
    )


def test_scripts_and_styles_are_dropped() -> None:
    assert plain("<style>p{}</style><p>Kept.</p><script>alert(1)</script>") == "Kept."


@pytest.mark.parametrize("text", ["x < 3 and y > 2", "{{ 7*7 }}", "=HYPERLINK(1)", "R & D", "a <- b", "C<T>"])
def test_what_is_no_markup_is_kept(text: str) -> None:
    assert plain(text) == text


def test_lines_of_plain_text_stay_lines() -> None:
    assert plain("one\n\ntwo") == "one\n\ntwo"


def test_a_line_break_inside_a_paragraph_is_a_space() -> None:
    assert plain("<p>one\ntwo</p>") == "one two"


def test_a_broken_declaration_is_kept_as_text() -> None:
    assert plain("<p>one</p><![foo[") == "<p>one</p><![foo["


def test_cells_of_a_table_do_not_run_together() -> None:
    assert plain("<table><tr><td>a</td><td>b</td></tr></table>") == "a b"


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    plain(f"<p>{text}")
    cleaned, _ = clean(text)
    assert clean(cleaned) == (cleaned, False)
    cleaned.encode()


def test_control_characters_are_taken_out_and_line_ends_made_plain() -> None:
    assert clean("a\0b\r\nc\x0bd\ud800") == ("ab\nc\nd", True)


def test_line_ends_alone_are_nothing_to_report() -> None:
    assert clean("a\r\nb\tc") == ("a\nb\tc", False)


@pytest.mark.parametrize("name", ["محمد بن عبد الله", "王小明", "O’Néill-Ŵynne", "x" * 120])
def test_names_of_the_world_pass(name: str) -> None:
    assert clean(name) == (name, False)


def test_a_quoted_value_is_short_and_on_one_line() -> None:
    assert shorten("a\nb") == "a b"
    assert len(shorten("x" * 10_000)) == 40


def test_one_line() -> None:
    assert one_line(" Marta \n Silva ") == "Marta Silva"
