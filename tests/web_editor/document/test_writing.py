"""Texts are written so that they read the same: whatever somebody can make in the editor, and as plainly as can be."""

from __future__ import annotations

import pytest
from hypothesis import event, given, settings

from content_blocks.problem import Refused
from tests.web_editor.document.inline import plain, rich
from web_editor.document.writing import Node, nodes, source


def words(text: str, *names: str, link: str = "") -> Node:
    marks: list[Node] = [{"type": "link", "attrs": {"address": link}}] if link else []
    marks += [{"type": name} for name in names]
    return {"type": "text", "text": text, **({"marks": marks} if marks else {})}


def gap(expression: str, *names: str) -> Node:
    node: Node = {"type": "placeholder", "attrs": {"expression": expression}}
    return {**node, "marks": [{"type": name} for name in names]} if names else node


BREAK: Node = {"type": "break"}

WRITTEN: dict[str, tuple[list[Node], str]] = {
    "nothing": ([], ""),
    "words": ([words("Dear all,")], "Dear all,"),
    "strong": ([words("a "), words("b", "strong"), words(" c")], "a **b** c"),
    "both": ([words("a", "strong", "em")], "***a***"),
    "strong within emphasis": (
        [words("a ", "em"), words("b", "strong", "em"), words(" c", "em")],
        "*a **b** c*",
    ),
    "strong beside emphasis": ([words("a", "strong"), words("b", "em")], "**a***b*"),
    "strong in a word": ([words("a"), words("b", "strong"), words("c")], "a**b**c"),
    "emphasis at a quote in a word": ([words("a"), words("“", "em")], "a*{{}}“{{}}*"),
    "strong brackets in a word": ([words("a"), words("(b)", "strong"), words("c")], "a**{{}}(b){{}}**c"),
    "strong up to a blank": ([words("a ", "strong"), words("b")], "**a {{}}**b"),
    "a placeholder": ([words("Dear "), gap("customer.name")], "Dear {{ customer.name }}"),
    "a strong placeholder": ([gap("a | money", "strong"), words("!")], "**{{ a | money }}**!"),
    "a line break": ([words("a"), BREAK, words("b")], "a\\\nb"),
    "a line break before a blank": ([words("a"), BREAK, words(" b")], "a\\\n{{}} b"),
    "a line break in strong words": ([words("a", "strong"), BREAK, words("b", "strong")], "**a\\\nb**"),
    "line breaks around strong words": ([BREAK, words("a", "strong"), BREAK], "\\\n**a**\\\n"),
    "a link": ([words("a", link="https://b.example/c_d")], "[a](https://b.example/c_d)"),
    "brackets in a link": ([words("a]", link="https://b.example/(c)")], r"[a\]](https://b.example/\(c\))"),
    "a placeholder in a link": (
        [words("a", link="https://b.example/{{ c.d | iban }}")],
        "[a](https://b.example/{{ c.d | iban }})",
    ),
    "a partly strong link": (
        [words("a", "strong", link="tel:+491"), words(" b", link="tel:+491")],
        "[**a** b](tel:+491)",
    ),
    "what only looks like marks": ([words("5 * 3 [a](b) c_d \\")], r"5 \* 3 \[a\](b) c_d \\"),
    "what is nothing to us": ([words("# 1. <b> `c` &amp; ~d~")], "# 1. <b> `c` &amp; ~d~"),
}


@pytest.mark.parametrize(("content", "written"), WRITTEN.values(), ids=WRITTEN)
def test_a_text_is_written_plainly(content: list[Node], written: str) -> None:
    assert source(content, "inline") == written
    assert nodes(written, "inline") == content


@settings(max_examples=settings.default.max_examples * 10)  # type: ignore[union-attr]
@given(rich())
def test_what_is_written_reads_the_same(content: list[Node]) -> None:
    written = source(content, "inline")
    event("with nothing between" if "{{}}" in written else "plain Markdown")
    assert nodes(written, "inline") == content


@given(plain())
def test_a_plain_text_reads_the_same(content: list[Node]) -> None:
    assert nodes(source(content, "line"), "line") == content


def test_a_line_break_has_no_style() -> None:
    broken: Node = {"type": "break", "marks": [{"type": "strong"}]}
    assert source([words("a", "strong"), broken, words("b")], "inline") == "**a**\\\nb"


UNWRITABLE: dict[str, tuple[list[Node], str, str]] = {
    "a placeholder that is none": ([words("Dear {{ customer.name }}")], "inline", "text-stray-braces"),
    "half a placeholder": ([words("a }}")], "line", "text-stray-braces"),
    "one brace": ([words("{ customer.name }")], "inline", "text-stray-braces"),
    "a statement": ([words("{% if a %}")], "inline", "text-stray-braces"),
    "an expression that is none": ([gap("a(")], "inline", "expression-syntax"),
    "braces in an expression": ([gap('a or "}}"')], "inline", "expression-syntax"),
    "two expressions in one": ([gap("a }} {{ b")], "line", "text-unwritable"),
    "blanks around an expression": ([gap(" a ")], "line", "text-unwritable"),
    "marks in a line": ([words("a", "strong")], "line", "text-unwritable"),
    "a link on a page number": (
        [{"type": "placeholder", "attrs": {"expression": "page"}, "marks": words("", link="tel:1")["marks"]}],
        "inline",
        "text-unwritable",
    ),
    "a link that is none": ([words("a", link="javascript:alert(1)")], "inline", "link-address"),
    "a link with a blank": ([words("a", link="https://b.example/ c")], "inline", "link-address"),
    "an address that is none": ([words("http://a.example")], "address", "link-address"),
    "a hidden direction": ([words("a\u202eb")], "inline", "character-not-allowed"),
    "more than there is room for": ([words("a" * 20_001)], "inline", "wording-too-long"),
}


@pytest.mark.parametrize(("content", "kind", "code"), UNWRITABLE.values(), ids=UNWRITABLE)
def test_what_cannot_be_written_is_refused(content: list[Node], kind: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        source(content, kind)  # type: ignore[arg-type]
    assert caught.value.problems[0].code == code
