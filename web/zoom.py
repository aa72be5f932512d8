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
    half = length // 2
    windows = [
        ("earlier", _("Earlier"), (first - half, last - half)),
        ("in", _("Zoom in"), overview.dense),
        ("out", _("Zoom out"), (first - half, last + half)),
        ("later", _("Later"), (first + half, last + half)),
    ]
    return tuple(
        Zoom(kind, name, day_text(days[0]), day_text(days[1])) for kind, name, days in windows if days
    )
