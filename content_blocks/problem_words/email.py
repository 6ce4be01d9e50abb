"""What the problem codes of the mail say."""

from __future__ import annotations

SENTENCES = {
    "attachment-missing": (
        "The document class asks for the PDF to be attached, but the mail has none.",
        "Render the PDF first and hand it to the mail.",
        "Die Dokumentklasse verlangt das PDF als Anlage, aber die E-Mail hat keine.",
        "Zuerst das PDF erzeugen und der E-Mail mitgeben.",
    ),
    "character-not-for-mail": (
        "The character {character} cannot be shown in a mail.",
        "Remove it from the text or the data; it is a control character or has no meaning of its own.",
        "Das Zeichen {character} lässt sich in einer E-Mail nicht zeigen.",
        "Aus Text oder Daten entfernen; es ist ein Steuerzeichen oder hat keine eigene Bedeutung.",
    ),
    "code-cannot-hold": (
        "The QR code cannot hold its content.",
        "Shorten the content to at most {limit} bytes, and leave out characters that cannot be written.",
        "Der QR-Code kann seinen Inhalt nicht fassen.",
        "Den Inhalt auf höchstens {limit} Bytes kürzen und nicht darstellbare Zeichen weglassen.",
    ),
    "email-address-missing": (
        "The recipient has no email address.",
        "Fill the field that the data dictionary marks as email, or choose another channel.",
        "Für die Person ist keine E-Mail-Adresse bekannt.",
        "Das Feld füllen, das im Datenwörterbuch als email markiert ist, oder einen anderen Kanal wählen.",
    ),
    "email-address-not-allowed": (
        "The recipient's email address is not one that mail servers accept everywhere.",
        "Use name@domain; before the @ only letters from a to z, digits and . _ + - and the like.",
        "Die E-Mail-Adresse ist keine, die alle Mailserver annehmen.",
        "Richtig ist name@domain; vor dem @ nur Buchstaben von a bis z, Ziffern und Zeichen wie . _ + -.",
    ),
    "email-line-too-long": (
        "A line of the message is longer than {limit} bytes, which mail servers may cut.",
        "Shorten the header or address that is that long.",
        "Eine Zeile der Nachricht ist länger als {limit} Bytes; Mailserver dürfen sie abschneiden.",
        "Die überlange Kopfzeile oder Adresse kürzen.",
    ),
    "email-too-large": (
        "The mail's HTML has {bytes} bytes; from {limit} on, mail programs cut it off.",
        "Show only the first rows of long tables in mail, and attach the PDF.",
        "Das HTML der E-Mail hat {bytes} Bytes; ab {limit} schneiden Mailprogramme es ab.",
        "Von langen Tabellen in der E-Mail nur die ersten Zeilen zeigen und das PDF anhängen.",
    ),
    "font-stack-not-allowed": (
        "The list of fonts for mail holds a character that has no place in it.",
        "Use font names, commas, hyphens and single quotes only.",
        "Die Liste der Schriften für E-Mails enthält ein Zeichen, das dort nicht hingehört.",
        "Erlaubt sind nur Schriftnamen, Kommas, Bindestriche und einfache Anführungszeichen.",
    ),
    "header-not-allowed": (
        "The mail header {header} would hold a line end, a control character or an encoded word.",
        "Remove it from the text or the data; a header is one line of plain text.",
        "Die Kopfzeile {header} enthielte einen Zeilenumbruch, ein Steuerzeichen oder ein kodiertes Wort.",
        "Aus Text oder Daten entfernen; eine Kopfzeile ist eine Zeile einfacher Text.",
    ),
    "header-too-long": (
        "The mail header {header} has more than {limit} characters.",
        "Shorten the text; mail programs show some sixty of them.",
        "Die Kopfzeile {header} hat mehr als {limit} Zeichen.",
        "Den Text kürzen; Mailprogramme zeigen davon etwa sechzig.",
    ),
    "link-missing-in-text": (
        "Links of the HTML that are missing in the text part: {count}.",
        "This is a fault of the mail renderer; please report it with the template.",
        "Links aus dem HTML, die im Textteil fehlen: {count}.",
        "Das ist ein Fehler der E-Mail-Ausgabe; bitte mit der Vorlage melden.",
    ),
    "link-not-allowed": (
        "A link leads to an address that is not allowed.",
        "Links begin with one of: {schemes}. A web address has no user name before its host.",
        "Ein Link führt zu einer Adresse, die nicht erlaubt ist.",
        "Links beginnen mit einem von: {schemes}. Eine Webadresse hat keinen Benutzernamen vor dem Host.",
    ),
    "picture-not-for-mail": (
        "The picture {asset} is not stored, or is neither PNG nor JPEG.",
        "Store it as PNG or JPEG; mail programs show nothing else.",
        "Das Bild {asset} ist nicht gespeichert oder weder PNG noch JPEG.",
        "Als PNG oder JPEG speichern; etwas anderes zeigen Mailprogramme nicht.",
    ),
    "picture-not-inside": (
        "The mail shows a picture that it does not carry itself.",
        "This is a fault of the mail renderer; please report it with the template.",
        "Die E-Mail zeigt ein Bild, das sie nicht selbst enthält.",
        "Das ist ein Fehler der E-Mail-Ausgabe; bitte mit der Vorlage melden.",
    ),
    "row-missing": (
        "Row {row} of “{piece}” is not in the finished {channel} output, or not in full.",
        "Do not send this message. Check the block's form on this channel and its place in the template.",
        "Zeile {row} von „{piece}“ steht nicht oder nicht vollständig in der fertigen Ausgabe für {channel}.",
        "Diese Nachricht nicht senden. Prüfen Sie die Form des Bausteins auf diesem Kanal und seinen Ort im Template.",
    ),
    "words-differ": (
        "The page of the mail says something else than what was written.",
        "This is a fault of the mail renderer; please report it with the template.",
        "Die Seite der E-Mail sagt etwas anderes, als geschrieben wurde.",
        "Das ist ein Fehler der E-Mail-Ausgabe; bitte mit der Vorlage melden.",
    ),
}
