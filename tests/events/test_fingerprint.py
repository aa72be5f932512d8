"""Copies are known by the whole article: the same story cut or lightly edited, not the same news told anew."""

from __future__ import annotations

from itertools import permutations

import pytest

from timeline.events.fingerprint import fingerprint, independent

WIRE = """The car ferry Aurora sank on Friday evening near the harbour of Bergen after a storm broke her stern door.
All thirty-one passengers and the crew of nine were brought ashore by fishing boats, the coastguard announced.
Captain Mara Lind, who had commanded the vessel for eleven years, said that the door had been repaired in spring.
The transport ministry ordered an inspection of all seven ferries of the company, which carries some four thousand
commuters every working day. Investigators expect to publish their preliminary findings before Christmas.
Environmental officers reported that a slick of diesel was drifting towards the mussel farms of the western shore."""
EDITED = "BERGEN (Own report) - " + WIRE.replace("Friday evening", "Friday").replace(
    "fishing boats", "local fishermen"
).replace("said that", "told reporters that").replace("some four thousand", "nearly 4,000")
CUT = " ".join(WIRE.split(" ")[:80])
OWN = """Passengers of the Aurora have described how water rushed across the car deck before the ferry went down
on Friday. "We heard a dreadful noise and then everybody was running upstairs," said Tomas Berg, a carpenter from
Bergen who commutes every week. The ship disappeared within fifteen minutes. Fishing boats that were returning
because of the weather picked up everyone on board. The company declined to comment on the condition of the door,
which former employees had criticised repeatedly. The minister promised inspections of the remaining ferries."""


def count(*texts: str) -> int:
    return independent(map(fingerprint, texts))


@pytest.mark.parametrize("copy", [WIRE, EDITED, CUT, WIRE.upper(), WIRE.replace("\n", "\n\n")])
def test_a_story_repeated_edited_or_cut_counts_once(copy: str) -> None:
    assert count(WIRE, copy) == 1


def test_the_same_news_told_anew_counts_as_another() -> None:
    assert count(WIRE, OWN) == 2
    assert count(WIRE, EDITED, OWN) == 2


def test_a_quoted_sentence_makes_no_copy() -> None:
    assert count(WIRE, OWN + " " + WIRE.split("\n")[0]) == 2


def test_the_order_does_not_matter() -> None:
    assert {count(*texts) for texts in permutations([WIRE, EDITED, CUT, OWN])} == {2}


def test_a_phrase_that_many_articles_share_makes_them_no_copies() -> None:
    own = (f"Correspondent{n} witnessed{n} everything{n} personally{n} afterwards{n}" for n in range(60))
    texts = [f"The bridge collapsed suddenly into the river. {words}" for words in own]
    assert count(*texts) == 60
    assert count(*texts, f"(Agencies) {texts[3]}") == 60


def test_short_texts_are_copies_only_when_they_are_the_same() -> None:
    assert count("It sank.", "It  sank.") == 1
    assert count("It sank.", "It fell.") == 2


def test_short_texts_that_begin_alike_are_no_copies() -> None:
    assert (
        count("Nordlund Paper bought the Veld mill.", "Nordlund Paper bought the Harst works in June.") == 2
    )


def test_articles_without_a_fingerprint_count_each() -> None:
    assert independent([b"", b"", fingerprint(WIRE)]) == 3


def test_it_is_small_and_holds_any_text() -> None:
    assert len(fingerprint(WIRE * 100)) <= 96
    assert fingerprint("")
    assert fingerprint("\udc80 unspeakable")
