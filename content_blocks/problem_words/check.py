"""Sentences for what makes a template unfit to be submitted."""

from __future__ import annotations

SENTENCES = {
    "text-stale": (
        "The translation into {language} is of an earlier source text.",
        "Read both, correct the translation, then run `ccm template stamp` on the file of {item}.",
        "Die Übersetzung ({language}) gehört zu einem früheren Ausgangstext.",
        "Lesen Sie beide, berichtigen Sie die Übersetzung; dann `ccm template stamp` mit der Datei von {item}.",
    ),
    "item-unstamped": (
        "{item} has {count} translations into {language} from here on, and none says which source text it translates.",
        "Compare them with the source texts, then run `ccm template stamp` on the file of {item}.",
        "{item} hat ab hier {count} Übersetzungen ({language}), und keine sagt, welchen Ausgangstext sie übersetzt.",
        "Vergleichen Sie sie mit den Ausgangstexten; dann `ccm template stamp` mit der Datei von {item}.",
    ),
    "text-unstamped": (
        "The translation into {language} does not say which source text it translates.",
        "Compare it with the source text, then run `ccm template stamp` on the file of {item}.",
        "Die Übersetzung ({language}) sagt nicht, welchen Ausgangstext sie übersetzt.",
        "Vergleichen Sie sie mit dem Ausgangstext; dann `ccm template stamp` mit der Datei von {item}.",
    ),
    "block-language-missing": (
        "The content block {block} is not written in {language}.",
        "Ask its owner for a translation, or take the language out of the template.",
        "Den Textbaustein {block} gibt es nicht in der Sprache {language}.",
        "Bitten Sie den Eigentümer um eine Übersetzung oder nehmen Sie die Sprache aus der Vorlage.",
    ),
    "brand-fact-unknown": (
        "The brand has no fact {fact}.",
        "Correct the name, or add the fact to the theme under brand.",
        "Die Marke hat keine Angabe {fact}.",
        "Berichtigen Sie den Namen oder ergänzen Sie die Angabe im Theme unter brand.",
    ),
    "name-not-in-block": (
        "A content block cannot see {field}.",
        "It knows its inputs, its blanks, the brand and the document; declare an input and map it in the template.",
        "Ein Textbaustein sieht {field} nicht.",
        "Er kennt seine Angaben, Lücken, die Marke und das Dokument; legen Sie eine Angabe an und ordnen Sie sie zu.",
    ),
    "name-taken": (
        "The name {name} means something else here already.",
        "Choose another name.",
        "Der Name {name} hat hier schon eine andere Bedeutung.",
        "Wählen Sie einen anderen Namen.",
    ),
    "condition-unreachable": (
        "This condition can never hold, so nobody will ever see what is under it.",
        "Compare it with the conditions around it.",
        "Diese Bedingung ist nie erfüllt; was darunter steht, sieht niemand.",
        "Vergleichen Sie sie mit den Bedingungen darum herum.",
    ),
    "input-unknown": (
        "The content block {block} has no such input.",
        "Remove it, or correct its name.",
        "Der Textbaustein {block} hat keine solche Angabe.",
        "Entfernen Sie sie oder berichtigen Sie den Namen.",
    ),
    "blank-unknown": (
        "The content block {block} has no such gap.",
        "Remove it, or correct its name.",
        "Der Textbaustein {block} hat keine solche Lücke.",
        "Entfernen Sie sie oder berichtigen Sie den Namen.",
    ),
    "blank-placeholder": (
        "A gap in approved wording is filled with words, on one line.",
        "Take out the placeholder or line break; for data, the content block needs an input.",
        "Eine Lücke in freigegebenem Text wird mit Worten in einer Zeile gefüllt.",
        "Entfernen Sie Platzhalter oder Umbruch; für Daten braucht der Textbaustein eine Angabe.",
    ),
    "blank-too-long": (
        "The gap takes {limit} characters.",
        "Say it in fewer words.",
        "In die Lücke passen {limit} Zeichen.",
        "Sagen Sie es kürzer.",
    ),
    "block-review-due": (
        "Version {version} of {block} should have been reviewed by {day}.",
        "Ask its owner, {owner}, to review it.",
        "Fassung {version} von {block} hätte bis {day} geprüft werden sollen.",
        "Bitten Sie den Eigentümer, {owner}, um eine Prüfung.",
    ),
    "block-ending": (
        "Version {version} of {block} ends on {day}.",
        "Ask its owner, {owner}, what follows it.",
        "Fassung {version} von {block} endet am {day}.",
        "Fragen Sie den Eigentümer, {owner}, was danach gilt.",
    ),
    "block-jurisdiction": (
        "The content block {block} was not approved for {jurisdiction}.",
        "Use the wording for this jurisdiction, or correct that of the template.",
        "Der Textbaustein {block} ist für {jurisdiction} nicht freigegeben.",
        "Verwenden Sie den Text für diese Rechtsordnung oder berichtigen Sie die der Vorlage.",
    ),
    "clause-short": (
        "A clause has no short form of its own.",
        "Remove it; the content block {block} brings the approved one.",
        "Eine Klausel hat keine eigene Kurzform.",
        "Entfernen Sie sie; der Textbaustein {block} bringt die freigegebene mit.",
    ),
    "required-missing": (
        "The document class demands the content block {block}, and it is not there.",
        "Add a clause that shows it.",
        "Die Dokumentklasse verlangt den Textbaustein {block}, und er fehlt.",
        "Fügen Sie eine Klausel ein, die ihn zeigt.",
    ),
    "required-conditional": (
        "The document class demands the content block {block}, but here it appears only sometimes.",
        "Take the clause out of its group.",
        "Die Dokumentklasse verlangt den Textbaustein {block}, hier erscheint er aber nur manchmal.",
        "Nehmen Sie die Klausel aus ihrer Gruppe heraus.",
    ),
    "required-place": (
        "The content block {block} has to be {place} in the body.",
        "Move it there; only others that have to be there too may come between.",
        "Der Textbaustein {block} muss im Text an dieser Stelle stehen: {place}.",
        "Verschieben Sie ihn dorthin; dazwischen darf nur stehen, was auch dort sein muss.",
    ),
    "type-forbidden": (
        "Messages of class {class} have no {type}.",
        "Remove it, or ask the owner of the document class.",
        "Nachrichten der Klasse {class} haben keinen Baustein „{type}“.",
        "Entfernen Sie ihn oder fragen Sie den Eigentümer der Dokumentklasse.",
    ),
    "unsubscribe-missing": (
        "The document class demands a way to unsubscribe.",
        "Give its address under messages.",
        "Die Dokumentklasse verlangt eine Abmeldemöglichkeit.",
        "Geben Sie ihre Adresse unter messages an.",
    ),
    "push-personal": (
        "A push message would show {field} on a locked telephone.",
        "Say it without this field; the document class does not allow personal data there.",
        "Eine Push-Nachricht zeigte {field} auf einem gesperrten Telefon.",
        "Sagen Sie es ohne dieses Feld; die Dokumentklasse erlaubt dort keine persönlichen Daten.",
    ),
    "mandatory-absent": (
        "A block that must be there is left out in the channel {channel}.",
        "Let the channel carry it.",
        "Ein Baustein, der da sein muss, fehlt im Kanal {channel}.",
        "Lassen Sie ihn im Kanal zu.",
    ),
    "short-missing": (
        "The channel {channel} needs a short form of this block, and there is none.",
        "Write it; a content block's is written by its owner.",
        "Der Kanal {channel} braucht eine Kurzform dieses Bausteins, und es gibt keine.",
        "Schreiben Sie sie; die eines Textbausteins schreibt sein Eigentümer.",
    ),
    "rows-need-more": (
        "The channel {channel} is to show some rows of this block only, but not so.",
        "That goes for tables, with at least one row and a sentence under “more”.",
        "Der Kanal {channel} soll nur einige Zeilen dieses Bausteins zeigen, aber so geht es nicht.",
        "Das geht bei Tabellen, mit mindestens einer Zeile und einem Satz unter „more“.",
    ),
    "form-without-effect": (
        "This has no effect here.",
        "Remove it; it belongs to the block around this one, or to those inside.",
        "Das bewirkt hier nichts.",
        "Entfernen Sie es; es gehört zum Baustein darum herum oder zu denen darin.",
    ),
    "page-number-here": (
        "Page numbers stand in headers, footers and the info block only.",
        "Move the page number there.",
        "Seitenzahlen stehen nur in Kopf, Fuß und Infoblock.",
        "Verschieben Sie die Seitenzahl dorthin.",
    ),
    "channel-silent": (
        "The channel {channel} is allowed, but the template has nothing to say in it.",
        "Write the message line, or give blocks a short form.",
        "Der Kanal {channel} ist erlaubt, aber die Vorlage sagt dort nichts.",
        "Schreiben Sie die Nachrichtenzeile oder geben Sie Bausteinen eine Kurzform.",
    ),
}
