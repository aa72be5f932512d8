"""What a sentence tells of a date: whether it opens with it, and on which side of the publication it lies."""

from __future__ import annotations

import re

from timeline import civil
from timeline.civil import Granularity
from timeline.expression import Direction
from timeline.interval import Interval
from timeline.tagging.language import Pack
from timeline.tagging.phrase import Phrase
from timeline.tagging.sentence import sentence_after, sentence_before

_GOVERNED = 14  # characters between a verb and the date it governs: "passed in late "
_OF_ONE_VERB = 4  # characters between the parts of a verb: "will be held"
_HEAD = 30  # characters and words in which a sentence opens: "Meanwhile, on", "It was in"
_MOST_WORDS = 3
_AHEAD = 40  # characters before a length in which its verb stands: "will come back home in"
_MOST_BETWEEN = 2  # words between the two
_DAYS_OF_WEEK = 7


def opens_sentence(phrase: Phrase, folded: str, pack: Pack) -> bool:
    """Tell whether a phrase stands at the head of its sentence or paragraph: "In early 1915, ..."."""
    before = folded[max(0, phrase.start - _HEAD) : phrase.start]
    ends = [end.end() for end in pack.sentence_end.finditer(before)]
    if not ends and phrase.start > _HEAD:
        return False
    return len(before[max(ends, default=0) :].split()) <= _MOST_WORDS


def sentence_direction(phrase: Phrase, folded: str, published: Interval, pack: Pack) -> Direction | None:
    """Tell from the words of the sentence whether a date lies ahead or behind.

    The nearest word before it decides, else the first one after it. A word that looks ahead does so from afar ("will
    resume, if all goes well, in May"), one about the past only where it governs the date ("was passed in May").
    """
    before = sentence_before(folded, phrase.start, pack.sentence_end).rpartition(";")[2]
    after = sentence_after(folded, phrase.end, pack.sentence_end).partition(";")[0]
    cues = pack.cues.found_in(before)
    found = _told_before(before, cues, pack)
    if not cues or before.strip() in pack.cues.deadlines:  # "Until Thursday they had ..."
        found = _told_after(after, pack) or found
    if found is None and _only_looks_back(before, cues, after, pack):
        found = Direction.PAST
    if found is None and not cues and pack.cues.headings.search(before):  # "Council to vote Friday on tax"
        found = Direction.FUTURE
    if pack.cues.coming.match(after) or (found is None and _is_foretold_behind(after, pack)):
        return Direction.FUTURE  # "the December contract", "sales fell, and those of June will fall again"
    if found is None and _is_set(phrase, before.split()[-2:], bool(cues), pack):
        found = Direction.FUTURE
    if found is Direction.FUTURE and (
        "POSSESSIVE" in pack.classes(folded[phrase.end : phrase.end + 2]) or _is_planned(cues, after, pack)
    ):
        return _nearer_side(phrase, published) or found
    return found if _may_lie_ahead(phrase, before, pack) else None


def _is_foretold_behind(after: str, pack: Pack) -> bool:
    """Whether the word right behind a date foretells."""
    return after[:1] == " " and not pack.cues.foretelling.isdisjoint(after.split(maxsplit=1)[:1])


def is_past_for_certain(phrase: Phrase, folded: str, pack: Pack) -> bool:
    """Whether a date that may be past is so: it is that of a verb, and nothing was set for it or put off to it."""
    before = sentence_before(folded, phrase.start, pack.sentence_end)
    cues = pack.cues.found_in(before)
    if not cues:  # "On 5 April the ship sank"
        after = sentence_after(folded, phrase.end, pack.sentence_end)
        is_on = "ON" in pack.classes(before.rstrip().rpartition(" ")[2])
        return is_on and _is_past_verb(pack.cues.found_in(after), pack)
    if cues[-1].group() in pack.cues.arranging:
        return False
    between = before[cues[-1].end() :]
    words = between.split()
    if words and words[-1] in pack.naming:
        return False  # "gave a 1 June deadline"
    return _governs(between, pack) and not any("TO" in pack.classes(word) for word in words)


def _is_past_verb(cues: list[re.Match[str]], pack: Pack) -> bool:
    """Whether the words are those of a verb of the past, and not "was set" or "was to be"."""
    parts = cues[:2] if len(cues) > 1 and _is_one_verb(*cues[:2]) else cues[:1]
    return bool(parts) and all(
        pack.cues.is_past(p.group()) and p.group() not in pack.cues.arranging for p in parts
    )


def _only_looks_back(before: str, cues: list[re.Match[str]], after: str, pack: Pack) -> bool:
    """Whether all verbs tell of what was, up to the date that they tell it of: "he joined the company in April".

    Not what only was decided or said: "agreed on a truce in April", "asked the mayor to come in April".
    """
    if not pack.cues.deciding or not cues or not all(pack.cues.is_past(cue.group()) for cue in cues):
        return False
    if cues[-1].group() in pack.cues.deciding or cues[-1].group() in pack.cues.reporting:
        return False
    rest = [pack.classes(word) for word in before[cues[-1].end() :].split()]
    is_in = bool(rest) and "IN" in rest[-1] and not any("TO" in classes for classes in rest)
    return is_in and _told_after(after, pack) is not Direction.FUTURE


def _may_lie_ahead(phrase: Phrase, before: str, pack: Pack) -> bool:
    """Whether a verb tells the side: what is told "for the third quarter" is of the last one, whenever it is told."""
    fields = phrase.said.traits.open_fields
    is_business = fields is not None and fields.granularity in (Granularity.QUARTER, Granularity.HALF)
    return not is_business or "IN" in pack.classes(before.rstrip().rpartition(" ")[2])


def _is_set(phrase: Phrase, last: list[str], has_verb: bool, pack: Pack) -> bool:
    """Whether the words before a date set it: "by June" or "is on Monday" where no verb tells; "for Thursday"."""
    fields = phrase.said.traits.open_fields
    is_day = fields is not None and fields.granularity is Granularity.DAY
    if is_day and not pack.cues.planned.isdisjoint(last[-1:]):
        return True
    if len(last) > 1 and not {"ON", "AT"}.isdisjoint(pack.classes(last[-1])):  # "is at noon on Friday"
        last = last[:-1]
    return not has_verb and not pack.cues.deadlines.isdisjoint(last[-1:])


def is_foretold(phrase: Phrase, folded: str, pack: Pack) -> bool:
    """Whether a sentence foretells a date at the time of writing ("will be held on 9 May"), in a history too."""
    before = sentence_before(folded, phrase.start, pack.sentence_end)
    cues = [cue.group() for cue in pack.cues.found_in(before)]
    return not pack.cues.foretelling.isdisjoint(cues)


def is_expected(phrase: Phrase, folded: str, pack: Pack) -> bool:
    """Whether a verb before a date puts it ahead, and not only a word like "by" or "ahead of"."""
    before = sentence_before(folded, phrase.start, pack.sentence_end)
    verbs = [cue for cue in pack.cues.found_in(before) if cue.group() not in pack.cues.deadlines]
    return _told_before(before, verbs, pack) is Direction.FUTURE


def is_opened_ahead(phrase: Phrase, folded: str, pack: Pack) -> bool:
    """Whether "in" before a length has a verb of the future: "closes in ten days", "In ten days the shop will ..."."""
    before = sentence_before(folded, phrase.start, pack.sentence_end, _AHEAD)
    head, _, last = before.rstrip().rpartition(" ")
    if last not in pack.cues.ahead:
        return False
    if not head:
        after = sentence_after(folded, phrase.end, pack.sentence_end)
        return _told_after(after, pack) is Direction.FUTURE
    cues = pack.cues.found_in(head)
    if not cues or len(head[cues[-1].end() :].split()) > _MOST_BETWEEN:
        return False
    return _told_before(head, cues, pack) is Direction.FUTURE


def is_told_of_past(phrase: Phrase, folded: str, pack: Pack) -> bool:
    """Whether a sentence tells of what was ("the next summer the mine was sold"), and nobody says so only then."""
    after = sentence_after(folded, phrase.end, pack.sentence_end)
    first = pack.cues.pattern.search(after)
    if first is not None:
        return pack.cues.is_past(first.group()) and first.group() not in pack.cues.reporting
    before = sentence_before(folded, phrase.start, pack.sentence_end)
    return _told_before(before, pack.cues.found_in(before), pack) is Direction.PAST


def _told_before(before: str, cues: list[re.Match[str]], pack: Pack) -> Direction | None:
    """Give the direction that the last word of direction tells to what follows it.

    A past one tells it only where it governs the date; a participle that does not ("a disputed date in May") leaves
    it to the word before.
    """
    for at in range(len(cues) - 1, -1, -1):
        cue = cues[at]
        if cue.group() in pack.cues.alone and at:
            continue
        if cue.group() in pack.cues.deadlines and not _governs(before[cue.end() :], pack):
            continue  # "until his arrest in March"
        if not pack.cues.is_past(cue.group()):
            return Direction.FUTURE
        previous = cues[at - 1] if at else None
        is_noun = previous is not None and previous.group() in pack.cues.nouns  # "starts rose in May"
        if _is_one_verb(previous, cue) and previous and not pack.cues.is_past(previous.group()):
            return None if is_noun else Direction.FUTURE  # "are to be finished", "will be held"
        is_near = len(before) - cue.end() <= _GOVERNED
        if cue.group() in pack.cues.past:
            return Direction.PAST if is_near else None
        if is_near and _governs(before[cue.end() :], pack):
            return Direction.PAST
    return None


def _is_one_verb(first: re.Match[str] | None, second: re.Match[str]) -> bool:
    return first is not None and second.start() - first.end() <= _OF_ONE_VERB


def _is_planned(cues: list[re.Match[str]], after: str, pack: Pack) -> bool:
    """Whether it is the date of a plan of which something was: "a rally planned for Friday was called off"."""
    if not cues or not pack.cues.past_endings or not cues[-1].group().endswith(pack.cues.past_endings):
        return False
    is_passive = _is_one_verb(cues[-2] if len(cues) > 1 else None, cues[-1])  # "is planned"
    return not is_passive and _told_after(after, pack) is Direction.PAST


def _governs(between: str, pack: Pack) -> bool:
    """Whether no more than small words stand between a verb and the date: "passed late in"."""
    return all(word in pack.before_date or word in pack.lexicon for word in between.split())


def _told_after(after: str, pack: Pack) -> Direction | None:
    first = pack.cues.pattern.search(after)
    if first is None:
        return None
    return Direction.PAST if pack.cues.is_past(first.group()) else Direction.FUTURE


def _nearer_side(phrase: Phrase, published: Interval) -> Direction | None:
    """Give the side on which a weekday is nearer: "Wednesday's ruling" is the nearest, whatever is done about it."""
    fields = phrase.said.traits.open_fields
    if fields is None or fields.weekday is None or fields.day is not None:
        return None
    ahead = (fields.weekday - civil.weekday(civil.day_of(published.start))) % _DAYS_OF_WEEK
    return Direction.FUTURE if 0 < ahead <= _DAYS_OF_WEEK // 2 else Direction.PAST
