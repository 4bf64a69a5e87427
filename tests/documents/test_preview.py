"""Pages as pictures, also for several people at once."""

import io
from concurrent.futures import ThreadPoolExecutor

from PIL import Image

from recruiter_kit.documents.letter import letter_pdf
from recruiter_kit.documents.preview import page_count, picture, pictures
from tests.gold import gold


def test_each_page_is_a_picture() -> None:
    pdf = letter_pdf(gold())
    assert page_count(pdf) == len(pictures(pdf)) == 1
    assert picture(pdf, 1) == pictures(pdf)[0]
    assert picture(pdf, 0) is picture(pdf, 2) is None


def test_many_threads_get_the_same_pictures_as_one() -> None:
    pdf = letter_pdf(gold())
    one = picture(pdf, 1, per_inch=30)
    with ThreadPoolExecutor(8) as people:
        assert set(people.map(lambda _: picture(pdf, 1, per_inch=30), range(80))) == {one}
        assert set(people.map(lambda _: letter_pdf(gold()), range(8))) == {pdf}


def test_a_page_is_as_large_as_its_dots_per_inch_make_it() -> None:
    (page,) = pictures(letter_pdf(gold()), per_inch=50)
    assert Image.open(io.BytesIO(page)).size == (414, 585)
