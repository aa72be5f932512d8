"""The language of a text that nobody has told: plain English without a model, any other by one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from timeline.tagging import language

ENGLISH = (
    "The ferry was held in the harbour on Monday, and the crew said that they had been told of it by radio."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (
            "La commission s'est réunie hier à la mairie pour parler du pont, et le maire a pris la parole.",
            "fr",
        ),
        (
            "La comisión se reunió ayer en el ayuntamiento para hablar del puente, y el alcalde tomó la palabra.",
            "es",
        ),
        (
            "Der Ausschuss traf sich gestern im Rathaus und sprach über die Brücke, die im Mai gebaut wurde.",
            "de",
        ),
        ("Le chancelier a démissionné le 13 mars et a quitté la capitale le lendemain.", "fr"),
        ("Am Montag wurde in Wien das alte Rathaus in Brand gesetzt.", "de"),
        ("委員会は昨日、市役所で橋について話し合いました。", "ja"),
    ],
)
def test_the_language_is_detected(text: str, code: str) -> None:
    assert language.pack_of(text).code == code


@pytest.mark.parametrize("text", ["", "12345", "Q3 2021", "☃☃☃", "Last Thursday"])
def test_a_text_that_tells_too_little_is_taken_for_english(text: str) -> None:
    assert language.pack_of(text).code == "en"


def test_a_language_that_is_told_is_not_detected() -> None:
    assert language.pack_of(ENGLISH, "fr").code == "fr"


def test_a_region_of_a_language_has_the_pack_of_the_language() -> None:
    assert language.pack_of("", "pt-BR").code == "pt"


def test_a_language_without_a_pack_is_read_as_english() -> None:
    assert language.pack_of(ENGLISH, "tlh").code == "en"


def test_plain_english_loads_neither_the_model_nor_the_words_of_other_languages() -> None:
    loaded = (
        f"import sys; from timeline.tagging import language; language.pack_of({ENGLISH!r}); "
        "print(sorted({'py3langid', 'numpy', 'dateparser'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
