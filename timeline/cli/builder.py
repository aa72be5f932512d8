"""`timeline build`: files in, one timeline out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from timeline.archive import unpacked
from timeline.errors import InvalidInputError, Problem
from timeline.files import SUFFIXES, articles_from_file
from timeline.formats import FORMATS
from timeline.formats.base import counted
from timeline.model import Article, Published

_MANY = 100  # articles from which on the terminal shows how far the reading is


def build_timeline(
    paths: Iterable[str], published: Published | None, form: str, title: str, *, json_lines: bool
) -> int:
    """Build the timeline of all files and write it to standard output; give the exit status.

    What cannot be read is told on standard error, file by file, and the status is 1; the timeline is built of the
    rest. What the format leaves out is told there too; JSON holds everything, the others not the details without
    a date of their own.
    """
    from timeline.events.merge import shown
    from timeline.pipeline import build

    articles, problems = read_files(paths, published, json_lines=json_lines)
    for problem in problems:
        click.echo(problem.detail, err=True)
    if not articles:
        return 1
    if problems:
        rest = counted(len(articles), "article", "articles")
        faults = counted(len(problems), "fault", "faults")
        click.echo(f"{faults}; the timeline is built of the other {rest}.", err=True)
    quiet = len(articles) < _MANY or not sys.stderr.isatty()
    with click.progressbar(articles, label="Reading", file=sys.stderr, hidden=quiet) as shown_as_read:
        found = build(shown_as_read)
    entries = found if form == "json" else shown(found)
    chosen = FORMATS[form]
    text = chosen.render(entries, title or _title(articles), {article.id: article for article in articles})
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
    if details := len(found) - len(entries):
        click.echo(
            f"{details:,} details without a date of their own left out; --format json has them.", err=True
        )
    if left_out := chosen.leaves_out(entries):
        click.echo(left_out, err=True)
    return 1 if problems else 0


def read_files(
    paths: Iterable[str], published: Published | None, *, json_lines: bool = False
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read all files, and say what is wrong in any of them; an article that comes twice counts once.

    Of two different articles with one id the first is taken.
    """
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for path in _files(paths, problems):
        try:
            for name, data in unpacked(path, _content(path)):
                for article in articles_from_file(name, data, published, json_lines=json_lines):
                    _add(articles, article)
        except InvalidInputError as error:
            problems += error.problems
    return tuple(articles.values()), tuple(problems)


def _files(paths: Iterable[str], problems: list[Problem]) -> Iterator[str]:
    """Give the paths, for a folder those of the files in it that can be read, in the order of their names.

    What else is in a folder, hidden files apart, is told on standard error: nobody named it, so it is no fault.
    """
    for path in paths:
        folder = Path(path)
        if not folder.is_dir():
            yield path
            continue
        inside = [one for one in sorted(folder.rglob("*")) if _is_open(one, folder)]
        found = [str(one) for one in inside if one.suffix.lower() in SUFFIXES]
        if not found:
            problems.append(Problem("", f"{path}: no file that can be read is in this folder"))
        for one in inside:
            if one.suffix.lower() not in SUFFIXES:
                click.echo(f"{one}: left out, for this is no kind of file that is read", err=True)
        yield from found


def _is_open(path: Path, folder: Path) -> bool:
    """Tell whether a path in a folder is a file, and neither hidden nor in a hidden folder."""
    return path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)


def _content(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InvalidInputError(Problem("", f"{path}: {error.strerror or error}")) from error


def _add(articles: dict[str, Article], article: Article) -> None:
    if articles.setdefault(article.id, article) != article:
        raise InvalidInputError(Problem("", f"two different articles have the id {article.id}"))


def _title(articles: tuple[Article, ...]) -> str:
    return articles[0].title if len(articles) == 1 else ""
