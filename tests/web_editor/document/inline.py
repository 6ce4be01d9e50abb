"""Random inline content: everything that somebody can make in the editor."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from web_editor.document.writing import Node

CHARACTERS = "ab Zß9.,;:!?()[]<>*_\\`~#&|\"'/=+-–„“€%@$^\t\u00a0é字🙂"
"""Letters, blanks, and everything that some Markdown or other makes something of; no braces, for these are refused."""
EXPRESSIONS = ("customer.name", "account.balance | money", 'a or "–"', "page", "count(account.cards) > 1", "b|date")
ADDRESSES = (
    "https://a.example",
    "https://a.example/b(c)_d*e*?f=1&amp;g=\\h<i>#[j]",
    "https://a.example/{{ account.iban }}?b={{ customer.name }}",
    "mailto:{{ customer.email }}",
    "{{ account.url }}",
    "tel:+4930",
)


def words() -> st.SearchStrategy[str]:
    """Some literal words."""
    plain = st.sampled_from(["word", "two words", "Ihre Karte", "a_b", " edge ", "* ", "1. ", "(in brackets)", "!"])
    return plain | st.text(CHARACTERS, min_size=1, max_size=8)


def marks(*, page: bool = False) -> st.SearchStrategy[list[Node]]:
    """The marks of a node in the order of the schema; a page number has no link."""
    link = st.none() if page else st.sampled_from([None, None, None, *ADDRESSES])
    return st.builds(_marks, link, st.booleans(), st.booleans())


def _marks(link: str | None, strong: bool, em: bool) -> list[Node]:
    found: list[Node] = [{"type": "link", "attrs": {"address": link}}] if link else []
    return found + [{"type": name} for name, on in (("strong", strong), ("em", em)) if on]


def _marked(node: Node, found: list[Node]) -> Node:
    return {**node, "marks": found} if found else node


def _placeholders() -> st.SearchStrategy[Node]:
    def node(expression: str) -> st.SearchStrategy[Node]:
        made = {"type": "placeholder", "attrs": {"expression": expression}}
        return marks(page=expression == "page").map(lambda found: _marked(made, found))

    return st.sampled_from(EXPRESSIONS).flatmap(node)


def rich() -> st.SearchStrategy[list[Node]]:
    """The content of a text with marks."""
    text = st.builds(lambda found, all_marks: _marked({"type": "text", "text": found}, all_marks), words(), marks())
    line_break = st.just({"type": "break"})
    return st.lists(text | text | _placeholders() | line_break, max_size=6).map(joined)


def plain() -> st.SearchStrategy[list[Node]]:
    """The content of a text without marks."""
    text = words().map(lambda found: {"type": "text", "text": found})
    gap = st.sampled_from(EXPRESSIONS).map(lambda found: {"type": "placeholder", "attrs": {"expression": found}})
    return st.lists(text | gap | st.just({"type": "break"}), max_size=5).map(joined)


def address() -> st.SearchStrategy[list[Node]]:
    """The content of an address."""
    host = st.sampled_from([{"type": "text", "text": "https://a.example/"}])
    gap = st.sampled_from(EXPRESSIONS).map(lambda found: {"type": "placeholder", "attrs": {"expression": found}})
    return st.lists(gap, max_size=2).flatmap(lambda gaps: host.map(lambda start: [start, *gaps]))


OF_KIND = {"inline": rich, "line": plain, "address": address}


def joined(nodes: list[Node]) -> list[Node]:
    """The same as ProseMirror has it: neighbouring words with the same marks are one node."""
    found: list[dict[str, Any]] = []
    for node in nodes:
        last = found[-1] if found else None
        if last and node["type"] == "text" == last["type"] and node.get("marks") == last.get("marks"):
            found[-1] = {**last, "text": last["text"] + node["text"]}
        else:
            found.append(node)
    return found
