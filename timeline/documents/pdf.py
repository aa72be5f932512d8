"""PDF files: lines on pages made into paragraphs again, without the lines that every page repeats."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from timeline.documents.base import Document, paragraphs_of
from timeline.errors import InvalidInputError, refusal

_MOST_PAGES = 2_000
_EDGE = 3  # lines at the head and at the foot of a page among which what pages repeat is looked for
_FEW = 3  # pages; with fewer, what is on all of them may well be told twice
_NUMBER = re.compile(r"\d+")
# "11/25/26, 9:51 AM", in any order of day, month and year.
_MOMENT = re.compile(r"\d+\D\d+\D\d+\D{1,3}\d+:\d\d")
_FULL = 0.8  # of the usual width: a shorter line is the last one of its paragraph
_FILE_NAME = re.compile(r"\.\w{2,5}$")  # what programs put in the place of a title
_TORN = re.compile(r"(?<=[^\W\d_])[-\u00ad]$")
# Letters that fonts draw as one (Unicode, Alphabetic Presentation Forms) are several in every word list.
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


def read(data: bytes) -> Document:
    """Read a PDF file. The dates in it are those of the file and tell nothing of a publication.

    Raises `InvalidInputError` for what is no PDF file, is locked by a password, or holds no text, as scans do.
    """
    try:
        title, pages = _lines(data)
    except InvalidInputError:
        raise
    except Exception as error:  # of a damaged file anything may come, from KeyError to RecursionError
        raise refusal("", "this is not a PDF file, or it is damaged") from error
    text = paragraphs_of(_paragraphs(_without_repeated(pages)))
    if not text:
        raise refusal(
            "", "no text is in this PDF file: if it is a scan, have its text recognised (OCR) first"
        )
    return Document(text, title="" if _FILE_NAME.search(title) else title)


def _lines(data: bytes) -> tuple[str, Sequence[Sequence[str]]]:
    """Give the title, and the lines of each page."""
    import pypdf

    # What is wrong with a file is told once, in our words.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise refusal("", "this PDF file is locked by a password: save it without one")
    if len(reader.pages) > _MOST_PAGES:
        raise refusal("", "more than %(most)s pages are too many: split the file", most=f"{_MOST_PAGES:,}")
    title = str(reader.metadata.title or "") if reader.metadata else ""
    return title, [page.extract_text().translate(_LIGATURES).split("\n") for page in reader.pages]


def _without_repeated(pages: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """Leave out running heads and feet: the outermost lines of most pages, where they are alike but for numbers.

    What a browser prints there is known by its form, on a single page too.
    """
    seen = Counter(
        kind for page in pages for kind in {_kind(line) for line in (*page[:_EDGE], *page[-_EDGE:])}
    )
    repeated = {kind for kind, count in seen.items() if len(pages) >= _FEW and count > len(pages) / 2}
    for number, page in enumerate(pages, start=1):
        around = repeated | _of_browser(page, f"{number}/{len(pages)}")
        first, end = 0, len(page)
        while first < min(_EDGE, end) and _kind(page[first]) in around:
            first += 1
        while end > max(len(page) - _EDGE, first) and _kind(page[end - 1]) in around:
            end -= 1
        yield page[first:end]


def _of_browser(page: Sequence[str], number: str) -> set[str]:
    """Give what a browser prints around one page: address and page number, and when it printed before the title."""
    edges = [line.strip() for line in (*page[:_EDGE], *page[-_EDGE:])]
    feet = {line for line in edges if line.split()[-1:] == [number] and len(line.split()) <= 2}
    return {_kind(line) for line in edges if line in feet or (feet and _MOMENT.match(line))}


def _kind(line: str) -> str:
    return _NUMBER.sub("#", line.strip())


def _paragraphs(pages: Iterable[Sequence[str]]) -> Iterator[str]:
    """Join lines that run on, across pages too; a word torn at the end of a line is made whole."""
    lines = [line.strip() for page in pages for line in page]
    widths = sorted(len(line) for line in lines if line)
    width = widths[len(widths) * 9 // 10] if widths else 0
    running = ""
    for line in lines:
        torn = line[:1].islower() and _TORN.search(running)
        running = f"{running[:-1]}{line}" if torn else f"{running} {line}"
        if not line or len(line) < _FULL * width:
            yield running
            running = ""
    yield running
