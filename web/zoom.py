"""The steps from one window of time to the next: nearer, farther, earlier, later."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.edtf import day_text
from web.language import gettext as _
from web.overview import Overview


@dataclass(frozen=True, slots=True)
class Zoom:
    """A window that one can go to: its kind, what it is called, and its first and last day, ISO 8601."""

    kind: str
    name: str
    first: str
    last: str


def zooms(overview: Overview) -> tuple[Zoom, ...]:
    """Give the windows around the one that is drawn."""
    first, last = overview.first_day, overview.last_day
    length = last - first + 1
    quarter = length // 4
    steps = [("earlier", _("Earlier"), -length // 2, -length // 2)]
    if quarter:
        steps.append(("in", _("Zoom in"), quarter, -quarter))
    steps += [
        ("out", _("Zoom out"), -length // 2, length // 2),
        ("later", _("Later"), length // 2, length // 2),
    ]
    return tuple(
        Zoom(kind, name, day_text(first + left), day_text(last + right)) for kind, name, left, right in steps
    )
