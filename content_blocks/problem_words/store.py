"""Sentences for the store: items, people, rights."""

from __future__ import annotations

SENTENCES = {
    "store-missing": (
        "There is no store here.",
        "Make one with “ccm init”, or set CCM_HOME or CCM_DATABASE_URL to where it is.",
        "Hier gibt es keine Ablage.",
        "Legen Sie eine mit „ccm init“ an, oder setzen Sie CCM_HOME oder CCM_DATABASE_URL auf ihren Ort.",
    ),
    "store-schema-differs": (
        "The database has the schema {there}, this program works with {wanted}.",
        "Bring it up to date with “ccm init --upgrade”, or use the program it belongs to.",
        "Die Datenbank hat das Schema {there}, dieses Programm arbeitet mit {wanted}.",
        "Bringen Sie sie mit „ccm init --upgrade“ auf den Stand, oder nehmen Sie das Programm, zu dem sie gehört.",
    ),
    "store-schema-later": (
        "The database has the schema {there}, which is later than anything this program knows; its own is {wanted}.",
        "Use the version of the program that brought the database up to date, or a later one.",
        "Die Datenbank hat das Schema {there}, das neuer ist als alles, was dieses Programm kennt; es arbeitet mit "
        "{wanted}.",
        "Nehmen Sie die Programmversion, die die Datenbank auf diesen Stand gebracht hat, oder eine neuere.",
    ),
    "database-unknown": (
        "This is not the address of a database that can be used.",
        "Write postgresql://USER:PASSWORD@HOST/NAME or sqlite:///PATH.",
        "Das ist keine Adresse einer Datenbank, die sich verwenden lässt.",
        "Schreiben Sie postgresql://NUTZER:PASSWORT@RECHNER/NAME oder sqlite:///PFAD.",
    ),
    "organisation-unknown": (
        "It is not clear which organisation is meant: “{name}” is none of those in this database.",
        "Set CCM_ORGANISATION to the name of one.",
        "Es ist nicht klar, welche Organisation gemeint ist: „{name}“ gibt es in dieser Datenbank nicht.",
        "Setzen Sie CCM_ORGANISATION auf den Namen einer Organisation.",
    ),
    "organisation-name": (
        "“{name}” cannot be the name of an organisation.",
        "Use small letters, digits and hyphens, beginning with a letter.",
        "„{name}“ kann kein Name einer Organisation sein.",
        "Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche, am Anfang einen Buchstaben.",
    ),
    "organisation-exists": (
        "There is an organisation {name} already.",
        "Choose another name, or work with the one that is there.",
        "Die Organisation {name} gibt es schon.",
        "Wählen Sie einen anderen Namen, oder arbeiten Sie mit der vorhandenen.",
    ),
    "key-in-the-way": (
        "There is a key {file} already, which may have signed something.",
        "Move it to where it belongs, or choose another CCM_HOME.",
        "Es gibt schon einen Schlüssel {file}, mit dem etwas unterschrieben sein kann.",
        "Legen Sie ihn dorthin, wo er hingehört, oder wählen Sie ein anderes CCM_HOME.",
    ),
    "key-file-missing": (
        "The key {file} that this organisation signs with is not there.",
        "Put it back from its backup into the folder “keys” of CCM_HOME. "
        "If it is in a token, name it in CCM_SIGNING_KEY.",
        "Der Schlüssel {file}, mit dem diese Organisation unterschreibt, ist nicht da.",
        "Legen Sie ihn aus der Sicherung in den Ordner „keys“ von CCM_HOME zurück. "
        "Liegt er in einem Token, nennen Sie ihn in CCM_SIGNING_KEY.",
    ),
    "key-file-damaged": (
        "The file {file} holds no Ed25519 key.",
        "Put the key back from its backup.",
        "Die Datei {file} enthält keinen Ed25519-Schlüssel.",
        "Holen Sie den Schlüssel aus der Sicherung zurück.",
    ),
    "role-not-there": (
        "The database has no role {role}.",
        "Make it first: CREATE ROLE {role} LOGIN.",
        "Die Datenbank hat keine Rolle {role}.",
        "Legen Sie sie zuerst an: CREATE ROLE {role} LOGIN.",
    ),
    "role-owns-all": (
        "Nothing can be kept from the role {role}: it is a superuser, or may act as the owner of the tables.",
        "Make a role of its own for everyday work.",
        "Der Rolle {role} lässt sich nichts verwehren: Sie ist Superuser oder handelt als Eigentümer der Tabellen.",
        "Legen Sie für den Alltag eine eigene Rolle an.",
    ),
    "key-of-another-log": (
        "The key {file} is not the one that this log is signed with.",
        "Bring the key here that belongs to this database; after a rotation that is the new one.",
        "Der Schlüssel {file} ist nicht der, mit dem dieses Protokoll unterschrieben wird.",
        "Legen Sie den Schlüssel hierher, der zu dieser Datenbank gehört; nach einem Wechsel ist das der neue.",
    ),
    "key-file-open": (
        "Others can read the key {file}.",
        "Take their rights away: chmod 600 {file}. If somebody may have copied it, rotate the key.",
        "Andere können den Schlüssel {file} lesen.",
        "Nehmen Sie ihnen das Recht: chmod 600 {file}. Kann ihn jemand kopiert haben, wechseln Sie den Schlüssel.",
    ),
    "login-form": (
        "“{login}” cannot be a sign-in name.",
        "Use two to sixty small letters, digits, dots, hyphens and underscores, beginning with a letter.",
        "„{login}“ kann kein Anmeldename sein.",
        "Nehmen Sie zwei bis sechzig Kleinbuchstaben, Ziffern, Punkte, Binde- und Unterstriche, am Anfang einen "
        "Buchstaben.",
    ),
    "login-taken": (
        "The sign-in name {login} is taken.",
        "Choose another one; names of people who left stay theirs.",
        "Der Anmeldename {login} ist vergeben.",
        "Wählen Sie einen anderen; Namen derer, die gegangen sind, bleiben ihre.",
    ),
    "person-name": (
        "Name and email address have at most {most} characters that can be printed, and the name at least one.",
        "Write them on one line, without control characters.",
        "Name und E-Mail-Adresse haben höchstens {most} druckbare Zeichen, der Name mindestens eines.",
        "Schreiben Sie sie in eine Zeile, ohne Steuerzeichen.",
    ),
    "person-unknown": (
        "There is nobody called {login} here.",
        "Look at the list of people.",
        "Hier gibt es niemanden namens {login}.",
        "Sehen Sie in der Liste der Personen nach.",
    ),
    "role-missing-for": (
        "This takes the role {role}.",
        "Ask somebody who has it, or who can give it to you.",
        "Dazu braucht es die Rolle {role}.",
        "Fragen Sie jemanden, der sie hat oder Ihnen geben kann.",
    ),
    "last-admin": (
        "After this nobody could let others in.",
        "Give somebody else the role of administrator first.",
        "Danach könnte niemand mehr andere hereinlassen.",
        "Geben Sie zuerst jemand anderem die Rolle Administrator.",
    ),
    "grant-unknown": (
        "Nobody holds a role under the number {number}.",
        "Look up the number in the list of people.",
        "Unter der Nummer {number} hat niemand eine Rolle.",
        "Sehen Sie die Nummer in der Liste der Personen nach.",
    ),
    "role-unknown": (
        "There is no role {role}.",
        "Choose one of: {expected}.",
        "Eine Rolle {role} gibt es nicht.",
        "Wählen Sie eine von: {expected}.",
    ),
    "role-step": (
        "The role {role} does not go with what was said about a step.",
        "A reviewer needs the step they answer; other roles have none.",
        "Zur Rolle {role} passt nicht, was über einen Schritt gesagt wurde.",
        "Ein Prüfer braucht den Schritt, den er beantwortet; andere Rollen haben keinen.",
    ),
    "role-area": (
        "The area of a role cannot be empty, and area and step have only characters that can be printed.",
        "Write * for everything, or a pattern such as template/letter*.",
        "Der Bereich einer Rolle kann nicht leer sein, und Bereich und Schritt haben nur druckbare Zeichen.",
        "Schreiben Sie * für alles oder ein Muster wie template/brief*.",
    ),
    "role-changes": (
        "The role {role} is not narrowed by kinds of change.",
        "Leave them out; they are for authors.",
        "Die Rolle {role} wird nicht nach Arten der Änderung eingeschränkt.",
        "Lassen Sie sie weg; sie sind für Autoren.",
    ),
    "change-unknown": (
        "“{change}” is no class of change.",
        "Choose from: {expected}.",
        "„{change}“ ist keine Klasse einer Änderung.",
        "Wählen Sie aus: {expected}.",
    ),
    "item-name-taken": (
        "Something is called {name} already.",
        "Choose another name.",
        "{name} gibt es schon.",
        "Wählen Sie einen anderen Namen.",
    ),
    "archived-already": (
        "It is in the archive already.",
        "Look at the archive.",
        "Das liegt schon im Archiv.",
        "Sehen Sie im Archiv nach.",
    ),
    "not-archived": (
        "It is not in the archive.",
        "There is nothing to bring back.",
        "Das liegt nicht im Archiv.",
        "Es ist nichts zurückzuholen.",
    ),
    "edited-meanwhile": (
        "Somebody else has saved this meanwhile.",
        "Load what is there now, and make your change to that.",
        "Jemand anderes hat dies inzwischen gespeichert.",
        "Laden Sie den heutigen Stand, und ändern Sie diesen.",
    ),
    "version-taken": (
        "Version {version} was approved with another content, and stays what it was.",
        "Give the changed content the next version number.",
        "Die Version {version} wurde mit anderem Inhalt freigegeben und bleibt, was sie war.",
        "Geben Sie dem geänderten Inhalt die nächste Versionsnummer.",
    ),
    "area-not-yours": (
        "You may not change the {kind} {name}.",
        "Ask for the role of author in an area that holds it.",
        "Sie dürfen {name} nicht ändern ({kind}).",
        "Bitten Sie um die Rolle Autor für einen Bereich, zu dem es gehört.",
    ),
    "change-not-yours": (
        "This is a change of the class “{change}”, which you may not make.",
        "Take it back, or ask somebody who may.",
        "Das ist eine Änderung der Klasse „{change}“, die Sie nicht machen dürfen.",
        "Nehmen Sie sie zurück, oder fragen Sie jemanden, der es darf.",
    ),
    "file-leads-out": (
        "This file is a link that leads out of the library.",
        "Put the file itself there.",
        "Diese Datei ist ein Verweis, der aus der Bibliothek hinausführt.",
        "Legen Sie die Datei selbst dorthin.",
    ),
    "archive-unreadable": (
        "This is no archive that can be unpacked.",
        "Send a ZIP file, not encrypted, of a library’s folder.",
        "Das ist kein Archiv, das sich entpacken ließe.",
        "Senden Sie den Ordner einer Bibliothek als ZIP-Datei, unverschlüsselt.",
    ),
    "archive-too-large": (
        "This archive holds more than {files} files, or more than {megabytes} MB.",
        "Send the library in parts.",
        "Dieses Archiv enthält mehr als {files} Dateien oder mehr als {megabytes} MB.",
        "Senden Sie die Bibliothek in Teilen.",
    ),
    "nothing-to-import": (
        "There are no items in this folder.",
        "Name a library: a folder with templates, blocks, dictionaries, classes, themes.",
        "In diesem Ordner liegt nichts, was sich einlesen ließe.",
        "Nennen Sie eine Bibliothek: einen Ordner mit templates, blocks, dictionaries, classes, themes.",
    ),
    "item-not-known": (
        "There is no {kind} {name} in the store.",
        "Check the name, or import it first.",
        "In der Ablage gibt es {name} nicht ({kind}).",
        "Prüfen Sie den Namen, oder lesen Sie es zuerst ein.",
    ),
    "item-not-approved": (
        "No version of the {kind} {name} has been approved.",
        "Submit it and have it approved; the preview shows it before that, or --draft on a command line.",
        "Von {name} ({kind}) ist keine Version freigegeben.",
        "Reichen Sie es ein und lassen Sie es freigeben; vorher zeigt es die Vorschau, auf der Befehlszeile --draft.",
    ),
    "item-not-in-force": (
        "No version of the {kind} {name} is in force on {day}.",
        "Choose another day, or have a version approved that is in force then.",
        "Am {day} ist keine Version von {name} ({kind}) in Kraft.",
        "Wählen Sie einen anderen Tag, oder lassen Sie eine Version freigeben, die dann gilt.",
    ),
    "engine-unchecked": (
        "Nobody has looked yet at what this version of the program makes of the approved messages.",
        "Whoever runs the program has it looked at (“ccm template recheck” lists what changed), or lets a batch go "
        "without (--unchecked-engine); its certificate says so then.",
        "Noch hat niemand angesehen, was diese Programmversion aus den freigegebenen Nachrichten macht.",
        "Wer das Programm betreibt, lässt es ansehen („ccm template recheck“ zeigt, was sich geändert hat) oder einen "
        "Lauf ohne das zu (--unchecked-engine); dann steht es im Zertifikat.",
    ),
    "bundle-not-approved": (
        "What is in force that day has not been approved together, in the language {language} under the brand {brand}.",
        "See among the reviews (“ccm review list”) what waits for a decision, or submit it.",
        "Was an diesem Tag gilt, ist in der Sprache {language} unter der Marke {brand} nicht zusammen freigegeben.",
        "Sehen Sie unter den Prüfungen („ccm review list“), was auf eine Entscheidung wartet, oder reichen Sie es ein.",
    ),
}
