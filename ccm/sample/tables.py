"""Files of rows, as systems export them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path


def write_table(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Write rows with the same columns as CSV (RFC 4180), the columns' names first."""
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
