"""Sentences for expressions: conditions, filters, totals and placeholders."""

from __future__ import annotations

SENTENCES = {
    "expression-syntax": (
        "This expression cannot be read: {source}",
        "Check quotes (straight ones), parentheses and operators (==, and, or, not), for example: "
        "account.balance < 0 and customer.vip.",
        "Dieser Ausdruck ist nicht lesbar: {source}",
        "Prüfen Sie Anführungszeichen (gerade), Klammern und Operatoren (==, and, or, not), zum Beispiel: "
        "account.balance < 0 and customer.vip.",
    ),
    "expression-not-allowed": (
        "“{construct}” is not allowed in an expression here.",
        "Use fields, constants, comparisons, and/or/not, in [...], + and -, * with a constant, "
        "sum/count/min/max of a list, and one format at the end.",
        "„{construct}“ ist hier in einem Ausdruck nicht erlaubt.",
        "Erlaubt sind Felder, Konstanten, Vergleiche, and/or/not, in [...], + und -, * mit einer Konstanten, "
        "sum/count/min/max über eine Liste und ein Format am Ende.",
    ),
    "format-inside": (
        "The format “{format}” stands inside the expression.",
        "A format comes last and applies to what is directly before it; use parentheses: (a - b) | {format}.",
        "Das Format „{format}“ steht innerhalb des Ausdrucks.",
        "Ein Format steht am Ende und gilt für das direkt davor; setzen Sie Klammern: (a - b) | {format}.",
    ),
    "expression-too-long": (
        "This expression is longer than {limit} characters.",
        "Shorten it, or compute the value before and add it as a field.",
        "Dieser Ausdruck ist länger als {limit} Zeichen.",
        "Kürzen Sie ihn, oder liefern Sie den Wert als eigenes Feld.",
    ),
    "expression-too-deep": (
        "This expression is nested deeper than {limit} levels.",
        "Remove parentheses, or use in [...] in place of many comparisons.",
        "Dieser Ausdruck ist tiefer als {limit} Ebenen verschachtelt.",
        "Entfernen Sie Klammern, oder nutzen Sie in [...] statt vieler Vergleiche.",
    ),
    "expression-types": (
        "The expression mixes values that do not go together ({types}).",
        "Compare like with like; numbers and texts, for example, cannot be compared.",
        "Der Ausdruck verbindet Werte, die nicht zusammenpassen ({types}).",
        "Vergleichen Sie Gleiches mit Gleichem; Zahlen und Texte zum Beispiel passen nicht zusammen.",
    ),
    "condition-not-boolean": (
        "This condition gives a value, not true or false.",
        "Make it a comparison, for example: count(account.transactions) > 0.",
        "Diese Bedingung ergibt einen Wert, nicht wahr oder falsch.",
        "Machen Sie einen Vergleich daraus, zum Beispiel: count(account.transactions) > 0.",
    ),
    "path-unknown": (
        "The data dictionary has no field {field}.",
        "Correct the path, or add the field to the data dictionary.",
        "Das Datenwörterbuch hat kein Feld {field}.",
        "Berichtigen Sie den Pfad, oder ergänzen Sie das Feld im Datenwörterbuch.",
    ),
    "path-is-list": (
        "{field} is a list and cannot be shown as one value.",
        "Use sum, count, min or max of one of its fields, a table, or a group that repeats over it.",
        "{field} ist eine Liste und lässt sich nicht als ein Wert zeigen.",
        "Verwenden Sie sum, count, min oder max eines ihrer Felder, eine Tabelle oder eine Gruppe über die Liste.",
    ),
    "path-is-group": (
        "{field} is a group of fields without a name in it, and cannot be shown as one value.",
        "Name one of its fields; only a group with first_name or last_name gives a salutation.",
        "{field} ist eine Gruppe von Feldern ohne Namen und lässt sich nicht als ein Wert zeigen.",
        "Nennen Sie eines ihrer Felder; nur eine Gruppe mit first_name oder last_name ergibt eine Anrede.",
    ),
    "path-in-list": (
        "{field} lies inside a list and has many values.",
        "Use sum, count, min or max, or repeat a group over the list.",
        "{field} liegt in einer Liste und hat viele Werte.",
        "Verwenden Sie sum, count, min oder max, oder wiederholen Sie eine Gruppe über die Liste.",
    ),
    "aggregate-needs-list": (
        "{field} is no list and lies in none.",
        "sum, count, min and max work over a list, for example: sum(account.transactions.amount).",
        "{field} ist keine Liste und liegt in keiner.",
        "sum, count, min und max gelten für Listen, zum Beispiel: sum(account.transactions.amount).",
    ),
    "optional-needs-or": (
        "{field} may be absent.",
        'Write what stands in for it, for example: {field} or "–".',
        "{field} kann fehlen.",
        'Nennen Sie einen Ersatz, zum Beispiel: {field} or "–".',
    ),
    "value-missing": (
        "The field {field} has no value in this record.",
        'Supply the value, or write what stands in for it: {field} or "–".',
        "Das Feld {field} hat in diesem Datensatz keinen Wert.",
        'Liefern Sie den Wert, oder nennen Sie einen Ersatz: {field} or "–".',
    ),
    "number-too-long": (
        "A number has more than {limit} digits.",
        "Numbers are kept exact, never rounded; use a shorter one.",
        "Eine Zahl hat mehr als {limit} Stellen.",
        "Zahlen werden genau geführt und nie gerundet; verwenden Sie eine kürzere.",
    ),
    "character-not-allowed": (
        "The character {code_point} is not allowed in a text.",
        "Remove it; it is invisible, or it changes how the text around it reads.",
        "Das Zeichen {code_point} ist in einem Text nicht erlaubt.",
        "Entfernen Sie es; es ist unsichtbar oder verändert, wie der Text darum gelesen wird.",
    ),
}
