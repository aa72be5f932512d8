"""The package as it would be installed: with every file that it reads at run time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("timeline", "workers", "web")
# Loads what web server, worker and re-sender load, the broker's transport too, with all hidden that is not locked.
WITHOUT_THE_REST = """
import sys
from importlib.metadata import packages_distributions

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in hidden:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

locked = set(sys.argv[1:])
owners = packages_distributions().items()
hidden = {
    name for name, given in owners if not any(one.lower().replace("_", "-") in locked for one in given)
}
sys.meta_path.insert(0, Hidden())
import celery.bin.celery, gunicorn.app.wsgiapp, gunicorn.workers.gthread
import web, workers.app, workers.tasks, workers.resender
workers.app.app.connection().transport
"""


def test_a_built_package_holds_every_file_of_its_folders(tmp_path: Path) -> None:
    source = tmp_path / "source"
    skipped = shutil.ignore_patterns("__pycache__", "*.egg-info", "*.so")
    for name in PACKAGES:
        shutil.copytree(ROOT / name, source / name, ignore=skipped)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    build = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(tmp_path)], cwd=source, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    read = {
        path.relative_to(source).as_posix()
        for name in PACKAGES
        for path in (source / name).rglob("*")
        if path.is_file() and path.suffix not in {".png", ".po"}
    }
    assert read <= packed


def test_the_service_needs_nothing_but_what_it_is_installed_with() -> None:
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    environment = {**os.environ, "REDIS_URL": "redis://127.0.0.1:1"}
    command = [sys.executable, "-c", WITHOUT_THE_REST, "timeline", *locked]
    found = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    assert not found.stderr
