"""Expected output in a form a person can read, under `tests/golden/`.

Whatever a test produces is also written to `build/golden/`, so a finished run is two folders to compare: the expected
one and the produced one.  `pytest --update` accepts what was produced.
"""

from __future__ import annotations

import base64
import difflib
import html
import shutil
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXPECTED = ROOT / "tests" / "golden"
PRODUCED = ROOT / "build" / "golden"
PAGE = ROOT / "build" / "golden-differences.html"

STYLE = """
body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem; color: #1c2330 }
h2 { font-size: 1rem; margin: 2rem 0 .5rem } table.diff { width: 100%; border-collapse: collapse }
table.diff td { font: 12px/1.4 ui-monospace, monospace; vertical-align: top; white-space: pre-wrap; padding: 0 .4rem }
td.diff_header { color: #6b7483; text-align: right } .diff_next { display: none }
.diff_add { background: #d3f2d9 } .diff_sub { background: #fbd9d6 } .diff_chg { background: #fdefb8 }
.pictures { display: flex; gap: 1rem } .pictures img { max-width: 48%; border: 1px solid #c9cfd8 }
"""


@dataclass(frozen=True, slots=True)
class Golden:
    """Compares output with what is expected, or with `update` accepts it as such."""

    update: bool = False
    expected: Path = EXPECTED
    produced: Path = PRODUCED

    def __call__(self, name: str, content: str | bytes) -> None:
        """Compare `content` with the file `name`, a path such as `sms/statement.de.txt`, or with a picture's bytes.

        Raises AssertionError when they differ or nothing is expected yet.
        """
        new = content if isinstance(content, bytes) else _ending_with_newline(content).encode()
        _write(self.produced / name, new)
        if self.update:
            _write(self.expected / name, new)
        old = _read(self.expected / name)
        if old != new:
            what = "differs from" if old else "has nothing to compare with in"
            raise AssertionError(f"{name} {what} tests/golden; see {PAGE.relative_to(ROOT)}, accept by pytest --update")


def forget_last_run(produced: Path = PRODUCED, page: Path = PAGE) -> None:
    """Remove what an earlier run produced, so that its leftovers are not taken for this one's."""
    shutil.rmtree(produced, ignore_errors=True)
    page.unlink(missing_ok=True)


def differing(expected: Path = EXPECTED, produced: Path = PRODUCED) -> list[str]:
    """The names of what was produced and is not as expected."""
    return [name for name in _names(produced) if _read(expected / name) != _read(produced / name)]


def stale(expected: Path = EXPECTED, produced: Path = PRODUCED) -> list[str]:
    """The names of what is expected although no test of this run produced it."""
    return sorted(set(_names(expected)) - set(_names(produced)))


def write_differences(expected: Path = EXPECTED, produced: Path = PRODUCED, page: Path = PAGE) -> list[str]:
    """Write one page with old and new side by side when something differs; returns the differing names."""
    names = differing(expected, produced)
    if names:
        sections = [_section(name, _read(expected / name), _read(produced / name)) for name in names]
        body = f"<title>Golden differences</title><style>{STYLE}</style><h1>Expected and produced</h1>"
        _write(page, f'<!doctype html><html lang="en"><meta charset="utf-8">{body}{"".join(sections)}'.encode())
    return names


def _section(name: str, old: bytes, new: bytes) -> str:
    if name.endswith(".png"):
        shown = f'<div class="pictures">{_picture(old)}{_picture(new)}</div>'
    else:
        before, after = (content.decode(errors="replace").splitlines() for content in (old, new))
        shown = difflib.HtmlDiff(wrapcolumn=90).make_table(before, after, "expected", "produced", context=True)
    return f"<h2>{html.escape(name)}</h2>{shown}"


def _picture(content: bytes) -> str:
    return f'<img alt="" src="data:image/png;base64,{base64.b64encode(content).decode()}">'


def _ending_with_newline(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


def _names(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return sorted(path.relative_to(folder).as_posix() for path in files)


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
