"""What a dry run says: a table for people, JSON for programs, and the exit code of the run that it looks ahead to."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import timedelta
from math import ceil, floor
from typing import Any

import click

from ccm.batch.bad_rows import Threshold
from ccm.batch.forecast import Forecast, Name
from ccm.batch.interval import Range
from ccm.batch.postage import TOO_HEAVY
from ccm.terminal import Exit, print_json, print_table
from ccm.words import _, user_language
from content_blocks.document import CHANNELS

Row = tuple[str, str, str]


def tell_forecast(found: Forecast, stop_at_bad: Threshold | None, as_json: bool) -> None:
    """Print it, and leave with 3 if rows are certain to be held back."""
    if as_json:
        print_json(forecast_data(found) | _verdict_data(found, stop_at_bad))
    else:
        print_table(("", _("Estimate"), _("95 % range")), _rows(found))
        if found.reasons:
            click.echo()
            print_table((_("Held back for"), _("Rows"), _("95 % range")), _reasons(found))
        click.echo()
        click.echo(_basis(found))
        if stop_at_bad is not None:
            click.echo(_verdicts()[_verdict(found, stop_at_bad)].format(threshold=stop_at_bad))
    sys.exit(Exit.QUARANTINED if found.held.least else Exit.DONE)


def forecast_data(found: Forecast) -> dict[str, Any]:
    """A forecast for programs: counts in whole numbers, bounds rounded outwards."""
    data: dict[str, Any] = {"rows": {"total": found.rows, "valid": found.sound, "sampled": found.sampled}}
    for name, amount in sorted(found.totals.items()):
        *places, last = name
        inside = data
        for place in places:
            inside = inside.setdefault(place, {})
        inside[last] = _range_data(amount)
    reasons = [{"field": it.field, "code": it.code, "rows": _range_data(rows)} for it, rows in found.reasons]
    seconds = {name: round(value, 1) for name, value in _bounds(found.seconds).items()}
    return {"channels": {}, **data, "reasons": reasons, "workers": found.workers, "seconds": seconds}


def _range_data(amount: Range) -> dict[str, int]:
    return {"estimate": round(amount.likely), "least": floor(amount.least), "most": ceil(amount.most)}


def _bounds(amount: Range) -> dict[str, float]:
    return {"estimate": amount.likely, "least": amount.least, "most": amount.most}


def _rows(found: Forecast) -> Iterator[Row]:
    yield _("Rows"), _number(found.rows), _("exact")
    for kind, label in {"done": _("Done"), "quarantined": _("Held back"), "skipped": _("Skipped")}.items():
        amount = found.totals["rows", kind]
        if kind == "done" or amount.most:
            yield "  " + label, *_shown(amount)
    for channel in CHANNELS:
        if ("channels", channel, "messages") in found.totals:
            yield from _channel(channel, found.totals)
    spans = (_span(found.seconds.likely), f"{_span(found.seconds.least)} – {_span(found.seconds.most)}")
    yield _("Time with {workers} processes").format(workers=found.workers), *spans


def _channel(channel: str, totals: Mapping[Name, Range]) -> Iterator[Row]:
    labels = {
        ("messages",): _("{channel}: messages").format(channel=channel),
        ("pages",): "  " + _("Pages"),
        ("sheets", "simplex"): "  " + _("Sheets, printed on one side"),
        ("sheets", "duplex"): "  " + _("Sheets, printed on both sides"),
        ("segments",): "  " + _("Segments"),
    }
    for name, label in labels.items():
        if amount := totals.get(("channels", channel, *name)):
            yield label, *_shown(amount)
    for printing, side in {"simplex": _("one side"), "duplex": _("both sides")}.items():
        names = (name for name in totals if name[:4] == ("channels", channel, "postage", printing))
        for name in sorted(names, key=lambda it: -totals[it].likely):
            title = _("Parcel") if name[-1] == TOO_HEAVY else name[-1]
            yield f"  {title}, {side}", *_shown(totals[name])
    size = totals["channels", channel, "bytes"]
    span = _("exact") if size.exact else f"{_size(size.least)} – {_size(size.most)}"
    yield "  " + _("Size"), _size(size.likely), span


def _reasons(found: Forecast) -> Iterator[Row]:
    for reason, amount in found.reasons:
        yield " ".join(filter(None, reason)), *_shown(amount)


def _shown(amount: Range) -> tuple[str, str]:
    likely = _number(round(amount.likely))
    return likely, _("exact") if amount.exact else f"{_number(floor(amount.least))} – {_number(ceil(amount.most))}"


def _basis(found: Forecast) -> str:
    counts = {"sampled": _number(found.sampled), "sound": _number(found.sound)}
    if found.sampled == found.sound:
        return _("All {sound} valid rows were rendered: every count is exact.").format(**counts)
    return _(
        "Rendered {sampled} of {sound} valid rows. 95 of 100 such samples have the truth in their ranges; what no row "
        "of the sample shows is not in the table."
    ).format(**counts)


def _verdict(found: Forecast, threshold: Threshold) -> str:
    """Whether the run will stop at its bad rows: `yes`, `no`, or `perhaps`."""
    if threshold.passed(floor(found.held.least), found.rows):
        return "yes"
    return "perhaps" if threshold.passed(ceil(found.held.most), found.rows) else "no"


def _verdict_data(found: Forecast, threshold: Threshold | None) -> dict[str, Any]:
    return {} if threshold is None else {"stop_at_bad": {"most": str(threshold), "stops": _verdict(found, threshold)}}


def _verdicts() -> Mapping[str, str]:
    return {
        "yes": _("The run will stop: more rows are bad than {threshold}."),
        "perhaps": _("The run may stop: there may be more bad rows than {threshold}."),
        "no": _("The run will not stop at {threshold} of bad rows."),
    }


def _number(value: float, decimals: int = 0) -> str:
    """A number with the separators of the user's language."""
    text = f"{value:,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,")) if user_language() == "de" else text


def _size(count: float) -> str:
    unit, name = next((it for it in ((1e9, "GB"), (1e6, "MB")) if count >= it[0]), (1e3, "kB"))
    return f"{_number(count / unit, 1)} {name}"


def _span(seconds: float) -> str:
    """Hours, minutes and seconds."""
    return str(timedelta(seconds=ceil(seconds)))
