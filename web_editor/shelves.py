"""What people write is kept on two shelves, and is called so in addresses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Shelf = Literal["templates", "blocks"]
Written = Literal["template", "block"]
KINDS: Mapping[Shelf, Written] = {"templates": "template", "blocks": "block"}
"""The kind of the items on each."""
