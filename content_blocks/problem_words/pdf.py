"""What the problem codes of paper say."""

from __future__ import annotations

SENTENCES = {
    "pdf-unreadable": (
        "The file is no PDF, or a damaged one.",
        "Ask for the file again, and compare it with the one that was sent.",
        "Die Datei ist kein PDF oder beschädigt.",
        "Lassen Sie sich die Datei noch einmal geben und vergleichen Sie sie mit der versandten.",
    ),
    "word-too-long": (
        "A word has more than {limit} characters and no place where a line may end.",
        "Check the value; it does not look like something a person should read.",
        "Ein Wort hat mehr als {limit} Zeichen und keine Stelle, an der eine Zeile enden darf.",
        "Prüfen Sie den Wert; er sieht nicht aus wie etwas, das jemand lesen soll.",
    ),
    "row-too-long": (
        "A row or a label in {piece} has more than {limit} characters.",
        "Show long texts in a paragraph; a row that goes on for pages cannot be read as one.",
        "Eine Zeile oder Beschriftung in {piece} hat mehr als {limit} Zeichen.",
        "Zeigen Sie lange Texte in einem Absatz; eine Zeile über mehrere Seiten liest niemand als solche.",
    ),
    "character-without-glyph": (
        "None of the brand's fonts can print the character {code_point}.",
        "Correct the text or the data, or give the theme a font that has the character.",
        "Keine Schrift der Marke kann das Zeichen {code_point} drucken.",
        "Text oder Daten berichtigen, oder dem Theme eine Schrift geben, die das Zeichen hat.",
    ),
    "asset-missing": (
        "The picture {asset} is not stored.",
        "Store the picture and choose it again in the block.",
        "Das Bild {asset} ist nicht gespeichert.",
        "Das Bild speichern und im Baustein neu auswählen.",
    ),
    "picture-without-alt": (
        "A picture has no words for people who cannot see it.",
        "Write in the block what the picture says.",
        "Ein Bild hat keine Worte für Menschen, die es nicht sehen können.",
        "Im Baustein beschreiben, was das Bild sagt.",
    ),
    "region-overflow": (
        "The region {region} is taller than its place of {millimetres} mm on the sheet.",
        "Shorten it. The address takes six lines of 80 mm (DIN 5008); headers and footers leave room for the text.",
        "Der Bereich {region} ist höher als sein Platz von {millimetres} mm auf dem Blatt.",
        "Kürzen: Die Anschrift hat sechs Zeilen zu 80 mm (DIN 5008), Kopf und Fuß lassen dem Text seinen Raum.",
    ),
    "engine-complained": (
        "The print engine warned of something that could be lost: {wording}",
        "Nothing is sent then. This is a fault of ours; please report it with the template.",
        "Die Druckausgabe hat vor einem möglichen Verlust gewarnt: {wording}",
        "Dann wird nichts versandt. Das ist ein Fehler bei uns; bitte mit dem Template melden.",
    ),
    "piece-cut-off": (
        "Only a part of “{piece}” can be read on the finished pages.",
        "Nothing is sent that is cut off. Look at the preview: a word or picture may be too wide for its place.",
        "Von „{piece}“ ist auf den fertigen Seiten nur ein Teil zu lesen.",
        "Abgeschnittenes wird nicht versandt. Die Vorschau zeigt, ob ein Wort oder Bild zu breit für seinen Platz ist.",
    ),
    "text-too-small": (
        "“{piece}” on page {page} is printed too small to be read.",
        "Locked wording has at least 6 points; choose larger sizes in the theme.",
        "„{piece}“ auf Seite {page} ist zu klein gedruckt, um lesbar zu sein.",
        "Gesperrter Wortlaut hat mindestens 6 Punkt; im Theme größere Grade wählen.",
    ),
    "contrast-too-low": (
        "“{piece}” on page {page} stands out too little from what is behind it.",
        "Text needs a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3); check the theme's colours.",
        "„{piece}“ auf Seite {page} hebt sich zu wenig von seinem Grund ab.",
        "Text braucht einen Kontrast von 4,5 zu 1 (WCAG 2.2, 1.4.3); die Farben des Themes prüfen.",
    ),
    "piece-covered": (
        "“{piece}” on page {page} is there, but cannot be seen.",
        "Something covers it, or it has the colour of what is behind it. Look at the preview of this page.",
        "„{piece}“ auf Seite {page} ist vorhanden, aber nicht zu sehen.",
        "Etwas verdeckt es, oder es hat die Farbe seines Grundes. Die Vorschau dieser Seite ansehen.",
    ),
}
