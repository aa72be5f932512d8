"""Which of the phrases that could tell a time do tell one here: words that mean something else stay words."""

from __future__ import annotations

import re

from timeline.civil import Granularity
from timeline.expression import Length
from timeline.tagging.language import Pack
from timeline.tagging.phrase import Phrase, last_word

_LONGER_NUMBER = re.compile(r"(?:^|\D)\d{1,3}[-/. ]$")  # 555-1998, 0171 555 2004
_DESIGNATION = re.compile(r" [A-Z]{1,2}\d")  # the asteroid 2004 BL86
_CODE = re.compile(r"(\S+) [A-Z]{2} $")  # flight BA 1945
_BARE_YEAR = re.compile(r"(?:^|[a-z] )\d{4}$")
_BARE_CLOCK = re.compile(r"\d\d?:\d\d")
_COMPOUND = re.compile(r"-[a-z]")  # a 2010-seat hall
_QUOTES = ("'", '"', "\u201c", "\u2018", "\u00ab")
_CLOSING = re.compile(r"[.,]?['\"\u2019\u201d\u00bb](?!\w)")
_SIGNS = ("+", "-", "\u2212")
_WORD = re.compile(r"\w+")
_NUMBERS = frozenset({"CARDINAL", "TENS", "SEVERAL"})
_COUNTING = frozenset({"AND", "OR", "OF", "TO"})
_OPENING = re.compile(r"(?:^|\v|[.?!:]['\"\u2019\u201d]* |['\"\u2018\u201c])$")
_AMOUNT = re.compile(r"(?:%|\d(?: \w+){1,2}) $")
_FIRST_WORD = re.compile(r" (\w+)")
_LAST_WORD = re.compile(r"(\w+) $")
# What these rules leave out of the phrase tells a time: "days" after "within", "Mon" before "Fri". So "spring" does
# after "until".
_TOLD_TOGETHER = ("softened", "within_hours", "weekdays")
_DIGITS_OF_YEAR = 4
_RATHER = "-to-"
_BEFORE_NAME = " '\"\u201c\u2018"
_DECADES = ("decade", "part")
_NAMED_DAYS = ("holiday", "named_day")


def is_time(phrase: Phrase, text: str, folded: str, pack: Pack) -> bool:
    """Tell whether a phrase tells a time where it stands."""
    words = folded[phrase.start : phrase.end]
    before = folded[max(0, phrase.start - 24) : phrase.start]
    is_after_preposition = last_word(before) in pack.before_date
    is_told = phrase.said.rule in _TOLD_TOGETHER or (phrase.said.rule == "season" and is_after_preposition)
    is_told = is_told or (phrase.said.rule == "clock_alone" and "AT" in pack.classes(last_word(before)))
    if words in pack.latent and not is_told:
        return False
    if phrase.said.rule == "the_quarter" and _COMPOUND.match(folded, phrase.end):
        return False  # "a quarter-century", "quarter to quarter"
    after = folded[phrase.end : phrase.end + 24].lstrip()
    # "in March for a week", but "the March for peace"
    is_month = text[phrase.start].isupper() and is_after_preposition and last_word(before) not in pack.naming
    if not is_month and _is_other_word(words, before, after, pack):
        return False
    if phrase.said.rule == "day_of_month":
        return _is_day(before, after, pack)
    if phrase.said.rule == "the_past" and _counts(after, pack):
        return False  # "the past three elections"
    if (pack.aged and _is_age(phrase, before, pack)) or _is_decade_of_life(phrase, words, before, pack):
        return False
    if phrase.said.rule in _NAMED_DAYS and before.rstrip(_BEFORE_NAME).endswith(pack.called):
        return False  # "the landing known as D-Day"
    if phrase.said.rule == "clock_alone" and _is_time_taken(words, before, pack):
        return False
    if before[-1:] in _SIGNS and "ZONE" in pack.classes(last_word(before[:-1])):
        return False  # "UTC-03:00"
    if not is_told and _ends_names(phrase, words, text) and _follows_name(phrase, text, before):
        return False  # "John 3:16", the paper "Malta Today"; not "At 3:16"
    if _BARE_YEAR.search(words) and not _is_year_here(phrase, text, folded, before, pack):
        return False
    if phrase.said.rule == "numeric_date" and last_word(before) in pack.numbered:
        return False  # "version 2.12.2019"
    if _is_compound(phrase, folded, before):
        return False
    return not (_is_name(phrase, text, folded, before, pack) or _is_title(phrase, text, folded))


def _is_compound(phrase: Phrase, folded: str, before: str) -> bool:
    """Whether it is an end of "a day-to-day struggle", of which the last one could be "to-day"."""
    if folded.startswith(_RATHER, phrase.end) and phrase.said.traits.reference is None:
        return True
    return before.endswith("-") and phrase.said.rule == "special_day"


def _is_time_taken(words: str, before: str, pack: Pack) -> bool:
    """Whether it is how long somebody took: "in 2:21:07", "a time of 2:21:07"; but "through 5:30" is until then."""
    if words[-1].isalpha() or not words[0].isdigit():
        return False
    classes = pack.classes(last_word(before))
    return ("IN" in classes and "TO" not in classes) or ("OF" in classes and words.count(":") > 1)


def _is_other_word(words: str, before: str, after: str, pack: Pack) -> bool:
    """Whether what stands around a word tells that it does not mean a time: "the fall of the city"."""
    if after.startswith(pack.not_followed.get(words, ())):
        return True
    if after.startswith(pack.not_opening.get(words, ())):
        return _OPENING.search(before) is not None  # "Now, here is the news"
    return words in pack.rates and _AMOUNT.search(before) is not None


def _is_age(phrase: Phrase, before: str, pack: Pack) -> bool:
    """Whether a length in years is that of a life: "elle a 34 ans", "un homme de 34 ans"."""
    said = phrase.said.expression
    if not isinstance(said, Length) or said.parts[0][1] is not Granularity.YEAR:
        return False
    return f" {before.rstrip()}".endswith(pack.aged)


def _is_decade_of_life(phrase: Phrase, words: str, before: str, pack: Pack) -> bool:
    """Whether a decade in words is one of somebody's life: "in her late thirties"."""
    if phrase.said.rule not in _DECADES or not words[-1].isalpha():
        return False
    return "WHOSE" in pack.classes(last_word(before))


def _ends_names(phrase: Phrase, words: str, text: str) -> bool:
    """Whether behind a name a phrase is the rest of it: a verse, or a day with a capital letter."""
    if phrase.said.rule == "special_day":
        return text[phrase.start].isupper()
    return phrase.said.rule == "clock_alone" and _BARE_CLOCK.fullmatch(words) is not None


def _counts(after: str, pack: Pack) -> bool:
    following = next(iter(after.split(maxsplit=1)), "")
    return following.isdigit() or not _NUMBERS.isdisjoint(pack.classes(following))


def _is_day(before: str, after: str, pack: Pack) -> bool:
    """Tell whether an ordinal alone is a day: it ends its clause, or "on" it one of the commonest words goes on.

    "On the 5th he left", "by the 5th and again in May" name one, "on the 5th floor" and "on the 5th and 6th floors"
    count.
    """
    following = _WORD.match(after)
    if following is None:
        return not after.startswith("-")
    last = last_word(before)
    if "ON" not in pack.classes(last) and last not in pack.cues.deadlines:
        return False
    if "AND" in pack.classes(following.group()):
        following = _WORD.match(after, following.end() + 1)
    if following is None or following.group() not in pack.common:
        return False
    return _COUNTING.isdisjoint(pack.classes(following.group()))


def _is_year_here(phrase: Phrase, text: str, folded: str, before: str, pack: Pack) -> bool:
    """A number of four digits is a year unless it counts or numbers something or is part of a longer number."""
    if phrase.said.rule not in ("year", "about"):
        return True
    following = folded[phrase.end : phrase.end + 24]
    if pack.counted.match(following) or _COMPOUND.match(following):
        return False
    if text[phrase.end + 1 : phrase.end + 2].isupper() and "AT" in pack.classes(last_word(before)):
        return False  # "at 1920 Main Street"
    if _DESIGNATION.match(text, phrase.end) or _LONGER_NUMBER.search(before):
        return False
    code = _CODE.search(text, max(0, phrase.start - len(before)), phrase.start)
    return last_word(before) not in pack.numbered and (code is None or code[1].lower() not in pack.numbered)


def _is_name(phrase: Phrase, text: str, folded: str, before: str, pack: Pack) -> bool:
    """Words with capitals beside them may be a name: "Theresa May", "April Smith", "The Sunday Times"."""
    if (
        not text[phrase.end + 1 : phrase.end + 2].isupper()
        and not text[phrase.start : phrase.start + 1].isupper()
    ):
        return False
    following = _FIRST_WORD.match(folded, phrase.end)
    if following and following.group(1) in pack.title_words and text[following.start(1)].isupper():
        return True
    if (
        following
        and phrase.said.traits.year is None
        and following.group(1) in pack.event_words
        and text[following.start(1)].isupper()
    ):
        return True
    if folded[phrase.start : phrase.end] not in pack.given_names:
        return False
    if last_word(before) in pack.kin:
        return True
    if following and text[following.start(1)].isupper() and last_word(before) not in pack.before_date:
        return True
    return _follows_name(phrase, text, before) and last_word(before) not in pack.before_date


def _is_title(phrase: Phrase, text: str, folded: str) -> bool:
    """Whether the phrase is a title by its capitals: in quotation marks, in a name that goes on, "Man of the Year"."""
    last = text[folded.rfind(" ", phrase.start, phrase.end) + 1]
    if last.isupper() and phrase.said.rule == "the_year":
        return text[phrase.start].islower()
    quoted = text[max(0, phrase.start - 1) : phrase.start] in _QUOTES
    is_year = phrase.said.rule == "year" and phrase.end - phrase.start == _DIGITS_OF_YEAR  # the novel "1984"
    if last.isupper() and phrase.said.rule == "the_part":
        return text[phrase.end : phrase.end + 2].strip().isupper()  # "The Night Watch"
    return (last.isupper() or is_year) and quoted and _CLOSING.match(text, phrase.end) is not None


def _follows_name(phrase: Phrase, text: str, before: str) -> bool:
    """Whether the word before, in the same sentence, has a capital letter."""
    previous = _LAST_WORD.search(before)
    return previous is not None and text[phrase.start - len(before) + previous.start()].isupper()
