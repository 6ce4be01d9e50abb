"""The command line: thin, every command a file in `ccm/commands/`."""

from __future__ import annotations

import sys

import click

from ccm.commands import (
    access,
    access_look,
    audit,
    batch,
    batch_folder,
    demo,
    files,
    init,
    render,
    review,
    review_after,
    review_decide,
    review_glass,
    review_guests,
    review_lending,
    review_look,
    review_talk,
    serve,
    template,
    template_check,
    template_life,
)
from ccm.commands.frame import EXIT_CODES, Outermost, example, paragraphs, tell_own_fault
from ccm.words import _


@click.group(
    cls=Outermost,
    help=paragraphs(_("Customer communications: one source, rendered to PDF, email, SMS and push."), EXIT_CODES),
    epilog=example("ccm demo", "ccm render account-statement --persona typical --out out"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="ccm")
def ccm() -> None:
    """The group all commands hang from."""


for command in (render.render, template.template, batch.batch, serve.serve, demo.demo, init.init):
    ccm.add_command(command)
for command in (files.import_items, files.export_items, review.review, audit.audit, access.access):
    ccm.add_command(command)
for command in (batch_folder.status_of_batch, batch_folder.verify_batch, batch_folder.repair_batch):
    batch.batch.add_command(command)
for command in (template_check.check, template_check.test, template_check.stamp):
    template.template.add_command(command)
for command in (review_look.show_review, review_look.diff_review):
    review.review.add_command(command)
for command in (review_decide.approve, review_decide.reject, review_decide.withdraw):
    review.review.add_command(command)
for command in (review_after.write_certificate, review_after.postpone_review, review_after.take_back_review):
    review.review.add_command(command)
for command in (
    template_life.show_used,
    template_life.show_register,
    template_life.retire_version,
    template_life.recheck_templates,
):
    template.template.add_command(command)
for command in (review_talk.comment_on, review_talk.comments_on, review_talk.since):
    review.review.add_command(command)
for command in (review_guests.invite_guest, review_guests.uninvite_guest, review_guests.opinions_on):
    review.review.add_command(command)
for command in (review_lending.lend_step, review_lending.list_lendings, review_lending.end_one):
    review.review.add_command(command)
for command in (review_glass.break_one, review_glass.list_glasses):
    review.review.add_command(command)
for command in (access_look.list_people, access_look.explain_access):
    access.access.add_command(command)


def main() -> None:
    """Run a command.  A fault of the program itself becomes a sentence as well, never a stack trace."""
    sys.excepthook = tell_own_fault
    ccm()
