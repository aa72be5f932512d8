"""Documents as people have them, read as text and what they say about themselves: a module for each kind."""

from timeline.documents import markdown, pdf, plain, webpage, word
from timeline.documents.base import Document, Read

KINDS: dict[str, Read] = {
    "": plain.read,
    ".txt": plain.read,
    ".text": plain.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": webpage.read,
    ".htm": webpage.read,
    ".xhtml": webpage.read,
    ".docx": word.read,
    ".pdf": pdf.read,
}
"""By the file's suffix, in lower case, what reads it."""

__all__ = ["KINDS", "Document"]
