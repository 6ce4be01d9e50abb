"""The command line: thin, every command a file in `ccm/commands/`, which is loaded when the command is wanted."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import click

from ccm.commands.frame import EXIT_CODES, example, paragraphs, tell_own_fault
from ccm.commands.tree import Place, Tree
from ccm.words import _

OF_BATCHES = {
    "status": Place("batch_folder", "status_of_batch"),
    "verify": Place("batch_folder", "verify_batch"),
    "prove": Place("batch_prove", "prove_record"),
    "repair": Place("batch_folder", "repair_batch"),
    "take-out": Place("batch_folder", "take_message_out"),
}
OF_TEMPLATES = {
    "check": Place("template_check", "check"),
    "test": Place("template_check", "test"),
    "stamp": Place("template_check", "stamp"),
    "used": Place("template_life", "show_used"),
    "register": Place("template_life", "show_register"),
    "retire": Place("template_life", "retire_version"),
    "recheck": Place("template_life", "recheck_templates"),
    "share": Place("template_share", "share_template"),
    "shares": Place("template_share", "list_shares"),
    "unshare": Place("template_share", "unshare"),
}
OF_REVIEWS = {
    "submit": Place("review_submit", "submit_review"),
    "show": Place("review_look", "show_review"),
    "diff": Place("review_look", "diff_review"),
    "approve": Place("review_decide", "approve"),
    "reject": Place("review_decide", "reject"),
    "withdraw": Place("review_decide", "withdraw"),
    "certificate": Place("review_after", "write_certificate"),
    "postpone": Place("review_after", "postpone_review"),
    "take-back": Place("review_after", "take_back_review"),
    "comment": Place("review_talk", "comment_on"),
    "comments": Place("review_talk", "comments_on"),
    "since": Place("review_talk", "since"),
    "invite": Place("review_guests", "invite_guest"),
    "uninvite": Place("review_guests", "uninvite_guest"),
    "opinions": Place("review_guests", "opinions_on"),
    "lend": Place("review_lending", "lend_step"),
    "lendings": Place("review_lending", "list_lendings"),
    "end-lending": Place("review_lending", "end_one"),
    "break-glass": Place("review_glass", "break_one"),
    "glasses": Place("review_glass", "list_glasses"),
}
OF_ACCESS = {
    "list": Place("access_look", "list_people"),
    "explain": Place("access_explain", "explain_access"),
    "key": Place("access_key", "key"),
}
PLACES: Mapping[str, Place] = {
    "render": Place("render", "render", _("Render one record or one persona, to look at.")),
    "template": Place(
        "template", "template", _("Look at templates, check them and try them on their personas."), OF_TEMPLATES
    ),
    "batch": Place(
        "batch", "batch", _("Render many records into a folder that proves what became of each."), OF_BATCHES
    ),
    "serve": Place("serve", "serve", _("Serve the web editor and the HTTP API of the store.")),
    "demo": Place("demo", "demo", _("Send a fictitious bank's account statements in all four channels.")),
    "init": Place("init", "init", _("Found a store, with an administrator who lets others in.")),
    "import": Place(
        "files", "import_items", _("Save every item of a library's folder as a draft: all of them, or none.")
    ),
    "export": Place(
        "files", "export_items", _("Write what was saved last of every item, or of some, as a library's folder.")
    ),
    "review": Place("review", "review", _("Ask for approval, look at what is asked, and decide."), OF_REVIEWS),
    "audit": Place("audit", "audit", _("Check the audit log, take it out, and keep its head elsewhere.")),
    "hooks": Place("hooks", "hooks", _("Tell programs elsewhere what happens: webhooks.")),
    "access": Place("access", "access", _("Let people in, and say what they may do."), OF_ACCESS),
}
"""Every command by its place.  The lines are the first ones of the commands' own helps; a test compares them."""


@click.group(
    cls=Tree,
    places=PLACES,
    help=paragraphs(_("Customer communications: one source, rendered to PDF, email, SMS and push."), EXIT_CODES),
    epilog=example("ccm demo", "ccm render account-statement --persona typical --out out"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="ccm")
def ccm() -> None:
    """The group all commands hang from."""


def main() -> None:
    """Run a command.  A fault of the program itself becomes a sentence as well, never a stack trace."""
    sys.excepthook = tell_own_fault
    ccm()
