"""What is known where a clause that states no date is reached."""

from __future__ import annotations

from timeline.events.clauses import Role
from timeline.events.stated import Dating
from timeline.events.told import Told
from timeline.frozen import Frozen
from timeline.interval import Interval


class Story(Frozen):
    """The day that an article's unmarked past tense tells of; `published` is its publication date."""

    published: Interval
    day: Dating


class Scene(Frozen):
    """What is known where a clause without a date is reached.

    `parent` is the clause it hangs on (itself where it hangs on none), `hung` the date found for that, None where
    it comes later; `above` the date that another clause of the sentence states for it; `current` the day at which
    the paragraph is, where that is not the story's; `retold` its bounds where the article tells of years ago.
    """

    clause: Told
    parent: Told
    story: Story
    hung: Dating | None
    above: Dating | None
    current: Dating | None
    retold: Dating | None

    @property
    def role(self) -> Role:
        """What the clause is to its parent."""
        return self.clause.role

    @property
    def opener(self) -> int:
        """What the word that opens the clause can be."""
        return self.clause.tokens.bits[self.clause.clause.link]
