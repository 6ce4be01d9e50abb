"""Sentences for passwords and for signing in at a provider of OpenID Connect."""

from __future__ import annotations

_AGAIN = "Begin again from our own sign-in page."
_NOCHMAL = "Beginnen Sie noch einmal auf unserer eigenen Anmeldeseite."
_ASK = "Begin again; if it happens again, tell your administrator."
_FRAGEN = "Beginnen Sie noch einmal; geschieht es wieder, sagen Sie es Ihrer Administration."
_TELL = "Tell your administrator at once: the provider is set up wrongly, or somebody interferes."
_MELDEN = "Sagen Sie es sofort Ihrer Administration: Der Anbieter ist falsch eingerichtet, oder jemand greift ein."

SENTENCES = {
    "provider-address-unfit": (
        "This address of the sign-in provider cannot be used.",
        "It has to be complete and begin with https://, without a name, password or # in it.",
        "Diese Adresse des Anmeldeanbieters ist nicht verwendbar.",
        "Sie muss vollständig sein und mit https:// beginnen, ohne Namen, Kennwort oder # darin.",
    ),
    "provider-scope-missing": (
        "The scopes lack openid.",
        "Add it; without it a provider says nothing about who signed in.",
        "Unter den Scopes fehlt openid.",
        "Ergänzen Sie es; ohne es sagt ein Anbieter nicht, wer sich angemeldet hat.",
    ),
    "provider-unreachable": (
        "The sign-in provider does not answer.",
        "Try again in a few minutes; an administrator can check address, certificate and network.",
        "Der Anmeldeanbieter antwortet nicht.",
        "Versuchen Sie es in einigen Minuten wieder; die Administration kann Adresse, Zertifikat und Netz prüfen.",
    ),
    "provider-answer-unexpected": (
        "The sign-in provider answered with status {status}.",
        "Try again in a few minutes; an administrator can check the address.",
        "Der Anmeldeanbieter hat mit dem Status {status} geantwortet.",
        "Versuchen Sie es in einigen Minuten wieder; die Administration kann die Adresse prüfen.",
    ),
    "provider-answer-unreadable": (
        "The sign-in provider's answer is not the JSON it should be.",
        "An administrator can check whether the address is that of an OpenID provider.",
        "Die Antwort des Anmeldeanbieters ist nicht das erwartete JSON.",
        "Die Administration kann prüfen, ob die Adresse die eines OpenID-Anbieters ist.",
    ),
    "provider-answer-too-long": (
        "The sign-in provider's answer has more than {most} bytes.",
        "An administrator can check whether the address is that of an OpenID provider.",
        "Die Antwort des Anmeldeanbieters hat mehr als {most} Bytes.",
        "Die Administration kann prüfen, ob die Adresse die eines OpenID-Anbieters ist.",
    ),
    "provider-issuer-differs": (
        "The sign-in provider at this address says it is another one.",
        "Write the issuer exactly as the provider names itself, with or without the slash at its end.",
        "Der Anmeldeanbieter unter dieser Adresse nennt sich anders.",
        "Schreiben Sie den Issuer genau so, wie der Anbieter sich nennt, mit oder ohne Schrägstrich am Ende.",
    ),
    "provider-without-pkce": (
        "The sign-in provider does not offer PKCE with S256.",
        "Switch it on at the provider (RFC 7636), or use another one.",
        "Der Anmeldeanbieter bietet PKCE mit S256 nicht an.",
        "Schalten Sie es beim Anbieter ein (RFC 7636), oder verwenden Sie einen anderen.",
    ),
    "sign-in-not-begun": (
        "This sign-in did not begin here, or was finished before.",
        _AGAIN,
        "Diese Anmeldung hat nicht hier begonnen oder ist schon abgeschlossen.",
        _NOCHMAL,
    ),
    "sign-in-too-late": (
        "This sign-in took too long.",
        _AGAIN,
        "Diese Anmeldung hat zu lange gedauert.",
        _NOCHMAL,
    ),
    "sign-in-state-differs": (
        "This answer belongs to another sign-in.",
        _AGAIN,
        "Diese Antwort gehört zu einer anderen Anmeldung.",
        _NOCHMAL,
    ),
    "sign-in-other-provider": (
        "This answer comes from another provider than the one you went to.",
        _TELL,
        "Diese Antwort kommt von einem anderen Anbieter als dem, bei dem Sie sich anmelden wollten.",
        _MELDEN,
    ),
    "sign-in-other-person": (
        "The provider named one person first and another one afterwards.",
        _TELL,
        "Der Anbieter hat erst eine Person genannt und dann eine andere.",
        _MELDEN,
    ),
    "sign-in-answer-unclear": (
        "The provider's answer is incomplete, or says something twice.",
        _ASK,
        "Die Antwort des Anbieters ist unvollständig oder sagt etwas doppelt.",
        _FRAGEN,
    ),
    "sign-in-declined": (
        "The sign-in was declined at the provider.",
        "Begin again and agree there, or ask your administrator whether you may sign in this way.",
        "Die Anmeldung wurde beim Anbieter abgelehnt.",
        "Beginnen Sie noch einmal und stimmen Sie dort zu, oder fragen Sie, ob Sie sich so anmelden dürfen.",
    ),
    "sign-in-failed-there": (
        "The provider could not sign you in.",
        _ASK,
        "Der Anbieter konnte Sie nicht anmelden.",
        _FRAGEN,
    ),
    "sign-in-code-refused": (
        "The provider did not accept its own code, or not us.",
        _ASK,
        "Der Anbieter hat seinen eigenen Code nicht angenommen, oder uns nicht.",
        _FRAGEN,
    ),
    "id-token-missing": (
        "The provider did not say who signed in.",
        _ASK,
        "Der Anbieter hat nicht gesagt, wer sich angemeldet hat.",
        _FRAGEN,
    ),
    "id-token-unreadable": (
        "What the provider says about who signed in cannot be read.",
        _ASK,
        "Was der Anbieter darüber sagt, wer sich angemeldet hat, ist nicht lesbar.",
        _FRAGEN,
    ),
    "id-token-algorithm": (
        "The provider's statement is not signed, or in a way that does not count.",
        "An administrator can choose RS256, ES256 or Ed25519 at the provider.",
        "Die Aussage des Anbieters ist nicht unterschrieben oder auf eine Art, die nicht zählt.",
        "Die Administration kann beim Anbieter RS256, ES256 oder Ed25519 wählen.",
    ),
    "id-token-key-unknown": (
        "The provider's statement is signed with a key that it does not publish.",
        _TELL,
        "Die Aussage des Anbieters ist mit einem Schlüssel unterschrieben, den er nicht veröffentlicht.",
        _MELDEN,
    ),
    "id-token-signature": (
        "The signature under the provider's statement is wrong.",
        _TELL,
        "Die Unterschrift unter der Aussage des Anbieters ist falsch.",
        _MELDEN,
    ),
    "id-token-issuer": (
        "The statement about who signed in was made by another provider.",
        _TELL,
        "Die Aussage, wer sich angemeldet hat, stammt von einem anderen Anbieter.",
        _MELDEN,
    ),
    "id-token-audience": (
        "The provider's statement is meant for another application.",
        _TELL,
        "Die Aussage des Anbieters ist für eine andere Anwendung bestimmt.",
        _MELDEN,
    ),
    "id-token-party": (
        "The provider's statement was given to another application.",
        _TELL,
        "Die Aussage des Anbieters wurde einer anderen Anwendung gegeben.",
        _MELDEN,
    ),
    "id-token-expired": (
        "The provider's statement has expired.",
        "Begin again; if it happens again, the clocks of the two machines differ.",
        "Die Aussage des Anbieters ist abgelaufen.",
        "Beginnen Sie noch einmal; geschieht es wieder, gehen die Uhren der beiden Maschinen verschieden.",
    ),
    "id-token-instant": (
        "The provider's statement is dated in the future, or not at all.",
        "Begin again; if it happens again, the clocks of the two machines differ.",
        "Die Aussage des Anbieters ist in die Zukunft datiert oder gar nicht.",
        "Beginnen Sie noch einmal; geschieht es wieder, gehen die Uhren der beiden Maschinen verschieden.",
    ),
    "id-token-old": (
        "The provider's statement is older than this sign-in.",
        _ASK,
        "Die Aussage des Anbieters ist älter als diese Anmeldung.",
        _FRAGEN,
    ),
    "id-token-nonce": (
        "The provider's statement answers another sign-in.",
        _TELL,
        "Die Aussage des Anbieters antwortet auf eine andere Anmeldung.",
        _MELDEN,
    ),
    "id-token-access": (
        "The provider's statement came with something that does not belong to it.",
        _TELL,
        "Mit der Aussage des Anbieters kam etwas, das nicht zu ihr gehört.",
        _MELDEN,
    ),
    "id-token-subject": (
        "The provider's statement does not say whom it is about.",
        _ASK,
        "Die Aussage des Anbieters sagt nicht, um wen es geht.",
        _FRAGEN,
    ),
    "password-too-short": (
        "The password has fewer than {least} characters.",
        "Take several words that do not belong together; blanks are welcome.",
        "Das Kennwort hat weniger als {least} Zeichen.",
        "Nehmen Sie mehrere Wörter, die nicht zusammengehören; Leerzeichen sind willkommen.",
    ),
    "password-too-long": (
        "The password has more than {most} characters.",
        "Choose a shorter one.",
        "Das Kennwort hat mehr als {most} Zeichen.",
        "Wählen Sie ein kürzeres.",
    ),
    "password-unwritable": (
        "The password holds a character that cannot be typed everywhere.",
        "Leave out control characters and characters that Unicode does not know.",
        "Das Kennwort enthält ein Zeichen, das sich nicht überall tippen lässt.",
        "Lassen Sie Steuerzeichen weg und Zeichen, die Unicode nicht kennt.",
    ),
    "password-guessable": (
        "The password is one of those that are tried first.",
        "Leave out repetitions, rows of the keyboard, runs of digits and the usual words.",
        "Das Kennwort gehört zu denen, die zuerst probiert werden.",
        "Lassen Sie Wiederholungen, Tastaturreihen, Ziffernfolgen und die üblichen Wörter weg.",
    ),
    "password-personal": (
        "The password is little more than your login or name.",
        "Choose words that have nothing to do with you.",
        "Das Kennwort ist kaum mehr als Ihr Anmeldename oder Name.",
        "Wählen Sie Wörter, die nichts mit Ihnen zu tun haben.",
    ),
}
