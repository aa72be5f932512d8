"""The formats that a timeline can be written in, one module each; add one by adding it to `FORMATS`."""

from timeline.formats import csvfile, htmlpage, ics, jsonfile, markdown, text, timelinejs, timemlfile
from timeline.formats.base import Format

FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        *(text.FORMAT, jsonfile.FORMAT, csvfile.FORMAT, csvfile.EXCEL, ics.FORMAT),
        *(timelinejs.FORMAT, markdown.FORMAT, htmlpage.FORMAT, timemlfile.FORMAT),
    )
}

__all__ = ["FORMATS", "Format"]
