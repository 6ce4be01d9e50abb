"""What the database itself refuses, whatever program writes to it: the rules of approval once more, as triggers.

They say the same as `approvals`, in the words of a database: nothing that was written changes, nobody approves their
own work, and nothing is published that lacks its votes.  `templates_store.triggers` makes them anew with every
migration, so that the rules in force are always those of the code.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from templates_store.tables import METADATA, MUTABLE

UNCHANGEABLE = "unchangeable"
"""The name of the rule that what was written stays as it is."""

FACTS: Mapping[str, tuple[str, ...]] = {
    "log": ("organisation", "created", "key"),
    "person": ("id", "organisation", "login", "created"),
}
"""Of tables whose rows change: what stays for ever all the same.  Nor does any row of them ever go."""

KEPT = frozenset(METADATA.tables.keys() - MUTABLE)
"""Tables that are only ever added to."""


class Rule(NamedTuple):
    """Rows that must not come into a table: the name of the rule, and when a new row breaks it."""

    name: str
    table: str
    broken: str


RULES = (
    Rule("decision-unknown", "decision", "NEW.kind NOT IN ('approved', 'rejected', 'withdrawn')"),
    Rule(
        "stranger",
        "decision",
        "NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person AND p.organisation = NEW.organisation"
        " AND p.disabled = '')"
        " OR NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.voter AND p.organisation = NEW.organisation)",
    ),
    Rule(
        "no-reviewer",
        "decision",
        "NEW.kind <> 'withdrawn' AND NOT EXISTS (SELECT 1 FROM granted g WHERE g.person = NEW.voter"
        " AND g.organisation = NEW.organisation AND g.role = 'reviewer' AND g.step = NEW.step"
        " AND NOT EXISTS (SELECT 1 FROM grant_end e WHERE e.granted = g.id))",
    ),
    Rule(
        "not-submitter",
        "decision",
        "NEW.kind = 'withdrawn' AND NOT EXISTS (SELECT 1 FROM review r WHERE r.id = NEW.review"
        " AND r.submitted_by = NEW.person) AND NOT EXISTS (SELECT 1 FROM review_author a"
        " WHERE a.review = NEW.review AND a.person = NEW.person)",
    ),
    Rule(
        "step-early",
        "decision",
        "NEW.kind = 'approved' AND EXISTS (SELECT 1 FROM review_step s, review_step n WHERE n.review = NEW.review"
        " AND n.step = NEW.step AND s.review = n.review AND s.place < n.place AND s.quorum >"
        " (SELECT count(DISTINCT d.voter) FROM decision d WHERE d.review = s.review AND d.step = s.step"
        " AND d.kind = 'approved'))",
    ),
    Rule(
        "own-work",
        "decision",
        "NEW.kind <> 'withdrawn' AND EXISTS (SELECT 1 FROM review_author a WHERE a.review = NEW.review"
        " AND a.person IN (NEW.person, NEW.voter))",
    ),
    Rule(
        "own-submission",
        "decision",
        "NEW.kind <> 'withdrawn' AND EXISTS (SELECT 1 FROM review r WHERE r.id = NEW.review"
        " AND r.submitted_by IN (NEW.person, NEW.voter))",
    ),
    Rule(
        "counts-once",
        "decision",
        "NEW.kind = 'approved' AND EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review"
        " AND d.kind = 'approved' AND (d.person IN (NEW.person, NEW.voter) OR d.voter IN (NEW.person, NEW.voter)))",
    ),
    Rule(
        "other-subject",
        "decision",
        "NOT EXISTS (SELECT 1 FROM review r WHERE r.id = NEW.review AND r.subject = NEW.subject"
        " AND r.organisation = NEW.organisation)",
    ),
    Rule(
        "step-unknown",
        "decision",
        "NEW.kind = 'approved' AND NOT EXISTS (SELECT 1 FROM review_step s WHERE s.review = NEW.review"
        " AND s.step = NEW.step)",
    ),
    Rule(
        "review-over",
        "decision",
        "EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review AND d.kind <> 'approved')"
        " OR EXISTS (SELECT 1 FROM publication p WHERE p.review = NEW.review)"
        " OR EXISTS (SELECT 1 FROM published_bundle p WHERE p.review = NEW.review)",
    ),
    *(
        Rule(
            "votes-missing",
            table,
            "NOT EXISTS (SELECT 1 FROM review_step s WHERE s.review = NEW.review)"
            " OR EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review AND d.kind <> 'approved')"
            " OR EXISTS (SELECT 1 FROM review_step s WHERE s.review = NEW.review AND s.quorum >"
            " (SELECT count(DISTINCT d.voter) FROM decision d WHERE d.review = s.review AND d.step = s.step"
            " AND d.kind = 'approved'))",
        )
        for table in ("publication", "published_bundle")
    ),
    Rule(
        "not-submitted",
        "publication",
        "NOT EXISTS (SELECT 1 FROM review_item i WHERE i.review = NEW.review AND i.kind = NEW.kind"
        " AND i.name = NEW.name AND i.version = NEW.version AND i.hash = NEW.hash AND i.revision = NEW.revision"
        " AND i.organisation = NEW.organisation)",
    ),
    Rule(
        "not-submitted",
        "published_bundle",
        "NOT EXISTS (SELECT 1 FROM review_bundle b WHERE b.review = NEW.review AND b.bundle = NEW.bundle"
        " AND b.hashes = NEW.hashes AND b.template = NEW.template AND b.version = NEW.version"
        " AND b.language = NEW.language AND b.brand = NEW.brand AND b.organisation = NEW.organisation)",
    ),
    Rule(
        "begins-earlier",
        "publication",
        "EXISTS (SELECT 1 FROM review r WHERE r.id = NEW.review AND r.start > NEW.start)",
    ),
    *(
        Rule(
            "review-begun",
            table,
            "EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review)",
        )
        for table in ("review_step", "review_author", "review_item", "review_bundle")
    ),
    Rule("quorum-missing", "review_step", "NEW.quorum < 1"),
    Rule(
        "not-saved",
        "review_item",
        "NOT EXISTS (SELECT 1 FROM revision v WHERE v.id = NEW.revision AND v.organisation = NEW.organisation"
        " AND v.kind = NEW.kind AND v.name = NEW.name AND v.version = NEW.version AND v.hash = NEW.hash)",
    ),
    Rule(
        "author-missing",
        "review_item",
        "NOT EXISTS (SELECT 1 FROM revision v JOIN review_author a ON a.person = v.saved_by"
        " WHERE v.id = NEW.revision AND a.review = NEW.review)",
    ),
    Rule(
        "begins-earlier",
        "postponement",
        "EXISTS (SELECT 1 FROM publication p WHERE p.id = NEW.publication AND p.start >= NEW.start)"
        " OR EXISTS (SELECT 1 FROM postponement p WHERE p.publication = NEW.publication AND p.start >= NEW.start)",
    ),
    *(
        Rule(
            "no-publisher",
            table,
            "NOT EXISTS (SELECT 1 FROM granted g JOIN person p ON p.id = g.person WHERE g.person = NEW.person"
            " AND g.organisation = NEW.organisation AND g.role = 'publisher' AND p.disabled = ''"
            " AND NOT EXISTS (SELECT 1 FROM grant_end e WHERE e.granted = g.id))",
        )
        for table in ("postponement", "retirement")
    ),
    Rule(
        "not-lent",
        "decision",
        "NEW.voter <> NEW.person AND (NEW.kind = 'withdrawn' OR NOT EXISTS (SELECT 1 FROM delegation l"
        " JOIN person p ON p.id = l.lender WHERE l.organisation = NEW.organisation AND l.step = NEW.step"
        " AND l.lender = NEW.voter AND p.disabled = '' AND l.borrower = NEW.person"
        " AND l.start <= NEW.at AND NEW.at < l.until"
        " AND NOT EXISTS (SELECT 1 FROM delegation_end e WHERE e.delegation = l.id AND e.ended_at <= NEW.at)))",
    ),
    Rule(
        "delegation-of-others",
        "delegation_end",
        "NOT EXISTS (SELECT 1 FROM delegation l WHERE l.id = NEW.delegation AND l.organisation = NEW.organisation"
        " AND NEW.ended_by IN (l.lender, l.borrower))",
    ),
    Rule(
        "glass-out-of-rule",
        "glass",
        "NOT EXISTS (SELECT 1 FROM review r JOIN review_bundle b ON b.review = r.id"
        " JOIN review_author a ON a.review = r.id WHERE r.id = NEW.review AND r.organisation = NEW.organisation"
        " AND r.submitted_by = NEW.opened_by AND r.submitted_at = NEW.opened_at AND a.person = NEW.opened_by"
        " AND b.bundle = NEW.bundle)"
        " OR EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review)"
        " OR NOT EXISTS (SELECT 1 FROM granted g JOIN person p ON p.id = g.person WHERE g.person = NEW.opened_by"
        " AND g.organisation = NEW.organisation AND g.role = 'publisher' AND p.disabled = ''"
        " AND NOT EXISTS (SELECT 1 FROM grant_end e WHERE e.granted = g.id))"
        " OR NEW.until <= NEW.opened_at OR SECONDS(NEW.until) - SECONDS(NEW.opened_at) > 259200",
    ),
)
"""`SECONDS(…)` stands for an instant in seconds, which each database says in its own words."""


def refused_by(error: Exception) -> str | None:
    """The name of the rule that a database error comes from, if it comes from one of these."""
    told = str(getattr(error, "orig", error))
    names = (UNCHANGEABLE, *(rule.name for rule in RULES))
    return next((name for name in names if f"ccm:{name}:" in told), None)
