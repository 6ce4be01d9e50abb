"""Sentences for what is wrong with an audit log."""

from __future__ import annotations

SENTENCES = {
    "head-damaged": (
        "This is no head of an audit log.",
        "Hand in the file as “ccm audit head” wrote it.",
        "Das ist kein Kopf eines Prüfprotokolls.",
        "Übergeben Sie die Datei, wie „ccm audit head“ sie geschrieben hat.",
    ),
    "head-elsewhere": (
        "This head is of another log: {log}.",
        "Compare each log with its own heads.",
        "Dieser Kopf gehört zu einem anderen Protokoll: {log}.",
        "Vergleichen Sie jedes Protokoll mit seinen eigenen Köpfen.",
    ),
    "head-unsigned": (
        "The head over {place} entries is not signed by a key of this log.",
        "Somebody has written it who does not hold the key.",
        "Der Kopf über {place} Einträge ist mit keinem Schlüssel dieses Protokolls unterschrieben.",
        "Jemand hat ihn geschrieben, der den Schlüssel nicht hat.",
    ),
    "log-place": (
        "Entry {place} of the log is missing, or stands in another's place.",
        "Somebody has deleted, inserted or swapped entries. Restore the newest backup whose head is right.",
        "Der Eintrag {place} des Protokolls fehlt oder steht an der Stelle eines anderen.",
        "Jemand hat Einträge gelöscht, eingefügt oder vertauscht. Stellen Sie die neueste Sicherung her, deren Kopf "
        "stimmt.",
    ),
    "head-too-early": (
        "The head is over {size} entries, but the run was certified later: by entry {place}.",
        "Take a head that was made after the run.",
        "Der Kopf geht über {size} Einträge, der Lauf wurde aber später zertifiziert: mit Eintrag {place}.",
        "Nehmen Sie einen Kopf, der nach dem Lauf entstand.",
    ),
    "log-entry": (
        "Entry {place} of the log is not what was written.",
        "Somebody has changed it. Restore the newest backup whose head is right.",
        "Der Eintrag {place} des Protokolls ist nicht, was geschrieben wurde.",
        "Jemand hat ihn geändert. Stellen Sie die neueste Sicherung her, deren Kopf stimmt.",
    ),
    "log-head": (
        "The first {place} entries are not those that a signed head was made over.",
        "Somebody has changed the log and hashed it anew. Restore the newest backup whose head is right.",
        "Die ersten {place} Einträge sind nicht die, über die ein unterschriebener Kopf gemacht wurde.",
        "Jemand hat das Protokoll geändert und neu gehasht. Stellen Sie die neueste Sicherung her, deren Kopf stimmt.",
    ),
    "log-cut": (
        "A signed head speaks of {place} entries, the log has fewer.",
        "Its tail was cut off, or an old backup was restored.",
        "Ein unterschriebener Kopf spricht von {place} Einträgen, das Protokoll hat weniger.",
        "Sein Ende wurde abgeschnitten, oder eine alte Sicherung wurde eingespielt.",
    ),
    "log-size": (
        "The log has {place} entries, which is not what its last head and its counter say.",
        "Entries were added or taken away by another way than through the program.",
        "Das Protokoll hat {place} Einträge; sein letzter Kopf und sein Zähler sagen etwas anderes.",
        "Einträge kamen oder gingen auf einem anderen Weg als durch das Programm.",
    ),
    "log-peaks": (
        "What the log would be continued from does not belong to its entries.",
        "Somebody has changed it. The next head would be wrong: restore the newest backup whose head is right.",
        "Das, wovon aus das Protokoll weitergeführt würde, gehört nicht zu seinen Einträgen.",
        "Jemand hat es geändert, und der nächste Kopf wäre falsch. Stellen Sie die neueste Sicherung her, deren Kopf "
        "stimmt.",
    ),
    "log-founded-otherwise": (
        "The log does not begin with the entry that names its first key.",
        "Somebody has written it anew with another key. Restore the newest backup whose head is right.",
        "Das Protokoll beginnt nicht mit dem Eintrag, der seinen ersten Schlüssel nennt.",
        "Jemand hat es mit einem anderen Schlüssel neu geschrieben. Stellen Sie die neueste Sicherung her, deren Kopf "
        "stimmt.",
    ),
    "row-unlogged": (
        "The log knows nothing of this row of the table “{table}”.",
        "It was changed or made by another way than through the program.",
        "Das Protokoll weiß nichts von dieser Zeile der Tabelle „{table}“.",
        "Sie wurde geändert oder auf einem anderen Weg als durch das Programm gemacht.",
    ),
    "row-gone": (
        "A row of the table “{table}” that was written with entry {place} is no longer there as it was.",
        "It was changed or deleted by another way than through the program.",
        "Eine Zeile der Tabelle „{table}“, die mit dem Eintrag {place} geschrieben wurde, ist nicht mehr so da.",
        "Sie wurde auf einem anderen Weg als durch das Programm geändert oder gelöscht.",
    ),
    "store-unreadable": (
        "The store holds something that the program can neither have written nor read.",
        "Somebody has changed it by another way. Restore the newest backup whose head is right.",
        "In der Ablage steht etwas, das das Programm weder geschrieben haben noch lesen kann.",
        "Jemand hat es auf einem anderen Weg geändert. Stellen Sie die neueste Sicherung her, deren Kopf stimmt.",
    ),
    "guard-missing": (
        "This rule, which the database is to keep, is not there, is switched off or says something else.",
        "Somebody has taken it away. Bring it back with “ccm init --upgrade”, and look at what was done meanwhile.",
        "Diese Regel, die die Datenbank einhalten soll, fehlt, ist abgeschaltet oder lautet anders.",
        "Jemand hat sie entfernt. „ccm init --upgrade“ bringt sie zurück; sehen Sie nach, was inzwischen geschah.",
    ),
    "decision-unsigned": (
        "A decision about review {review} is not signed by a key of this log.",
        "It was changed or made by another way than through the program.",
        "Eine Entscheidung über die Prüfung {review} ist mit keinem Schlüssel dieses Protokolls unterschrieben.",
        "Sie wurde geändert oder auf einem anderen Weg als durch das Programm gemacht.",
    ),
    "decision-unlogged": (
        "The log knows nothing of a decision about review {review}.",
        "It was changed or made by another way than through the program.",
        "Das Protokoll weiß nichts von einer Entscheidung über die Prüfung {review}.",
        "Sie wurde geändert oder auf einem anderen Weg als durch das Programm gemacht.",
    ),
    "decision-gone": (
        "The decision of entry {place} is no longer in the store.",
        "It was deleted by another way than through the program.",
        "Die Entscheidung aus Eintrag {place} ist nicht mehr in der Ablage.",
        "Sie wurde auf einem anderen Weg als durch das Programm gelöscht.",
    ),
    "review-altered": (
        "Review {review} is not what was submitted.",
        "Somebody has changed its hashes, steps or authors.",
        "Die Prüfung {review} ist nicht, was eingereicht wurde.",
        "Jemand hat ihre Hashes, Schritte oder Autoren geändert.",
    ),
    "review-gone": (
        "Review {review}, which the log speaks of, is no longer in the store.",
        "It was deleted by another way than through the program.",
        "Die Prüfung {review}, von der das Protokoll spricht, ist nicht mehr in der Ablage.",
        "Sie wurde auf einem anderen Weg als durch das Programm gelöscht.",
    ),
    "published-unapproved": (
        "Something is published of review {review}, which was not approved.",
        "It came there by another way than through the program.",
        "Aus der Prüfung {review}, die nicht freigegeben ist, wurde etwas veröffentlicht.",
        "Es kam auf einem anderen Weg als durch das Programm dorthin.",
    ),
}
