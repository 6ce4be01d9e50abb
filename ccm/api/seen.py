"""What somebody without an account sees of a proof in a browser: a page about it, and each channel's own."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import escape

from ccm.store.sharing import Opened, Page

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "proof": "Proof – not to be sent",
        "template": "Template",
        "draft": "draft",
        "language": "Language",
        "brand": "Brand",
        "persona": "Made-up recipient",
        "day": "As of",
        "bundle": "Hash",
        "expires": "This link ends",
    },
    "de": {
        "proof": "Abzug – nicht zum Versand",
        "template": "Vorlage",
        "draft": "Entwurf",
        "language": "Sprache",
        "brand": "Marke",
        "persona": "Erfundener Empfänger",
        "day": "Stand",
        "bundle": "Hash",
        "expires": "Dieser Link endet",
    },
}
STYLE = "body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap}"


def page_about(opened: Opened, language: str, address: str) -> str:
    """The page that a link opens: what it is, and where each channel is."""
    words, proof = WORDS[language], opened.proof
    version = f"{proof.template} {proof.version}" + (f" ({words['draft']})" if proof.draft else "")
    facts = {
        "template": version,
        "language": proof.language,
        "brand": proof.brand,
        "persona": proof.persona,
        "day": proof.day,
        "bundle": proof.bundle,
        "expires": f"{opened.expires:%Y-%m-%d %H:%M} UTC",
    }
    rows = "".join(f"<dt>{words[name]}</dt><dd>{escape(value)}</dd>" for name, value in facts.items())
    channels = "".join(_channel(page, address) for page in proof.pages)
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
        f"<title>{words['proof']}</title><style>{STYLE}</style>"
        f"<h1>{words['proof']}</h1><dl>{rows}</dl>{channels}</html>"
    )


def _channel(page: Page, address: str) -> str:
    if page.channel in ("sms", "push"):
        return f"<h2>{page.channel}</h2><pre>{escape(page.text)}</pre>"
    return f'<h2><a href="{escape(address)}/{page.channel}">{page.channel}</a></h2>'


def html_of(mail: bytes) -> str:
    """The page of a mail, its pictures in it: a browser fetches nothing."""
    message = message_from_bytes(mail, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("html", "plain"))
    assert body is not None
    text = str(body.get_content())
    if body.get_content_type() != "text/html":
        return f"<!doctype html><pre>{escape(text)}</pre>"
    for part in message.walk():
        if (named := part.get("content-id")) and part.get_content_maintype() == "image":
            content = b64encode(bytes(part.get_payload(decode=True))).decode()
            text = text.replace(f"cid:{str(named).strip('<>')}", f"data:{part.get_content_type()};base64,{content}")
    return text
