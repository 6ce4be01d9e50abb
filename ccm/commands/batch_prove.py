"""`ccm batch prove`: what became of one record, as a file that an auditor checks without this program."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ccm.batch.folder import RunFolder, write_whole
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import FILE, NEW_FILE, RUN
from ccm.store.auditing import read_head
from ccm.store.witnessing import RunProof, prove, witness_of
from ccm.words import _, ngettext
from content_blocks.characters import escaped_in_json


@click.command(
    "prove",
    cls=Command,
    help=paragraphs(
        _("Prove what became of one record of a finished run."),
        _(
            "One JSON file with the record's lines of the manifest, supplements included, each with its way up to the "
            "certificate; the entry of the audit log that tells of the certificate; and its way up to the log's "
            "newest signed head, or to one that was kept elsewhere. Of other records it holds only hashes. It is "
            "checked by approvals/verifier.py, which needs nothing but Python."
        ),
        _("Of templates in files no log tells: such a proof ends at the certificate, and says so."),
        _("Exit codes: 0 written, 1 the run does not hold the record, or is not as certified, 2 wrong usage."),
    ),
    epilog=example(
        "ccm batch prove run --id K-10001 --out proof.json",
        "python -I verifier.py --proof proof.json --file run/email/K-10001.eml",
    ),
)
@RUN
@click.option("--id", "record", metavar=_("RECORD"), required=True, help=_("The record, by its id in manifest.jsonl."))
@click.option("--out", metavar=_("FILE"), type=NEW_FILE, help=_("The file to write; the proof is printed otherwise."))
@click.option("--head", metavar=_("FILE"), type=FILE, help=_("Lead to this head, which was kept elsewhere."))
def prove_record(folder: Path, record: str, out: Path | None, head: Path | None) -> None:
    """The proof is JSON in any case."""
    kept = read_head(head.read_bytes()) if head else None
    proof = prove(folder, record, witness_of(RunFolder(folder)), kept)
    text = escaped_in_json(json.dumps(proof.data(), ensure_ascii=False, indent=2))
    if out is None:
        click.echo(text)
        return
    write_whole(out, f"{text}\n")
    click.echo(_in_words(proof))
    click.echo(str(out))


def _in_words(proof: RunProof) -> str:
    count = sum(len(run.lines) for run in proof.runs)
    lines = ngettext("{count} line of the manifest", "{count} lines of the manifest", count).format(count=count)
    if proof.head is None:
        return _("{lines}, proved up to the certificate: no audit log tells of this run.").format(lines=lines)
    return _("{lines}, proved up to the head over {size} entries of the audit log.").format(
        lines=lines, size=proof.head.head.size
    )
