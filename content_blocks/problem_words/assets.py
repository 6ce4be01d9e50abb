"""What the problem codes of uploaded pictures say."""

from __future__ import annotations

SENTENCES = {
    "asset-ending": (
        "A picture's name ends in .png, .jpg or .svg.",
        "Save it as one of these; drawings as SVG, photographs as JPG.",
        "Der Name eines Bildes endet auf .png, .jpg oder .svg.",
        "Als eines davon speichern; Zeichnungen als SVG, Fotos als JPG.",
    ),
    "asset-not-its-kind": (
        "The file is called .{ending}, but what is in it is something else.",
        "Open it in a picture program and save it as {ending}; changing its name is not enough.",
        "Die Datei heißt .{ending}, enthält aber etwas anderes.",
        "In einem Bildprogramm öffnen und als {ending} speichern; den Namen zu ändern genügt nicht.",
    ),
    "asset-too-large": (
        "The picture has more than {limit} kB.",
        "Save it smaller; it goes out with every message.",
        "Das Bild hat mehr als {limit} kB.",
        "Kleiner speichern; es geht mit jeder Nachricht hinaus.",
    ),
    "picture-too-many-pixels": (
        "The picture has {width} by {height} pixels.",
        "Scale it down to {limit} million pixels at most, no side longer than 10000.",
        "Das Bild hat {width} mal {height} Pixel.",
        "Auf höchstens {limit} Millionen Pixel verkleinern, keine Seite länger als 10000.",
    ),
    "picture-damaged": (
        "The picture is cut off or damaged.",
        "Upload it again, or save it anew from the original.",
        "Das Bild ist abgeschnitten oder beschädigt.",
        "Noch einmal hochladen oder vom Original neu speichern.",
    ),
    "picture-animated": (
        "The picture moves.",
        "Paper does not; save a single frame of it.",
        "Das Bild bewegt sich.",
        "Papier bewegt sich nicht; ein einzelnes Bild daraus speichern.",
    ),
    "picture-cmyk": (
        "The picture has the four colours of a printing press (CMYK).",
        "Convert it to RGB: archived PDF files (PDF/A) and screens need that.",
        "Das Bild hat die vier Farben einer Druckmaschine (CMYK).",
        "In RGB umwandeln: PDF-Dateien für das Archiv (PDF/A) und Bildschirme brauchen das.",
    ),
    "picture-profile": (
        "The picture's colour profile cannot be read, or is one for other colours.",
        "Convert the picture to sRGB and save it again.",
        "Das Farbprofil des Bildes ist nicht lesbar oder für andere Farben gemacht.",
        "Das Bild in sRGB umwandeln und neu speichern.",
    ),
    "picture-unusual": (
        "The picture is packed in a way that not every reader knows.",
        "Save it again with the usual settings: 8 bits a channel, Huffman coding.",
        "Das Bild ist auf eine Weise gepackt, die nicht jedes Programm kennt.",
        "Mit den üblichen Einstellungen neu speichern: 8 Bit je Kanal, Huffman-Kodierung.",
    ),
    "svg-unreadable": (
        "From here on this is no XML.",
        "Export the drawing again as plain SVG.",
        "Ab hier ist das kein XML.",
        "Die Zeichnung noch einmal als einfaches SVG exportieren.",
    ),
    "svg-doctype": (
        "The drawing declares a document type or entities.",
        "Export it as plain SVG, or take the line out that begins with <!DOCTYPE.",
        "Die Zeichnung deklariert einen Dokumenttyp oder Entities.",
        "Als einfaches SVG exportieren oder die Zeile entfernen, die mit <!DOCTYPE beginnt.",
    ),
    "svg-too-complex": (
        "The drawing has too much in it.",
        "Simplify it: at most {limit} elements, {depth} inside each other, and references that do not multiply.",
        "Die Zeichnung enthält zu viel.",
        "Vereinfachen: höchstens {limit} Elemente, {depth} ineinander, und Verweise, die sich nicht vervielfachen.",
    ),
    "svg-active": (
        "The drawing does something: {name}.",
        "Pictures only show. Take scripts, links, events and animations out and export it again.",
        "Die Zeichnung tut etwas: {name}.",
        "Bilder zeigen nur. Skripte, Links, Ereignisse und Animationen entfernen und neu exportieren.",
    ),
    "svg-outside": (
        "The drawing fetches something from outside: {name}.",
        "Everything has to be in the file itself; refer to parts of it as #name.",
        "Die Zeichnung holt etwas von außen: {name}.",
        "Alles muss in der Datei selbst stehen; auf Teile davon mit #name verweisen.",
    ),
    "svg-letters": (
        "The drawing has letters that need a font: {element}.",
        "Convert text to paths in your drawing program, so that it looks the same everywhere.",
        "Die Zeichnung enthält Buchstaben, die eine Schrift brauchen: {element}.",
        "Text im Zeichenprogramm in Pfade umwandeln, damit er überall gleich aussieht.",
    ),
    "svg-picture-inside": (
        "The drawing has a picture inside: {element}.",
        "Upload the picture as PNG or JPG of its own, or have it traced.",
        "In der Zeichnung steckt ein Bild: {element}.",
        "Das Bild für sich als PNG oder JPG hochladen oder nachzeichnen lassen.",
    ),
    "svg-element": (
        "{element} is not allowed in this place of a drawing.",
        "Use shapes, paths, gradients and clipping paths; flatten masks, patterns, filters and symbols.",
        "{element} ist an dieser Stelle einer Zeichnung nicht erlaubt.",
        "Formen, Pfade, Verläufe und Schnittmasken verwenden; Masken, Muster, Filter und Symbole reduzieren.",
    ),
    "svg-attribute": (
        "{name} is not allowed on {element}.",
        "Paper and screens would not show it alike. Flatten the effect, or take it out.",
        "{name} ist bei {element} nicht erlaubt.",
        "Papier und Bildschirm würden es nicht gleich zeigen. Den Effekt reduzieren oder entfernen.",
    ),
    "svg-value": (
        "What {name} of {element} says is not allowed or contradicts itself.",
        "Plain numbers, lengths and colours are; export the drawing again with presentation attributes.",
        "Was {name} bei {element} sagt, ist nicht erlaubt oder widerspricht sich.",
        "Einfache Zahlen, Längen und Farben sind es; die Zeichnung mit Präsentationsattributen neu exportieren.",
    ),
    "svg-style": (
        "The style is more than a list of properties.",
        "Export the drawing with presentation attributes.",
        "Der Stil ist mehr als eine Liste von Eigenschaften.",
        "Die Zeichnung mit Präsentationsattributen exportieren.",
    ),
    "svg-style-sheet": (
        "The style sheet says more than how classes look.",
        "Export the drawing with presentation attributes instead of CSS.",
        "Das Stylesheet sagt mehr, als wie Klassen aussehen.",
        "Die Zeichnung mit Präsentationsattributen statt CSS exportieren.",
    ),
    "svg-without-size": (
        "The drawing does not say how large it is.",
        "The element svg needs viewBox with four numbers, and a width and height of more than nothing, if any.",
        "Die Zeichnung sagt nicht, wie groß sie ist.",
        "Das Element svg braucht viewBox mit vier Zahlen; Breite und Höhe, falls angegeben, sind größer als null.",
    ),
    "svg-reference-unknown": (
        "{element} refers to #{name}, which is not there or of another kind.",
        "Export the drawing again; something was deleted that is still used.",
        "{element} verweist auf #{name}, das es nicht gibt oder das von anderer Art ist.",
        "Die Zeichnung neu exportieren; etwas wurde gelöscht, das noch verwendet wird.",
    ),
    "svg-reference-circular": (
        "{element} refers to itself in the end.",
        "Break the circle; nobody could draw it.",
        "{element} verweist am Ende auf sich selbst.",
        "Den Kreis auflösen; niemand könnte das zeichnen.",
    ),
    "svg-id-twice": (
        "Two elements are called {name}, and something refers to it.",
        "Give each its own id; readers would take one or the other.",
        "Zwei Elemente heißen {name}, und etwas verweist darauf.",
        "Jedem eine eigene id geben; Programme nähmen das eine oder das andere.",
    ),
}
