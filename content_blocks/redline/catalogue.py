"""The words of redlines, in English and German: what fields are called where their type does not say it itself.

Block types label the fields authors fill in; everything else an item may have is named here, by `Type.field` or, where
all types mean the same by it, by `field`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel

from content_blocks.redline.model import Label

FIELDS: Mapping[str, tuple[str, str]] = {
    "accent": ("Accent", "Akzent"),
    "as": ("Called", "Genannt"),
    "attach_pdf": ("PDF attached", "PDF im Anhang"),
    "bilingual": ("Two languages side by side", "Zweisprachig"),
    "blanks": ("Blanks", "Lücken"),
    "block": ("Content block", "Textbaustein"),
    "body": ("Running text", "Fließtext"),
    "bottom": ("Lower margin", "Unterer Rand"),
    "brand": ("Facts of the brand", "Angaben zur Marke"),
    "brands": ("Brands", "Marken"),
    "brought": ("Brought forward", "Übertrag von voriger Seite"),
    "carried": ("Carried forward", "Übertrag auf nächste Seite"),
    "channel_fallback": ("Channel if none is known", "Kanal, wenn keiner bekannt ist"),
    "channels": ("Channels", "Kanäle"),
    "choices": ("Choices", "Auswahl"),
    "citation": ("Citation", "Fundstelle"),
    "column": ("Column", "Spalte"),
    "corners": ("Corners", "Ecken"),
    "currency": ("Currency", "Währung"),
    "currency_from": ("Currency from field", "Währung aus Feld"),
    "dark": ("Dark mode", "Dunkelmodus"),
    "date": ("Dates in files", "Datum in Dateien"),
    "days": ("Days", "Tage"),
    "decimal": ("Numbers in files", "Zahlen in Dateien"),
    "deep_link": ("Address behind a push message", "Adresse hinter der Push-Nachricht"),
    "dictionary": ("Data dictionary", "Datenwörterbuch"),
    "digits": ("Decimal places", "Nachkommastellen"),
    "document_class": ("Document class", "Dokumentklasse"),
    "DocumentClass.name": ("Name", "Name"),
    "effective": ("In force", "Gültig"),
    "Effective.start": ("from", "ab"),
    "Effective.until": ("until", "bis"),
    "fields": ("Fields", "Felder"),
    "file": ("File", "Datei"),
    "files": ("Files", "Dateien"),
    "forbidden": ("Forbidden block types", "Verbotene Bausteintypen"),
    "form": ("Form", "Form"),
    "hash": ("Hash of the version", "Prüfsumme der Version"),
    "heading_font": ("Font of headings", "Schrift der Überschriften"),
    "heading_style": ("Style of headings", "Stil der Überschriften"),
    "heading_weight": ("Weight of headings", "Stärke der Überschriften"),
    "headings": ("Sizes of headings", "Größen der Überschriften"),
    "id": ("Id", "Kennung"),
    "ink": ("Ink", "Schriftfarbe"),
    "inputs": ("Inputs", "Eingaben"),
    "jurisdiction": ("Jurisdiction", "Rechtsraum"),
    "jurisdictions": ("Jurisdictions", "Rechtsräume"),
    "key": ("Key of the elements", "Schlüssel der Elemente"),
    "kind": ("Kind", "Art"),
    "label": ("Label", "Beschriftung"),
    "labels": ("Fixed words", "Feste Wörter"),
    "language_fallback": ("Language if none is known", "Sprache, wenn keine bekannt ist"),
    "languages": ("Languages", "Sprachen"),
    "layout": ("Layout", "Aufbau"),
    "lead": ("Lead", "Vorspann"),
    "leading": ("Leading", "Zeilenabstand"),
    "left": ("Left margin", "Linker Rand"),
    "locales": ("Locales", "Schreibweisen der Länder"),
    "lock": ("Lock", "Sperre"),
    "logo": ("Logo", "Logo"),
    "logo_dark": ("Logo in dark mode", "Logo im Dunkelmodus"),
    "logo_width": ("Width of the logo", "Breite des Logos"),
    "mail": ("Mail", "E-Mail"),
    "FontFamily.mail": ("Fonts in mail", "Schriften in E-Mails"),
    "mandatory": ("Mandatory", "Pflicht"),
    "masthead": ("Masthead", "Briefkopf"),
    "max": ("At most", "Höchstens"),
    "max_items": ("Most elements", "Höchste Zahl der Elemente"),
    "max_length": ("Longest text in characters", "Höchste Länge in Zeichen"),
    "measure": ("Widest line", "Breiteste Zeile"),
    "messages": ("Message lines", "Nachrichtenzeilen"),
    "min": ("At least", "Mindestens"),
    "more": ("Sentence after the rows", "Satz nach den Zeilen"),
    "muted": ("Side remarks", "Nebentext"),
    "name": ("Name", "Name"),
    "notice": ("Notice", "Hinweis"),
    "on_accent": ("Text on accent", "Schrift auf Akzent"),
    "owner": ("Owner", "Eigentümer"),
    "page": ("Page", "Seite"),
    "Page.form": ("Letter form (DIN 5008)", "Briefform (DIN 5008)"),
    "palette": ("Colours", "Farben"),
    "panel": ("Panel", "Kasten"),
    "paper": ("Paper", "Papier"),
    "pdf_engine": ("PDF engine", "PDF-Werkzeug"),
    "personal_on_lock_screen": ("Personal data on lock screens", "Persönliches auf dem Sperrbildschirm"),
    "place": ("Place", "Ort"),
    "preheader": ("Preheader", "Vorschautext"),
    "priority": ("Priority", "Rang"),
    "privacy": ("Privacy", "Schutzklasse"),
    "push_body": ("Push message", "Push-Nachricht"),
    "push_title": ("Push title", "Push-Titel"),
    "question": ("Question", "Frage"),
    "quorum": ("People needed", "Nötige Personen"),
    "required": ("Required", "Pflicht"),
    "DocumentClass.required": ("Required content blocks", "Vorgeschriebene Textbausteine"),
    "retention_years": ("Years to be kept", "Aufbewahrung in Jahren"),
    "review_by": ("To be reviewed by", "Zu prüfen bis"),
    "right": ("Right margin", "Rechter Rand"),
    "role": ("Role", "Rolle"),
    "routes": ("Routes", "Wege"),
    "rows": ("Number of rows", "Zahl der Zeilen"),
    "rule": ("Lines", "Linien"),
    "Type.rule": ("Line", "Linie"),
    "sample": ("Sample", "Beispiel"),
    "series": ("Series", "Reihen"),
    "short": ("Short form", "Kurzform"),
    "show": ("Shown as", "Gezeigt als"),
    "size": ("Size", "Format"),
    "small": ("Small text", "Kleiner Text"),
    "sms": ("SMS text", "SMS-Text"),
    "sms_segments": ("Most SMS segments", "Höchste Zahl der SMS-Teile"),
    "source_language": ("Source language", "Ausgangssprache"),
    "start": ("Starting from", "Beginnend mit"),
    "steps": ("Steps", "Schritte"),
    "strong": ("Weight of strong words", "Stärke von Hervorhebungen"),
    "style": ("Style", "Stil"),
    "subject": ("Subject", "Betreff"),
    "sum": ("Sum of", "Summe von"),
    "table": ("Tables", "Tabellen"),
    "template": ("Template", "Vorlage"),
    "text_font": ("Font of running text", "Schrift des Fließtexts"),
    "text_formats": ("Form of text files", "Form von Textdateien"),
    "theme": ("Theme", "Theme"),
    "title": ("Title", "Titel"),
    "total": ("In the total row", "In der Summenzeile"),
    "type": ("Type", "Typ"),
    "Theme.type": ("Type", "Typografie"),
    "unit": ("Unit", "Einheit"),
    "unsubscribe": ("Unsubscribe", "Abmelden"),
    "value": ("Value", "Wert"),
    "warning": ("Warning", "Warnung"),
    "weight": ("Weight", "Stärke"),
    "when": ("Only if", "Nur wenn"),
    "width": ("Width", "Breite"),
    "workflow": ("Workflow", "Freigabeablauf"),
}

VALUES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "lock": {
        "locked": ("locked", "gesperrt"),
        "text": ("text may change", "Text änderbar"),
        "blanks": ("blanks may change", "Lücken änderbar"),
        "open": ("open", "offen"),
    },
    "form": {
        "full": ("in full", "vollständig"),
        "rows": ("first rows", "erste Zeilen"),
        "short": ("short sentence", "kurzer Satz"),
        "absent": ("left out", "weggelassen"),
    },
    "privacy": {
        "public": ("public", "öffentlich"),
        "personal": ("personal", "persönlich"),
        "sensitive": ("sensitive", "besonders geschützt"),
    },
    "follow": {"approved": ("the approved version", "der freigegebenen Fassung"), "always": ("always", "immer")},
    "place": {"anywhere": ("anywhere", "beliebig"), "first": ("first", "zuerst"), "last": ("last", "zuletzt")},
}
"""What some values mean, by field."""

REGIONS: Mapping[str, tuple[str, str]] = {
    "header_first": ("Header of the first page", "Kopf der ersten Seite"),
    "header_next": ("Header of the next pages", "Kopf der Folgeseiten"),
    "address": ("Address", "Anschrift"),
    "info": ("Info block", "Infoblock"),
    "body": ("Body", "Hauptteil"),
    "footer": ("Footer", "Fuß"),
    "long": ("Long form", "Langform"),
}

CHANNELS: Mapping[str, tuple[str, str]] = {
    "pdf": ("PDF", "PDF"),
    "email": ("Email", "E-Mail"),
    "sms": ("SMS", "SMS"),
    "push": ("Push", "Push"),
}

SUBJECTS: Mapping[str, tuple[str, str]] = {
    "template": ("Template", "Vorlage"),
    "content_block": ("Content block", "Textbaustein"),
    "dictionary": ("Data dictionary", "Datenwörterbuch"),
    "document_class": ("Document class", "Dokumentklasse"),
    "theme": ("Theme", "Theme"),
    "workflow": ("Workflow", "Freigabeablauf"),
    "texts": ("What is said", "Was gesagt wird"),
}

SAID: Mapping[str, tuple[str, str]] = {
    "added": ("added", "neu"),
    "removed": ("removed", "entfernt"),
    "changed": ("changed", "geändert"),
    "moved": ("moved", "verschoben"),
    "moved and changed": ("moved and changed", "verschoben und geändert"),
    "renamed": ("renamed", "umbenannt"),
    "renamed and changed": ("renamed and changed", "umbenannt und geändert"),
    "from": ("from", "von"),
    "to": ("to", "nach"),
    "as the first": ("as the first", "an erster Stelle"),
    "after": ("after {name}", "nach {name}"),
    "inside": ("in {name}", "in {name}"),
    "compartment": ("column {number}", "Spalte {number}"),
    "number": ("number {number}", "Nummer {number}"),
    "was called": ("was called {name}", "hieß {name}"),
    "means before": ("meant", "hieß"),
    "means after": ("means", "heißt"),
    "condition removed": ("gone", "entfallen"),
    "condition added": ("new", "neu"),
    "condition kept": ("as before", "wie bisher"),
    "joined differently": (
        "The conditions are the same, but joined or spelled differently.",
        "Die Bedingungen sind dieselben, aber anders verknüpft oder geschrieben.",
    ),
    "nothing": ("nothing", "nichts"),
    "true": ("yes", "ja"),
    "false": ("no", "nein"),
    "plain": ("plain", "normal"),
    "strong": ("strong", "fett"),
    "emphasis": ("emphasised", "kursiv"),
    "link to": ("link to {link}", "Link auf {link}"),
    "no difference": ("No difference.", "Kein Unterschied."),
    "version": ("version {after}", "Version {after}"),
    "versions": ("version {before} → {after}", "Version {before} → {after}"),
    "legend": (
        "[-removed-] {{+added+}} [~same words~ other formatting]",
        "[-entfernt-] {{+neu+}} [~gleiche Wörter~ andere Formatierung]",
    ),
    "begin removed": ("removed:", "entfernt:"),
    "begin added": ("added:", "neu:"),
    "begin restyled": ("formatting changed:", "Formatierung geändert:"),
    "restyled": ("{style} instead of {was}", "{style} statt {was}"),
    "end": ("end of change", "Ende der Änderung"),
}
"""What the views say themselves."""


@cache
def label_of(model: type[BaseModel], field: str) -> Label:
    """What a field is called: by its type where that says so, by this catalogue, or as it is in files."""
    info = model.model_fields[field]
    extra = info.json_schema_extra
    if isinstance(extra, dict) and isinstance(label := extra.get("label"), dict):
        return Label(str(label["en"]), str(label["de"]))
    name = info.alias or field
    return Label(*(FIELDS.get(f"{model.__name__}.{field}") or FIELDS.get(field) or FIELDS.get(name) or (name, name)))


def said(key: str, language: str, **given: str | int) -> str:
    """A word or phrase of the views."""
    return in_language(SAID[key], language).format_map(given)


def in_language(words: tuple[str, str], language: str) -> str:
    """German for `de…`, English otherwise."""
    return words[1] if language.startswith("de") else words[0]
