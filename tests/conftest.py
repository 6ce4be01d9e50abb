"""What every test can ask for: goldens, a browser, and how thorough the properties are."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, expect

from tests import chromium
from tests.golden import PAGE, ROOT, Golden, forget_last_run, stale, write_differences
from tests.scale import FULL

os.environ["LANGUAGE"] = "en"  # what tests read is English, whoever runs them
os.environ["CCM_HOOKS_ALLOW"] = "127.0.0.0/8,::1/128"  # receivers of webhooks listen on this machine

settings.register_profile("check", deadline=None, derandomize=True, max_examples=60)
settings.register_profile(
    "full", deadline=None, print_blob=True, max_examples=1000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("full" if FULL else "check")
expect.set_options(timeout=30_000)  # what comes at all comes at once, but for a machine that has much else to do


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="accept what the tests produce as the expected output")


def pytest_configure(config: pytest.Config) -> None:
    if not _is_worker(config):
        forget_last_run()


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say where the differences are, and after a whole run which expected output nothing asks for any more."""
    for name in write_differences():
        terminalreporter.line(f"golden differs: {name} (see {PAGE.relative_to(ROOT)})", red=True)
    if _ran_everything(config, terminalreporter):
        for name in stale():
            terminalreporter.line(f"golden not asked for: tests/golden/{name}", yellow=True)


@pytest.fixture(scope="session")
def golden(pytestconfig: pytest.Config) -> Golden:
    """`golden(name, text)` compares with `tests/golden/NAME`; `pytest --update` accepts."""
    return Golden(update=pytestconfig.getoption("--update"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once; skips visibly where it is missing."""
    with chromium.started() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test on script errors, console errors and requests to the network."""
    with chromium.watched_page(browser) as page:
        yield page


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


def _ran_everything(config: pytest.Config, reporter: pytest.TerminalReporter) -> bool:
    filtered = config.option.keyword or config.option.markexpr or config.args != config.getini("testpaths")
    return not filtered and not any(reporter.stats.get(outcome) for outcome in ("failed", "error", "skipped"))
