"""The reader's language: every text in every catalogue, nothing left over, placeholders intact."""

import io
import re

import pytest

from tests.web import catalogue
from tests.web.conftest import read


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_every_text_of_code_and_templates_is_translated(language):
    have = catalogue.read(language)
    for message in catalogue.extracted():
        if message.id:
            found = have.get(message.id)
            assert found is not None, message.id
            assert all(found.string) if message.pluralizable else found.string, message.id


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_text(language):
    def names(text):
        return set(re.findall(r"%\((\w+)\)", text))

    for message in catalogue.read(language):
        if message.id and not message.pluralizable:
            assert names(message.string) == names(message.id), message.id


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_what_gettext_reads_is_what_stands_in_the_catalogue(language):
    mo = catalogue.folder(language) / "timeline.mo"
    assert mo.read_bytes() == catalogue.compiled(catalogue.read(language))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [("fr-CA, fr;q=0.9", "fr"), ("en-US", "en-US"), ("en", "en-GB"), ("tlh", "en-GB"), ("", "en-GB")],
)
def test_the_browser_names_the_language(client, wanted, expected):
    assert f'<html lang="{expected}"' in client.get("/", headers={"Accept-Language": wanted}).text


def test_a_reader_s_choice_goes_before_the_browser_s(client, timeline):
    made = timeline()
    answer = client.post("/preferences", data={"reader": "fr", "theme": "dark", "back": f"/timelines/{made}"})
    assert answer.headers["Location"] == f"/timelines/{made}"
    page = client.get(f"/timelines/{made}").text
    assert '<html lang="fr" data-theme="dark">' in page
    assert "jeudi 4 août 2022" in read(page)


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"]
)
def test_the_way_back_stays_on_this_site(client, back):
    assert client.post("/preferences", data={"theme": "light", "back": back}).headers["Location"] == "/"


def test_what_is_wrong_is_told_in_the_reader_s_language_and_to_programs_in_english(client):
    french = {"Accept-Language": "fr"}
    form = {"title": "", "source": "", "text": "Hier.", "published": "07/08/2022", "understood": ""}
    page = read(client.post("/submit", data=form, headers=french).text)
    assert "« 07/08/2022 » peut être 2022-07-08 ou 2022-08-07" in page.replace("\N{NO-BREAK SPACE}", " ")
    file = {"file": (io.BytesIO(b"%PDF"), "a.pdf")}
    page = read(client.post("/submit", data=file, headers=french).text)
    assert "un fichier PDF, ou il est endommagé" in page.replace("\N{NO-BREAK SPACE}", " ")
    article = {"text": "Hier.", "published": "07/08/2022"}
    answer = client.post("/api/v1/articles", json=article, headers=french)
    assert "can be 2022-07-08 or 2022-08-07" in answer.json["errors"][0]["detail"]


def test_french_signs_stay_with_the_word_before_them():
    for message in catalogue.read("fr"):
        for text in message.string if message.pluralizable else (message.string,):
            assert not re.search(r"« | »| [;:!?](\s|$)|\u00a0\u00a0", text), text
