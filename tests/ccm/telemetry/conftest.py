"""The bank's API, for those who watch over it."""

from __future__ import annotations

from tests.ccm.api.conftest import app, bank, every, press, small

__all__ = ["app", "bank", "every", "press", "small"]
