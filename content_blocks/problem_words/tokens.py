"""Problems of keys that are kept in a token: a smart card or a hardware security module."""

from __future__ import annotations

from content_blocks.problem_words import Sentences

SENTENCES: dict[str, Sentences] = {
    "key-uri": (
        "This is no address of a key in a token.",
        "Write pkcs11:token=…;object=…?module-path=… (RFC 7512); spaces and other signs as %20 and so on.",
        "Das ist keine Adresse eines Schlüssels in einem Token.",
        "Schreiben Sie pkcs11:token=…;object=…?module-path=… (RFC 7512); Leerzeichen und andere Zeichen als %20 usw.",
    ),
    "key-uri-attribute": (
        "The address of the key cannot be followed: {attribute} is not known here, stands twice, or has a wrong value.",
        "Use token, serial, object and id, and after the question mark module-path and pin-source.",
        "Der Adresse des Schlüssels ist nicht zu folgen: {attribute} ist unbekannt, doppelt oder hat falschen Wert.",
        "Verwenden Sie token, serial, object und id, und hinter dem Fragezeichen module-path und pin-source.",
    ),
    "key-uri-lacks": (
        "The address of the key does not say {attribute}.",
        "It has to name the token, the key by object or id, and the library by module-path.",
        "Die Adresse des Schlüssels nennt {attribute} nicht.",
        "Sie muss das Token nennen, den Schlüssel mit object oder id und die Bibliothek mit module-path.",
    ),
    "key-uri-pin": (
        "The address of the key holds a PIN, which others could read there.",
        "Take it out, and change the PIN. Put the new one into a file that pin-source names, or into CCM_PKCS11_PIN.",
        "In der Adresse des Schlüssels steht eine PIN, die andere dort lesen könnten.",
        "Nehmen Sie sie heraus und ändern Sie die PIN. Die neue gehört in eine Datei, die pin-source nennt, oder in "
        "CCM_PKCS11_PIN.",
    ),
    "key-pin-missing": (
        "There is no PIN for {key}.",
        "Put it into a file that pin-source names, or into CCM_PKCS11_PIN.",
        "Für {key} fehlt die PIN.",
        "Legen Sie sie in eine Datei, die pin-source nennt, oder in CCM_PKCS11_PIN.",
    ),
    "key-pin-unreadable": (
        "The file {file} with the PIN cannot be read.",
        "Check pin-source, and whose the file is.",
        "Die Datei {file} mit der PIN lässt sich nicht lesen.",
        "Prüfen Sie pin-source und wem die Datei gehört.",
    ),
    "key-pin-wrong": (
        "The token does not take the PIN for {key}.",
        "Correct it before you try again: a token locks itself after a few wrong ones.",
        "Das Token nimmt die PIN für {key} nicht an.",
        "Berichtigen Sie sie, bevor Sie es wieder versuchen: nach einigen falschen sperrt sich ein Token.",
    ),
    "key-pin-locked": (
        "The token of {key} has locked itself after wrong PINs.",
        "Whoever looks after the token can unlock it.",
        "Das Token von {key} hat sich nach falschen PINs gesperrt.",
        "Wer das Token verwaltet, kann es entsperren.",
    ),
    "key-token-missing": (
        "The token has no Ed25519 key {key}, with its private and its public half.",
        "Check object and id; ccm makes no keys in tokens, whoever looks after the token does.",
        "Im Token liegt kein Ed25519-Schlüssel {key} mit privater und öffentlicher Hälfte.",
        "Prüfen Sie object und id; ccm legt in Token keine Schlüssel an, das tut, wer das Token verwaltet.",
    ),
    "key-token-ambiguous": (
        "There are several tokens or keys {key}.",
        "Say which one: by serial, and by id.",
        "Es gibt mehrere Token oder Schlüssel {key}.",
        "Sagen Sie, welcher gemeint ist: mit serial und mit id.",
    ),
    "key-token-gone": (
        "The token of {key} is not there.",
        "Put it in, or start what it is reached by, and try again. Nothing was written.",
        "Das Token von {key} ist nicht da.",
        "Stecken Sie es ein oder starten Sie, worüber es erreicht wird, und versuchen Sie es wieder. Geschrieben wurde "
        "nichts.",
    ),
    "key-token-failed": (
        "The token did not sign with {key} ({error}).",
        "Nothing was written. Look into what the token and its library say; it has to know CKM_EDDSA.",
        "Das Token hat mit {key} nicht unterschrieben ({error}).",
        "Geschrieben wurde nichts. Sehen Sie nach, was Token und Bibliothek melden; es muss CKM_EDDSA kennen.",
    ),
    "key-token-unsupported": (
        "Keys in tokens need a package that is not installed.",
        'Install it: pip install "ccm[pkcs11]".',
        "Für Schlüssel in Token fehlt ein Paket.",
        'Installieren Sie es: pip install "ccm[pkcs11]".',
    ),
    "key-module-missing": (
        "There is no library {file} that speaks to the token.",
        "Correct module-path; it is the PKCS #11 library that comes with the token.",
        "Es gibt keine Bibliothek {file}, die mit dem Token spricht.",
        "Berichtigen Sie module-path; es ist die PKCS-#11-Bibliothek, die zum Token gehört.",
    ),
    "key-next-unsaid": (
        "The log is signed by a key in a token, and it is not said which key comes after it.",
        "Name it with --to: the address of another key in a token, or “file”.",
        "Das Protokoll wird mit einem Schlüssel in einem Token unterschrieben, und es fehlt, welcher auf ihn folgt.",
        "Nennen Sie ihn mit --to: die Adresse eines anderen Schlüssels in einem Token oder „file“.",
    ),
    "key-signs-already": (
        "The log is signed with the key {key} already.",
        "Name another one.",
        "Das Protokoll wird schon mit dem Schlüssel {key} unterschrieben.",
        "Nennen Sie einen anderen.",
    ),
}
