"""Which events an article tells of, on which dates, in which order; and one timeline from many articles."""

from timeline.events.finding import find

__all__ = ["find"]
