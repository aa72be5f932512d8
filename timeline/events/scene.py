"""What is known where a clause that states no date is reached."""

from __future__ import annotations

from typing import Final

from timeline.events.dated import Dating
from timeline.events.told import Told
from timeline.frozen import Frozen
from timeline.interval import Interval


class Story(Frozen):
    """The day that an article's unmarked past tense tells of; `published` is its publication date."""

    published: Interval
    day: Dating


class Scene:
    """What is known where a clause without a date is reached.

    `parent` is the clause it hangs on (itself where it hangs on none), `hung` the date found for that, None where
    it comes later; `above` the date that another clause of the sentence states for it; `current` the day at which
    the paragraph is, where that is not the story's; `retold` its bounds where the article tells of years ago.
    `role` is what the clause is to its parent, `opener` what the word that opens it can be.
    """

    __slots__ = ("above", "clause", "current", "hung", "opener", "parent", "retold", "role", "story")

    def __init__(
        self,
        clause: Told,
        parent: Told,
        story: Story,
        hung: Dating | None,
        above: Dating | None,
        current: Dating | None,
        retold: Dating | None,
    ) -> None:
        self.clause: Final = clause
        self.parent: Final = parent
        self.story: Final = story
        self.hung: Final = hung
        self.above: Final = above
        self.current: Final = current
        self.retold: Final = retold
        self.role: Final = clause.role
        self.opener: Final = clause.tokens.bits[clause.clause.link]
