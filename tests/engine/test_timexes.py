"""What a reading gives: a sequence that makes each expression when it is looked at, and so stays small."""

import tracemalloc

import pytest

from timeline.civil import days_from_civil
from timeline.interval import Interval
from timeline.model import Article
from timeline.tagger import tag

PUBLISHED = Interval.of_day(days_from_civil(2022, 8, 7))
MOST_BYTES = 12  # of memory for each byte of text, beyond what any text takes


def article(text: str) -> Article:
    return Article("a", text, PUBLISHED, language="en")


def test_expressions_are_looked_at_one_by_one_in_slices_and_from_the_end() -> None:
    found = tag(
        article("She left on Monday. From 3 May to 7 May 2021 she was in Rome; in June she came back.")
    )
    listed = list(found)
    assert [timex.reading.value for timex in listed] == ["2022-08-01", "2021-05-03", "2021-05-07", "2021-06"]
    assert len(found) == 4
    assert [found[n] for n in range(4)] == listed
    assert found[-1] == listed[-1]
    assert found[1:3] == tuple(listed[1:3])
    assert found[1].range == found[2].range is not None
    with pytest.raises(IndexError):
        found[4]


def test_readings_are_equal_where_all_their_expressions_are() -> None:
    one = tag(article("It rained on Monday."))
    assert one == tag(article("It rained on Monday."))
    assert hash(one) == hash(tag(article("It rained on Monday.")))
    assert one != tag(article("It rained on Tuesday."))


@pytest.mark.parametrize(("piece", "dates"), [("on 3 May ", 1), ("In 1871 the former king left. ", 2)])
def test_a_text_that_is_all_dates_takes_no_more_memory_than_is_asked(piece: str, dates: int) -> None:
    tag(article("It rained on 3 May."))
    size = 120_000 // len(piece)
    less, more = (_most_memory(piece * count, dates * count) for count in (size, 2 * size))
    assert more - less < MOST_BYTES * size * len(piece)


def _most_memory(text: str, dates: int) -> int:
    tracemalloc.start()
    found = tag(article(text))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found) == dates
    return most
