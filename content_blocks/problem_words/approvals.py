"""Sentences for workflows, and for what the rules refuse of delegation, break-glass, guests and comments."""

from __future__ import annotations

SENTENCES = {
    "route-change-unknown": (
        "There is no class of change called “{change}”.",
        "Routes are for: {known}.",
        "„{change}“ ist keine Klasse einer Änderung.",
        "Wege gibt es für: {known}.",
    ),
    "route-step-unknown": (
        "The route for “{change}” names the step {step}, which the workflow does not have.",
        "Add the step, or take it out of the route.",
        "Der Weg für „{change}“ nennt den Schritt {step}, den der Freigabeablauf nicht hat.",
        "Ergänzen Sie den Schritt oder nehmen Sie ihn aus dem Weg.",
    ),
    "route-empty": (
        "The route for “{change}” has no step, so nobody would have to agree.",
        "Name at least one step, or leave the route out: then every step has to be passed.",
        "Der Weg für „{change}“ hat keinen Schritt, also müsste niemand zustimmen.",
        "Nennen Sie mindestens einen Schritt oder lassen Sie den Weg weg: Dann gelten alle Schritte.",
    ),
    "route-repeats": (
        "The route for “{change}” names the step {step} twice.",
        "Name it once; for more people, raise its quorum.",
        "Der Weg für „{change}“ nennt den Schritt {step} zweimal.",
        "Nennen Sie ihn einmal; für mehr Personen erhöhen Sie seine Mindestzahl.",
    ),
    "step-twice": (
        "Two steps are called {step}.",
        "Give one of them another id.",
        "Zwei Schritte heißen {step}.",
        "Geben Sie einem davon eine andere Kennung.",
    ),
    "lender-wrote-it": (
        "The right you were lent belongs to somebody who wrote or submitted this.",
        "Somebody has to decide whose right is their own, or who is lent it by somebody not involved.",
        "Das Recht, das Ihnen übertragen wurde, gehört jemandem, der dies geschrieben oder eingereicht hat.",
        "Entscheiden muss, wer das Recht selbst hat oder es von jemand Unbeteiligtem übertragen bekam.",
    ),
    "key-never-lends": (
        "An API key cannot lend a right.",
        "Log in yourself to lend it.",
        "Ein API-Schlüssel kann kein Recht übertragen.",
        "Melden Sie sich dazu selbst an.",
    ),
    "lends-to-oneself": (
        "A right is lent to somebody else.",
        "Choose a colleague.",
        "Ein Recht überträgt man jemand anderem.",
        "Wählen Sie eine Kollegin oder einen Kollegen.",
    ),
    "not-yours-to-lend": (
        "You are no reviewer for the step {step} yourself; what was lent to you cannot be lent on.",
        "Ask whoever holds the right.",
        "Für den Schritt {step} prüfen Sie nicht selbst; was Ihnen übertragen wurde, können Sie nicht weitergeben.",
        "Fragen Sie, wem das Recht gehört.",
    ),
    "delegation-over": (
        "The time of this delegation is over.",
        "Choose an end that lies ahead, and after the beginning.",
        "Die Zeit dieser Übertragung ist vorbei.",
        "Wählen Sie ein Ende, das noch kommt und nach dem Anfang liegt.",
    ),
    "delegation-of-others": (
        "This delegation is one between other people.",
        "Only the two of them can end it.",
        "Diese Übertragung besteht zwischen anderen Personen.",
        "Nur die beiden können sie beenden.",
    ),
    "key-never-breaks-glass": (
        "An API key cannot break the glass.",
        "Somebody has to log in and answer for it.",
        "Ein API-Schlüssel kann keine Notfreigabe öffnen.",
        "Jemand muss sich anmelden und dafür einstehen.",
    ),
    "glass-not-yours": (
        "You do not have the right to break the glass.",
        "Ask somebody who has it.",
        "Sie dürfen keine Notfreigabe öffnen.",
        "Fragen Sie jemanden, der es darf.",
    ),
    "glass-without-reason": (
        "Breaking the glass needs a reason of at least {letters} letters.",
        "Say what would happen if it waited; everybody who reads a certificate will see it.",
        "Eine Notfreigabe braucht eine Begründung von mindestens {letters} Buchstaben.",
        "Sagen Sie, was beim Warten geschähe; wer eine Bescheinigung liest, wird es sehen.",
    ),
    "glass-without-time": (
        "The end lies before the beginning.",
        "Choose an end that lies ahead.",
        "Das Ende liegt vor dem Anfang.",
        "Wählen Sie ein Ende, das noch kommt.",
    ),
    "glass-too-long": (
        "A glass is broken for {hours} hours at most.",
        "Choose an earlier end, and have the review finished by then.",
        "Eine Notfreigabe gilt höchstens {hours} Stunden.",
        "Wählen Sie ein früheres Ende und lassen Sie die Prüfung bis dahin abschließen.",
    ),
    "glass-broken-before": (
        "The glass over this bundle was broken before.",
        "Have its review finished; a glass is broken once.",
        "Für dieses Bündel gab es schon eine Notfreigabe.",
        "Lassen Sie seine Prüfung abschließen; eine Notfreigabe gibt es nur einmal.",
    ),
    "link-not-valid": (
        "This link is not valid here.",
        "Check that it was copied as a whole, or ask for a new one.",
        "Dieser Link gilt hier nicht.",
        "Prüfen Sie, ob er ganz kopiert wurde, oder bitten Sie um einen neuen.",
    ),
    "link-revoked": (
        "This link was taken back.",
        "Ask whoever invited you.",
        "Dieser Link wurde zurückgezogen.",
        "Fragen Sie, wer Sie eingeladen hat.",
    ),
    "link-expired": (
        "The time of this link is over.",
        "Ask for a new one.",
        "Die Zeit dieses Links ist abgelaufen.",
        "Bitten Sie um einen neuen.",
    ),
    "opinion-without-words": (
        "Here some words are needed.",
        "Say what speaks against it, or what you noticed.",
        "Hier braucht es einige Worte.",
        "Sagen Sie, was dagegen spricht oder was Ihnen auffiel.",
    ),
    "opinion-too-long": (
        "The opinion is longer than {limit} characters.",
        "Shorten it.",
        "Die Stellungnahme ist länger als {limit} Zeichen.",
        "Kürzen Sie sie.",
    ),
    "thread-unknown": (
        "There is no such thread of comments.",
        "Begin a new one, or choose one of this review.",
        "Einen solchen Kommentarverlauf gibt es nicht.",
        "Beginnen Sie einen neuen oder wählen Sie einen dieser Prüfung.",
    ),
    "thread-open": (
        "This thread of comments is open already.",
        "Just reply.",
        "Dieser Kommentarverlauf ist schon offen.",
        "Antworten Sie einfach.",
    ),
    "thread-resolved": (
        "This thread of comments is resolved already.",
        "To go on with it, reopen it.",
        "Dieser Kommentarverlauf ist schon erledigt.",
        "Um ihn fortzusetzen, öffnen Sie ihn wieder.",
    ),
    "comment-without-words": (
        "A comment without words says nothing.",
        "Write something.",
        "Ein Kommentar ohne Worte sagt nichts.",
        "Schreiben Sie etwas.",
    ),
    "comment-too-long": (
        "The comment is longer than {limit} characters.",
        "Shorten it, or make several of it.",
        "Der Kommentar ist länger als {limit} Zeichen.",
        "Kürzen Sie ihn, oder machen Sie mehrere daraus.",
    ),
}
