"""The code's own rules, checked: which way imports go, how long things are, what is documented, what is not said."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for top in ("timeline", "workers", "web") for path in (ROOT / top).rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 50
SERVICE_NAMES = ("flask", "celery")


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer(module: str) -> int:
    """The place of a module in the one direction that imports go; a module may import what is not above it."""
    for number, names in enumerate(LAYERS):
        if any(module == name or module.startswith(name + ".") for name in names):
            return number
    return -1


LAYERS = (
    ("timeline.errors", "timeline.civil"),
    ("timeline.interval", "timeline.edtf"),
    ("timeline.reason",),
    ("timeline.expression",),
    ("timeline.calendar",),
    ("timeline.resolve", "timeline.explain", "timeline.timex3", "timeline.shifting"),
    ("timeline.model",),
    ("timeline.meaning",),
    ("timeline.tagging",),
    ("timeline.tagger", "timeline.events"),
    ("timeline.pipeline",),
    (
        "timeline.published",
        "timeline.redating",
        "timeline.fields",
        "timeline.wire",
        "timeline.files",
        "timeline.formats",
    ),
    ("timeline.store",),
    ("timeline.service",),
    ("timeline.cli", "workers", "web"),
)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    own = layer(name_of(path))
    upward = {other for other in imports_of(path) if own >= 0 and layer(other) > own}
    assert not upward


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_core_knows_neither_web_framework_nor_task_queue_and_only_the_store_knows_redis(
    path: Path,
) -> None:
    roots = {other.split(".")[0] for other in imports_of(path)}
    name = name_of(path)
    if name.startswith("timeline"):
        assert roots.isdisjoint({"flask", "celery", "web", "workers"})
    if not name.startswith("timeline.store"):
        assert "redis" not in roots
    if name.startswith("web"):
        assert "workers" not in roots
    if name.startswith("workers"):
        assert "web" not in roots


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_pages_and_api_stand_side_by_side(path: Path) -> None:
    others = {"web.pages": "web.api", "web.api": "web.pages"}
    other = next((other for own, other in others.items() if name_of(path).startswith(own)), None)
    assert other is None or not any(one.startswith(other) for one in imports_of(path))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef) and node.end_lineno
        if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_public_names_are_documented(path: Path) -> None:
    tree = tree_of(path)
    documented = (ast.Module, ast.FunctionDef, ast.ClassDef)
    bare = [
        getattr(node, "name", "the module")
        for node in (tree, *tree.body)
        if isinstance(node, documented) and not getattr(node, "name", "").startswith("_")
        if not ast.get_docstring(node) and (path.name != "__init__.py" or node is not tree or tree.body)
    ]
    assert not bare


def reasons_of(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "because":
            yield node


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_reasons_are_written_out_for_the_catalogues_and_their_places_are_filled(path: Path) -> None:
    for call in reasons_of(path):
        (message,) = call.args
        assert isinstance(message, ast.Constant), f"line {call.lineno}"
        places = set(re.findall(r"%\((\w+)\)s", str(message.value)))
        assert places == {one.arg for one in call.keywords}, f"line {call.lineno}"


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_folder_of_one_machine() -> None:
    own_folders = re.compile(r"(?<![\w.}])/(?:root|work|home/\w+)/")
    named = {
        path.relative_to(ROOT)
        for path in tracked()
        if own_folders.search(path.read_bytes().decode("utf-8", "replace"))
    }
    assert not named


def test_the_lock_pins_and_hashes_and_names_no_place_to_download_from() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in lock
        assert not re.search(r"^-", lock, re.MULTILINE)
        for requirement in lock.replace("\\\n", " ").splitlines():
            assert re.match(r"\S+==\S+ .*--hash=sha256:", requirement), requirement


def test_no_lock_that_records_a_registry_is_kept() -> None:
    assert {path.name for path in tracked()}.isdisjoint({"uv.lock", "pylock.toml", "package-lock.json"})


def test_what_the_readme_tells_to_type_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", readme, re.DOTALL))
    blocks = re.sub(r" #.*", "", blocks)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake (\w+)", blocks):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    cli = (ROOT / "timeline" / "cli" / "__init__.py").read_text(encoding="utf-8")
    for command in re.findall(r"\btimeline (\w+)", blocks):
        assert f"def {command}(" in cli, command
    for image in re.findall(r"!\[.*?\]\((.*?)\)", readme):
        assert (ROOT / image).is_file(), image
