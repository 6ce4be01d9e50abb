"""Beginning something new: from what is there, which stays locked where it is locked, or from nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from ccm.api.paging import cursor
from ccm.api.routes.beginnings import NewCopy, begin_as_copy
from ccm.api.routes.items import Item, ItemVersion, Kind, Saving, list_items, save_item, show_item
from ccm.api.routes.shelves import ShelfFilter, browse_shelf, show_on_shelf
from ccm.store.actor import OF_COMPLIANCE
from content_blocks.problem import Problem, Refused
from content_blocks.yaml_source import write_yaml
from web_editor.beginning import empty_block, empty_letter, name_of, numbered
from web_editor.shelves import KINDS, Shelf, Written
from web_editor.showing import show
from web_editor.visit import Visit, asked_by_page, speech, visits

routes = APIRouter(prefix="/create")

PAGE = 12
EMPTY = "-"
"""What to begin from, where that is nothing."""
NAME = r"^([a-z][a-z0-9-]{0,79})?$"
TONGUES = ("de", "en", "fr", "it", "es", "nl", "pl", "tr")
"""The languages that are offered for a letter made of nothing; an editor can be opened in any other."""
YEAR = timedelta(days=365)


class Begun(BaseModel):
    """What the form sends: how it is called, where it lies, and for an empty one what it is."""

    of: str = Field(max_length=80)
    title: str = Field(min_length=1, max_length=200)
    folder: str = Field(default="", pattern=NAME)
    name: str = Field(default="", pattern=NAME)
    languages: list[str] = Field(default_factory=list, max_length=40)
    drafted: bool = False
    document_class: str = Field(default="", max_length=80)
    dictionary: str = Field(default="", max_length=80)
    brands: list[str] = Field(default_factory=list, max_length=40)
    owner: str = Field(default="", max_length=120)
    citation: str = Field(default="", max_length=200)
    jurisdiction: str = Field(default="DE", pattern=r"^[A-Z]{2}$")
    review_by: date | None = None

    def names(self) -> list[str]:
        """What it may be called: what somebody said, or else what is free of what the title gives."""
        return [self.name] if self.name else list(numbered(name_of(self.title.strip(), self.folder)))


@routes.get("/{shelf}")
def show_beginning(
    shelf: Shelf,
    visit: Annotated[Visit, visits("write", "author")],
    of: Annotated[str, Query(max_length=80)] = "",
    search: Annotated[str, Query(max_length=80)] = "",
    start: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """What there is to begin from; once that is chosen, how the new one is to be called."""
    if of:
        return show("create.html", visit, shelf=shelf, of=of, **_asked(visit, KINDS[shelf], of))
    wanted = ShelfFilter(search=search, language=speech(visit.request).language)
    found = browse_shelf(KINDS[shelf], visit.asking, wanted, cursor(str(start)) if start else "", PAGE)
    view = "part/gallery.html" if asked_by_page(visit.request) else "begin.html"
    return show(view, visit, shelf=shelf, found=found, search=search, start=start, page=PAGE)


@routes.post("/{shelf}")
def begin(
    shelf: Shelf, begun: Annotated[Begun, Form()], visit: Annotated[Visit, visits("write", "author")]
) -> Response:
    """Begin it, and go on to write in it."""
    saved = _free(visit, KINDS[shelf], begun)
    place = f"/{shelf}/{saved.name}/edit"
    return Response(headers={"HX-Redirect": place})


def _free(visit: Visit, kind: Written, begun: Begun) -> ItemVersion:
    """Begin it under the first name that is free."""
    *early, last = begun.names()
    for name in early:
        try:
            return _begun(visit, kind, name, begun)
        except Refused as refused:
            if refused.problems[0].code not in ("item-name-taken", "edited-meanwhile"):
                raise
    return _begun(visit, kind, last, begun)


def _begun(visit: Visit, kind: Written, name: str, begun: Begun) -> ItemVersion:
    if begun.of != EMPTY:
        new = NewCopy(name=name, title=begun.title.strip(), languages=begun.languages, drafted=begun.drafted)
        return begin_as_copy(kind, begun.of, new, visit.asking)
    content = _letter(visit, name, begun) if kind == "template" else _block(visit, name, begun)
    return save_item(kind, name, Saving(text=write_yaml(content)), visit.asking, Response(), if_none_match="*")


def _letter(visit: Visit, name: str, begun: Begun) -> dict[str, Any]:
    if missing := [it for it in ("languages", "brands") if not getattr(begun, it)]:
        raise Refused(Problem(it, "field-missing") for it in missing)
    document_class = _read(visit, "class", begun.document_class)
    return empty_letter(
        name, begun.title.strip(), begun.languages, document_class.content, begun.dictionary, begun.brands
    )


def _block(visit: Visit, name: str, begun: Begun) -> dict[str, Any]:
    """Wording of nothing; who may write regulated wording gets it locked."""
    regulated = OF_COMPLIANCE in visit.asking.actor.may_change("block", name)
    language = begun.languages[0] if begun.languages else speech(visit.request).language
    review_by = begun.review_by or datetime.now(UTC).date() + YEAR
    lock = "locked" if regulated else "open"
    return empty_block(
        name, begun.title.strip(), language, begun.owner, begun.citation, begun.jurisdiction, review_by, lock=lock
    )


def _asked(visit: Visit, kind: Written, of: str) -> dict[str, Any]:
    """What the form offers."""
    asking = visit.asking
    told: dict[str, Any] = {"folders": _folders(visit, kind), "anywhere": bool(asking.actor.may_change(kind, "x"))}
    if of != EMPTY:
        return {**told, "it": show_on_shelf(kind, of, asking)}
    language = speech(visit.request).language
    tongues = sorted(TONGUES, key=lambda it: it != language)
    told |= {"it": None, "tongues": tongues, "today": datetime.now(UTC).date(), "year": YEAR}
    if kind == "block":
        return {**told, "regulated": OF_COMPLIANCE in asking.actor.may_change("block", "x")}
    return {
        **told,
        "classes": _offered(visit, "class"),
        "dictionaries": _offered(visit, "dictionary"),
        "brands": _offered(visit, "theme"),
    }


def _offered(visit: Visit, kind: Kind) -> dict[str, str]:
    """What there is of a kind, by name with its title."""
    language = speech(visit.request).language
    names = [it.name for it in list_items(kind, visit.asking, "", 200).items]
    return {name: _called(_read(visit, kind, name), language) for name in names}


def _read(visit: Visit, kind: Kind, name: str) -> Item:
    return Item.model_validate_json(bytes(show_item(kind, name, visit.asking, visit.request).body))


def _called(item: Item, language: str) -> str:
    title = item.content.get("title", item.content.get("brand", {}).get("name", item.name))
    return title if isinstance(title, str) else str(title.get(language) or next(iter(title.values()), item.name))


def _folders(visit: Visit, kind: Written) -> list[str]:
    """The folders in which somebody may begin something: those that are there, and those that rights name."""
    actor = visit.asking.actor
    there = [it.name for it in browse_shelf(kind, visit.asking, ShelfFilter(), limit=1).folders]
    named = [
        it.area.removeprefix(f"{kind}/").removesuffix("-*") for it in actor.given if it.area.startswith(f"{kind}/")
    ]
    names = {it for it in (*there, *named) if it.replace("-", "").isalnum()}
    return sorted(it for it in names if actor.may_change(kind, f"{it}-x"))
