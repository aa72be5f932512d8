"""Zip files: each file in one is taken as if it had come by itself."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from timeline.errors import InvalidInputError, refusal

SUFFIX = ".zip"
_MOST_BYTES = 50_000_000  # unpacked
_MOST_FILES = 10_000


def unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the names and contents of the files in a zip file, or of the file itself where it is none.

    What a system adds of its own (hidden files, `__MACOSX`) is left out.
    Raises `InvalidInputError`, before any file is unpacked, for what is damaged, locked or too large.
    """
    if PurePosixPath(name).suffix.lower() != SUFFIX:
        yield name, data
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            files = [one for one in packed.infolist() if not one.is_dir() and not _hidden(one.filename)]
            _check(files)
            for one in files:
                yield f"{name}/{one.filename}", packed.read(one)
    except InvalidInputError as error:
        raise _named(name, error) from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as error:
        damaged = refusal("", "the zip file is damaged, or packed in a way that cannot be read")
        raise _named(name, damaged) from error


def _check(files: list[zipfile.ZipInfo]) -> None:
    if not files:
        raise refusal("", "no file is in the zip file")
    if any(one.flag_bits & 1 for one in files):
        raise refusal("", "the zip file is locked by a password: pack it without one")
    if len(files) > _MOST_FILES or sum(one.file_size for one in files) > _MOST_BYTES:
        raise refusal(
            "",
            "the zip file holds more than %(files)s files or %(size)s MB: split it",
            files=f"{_MOST_FILES:,}",
            size=_MOST_BYTES // 1_000_000,
        )


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)


def _named(name: str, error: InvalidInputError) -> InvalidInputError:
    """Give the error with the name of the zip file."""
    (problem,) = error.problems
    return refusal("", "%(file)s: %(problem)s", file=name, problem=problem)
