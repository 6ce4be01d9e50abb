"""One text of a template in one language: what a document shows of it, and what becomes of it when that is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from content_blocks.problem import Refused, refuse
from content_blocks.text import ANY_LANGUAGE, text_hash
from web_editor.document.kinds import TextKind
from web_editor.document.writing import Node, nodes, same, source

ABSENT: Final = None
"""What a field holds that is not there."""


@dataclass(frozen=True)
class Tongue:
    """The language of a document, and those of its template, the source first."""

    language: str
    languages: tuple[str, ...]

    @property
    def source(self) -> str:
        """The language that the others are translated from."""
        return self.languages[0]


def tongue(template: Mapping[str, Any], language: str) -> Tongue:
    """The languages of a document; raises Refused if its template is not written in that one."""
    if language not in template["languages"]:
        raise refuse("", "editor-language-unknown", language=language[:35])
    return Tongue(language, tuple(template["languages"]))


def words(value: Any, field: str, kind: TextKind, tongue: Tongue) -> Node:
    """The node that shows a text.  Raises Refused with the language if it cannot be read.

    `stale` is empty, or names the source text that it translates instead of the present one.
    """
    key = _key(value, tongue)
    content = _nodes(value, key, kind) if key is not None else []
    attrs = {
        "field": field,
        "kind": kind,
        "shared": isinstance(value, str) if value is not ABSENT else len(tongue.languages) == 1,
        "stale": _stale(value, key, tongue) if key is not None else "",
        "missing": value is not ABSENT and key is None,
    }
    node: Node = {"type": "words", "attrs": attrs}
    return {**node, "content": content} if content else node


def text(node: Node, value: Any, tongue: Tongue, *, required: bool) -> Any:
    """What a text is after its node was edited; ABSENT if there is none any more.

    What the node leaves alone stays as it is.  A text that is shared is one string for all languages; one that is so
    no longer keeps for the others what it was.  A translation that was changed, or that is said to be stale no longer,
    names the source text it translates; one that is said to be stale again, as when somebody takes that back, names
    the one it is said to translate.  Raises Refused with the language if it cannot be written.
    """
    was = words(value, "", node["attrs"]["kind"], tongue)
    shared, stale = node["attrs"]["shared"], node["attrs"]["stale"]
    named = "" if stale == was["attrs"]["stale"] else stale
    key = _key(value, tongue)
    content = node.get("content", [])
    if not same(content, was.get("content", [])):
        written = _source(content, node["attrs"]["kind"], "" if shared else tongue.language)
    elif key is None:
        return value if value is not ABSENT or not required else "" if shared else {tongue.language: ""}
    elif shared == was["attrs"]["shared"]:
        same_source = stale == was["attrs"]["stale"] or not isinstance(value, Mapping)
        return value if same_source else _map(value, value.get("of", {}), key, tongue, named)
    else:
        written = value if key == ANY_LANGUAGE else value[key]
    if shared:
        return written if written or required else ABSENT
    return _in_language(_by_language(value, tongue), written, tongue, required, named)


def _key(value: Any, tongue: Tongue) -> str | None:
    """Under which language the text is that a reader of this language gets; None if there is none."""
    if isinstance(value, str):
        return ANY_LANGUAGE
    candidates = (tongue.language, tongue.language.split("-")[0])
    return next((key for key in candidates if value is not ABSENT and key in value), None)


def _nodes(value: Any, key: str, kind: TextKind) -> list[Node]:
    try:
        return nodes(value if key == ANY_LANGUAGE else value[key], kind)
    except Refused as refused:
        raise Refused(problem.within(key) for problem in refused.problems) from None


def _source(content: Sequence[Node], kind: TextKind, language: str) -> str:
    try:
        return source(content, kind)
    except Refused as refused:
        raise Refused(problem.within(language) for problem in refused.problems) from None


def _stale(value: Any, key: str, tongue: Tongue) -> str:
    """The hash of the source text that it says it translates, if that is another than the present one."""
    if key in (ANY_LANGUAGE, tongue.source) or tongue.source not in value:
        return ""
    current = text_hash(value[tongue.source])
    named = str(value.get("of", {}).get(key, current))
    return "" if named == current else named


def _by_language(value: Any, tongue: Tongue) -> dict[str, Any]:
    """A text as a map: one for all languages is the text in each of them."""
    if isinstance(value, str):
        return dict.fromkeys(tongue.languages, value)
    return dict(value or {})


def _in_language(texts: dict[str, Any], written: str, tongue: Tongue, required: bool, named: str) -> Any:
    """The texts with what was written in this language; without it, if it is empty and need not be there.

    Where another text would step in for it, an empty one has to be there.
    """
    of = texts.pop("of", {})
    others = {language: other for language, other in texts.items() if language != tongue.language}
    if written or required or _key(others, tongue) is not None:
        return _map({**texts, tongue.language: written}, of, tongue.language, tongue, named)
    return _map(others, {language: it for language, it in of.items() if language in others}, "", tongue)


def _map(texts: Mapping[str, Any], of: Mapping[str, str], changed: str, tongue: Tongue, named: str = "") -> Any:
    """The texts by language, with what they translate: the one that was changed the source text that is `named`, or
    else the present one; ABSENT if there are none."""
    texts = {language: written for language, written in texts.items() if language != "of"}
    if changed and changed != tongue.source and tongue.source in texts:
        of = {**of, changed: named or text_hash(texts[tongue.source])}
    return ({**texts, "of": dict(of)} if of else texts) or ABSENT
