"""What binds a template for somebody who writes in it: the locks of the version that was approved last, and of what
their owners have drafted since.

Saving compares with these, so the editor does too: what somebody has put into their own draft, a clause for
one, they can take out again.  Its wording stays with its owners all the same, since a document only refers to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ccm.store.editing import Editable
from content_blocks import locks
from content_blocks.document import LockMode
from content_blocks.item import read_item
from content_blocks.template import Template
from web_editor.document.writing import Node


@dataclass(frozen=True)
class Bound:
    """The mode of the template as a whole, and of every block that was approved; all others are open."""

    template: LockMode
    blocks: Mapping[str, LockMode]

    @classmethod
    def of(cls, found: Editable) -> Bound:
        """What binds whoever opened a template."""
        if found.rights.owns_locks or found.approved is None:
            return cls("open", {})
        approved: Template = read_item(Template, found.approved)
        drafted: Template | None = read_item(Template, found.drafted) if found.drafted else None
        bound = locks.Bound(drafted, approved) if drafted else locks.Bound(approved)
        return cls(bound.lock, {name: standing.mode for name, standing in bound.blocks.items()})

    def within(self, node: Node) -> Node:
        """The same document with the modes that its blocks have for whoever opened it."""
        made = {**node, "content": [self.within(inner) for inner in node["content"]]} if "content" in node else node
        if node["type"] not in ("block", "fixed"):
            return made
        return {**made, "attrs": {**node["attrs"], "mode": self.blocks.get(node["attrs"]["id"], "open")}}
