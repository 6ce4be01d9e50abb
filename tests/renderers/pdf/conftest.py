"""The engine that a test prints by."""

from __future__ import annotations

from typing import Any

import pytest

from content_blocks.document import PdfEngine
from tests.renderers.pdf.printing import Press


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Prints by the engine that the test runs on, or by the reference engine."""
    callspec: Any = getattr(item, "callspec", None)
    Press.engine = callspec.params.get("engine", "weasyprint") if callspec else "weasyprint"


@pytest.fixture(scope="module")
def engine(request: pytest.FixtureRequest) -> PdfEngine:
    """The name of the engine that the test runs on."""
    chosen: PdfEngine = request.param
    return chosen
