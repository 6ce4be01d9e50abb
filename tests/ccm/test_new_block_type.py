"""Adding a block type is one file: `new_type/quote.py`, found where block types lie, is in templates, in all four
channels, in the editor's form and among the specimens, and nothing else had to learn of it."""

from __future__ import annotations

import email
import email.policy
import json
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from content_blocks.block_reading import block_types
from tests.ccm.targets import exposed_library
from tests.golden import ROOT, Golden
from tests.renderers.pdf_outline import page_texts

FOLDER = Path(__file__).parent / "new_type"
TEMPLATE = """\
template: praise
version: '1.0'
title: {en: Praise}
languages: [en]
class: exposed
dictionary: exposed
brands: [ahorn]
body:
  - {type: heading, id: headline, level: 1, text: {en: Praise}}
  - id: praise
    type: quote
    text: 'So **quick**, {{ name }}!'
    by: A reader
    short: 'So quick, {{ name }}!'
"""


def with_the_file(program: str, *arguments: str) -> str:
    """What a program prints in a process of its own, in which the one file lies among the block types."""
    found = f"import content_blocks.types; content_blocks.types.__path__.append({str(FOLDER)!r})"
    command = [sys.executable, "-c", f"{found}\n{program}", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_without_its_file_nobody_knows_it() -> None:
    assert "quote" not in block_types()


def test_a_template_shows_it_in_every_channel(tmp_path: Path) -> None:
    library = exposed_library(tmp_path / "library")
    template, record = library / "templates/praise.yaml", library / "record.json"
    template.write_text(TEMPLATE)
    record.write_text(json.dumps(json.loads((library / "personas/exposed/benign.json").read_text())["record"]))
    ccm = "from ccm.cli import main; main()"
    assert "praise" in with_the_file(ccm, "template", "show", str(template))
    arguments = ["--record", str(record), "--channel", "all", "--out", str(tmp_path), "--json"]
    made = json.loads(with_the_file(ccm, "render", str(template), *arguments))
    assert {file["channel"] for file in made["files"]} == {"pdf", "email", "sms", "push"}
    assert json.loads((tmp_path / "praise.sms.json").read_text())["text"].endswith("So quick, Ada Löwe!")
    assert "So quick, Ada Löwe!\n— A reader" in page_texts((tmp_path / "praise.pdf").read_bytes())[0]
    mail = email.message_from_bytes((tmp_path / "praise.eml").read_bytes(), policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    assert "So <strong>quick</strong>, Ada Löwe!" in mail.get_body(("html",)).get_content()  # type: ignore[union-attr]
    assert "So quick, Ada Löwe!" in json.loads((tmp_path / "praise.push.json").read_text())["body"]


def test_the_editor_gets_its_form() -> None:
    printed = with_the_file(
        "import json\nfrom content_blocks.block_reading import block_types\n"
        "print(json.dumps(block_types()['quote'].model_json_schema()))"
    )
    schema = json.loads(printed)
    assert schema["properties"]["text"]["label"] == {"en": "Words", "de": "Worte"}
    assert {"text", "by"} <= set(schema["required"])


@pytest.mark.parametrize("language", ["en", "de"])
def test_it_has_a_specimen(golden: Golden, language: str) -> None:
    program = f"from tests.ccm.specimens import readable\nprint(readable('quote', {language!r}, 'wieland'))"
    golden(f"specimens/new-type.{language}.wieland.txt", with_the_file(program))
