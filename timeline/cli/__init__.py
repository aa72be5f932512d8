"""The `timeline` command. Each part is imported when it is called, so that a command starts at once."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, BinaryIO

import click

from timeline.formats import FORMATS
from timeline.frozen import ALLOCATIONS

if TYPE_CHECKING:
    from timeline.model import Published

_host = click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address of the pages; 0.0.0.0 serves whoever reaches this machine.",
)
_port = click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="TCP port."
)
_data = click.option(
    "--data", type=click.Path(file_okay=False), default="data", show_default=True, help="Data folder."
)
_jsonl = click.option(
    "--jsonl", is_flag=True, required=True, expose_value=False, help="JSON lines out, in the same order."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="timeline")
def main() -> None:
    """Read articles, find what happened when, and show one timeline."""
    gc.set_threshold(ALLOCATIONS)


@main.command(short_help="Find the time expressions of each article.")
@_jsonl
@click.argument("file", type=click.File("rb"), default="-")
def tag(file: BinaryIO) -> None:
    """Find the time expressions of each article in FILE (or standard input)."""
    from timeline.cli.lines import answer_lines, timexes_of

    sys.exit(answer_lines(file, timexes_of))


@main.command(short_help="Find the events of each article.")
@_jsonl
@click.argument("file", type=click.File("rb"), default="-")
def events(file: BinaryIO) -> None:
    """Find the events of each article in FILE (or standard input), dated or not."""
    from timeline.cli.lines import answer_lines, events_of

    sys.exit(answer_lines(file, events_of))


def _published(_context: click.Context, _option: click.Parameter, value: str | None) -> Published | None:
    if value is None:
        return None
    from timeline.errors import InvalidInputError
    from timeline.published import read_published

    try:
        return read_published(value)
    except InvalidInputError as error:
        raise click.BadParameter("; ".join(problem.detail for problem in error.problems)) from error


@main.command(short_help="Build one timeline of articles.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--jsonl", is_flag=True, help="Every PATH holds JSON lines, whatever its name.")
@click.option(
    "--published",
    metavar="DATE",
    callback=_published,
    help="The date of articles that name none of their own.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    metavar="F",
    help=f"{', '.join(FORMATS)}. Default: text on a terminal, else json.",
)
@click.option("--title", default="", help="The title of the timeline.")
def build(paths: tuple[str, ...], jsonl: bool, published: Published | None, form: str, title: str) -> None:
    """Build one timeline from all articles in PATH... (text, HTML, PDF, .docx, .json, .jsonl, or .zip of them)."""
    from timeline.cli.builder import build_timeline

    form = form or ("text" if sys.stdout.isatty() else "json")
    sys.exit(build_timeline(paths, published, form, title, json_lines=jsonl))


@main.command(short_help="Start the service.")
@_host
@_port
@_data
@click.option("--no-samples", is_flag=True, help="Start without the sample timelines.")
def serve(host: str, port: int, data: str, no_samples: bool) -> None:
    """Start everything: the store, the worker and the pages. Ctrl-C stops all of it."""
    from pathlib import Path

    from timeline import service

    sys.exit(service.serve(host, port, Path(data), not no_samples))


@main.command(short_help="Say what works here.")
@_host
@_port
@_data
def doctor(host: str, port: int, data: str) -> None:
    """Say in words what works here and what is missing."""
    from pathlib import Path

    from timeline import service

    sys.exit(service.doctor(host, port, Path(data)))
