"""`ccm template list|show|schema`: what templates there are, and what they are made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from ccm.commands.finding import every_template, find_template
from ccm.commands.frame import EXIT_CODES, Command, Group, example, paragraphs
from ccm.commands.options import AS_JSON, TEMPLATE, today
from ccm.personas import personas
from ccm.terminal import print_facts, print_json, print_table
from ccm.words import _, user_language
from content_blocks.block import Block
from content_blocks.dictionary import Dictionary, json_schema
from content_blocks.template import Template
from content_blocks.text import Text
from templates_store.items import Items

SHOWN = _("Exit codes: 0 shown, 1 it cannot be read.")


@click.group(
    cls=Group,
    help=paragraphs(_("Look at templates, check them and try them on their personas."), EXIT_CODES),
    epilog=example("ccm template list", "ccm template check account-statement"),
)
def template() -> None:
    """The group of template commands."""


@template.command(
    "list",
    cls=Command,
    help=paragraphs(_("List the templates of the library with their languages and channels."), SHOWN),
    epilog=example("ccm template list"),
)
@AS_JSON
def list_templates(as_json: bool) -> None:
    """In alphabetical order."""
    library = every_template()
    found = [summary(library, library.template(name).item) for name in library.template_names()]
    if as_json:
        print_json(found)
        return
    rows = [(it["name"], it["title"], ", ".join(it["languages"]), ", ".join(it["channels"])) for it in found]
    print_table([_("Name"), _("Title"), _("Languages"), _("Channels")], rows)


@template.command(
    "show",
    cls=Command,
    help=paragraphs(
        _("Show what a template is made of: its blocks, its data and its personas."),
        _("As JSON: name, title, personas, blocks, and dictionary as a list of fields."),
        SHOWN,
    ),
    epilog=example("ccm template show account-statement"),
)
@TEMPLATE
@AS_JSON
def show_template(template: str, as_json: bool) -> None:
    """Blocks in reading order, nested ones after the one they stand in."""
    library, name, _proof = find_template(template, today(), draft=True)
    content = description(library, name)
    if as_json:
        print_json(content)
        return
    print_facts(_facts(content))
    click.echo()
    print_table(
        [_("Region"), _("Block"), _("Type"), _("Lock")],
        [(it["region"], it["id"], it["type"], it["lock"]) for it in content["blocks"]],
    )
    click.echo()
    print_table(
        [_("Field"), _("Type"), _("Label")],
        [(it["path"], it["type"], it["label"]) for it in content["dictionary"]],
    )
    click.echo()
    print_table([_("Persona"), _("Title")], [(it["name"], it["title"]) for it in content["personas"]])


@template.command(
    "schema",
    cls=Command,
    help=paragraphs(_("Print the JSON Schema (2020-12) of the records that a template takes."), SHOWN),
    epilog=example("ccm template schema account-statement > account-statement.schema.json"),
)
@TEMPLATE
@AS_JSON
def schema_of_template(template: str, as_json: bool) -> None:
    """A schema is JSON in any case."""
    del as_json
    library, name, _proof = find_template(template, today(), draft=True)
    print_json(json_schema(dictionary_of(library, name)))


def dictionary_of(library: Items, name: str) -> Dictionary:
    """The data dictionary of a template."""
    return library.dictionary(library.template(name).item.dictionary).item


def summary(library: Items, item: Template) -> dict[str, Any]:
    """What a list says of a template."""
    return {
        "name": item.template,
        "version": item.version,
        "title": in_words(item.title),
        "languages": list(item.languages),
        "channels": list(library.document_class(item.document_class).item.channels),
        "brands": list(item.brands),
        "class": item.document_class,
    }


def description(library: Items, name: str) -> dict[str, Any]:
    """All there is to say of a template, for machines."""
    loaded = library.template(name)
    records = personas(library, name)
    return {
        **summary(library, loaded.item),
        "hash": loaded.hash,
        "personas": [{"name": it.name, "title": in_words(it.title), "on": it.day.isoformat()} for it in records],
        "blocks": [_block(region, block) for region, block in loaded.item.blocks()],
        "dictionary": list(_fields(dictionary_of(library, name))),
    }


def in_words(text: Text) -> str:
    """A text in the user's language, or in the first it is written in."""
    return text.sources.get(user_language()) or next(iter(text.sources.values()))


def _facts(content: dict[str, Any]) -> dict[str, str]:
    return {
        _("Template"): f"{content['name']} {content['version']}",
        _("Title"): content["title"],
        _("Class"): content["class"],
        _("Languages"): ", ".join(content["languages"]),
        _("Channels"): ", ".join(content["channels"]),
        _("Brands"): ", ".join(content["brands"]),
        _("Hash"): content["hash"],
    }


def _block(region: str, block: Block) -> dict[str, Any]:
    use = {key: getattr(block, key) for key in ("block", "version", "follow") if getattr(block, key, None)}
    return {"id": block.id, "type": block.type, "region": region, "lock": block.lock, **use}


def _fields(dictionary: Dictionary) -> Iterator[dict[str, Any]]:
    for path in dictionary.paths():
        if field := dictionary.field(path):
            label = field.label.get(user_language()) or next(iter(field.label.values()), "")
            yield {
                "path": path,
                "type": field.type,
                "label": label,
                "required": field.required,
                "privacy": field.privacy,
                "role": field.role,
            }
