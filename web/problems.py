"""What is wrong with an input, in the reader's language."""

from __future__ import annotations

from timeline.errors import Problem
from web.language import gettext as _


def problem_words(problem: Problem) -> str:
    """Tell what is wrong; programs get the English of it, `Problem.detail`."""
    message = _(problem.message)
    if not problem.arguments:
        return message
    told = {
        name: problem_words(value) if isinstance(value, Problem) else value
        for name, value in problem.arguments
    }
    return message % told
