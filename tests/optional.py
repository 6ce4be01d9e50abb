"""What some tests need and not every machine has: without it they are skipped with a reason, or fail where asked to."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

REQUIRE_ALL = os.environ.get("CCM_REQUIRE_ALL") == "1"
"""Set where nothing may be skipped, such as in continuous integration."""


def missing(reason: str) -> NoReturn:
    """Skip the test for a `reason` that says what to install; a failure where everything is required."""
    if REQUIRE_ALL:
        pytest.fail(f"required here: {reason}", pytrace=False)
    pytest.skip(reason)
