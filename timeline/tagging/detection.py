"""Which language a text is in, where nobody has told."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache
from typing import Any

_SAMPLE = 1_000  # characters that are looked at
_SHARE = 0.15  # of the words of a text in a language are its most common ones
_SURE = 0.5  # probability from which the model is believed
_WORDS = re.compile(r"[^\W\d_]+")


def is_plainly(text: str, common: Set[str], elsewhere: Set[str]) -> bool:
    """Tell from the most common words of a language alone whether a text is plainly in it.

    Those of them that other languages have too (`elsewhere`) count, but not without one of its own.
    """
    found = _WORDS.findall(text[:_SAMPLE].lower())
    known = [word for word in found if word in common]
    return len(known) >= _SHARE * len(found) and not set(known) <= elsewhere


def detect(text: str) -> str:
    """Give the ISO 639-1 code of a text's language, "" where its first thousand characters do not tell."""
    code, probability = _identifier().classify(text[:_SAMPLE])
    return str(code) if probability >= _SURE else ""


@cache
def _identifier() -> Any:
    """Load the model when it is first needed: it takes half a second."""
    from py3langid import langid  # numpy and the model: most runs never need them

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
