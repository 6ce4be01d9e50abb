"""Sentences for reviews: what the rules of approval refuse, by program or by database."""

from __future__ import annotations

SENTENCES = {
    "nothing-to-submit": (
        "There is nothing here that has not been approved.",
        "Save a change first.",
        "Hier ist nichts, was nicht schon freigegeben wäre.",
        "Speichern Sie zuerst eine Änderung.",
    ),
    "already-in-review": (
        "This version is being reviewed already: {review}.",
        "Wait for the decision, or withdraw that review.",
        "Diese Version wird schon geprüft: {review}.",
        "Warten Sie die Entscheidung ab, oder ziehen Sie jene Prüfung zurück.",
    ),
    "review-unknown": (
        "There is no review {review}.",
        "Look at the list of reviews.",
        "Eine Prüfung {review} gibt es nicht.",
        "Sehen Sie in der Liste der Prüfungen nach.",
    ),
    "review-open": (
        "Review {review} is not over yet.",
        "A certificate says what was decided; wait for the last decision.",
        "Die Prüfung {review} ist noch nicht abgeschlossen.",
        "Ein Zertifikat sagt, was entschieden wurde; warten Sie die letzte Entscheidung ab.",
    ),
    "reason-missing": (
        "This needs a reason.",
        "Say in a sentence why; the author has to be able to act on it.",
        "Das braucht eine Begründung.",
        "Sagen Sie in einem Satz, warum; der Autor muss damit etwas anfangen können.",
    ),
    "key-never-decides": (
        "Programs do not decide about reviews.",
        "Sign in as a person.",
        "Programme entscheiden nicht über Prüfungen.",
        "Melden Sie sich als Person an.",
    ),
    "review-over": (
        "This review is over.",
        "Submit the change again if it is still wanted.",
        "Diese Prüfung ist abgeschlossen.",
        "Reichen Sie die Änderung noch einmal ein, wenn sie noch gewünscht ist.",
    ),
    "review-differs": (
        "The review is about something else than what you have seen.",
        "Look at it again, and decide about that.",
        "Die Prüfung betrifft etwas anderes, als Sie gesehen haben.",
        "Sehen Sie sie noch einmal an, und entscheiden Sie darüber.",
    ),
    "own-work": (
        "Nobody decides about their own work.",
        "Ask a colleague who had no part in it.",
        "Niemand entscheidet über die eigene Arbeit.",
        "Fragen Sie jemanden, der daran nicht beteiligt war.",
    ),
    "own-submission": (
        "Nobody decides about what they submitted.",
        "Ask a colleague who had no part in it.",
        "Niemand entscheidet über das, was er selbst eingereicht hat.",
        "Fragen Sie jemanden, der daran nicht beteiligt war.",
    ),
    "counts-once": (
        "You have decided about this review already, and everybody counts once.",
        "Another person has to answer the next step.",
        "Sie haben über diese Prüfung schon entschieden, und jede Person zählt einmal.",
        "Den nächsten Schritt muss jemand anderes beantworten.",
    ),
    "not-a-reviewer": (
        "You are not a reviewer for the step “{step}” of all this.",
        "Ask somebody who is, or for the role of reviewer in this area.",
        "Sie prüfen den Schritt „{step}“ nicht für alles, worum es hier geht.",
        "Fragen Sie jemanden, der es tut, oder bitten Sie um die Rolle reviewer für diesen Bereich.",
    ),
    "not-submitter": (
        "Only who wrote or submitted it may withdraw it.",
        "Reject it, if it must not be sent.",
        "Zurückziehen darf nur, wer es geschrieben oder eingereicht hat.",
        "Lehnen Sie es ab, wenn es nicht versandt werden darf.",
    ),
    "other-subject": (
        "The database refused a decision about something that was not submitted.",
        "Look at the review again. If this comes back, somebody should look into it.",
        "Die Datenbank hat eine Entscheidung über etwas abgelehnt, das nicht eingereicht ist.",
        "Sehen Sie die Prüfung noch einmal an. Kommt das wieder, sollte dem jemand nachgehen.",
    ),
    "step-unknown": (
        "The database refused a decision about a step that this review does not have.",
        "Look at the review again. If this comes back, somebody should look into it.",
        "Die Datenbank hat eine Entscheidung über einen Schritt abgelehnt, den diese Prüfung nicht hat.",
        "Sehen Sie die Prüfung noch einmal an. Kommt das wieder, sollte dem jemand nachgehen.",
    ),
    "votes-missing": (
        "The database refused a publication whose approvals are not complete.",
        "Nothing was published. Somebody should look into it.",
        "Die Datenbank hat eine Veröffentlichung abgelehnt, deren Zustimmungen nicht vollständig sind.",
        "Es wurde nichts veröffentlicht. Dem sollte jemand nachgehen.",
    ),
    "not-submitted": (
        "The database refused a publication of something that was not submitted.",
        "Nothing was published. Somebody should look into it.",
        "Die Datenbank hat die Veröffentlichung von etwas abgelehnt, das nicht eingereicht war.",
        "Es wurde nichts veröffentlicht. Dem sollte jemand nachgehen.",
    ),
    "review-begun": (
        "The database refused to change a review that somebody has decided about.",
        "Submit the change anew.",
        "Die Datenbank hat die Änderung einer Prüfung abgelehnt, über die schon jemand entschieden hat.",
        "Reichen Sie die Änderung neu ein.",
    ),
    "begins-earlier": (
        "A version may begin later than approved, never earlier.",
        "Choose a later day, or submit it with the day you want.",
        "Eine Version darf später beginnen als freigegeben, nie früher.",
        "Wählen Sie einen späteren Tag, oder reichen Sie sie mit dem gewünschten Tag ein.",
    ),
    "nothing-to-take-back": (
        "Nothing that review {review} published is in force, or will be.",
        "Look at the list of reviews.",
        "Nichts, was die Prüfung {review} veröffentlicht hat, gilt oder wird gelten.",
        "Sehen Sie in der Liste der Prüfungen nach.",
    ),
    "retired-already": (
        "Version {version} is retired already.",
        "There is nothing left to do.",
        "Die Version {version} ist schon außer Kraft.",
        "Es ist nichts mehr zu tun.",
    ),
    "begun-already": (
        "Version {version} is in force already.",
        "Take it back instead; what was sent stays sent.",
        "Die Version {version} gilt schon.",
        "Nehmen Sie sie stattdessen zurück; was versandt ist, bleibt versandt.",
    ),
    "unchangeable": (
        "The database refused to change what is kept for ever.",
        "Add something new instead.",
        "Die Datenbank hat eine Änderung an etwas abgelehnt, das für immer aufbewahrt wird.",
        "Fügen Sie stattdessen etwas Neues hinzu.",
    ),
}
