"""What every test may use: the flag that accepts what a test finds as what it expects from now on."""

from __future__ import annotations

import pytest

pytest_plugins = ["tests.desk", "tests.serving", "tests.chromium"]  # the real store, service and browser


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="write golden timelines and quality floors anew; read the difference",
    )


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether this run writes down what it finds."""
    return bool(request.config.getoption("--accept"))
