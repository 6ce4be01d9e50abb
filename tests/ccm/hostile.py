"""Values that nobody should send: what has broken mailers, printers, spreadsheets and template engines.

Most carry the `CANARY`, a word that occurs nowhere else, so that a value that leaks where it must not is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

CANARY = "kq7vz"
EVALUATED = "62710561"
"""What 7919*7919 comes to: it is nowhere unless somebody has computed it."""

LARGE = 200_000

MARKUP = (
    f'<script>alert("{CANARY}")</script>',
    f"<img src=x onerror=alert('{CANARY}')>",
    f'"><a href="https://{CANARY}.example/">click</a>',
    f"' onmouseover='alert({CANARY})",
    f"</td></tr></table></div></body></html>{CANARY}",
    f"</title></style><style>*{{display:none}}</style>{CANARY}",
    f"<!-- {CANARY}",
    f"--><b>{CANARY}</b>",
    f"<!--[if mso]><a href='https://{CANARY}.example'>x</a><![endif]-->",
    f"]]>{CANARY}<![CDATA[",
    f"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;{CANARY}</x>",
    f"&lt;b&gt;{CANARY}&lt;/b&gt; &amp; &#60;i&#62; &nbsp;&#x202e;",
    f"<svg onload=alert(1)><a xlink:href='javascript:{CANARY}'>",
    f"<noscript><p title='</noscript><img src=x onerror=alert({CANARY})>'>",
    f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x {CANARY}&gt;'>",
    f"<base href='https://{CANARY}.example/'><meta http-equiv=refresh content='0;url=https://{CANARY}.example'>",
    f"<mj-include path='/etc/passwd' /><mj-raw><script>{CANARY}</script></mj-raw>",
    f"</mj-text></mj-column><mj-image src='https://{CANARY}.example/a.png' />",
    f"expression(alert('{CANARY}')) url(https://{CANARY}.example/x.png) @import '{CANARY}'; }} body {{ color: red",
)
SYNTAX = (
    f"{{{{ 7919*7919 }}}} {CANARY}",
    f"{CANARY} {{% for x in range(9) %}}{{{{ 7919*7919 }}}}{{% endfor %}} {{# {CANARY} #}}",
    f"{{{{ ''.__class__.__mro__[1].__subclasses__() }}}} {CANARY}",
    f"${{7919*7919}} #{{7919*7919}} <%= 7919*7919 %> {{{{=7919*7919}}}} {CANARY}",
    f"[click {CANARY}](https://{CANARY}.example/) ![x](https://{CANARY}.example/x.png) **bold** _em_ `code`",
    f"[a]: https://{CANARY}.example/\\",
    f"zq0qz zq1qz zq2qz zq17qz zq9999qz {CANARY}",
    f"%s %d %(name)s {{0}} {{name!r}} {{{{}}}} $name {CANARY}",
    f"\\n\\r\\t\\u0000 \\ {CANARY} \\\\' \\\" /",
    f"{{customer.name}} {{title}} {{first_name}} # {CANARY}",
    f"{{page}} {{pages}} counter(page) {CANARY}",
    f"'; DROP TABLE customers; -- {CANARY}",
)
SPREADSHEET = (
    f"=cmd|'/c calc'!A0 {CANARY}",
    f'=HYPERLINK("https://{CANARY}.example","click")',
    f"+7919*7919 {CANARY}",
    f"-7919*7919 {CANARY}",
    f"@SUM(1+1)*{CANARY}",
    f"\t=7919*7919 {CANARY}",
    f'";=7919*7919;"{CANARY}',
)
ADDRESSES = (
    f"javascript:alert('{CANARY}')",
    f"JaVaScRiPt://bank.example/%0aalert('{CANARY}')",
    f"data:text/html;base64,PHNjcmlwdD4={CANARY}",
    f"file:///etc/passwd#{CANARY}",
    f"https://bank.example@{CANARY}.example/",
    f"//{CANARY}.example/x",
    f'https://{CANARY}.example/" onclick="alert(1)',
    f"https://bank.example\\@{CANARY}.example",
    f"mailto:all@bank.example?bcc={CANARY}@evil.example&body=x",
    f"https://{CANARY}.example/?a=1&b=<script>#{{{{7919*7919}}}}",
    f"../../../etc/{CANARY}",
    f"..\\..\\{CANARY}.exe",
    f"cid:{CANARY} vbscript:x ftp://{CANARY}.example",
)
MAIL = (
    f"x\r\nBcc: {CANARY}@evil.example",
    f"x\nBcc: {CANARY}@evil.example\n\n<html>",
    f"x\rX-Injected: {CANARY}",
    f"=?utf-8?q?=0D=0ABcc:_{CANARY}?=",
    f"=?utf-8?b?DQpCY2M6IHg=?= {CANARY}",
    f"--=_a0\r\nContent-Type: text/html\r\n\r\n{CANARY}",
    f'"{CANARY}" <evil@evil.example>, <other@evil.example>',
    f"a@b.example, {CANARY}@evil.example",
    f"<{CANARY}@evil.example>",
    f"\r\n.\r\nMAIL FROM:<{CANARY}@evil.example>",
    f"=0D=0A=2E {CANARY} =",
    f"From {CANARY} Mon Jan 1",
    f"{CANARY}\u2028X-Injected: x\u2029\x85x",
)
CHARACTERS = (
    f"{CANARY}\x00after",
    f"{CANARY}\x1b[31mred\x07\x08\x7f",
    f"{CANARY}\ud800",
    f"\udfff{CANARY}",
    f"\u202e{CANARY}gpj.exe\u202c",
    f"\u2066{CANARY}\u2069\u200f\u200e",
    f"\u05d0\u05d1\u05d2 {CANARY} \u0645\u0631\u062d\u0628\u0627",
    f"{CANARY}\ue000\uf8ff\U000f0000",
    f"{CANARY}\ufdd0\ufffe\uffff\U0001ffff",
    f"\ufeff{CANARY}\u200b\u200c\u200d\u2060\u00ad",
    f"{CANARY}\U000e0041\U000e007f",
    f"\U0001f468\u200d\U0001f469\u200d\U0001f467 {CANARY} \u263a\ufe0f \U0001f1e9\U0001f1ea",
    f"{CANARY} \u4e2d\u6587 \u0e44\u0e17\u0e22 \ua9c1 \U00012000",
    f"{CANARY} e\u0301 \u1e69\u0323 \u0130 \u0131 \u00df \ufb03 \u212b \u2126",
    f"\uff1c{CANARY}\uff1e \uff1d\uff23 \u2039x\u203a",
    f"{CANARY}\u3164\u115f\u1160\uffa0\u2800",
    f"{CANARY}\n\n\nnext",
    f"{CANARY}\r\nnext\r\n",
    f"{CANARY}\tnext\v\f",
    f"Nguy\u1ec5n V\u0103n \u0141\u00f3d\u017a {CANARY} \u0391\u03b8\u03ae\u03bd\u03b1 \u041a\u0438\u0457\u0432",
)
FLOODS = (
    "W" * 500,
    f"{CANARY} " * 40,
    "a" + "\u0301" * 5000,
    "<div>" * 20_000,
    "{{" * 50_000,
    "(" * LARGE,
    CANARY * (LARGE // len(CANARY)),
    "x " * (LARGE // 2),
    "\u00e4" * LARGE,
    "\n" * 3000 + CANARY,
    "\u200b" * 3000,
    "https://x.example/" + "a" * 5000,
)
NUMBERS = (
    "NaN",
    "-NaN",
    "sNaN",
    "inf",
    "-Infinity",
    "1e999999",
    "1e-999999",
    "9" * 400,
    "0x10",
    "1_000",
    "\u0661\u0662",
    "-0",
)
BLANK = ("", " ", "\t", "\u00a0", "\u3000", "\u200b", "null", "None", "undefined", "true")

TEXTS = (*MARKUP, *SYNTAX, *SPREADSHEET, *ADDRESSES, *MAIL, *CHARACTERS, *FLOODS, *NUMBERS, *BLANK)

NO_TEXTS: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    10**400,
    1.5,
    float("nan"),
    float("-inf"),
    Decimal("NaN"),
    Decimal("sNaN"),
    Decimal("Infinity"),
    Decimal("1E+999999"),
    Decimal("-0"),
    [],
    {},
    [CANARY],
    {"__class__": CANARY},
    b"bytes",
    object(),
)
"""What a caller from Python, or a column of another type, can bring instead of a text."""

ANY_CHARACTER = st.characters(exclude_categories=())
"""Lone surrogates and unassigned code points included."""


def texts() -> SearchStrategy[str]:
    """Texts with hostile pieces in them, and texts of any characters at all."""
    known = st.sampled_from(range(len(TEXTS))).map(lambda index: TEXTS[index])  # all of them at once are megabytes
    joined = st.lists(st.one_of(known, st.text(ANY_CHARACTER, max_size=8)), min_size=2, max_size=4).map("".join)
    return st.one_of(known, known, joined, st.text(ANY_CHARACTER, min_size=1, max_size=60))


def printable() -> SearchStrategy[str]:
    """Texts that look harmless enough for a data dictionary to let most of them in."""
    return st.one_of(st.sampled_from((*MARKUP, *SYNTAX, *SPREADSHEET, *ADDRESSES)), texts())


def values() -> SearchStrategy[Any]:
    """Texts mostly, now and then something that is none."""
    return st.one_of(texts(), texts(), texts(), st.sampled_from(NO_TEXTS))


Step: TypeAlias = "str | int"
Place: TypeAlias = tuple[Step, ...]


def places(record: Any, place: Place = ()) -> Iterator[Place]:
    """Every place in a record; of lists the first and the last element, as the ones between are treated alike."""
    if place:
        yield place
    if isinstance(record, Mapping):
        for name, inside in record.items():
            yield from places(inside, (*place, name))
    elif isinstance(record, list):
        for index in sorted({0, len(record) - 1}) if record else ():
            yield from places(record[index], (*place, index))


def replaced(record: Any, place: Place, value: Any) -> Any:
    """The record with another value at a place."""
    if not place:
        return value
    step, *rest = place
    copy: Any = list(record) if isinstance(record, list) else dict(record)
    copy[step] = replaced(copy[step], tuple(rest), value)
    return copy


def written(place: Place) -> str:
    """A place as problems name it: `account.transactions[3].text`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place).lstrip(".")
