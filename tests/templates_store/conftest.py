"""The bank on each database, for what databases keep."""

from tests.ccm.store.conftest import bank, small

__all__ = ["bank", "small"]
