"""Compiles the hot modules in place, by mypyc: `make fast` calls it. A plain installation compiles nothing.

They are the stages that every article passes. Left to Python are the values that are compared or decoded as msgspec
declares them (mypyc would compare them by identity and forget the types of their fields), and what imports the rules,
whose parameters are found by name.
"""

from __future__ import annotations

import os
from pathlib import Path

from setuptools import setup

STAGES = {
    "timeline": "civil fields meaning memory resolve timex3",
    "timeline/calendar": "moves portions seek",
    "timeline/tagging": (
        "accept ahead anchoring business centuries cues direction early epithets genre grammar hot language narrative "
        "numerals pairs phrase scan sentence traits trie trimming"
    ),
}
HOT = [
    *(f"{folder}/{name}.py" for folder, names in STAGES.items() for name in names.split()),
    *(str(path) for path in sorted(Path("timeline/events").glob("[a-z]*.py")) if path.stem != "corrections"),
]

if os.environ.get("TIMELINE_COMPILE"):
    from mypyc.build import mypycify

    setup(ext_modules=mypycify(HOT, opt_level="1", debug_level="0", group_name="timeline.compiled"))
else:
    setup()
