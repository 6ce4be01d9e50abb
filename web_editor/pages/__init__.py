"""The pages, one file each; the order is that in which addresses are tried."""

from web_editor.pages import (
    administration,
    editor,
    files,
    guest,
    home,
    items,
    keys,
    palette,
    people,
    proofs,
    reviews,
    settings,
    sign_in,
    submitting,
    talk,
    together,
)

PAGES = (
    files.routes,
    sign_in.routes,
    settings.routes,
    home.routes,
    palette.routes,
    guest.routes,
    submitting.routes,
    proofs.routes,
    talk.routes,
    together.routes,
    reviews.routes,
    editor.routes,
    items.routes,
    administration.routes,
    keys.routes,
    people.routes,
)
