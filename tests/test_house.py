"""The house stays in order: who may import whom, how long things get, and what is written about it is true."""

from __future__ import annotations

import ast
import re
import statistics
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from itertools import chain

import pytest

from tests.source import BESIDE, ROOMS, ROOT, Module, length, modules

LONGEST_FILE = 350
LONGEST_FUNCTION = 45
MEDIAN_FUNCTION = 10
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "manager", "service", "services", "base", "common", "misc"}
ENGINES = {
    "weasyprint": "renderers",
    "mrml": "renderers",
    "pypdfium2": "renderers",
    "typst": "renderers",
    "jinja2": "content_blocks",
    "babel": "content_blocks",
    "markdown_it": "content_blocks",
    "duckdb": "ccm",
    "opentelemetry": "ccm",
    "pebble": "ccm",
    "prometheus_client": "ccm",
    "brotli": "web_editor",
    "click": "ccm",
    "argon2": "ccm",
    "httpx2": "ccm",
    "joserfc": "ccm",
    "cryptography": "approvals",
    "pkcs11": "approvals",
    "rich": "ccm",
    "sqlmodel": "templates_store",
    "sqlalchemy": "templates_store",
    "alembic": "templates_store",
    "psycopg": "templates_store",
}
"""Third-party engines and the one room each is allowed in."""
FOR_PAGES = {"fastapi", "starlette", "jinja2", "markupsafe"}
"""What answers over HTTP and what pages are made with: two rooms speak it, `web_editor` is one of them."""
IN_EVERY_ROOM = {"pydantic", "pydantic_core", "regex"}
"""What counts as part of the language here; anything else from outside lives in one room."""

OF_TRACES = ["opentelemetry-api", "opentelemetry-exporter-otlp-proto-http", "opentelemetry-sdk"]
"""The packages that put something of what we import into one folder, where others put theirs as well."""

AT_SECOND_HAND = {"python-multipart"}
"""What FastAPI reads forms with, where it is there."""


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_a_room_imports_only_rooms_below_it(module: Module) -> None:
    outside = {name.partition(".")[0] for name in module.imports()} & {*ROOMS, *BESIDE}
    assert outside <= ROOMS[module.room] | {module.room}


def test_no_module_imports_itself_by_a_detour() -> None:
    known = {module.name for module in modules()}
    graph = {module.name: {_module_of(name, known) for name in module.imports()} & known for module in modules()}
    graph = {name: targets - {name} for name, targets in graph.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"import cycle: {' <- '.join(error.args[1])}", pytrace=False)


def _module_of(imported: str, known: set[str]) -> str:
    """The module an imported name lives in: itself, or what it is taken out of."""
    return imported if imported in known else imported.rpartition(".")[0]


def test_each_engine_lives_in_one_room() -> None:
    rooms: dict[str, set[str]] = defaultdict(set)
    for module in modules():
        for name in module.imports():
            rooms[name.partition(".")[0]].add(module.room)
    foreign = rooms.keys() - sys.stdlib_module_names - ROOMS.keys() - IN_EVERY_ROOM
    for name in FOR_PAGES:
        rooms[name].discard("web_editor")
    scattered = {name: sorted(rooms[name]) for name in foreign if len(rooms[name]) > 1}
    astray = {name: sorted(rooms[name]) for name in foreign & ENGINES.keys() if rooms[name] != {ENGINES[name]}}
    assert (scattered, astray) == ({}, {})


def declared() -> set[str]:
    """The packages that the wheel asks for, and those that it can use where somebody wants what they are for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = (packages for extra, packages in project["optional-dependencies"].items() if extra != "dev")
    return {re.split(r"[\[<>=]", package)[0] for package in (*project["dependencies"], *chain(*extras))}


def test_the_wheel_asks_for_what_the_source_imports_and_nothing_else() -> None:
    names = {name.partition(".")[0] for module in modules() for name in module.imports()}
    foreign = names - sys.stdlib_module_names - ROOMS.keys() - {"pydantic_core"}  # pydantic pins its own core
    packages = {**packages_distributions(), "opentelemetry": OF_TRACES}
    asked = {package.lower().replace("_", "-") for name in foreign for package in packages.get(name, [name])}
    assert asked | AT_SECOND_HAND == declared()


def test_every_dependency_has_its_reason() -> None:
    page = (ROOT / "docs" / "why.md").read_text().partition("## Dependencies")[2]
    reasons = dict(re.findall(r"^\| ([\w. -]+) \| (.+) \| .+ \|$", page, re.MULTILINE))
    assert {package.lower() for package in reasons} - {"package", "---"} == declared()
    assert [package for package, reason in reasons.items() if not reason.strip()] == []


@pytest.mark.parametrize("module", modules(*ROOMS, *BESIDE), ids=lambda module: module.name)
def test_a_file_is_one_idea(module: Module) -> None:
    """It says what it is, has a name that means something, and is short enough to be read at once."""
    assert ast.get_docstring(module.tree), "a module begins by saying what it is and why"
    assert not EMPTY_NAMES & set(module.name.split(".")), "a name from the trade says more"
    assert module.lines <= LONGEST_FILE
    assert {f.name: length(f) for f in module.functions() if length(f) > LONGEST_FUNCTION} == {}


def test_functions_are_short() -> None:
    assert statistics.median(length(function) for module in modules() for function in module.functions()) < (
        MEDIAN_FUNCTION
    )


def test_the_architecture_page_tells_the_directions_as_they_are() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text()
    rows = re.findall(r"^\| `(\w+)/` \|.*\| ([^|]+) \|$", page, re.MULTILINE)
    assert {room: frozenset(re.findall(r"`(\w+)`", allowed)) for room, allowed in rows} == ROOMS


def _pages() -> Iterator[str]:
    return (str(path.relative_to(ROOT)) for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


@pytest.mark.parametrize("page", sorted(_pages()))
def test_links_between_pages_lead_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", (ROOT / page).read_text())
    assert [link for link in links if not (folder / link).exists()] == []
