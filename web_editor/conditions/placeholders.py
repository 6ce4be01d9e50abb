"""Placeholders as chips: what stands between the braces, as people see and change it.

    chip('account.closing | money or "–"', place, "en").data()

    {"source": "account.closing | money or \\"–\\"", "label": "Closing balance", "path": "account.closing",
     "type": "money", "format": "money", "arguments": {}, "default": {"kind": "value", "type": "text", "value": "–"},
     "within": false, "optional": false, "privacy": "personal", "sample": "€2,270.10", "simple": true, "form": {…}}

`within` says that the default is a value of the field and gets the format too: `(account.charges or 0) | money`.  A
placeholder that shows more than a field is not `simple`: its label says what it computes, and its `form` is changed.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from pydantic import StrictBool, StrictInt, StrictStr

from content_blocks.atoms import PAGE_ATOMS
from content_blocks.expressions import parse_expression
from content_blocks.expressions.nodes import Constant, Default, Formatted, Node, Path, every
from content_blocks.item import Item, read_item
from content_blocks.problem import Problem, Refused, refuse
from web_editor.conditions.form import placed, source_of, value_form, within_bounds
from web_editor.conditions.place import Place
from web_editor.conditions.samples import sample_shown
from web_editor.conditions.sentence import value_said
from web_editor.conditions.shapes import FieldPath, Written


@dataclass(frozen=True, slots=True)
class Chip:
    """One placeholder, as the module's text shows it."""

    source: str
    label: str
    path: str
    type: str
    format: str
    arguments: dict[str, Any]
    default: dict[str, Any] | None
    within: bool
    optional: bool
    privacy: str
    sample: str
    simple: bool
    form: dict[str, Any]

    def data(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)


class ChipContent(Item):
    """What a chip is set to; without `format` a value is shown by its type's own one."""

    path: FieldPath
    format: StrictStr = ""
    arguments: dict[StrictStr, StrictStr | StrictBool | StrictInt] = {}
    default: Written | None = None
    within: StrictBool = False


def chip(source: str, place: Place, language: str) -> Chip:
    """The chip of a placeholder.  Raises Refused if the source is no expression."""
    if source in PAGE_ATOMS:
        return _page(source, place, language)
    expression = parse_expression(source)
    path, facts = _field(expression.root), place.names.facts(expression)
    found = place.find(path) if path else None
    name, arguments = expression.format or ("", {})
    form = value_form(source)
    return Chip(
        source=source,
        label=place.told(path, language) if path else value_said(source, place, language).text,
        path=path,
        type=facts.type if found or not path else "",
        format=name,
        arguments=dict(arguments),
        default=_standing(form),
        within=isinstance(expression.root, Formatted) and isinstance(expression.root.operand, Default),
        optional=bool(found and found.optional),
        privacy=facts.privacy,
        sample=sample_shown(expression, place),
        simple=bool(path),
        form=form,
    )


def placeholder_source(content: object, before: str = "") -> str:
    """The source of a placeholder that is set by its chip; `before` itself if it says the same.

    Raises Refused with every fault and its place, such as `path`, `default.value`.
    """
    within_bounds(content)
    try:
        wanted = read_item(ChipContent, content)  # type: ignore[arg-type]  # whatever somebody sent
    except Refused as refused:
        raise Refused(map(placed, refused.problems)) from None
    if wanted.arguments and not wanted.format:
        raise refuse("format", "field-missing")
    try:
        return source_of(_form(wanted), before)
    except Refused as refused:
        raise Refused(Problem("format", each.code, each.params) for each in refused.problems) from None


def _form(wanted: ChipContent) -> dict[str, Any]:
    form: dict[str, Any] = {"kind": "field", "path": wanted.path}
    standing = wanted.default.model_dump() if wanted.default else None
    if standing and wanted.within:
        form = {"kind": "default", "operand": form, "value": standing}
    if wanted.format:
        form = {"kind": "shown", "operand": form, "format": wanted.format, "args": wanted.arguments}
    if standing and not wanted.within:
        form = {"kind": "default", "operand": form, "value": standing}
    return form


def _field(root: Node) -> str:
    """The path, if a placeholder shows one field with at most a format and a default; "" if it computes."""
    shape = [type(node) for node in every(root) if not isinstance(node, Constant)]
    plain = [[Path], [Default, Path], [Formatted, Path], [Default, Formatted, Path], [Formatted, Default, Path]]
    path = next((node for node in every(root) if isinstance(node, Path)), None)
    return path.dotted if path and shape in plain else ""


def _standing(form: dict[str, Any]) -> dict[str, Any] | None:
    """The value that stands in for the whole, if one does."""
    outer = form["operand"] if form["kind"] == "shown" else form
    return outer["value"] if outer["kind"] == "default" else None


def _page(source: str, place: Place, language: str) -> Chip:
    form = {"kind": "field", "path": source}
    label = place.label(source, language)
    return Chip(source, label, source, "integer", "", {}, None, False, False, "public", "1", True, form)
