"""The modules that `make fast` compiles: they give the answers that they give in Python."""

from __future__ import annotations

import ast
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMPILER = shlex.split(sysconfig.get_config_var("CC") or "cc")[0]
HEADER = Path(sysconfig.get_path("include"), "Python.h")
# Prints where the modules come from, and all that is said of every sample and every example.
ANSWERS = r"""
import sys
from pathlib import Path
import timeline.tagging.scan
from timeline.events import find
from timeline.events.merge import entries
from timeline.interval import Interval
from timeline.model import Article
from timeline.store import codec
from timeline.tagger import tag

root = Path(sys.argv[1])
texts = [path.read_text() for path in sorted((root / "seeds").glob("*.txt"))]
texts += [part for path in sorted((root / "tests/corpus").glob("*.toml")) for part in path.read_text().split("\n\n")]
print(Path(timeline.tagging.scan.__file__).suffix)
events = []
for number, text in enumerate(texts):
    article = Article(str(number), text, Interval.of_day(19_211), language="en")
    timexes = tag(article)
    found = find(article, timexes)
    assert codec.events(codec.pack(found)) == found
    events += found
    print(timexes, found, sep="\n")
print(len(events), entries(events))
"""


def answers(folder: Path) -> tuple[str, list[str]]:
    """Give how the modules in a folder are kept, and what they answer."""
    command = [sys.executable, "-c", ANSWERS, str(ROOT)]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    said = subprocess.run(
        command, cwd=folder, env=environment, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    return said[0], said[1:]


@pytest.mark.skipif(not shutil.which(COMPILER) or not HEADER.exists(), reason="no C compiler")
def test_compiled_modules_answer_as_they_do_in_python(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "timeline", tmp_path / "timeline", ignore=shutil.ignore_patterns("*.so"))
    for name in ("setup.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    kept, plain = answers(tmp_path)
    assert kept == ".py"
    assert len(plain) > 1000

    environment = {**os.environ, "TIMELINE_COMPILE": "1"}
    command = [sys.executable, "setup.py", "--quiet", "build_ext", "--inplace"]
    built = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    kept, compiled = answers(tmp_path)
    assert kept == ".so"
    assert compiled == plain


def test_no_class_of_a_compiled_module_has_options() -> None:
    """mypyc calls a metaclass without the keywords of the class, so they would be lost without a word."""
    setup = ast.parse((ROOT / "setup.py").read_text())
    setup.body = [node for node in setup.body if isinstance(node, ast.Assign)]
    names = {"Path": lambda name: ROOT / name}
    exec(compile(setup, "setup.py", "exec"), names)
    paths = names["HOT"]
    assert len(paths) > 50
    for path in paths:
        for node in ast.walk(ast.parse((ROOT / path).read_text())):
            assert not (isinstance(node, ast.ClassDef) and node.keywords), f"{path}: {node.name}"
