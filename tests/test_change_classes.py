"""What the rooms that may not know each other both say about classes of change is the same."""

from __future__ import annotations

from approvals.workflow import CHANGES
from content_blocks.change_class import ORDER


def test_a_route_is_for_what_a_change_can_be() -> None:
    assert ("none", *CHANGES) == ORDER
