"""The pages, one file each; the order is that in which addresses are tried."""

from web_editor.pages import (
    administration,
    editor,
    files,
    home,
    items,
    keys,
    palette,
    people,
    proofs,
    reviews,
    settings,
    sign_in,
    talk,
)

PAGES = (
    files.routes,
    sign_in.routes,
    settings.routes,
    home.routes,
    palette.routes,
    proofs.routes,
    talk.routes,
    reviews.routes,
    editor.routes,
    items.routes,
    administration.routes,
    keys.routes,
    people.routes,
)
